"""Checks that need the whole folder. One module per subject; each checks everything and reports every problem.

A check is a function `check(collection, names)`; add a module, list its function here, and break one file for it in
`tests/broken/`.
"""

from __future__ import annotations

from framework.rulebase.checks import (
    answers,
    conditions,
    cycles,
    ids,
    interview,
    money,
    orders,
    references,
    shapes,
    templates,
    unused,
)
from framework.rulebase.checks.names import Names
from framework.rulebase.collection import Collection

CHECKS = (
    ids.check,
    shapes.check,
    orders.check,
    references.check,
    conditions.check,
    cycles.check,
    templates.check,
    answers.check,
    interview.check,
    money.check,
    unused.check,
)


def run_checks(collection: Collection) -> None:
    """Run every check. A missing id is no mistake if it may be in a file that could not be read, so that one broken
    file does not make every reference to it an error.
    """
    names = Names.of(collection)
    for check in CHECKS:
        check(collection, names)
