"""Loads a folder of YAML into a `RuleBase`, or reports located problems. The only package that reads YAML."""

from framework.rulebase.loading import load_rules
from framework.rulebase.sheets import read_sheet

__all__ = ["load_rules", "read_sheet"]
