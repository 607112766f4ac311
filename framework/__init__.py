"""Should I use ML? A rule base about when to use machine learning, and the exact reasoning over it.

from framework import load_rules, assess
assess(load_rules(), {"answers": {"goal_stated": "measurable"}})
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from framework.assessment.assess import assess
    from framework.rulebase.loading import load_rules

__all__ = ["assess", "load_rules"]

_HOMES = {"assess": "framework.assessment.assess", "load_rules": "framework.rulebase.loading"}


def __getattr__(name: str) -> Any:
    """Import the two names on first use: `should-i-use-ml --help` needs neither."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
