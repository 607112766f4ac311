"""Should I use ML? A rule base about when to use machine learning, and the exact reasoning over it.

from framework import load_rules, assess
assess(load_rules(), {"answers": {"goal_stated": "measurable"}})

What these names do not hold is imported from its module, such as `framework.report.forms.render`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from framework.assessment.assess import assess
    from framework.errors import RuleBaseError, SheetError
    from framework.model.sheet import Range, Sheet
    from framework.rulebase.loading import load_rules
    from framework.rulebase.sheets import read_sheet

__all__ = ["Range", "RuleBaseError", "Sheet", "SheetError", "assess", "load_rules", "read_sheet"]

_HOMES = {
    "Range": "framework.model.sheet",
    "RuleBaseError": "framework.errors",
    "Sheet": "framework.model.sheet",
    "SheetError": "framework.errors",
    "assess": "framework.assessment.assess",
    "load_rules": "framework.rulebase.loading",
    "read_sheet": "framework.rulebase.sheets",
}


def __getattr__(name: str) -> Any:
    """Import these names on first use: `should-i-use-ml --help` needs none of them."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
