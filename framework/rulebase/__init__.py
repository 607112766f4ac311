"""A folder of YAML to a `RuleBase`, or a list of located problems. The only place that reads YAML."""

from framework.rulebase.loading import load_rules
from framework.rulebase.sheets import read_sheet

__all__ = ["load_rules", "read_sheet"]
