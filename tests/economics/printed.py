"""What the worked examples are compared by: numbers to the digit that is printed in the reference."""

from __future__ import annotations

from framework.economics.formulas import FORMULAS
from framework.economics.spreads import middles
from framework.model.formulas import FormulaId
from framework.model.worth import Worth
from tests.economics.textbook import turning_point


def shown(number: float, form: str) -> str:
    """A number as the reference prints it; `%` forms are percentages."""
    return format(100 * number, form[:-1]) + " %" if form.endswith("%") else format(number, form)


def turns(found: Worth, formula: FormulaId, role: str, largest: float) -> float:
    """The value of one input at which the gain equals the running cost."""
    at = turning_point(FORMULAS[formula].gain, middles(found.numbers), role, found.numbers["running"].middle, largest)
    assert at is not None
    return at


def needs(found: Worth, form: str) -> list[str]:
    """The quality needed for each of the three break-evens."""
    spans = (found.needed.today, found.needed.upkeep, found.needed.pays)
    return [shown(span.middle, form) for span in spans if span is not None and span.middle is not None]


def middle(found: Worth, figure: str) -> float:
    at = found.figures[figure].middle
    assert at is not None
    return at
