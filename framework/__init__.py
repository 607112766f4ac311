"""Should I use ML? A rule base about when to use machine learning, and the exact reasoning over it.

from framework import load_rules, assess
assess(load_rules(), {"answers": {"goal_stated": "measurable"}})
"""

from framework.assessment.assess import assess
from framework.rulebase.loading import load_rules

__all__ = ["assess", "load_rules"]
