"""Several ideas side by side in a table. Text is plain: each form escapes it in its own way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from framework.economics.writing import spread
from framework.languages.catalogue import say, to_say
from framework.model.assessment import Assessment
from framework.model.comparison import ComparedIdea, Comparison
from framework.model.listing import distinct
from framework.model.question import TextRole
from framework.model.rulebase import RuleBase
from framework.model.rules import Status
from framework.report.blocks import Table
from framework.report.front import verdict_in_short
from framework.report.sections.context import Context
from framework.report.sections.money import in_unit
from framework.report.sections.pays_worth import period
from framework.report.wording import IN_COLUMNS, UNDECIDED_MEANS

Order = Literal["as given", "verdict", "worth", "in favour", "against"]
"""What the table can be sorted by."""

TITLE = to_say("Ideas side by side")

WORTH = to_say("Worth")

COLUMNS = (to_say("Idea"), to_say("Verdict"), to_say("It rests on"), WORTH, *IN_COLUMNS.values())

WORTH_COLUMNS = (
    to_say("Worth, low"),
    to_say("Worth, middle"),
    to_say("Worth, high"),
    to_say("Unit of worth"),
    to_say("Years of use"),
)
"""What stands in place of the worth where each cell is one number or word."""

DIGITS = 3
"""Significant digits of a number in a table; more would be a pretence."""

NAMED = 3
"""How many questions a cell names; the brief of the idea has all."""

UNTITLED = to_say("Idea without a name")


def names(rulebase: RuleBase, comparison: Comparison) -> tuple[str, ...]:
    """A name for each idea that no other has: its title, numbered where several have the same or none."""
    return distinct([idea.title.strip() or say(rulebase.language, UNTITLED) for idea in comparison.ideas])


def standing(idea: ComparedIdea) -> dict[Status, tuple[str, ...]]:
    """The criteria of an idea by how they stand."""
    return {
        Status.FAVOURABLE: idea.favourable,
        Status.OPEN: idea.open,
        Status.UNFAVOURABLE: idea.against,
        Status.BLOCKING: idea.blocking,
    }


def overview(
    rulebase: RuleBase, comparison: Comparison, assessments: Sequence[Assessment], order: Order = "as given"
) -> Table:
    """One row for each idea, with the verdict as its brief says it."""
    shown = names(rulebase, comparison)
    rows = [
        (
            shown[index],
            verdict_in_short(rulebase, assessments[index]),
            _hangs_on(rulebase, idea),
            _worth(rulebase, assessments[index]),
            *(str(len(standing(idea)[status])) for status in IN_COLUMNS),
        )
        for index, idea in sorted(enumerate(comparison.ideas), key=lambda pair: _rank(rulebase, pair[1], order))
    ]
    columns = tuple(say(rulebase.language, name) for name in COLUMNS)
    return Table(columns, tuple(rows), say(rulebase.language, TITLE))


def legend(rulebase: RuleBase, comparison: Comparison) -> tuple[str, ...]:
    """What a column of the overview means that its name alone does not say."""
    undecided = any(idea.open for idea in comparison.ideas)
    return (say(rulebase.language, UNDECIDED_MEANS),) if undecided else ()


def _worth(rulebase: RuleBase, assessment: Assessment) -> str:
    """All that is left of the gain, in the person's unit, and over how many years."""
    worth, ctx = assessment.worth, Context(rulebase, assessment)
    if worth is None or worth.total is None:
        return say(rulebase.language, "not worked out")
    amount = f"{spread(worth.total, language=rulebase.language)}{in_unit(ctx)}"
    return f"{amount} {period(worth, rulebase.language)}"


def worth_in_numbers(
    rulebase: RuleBase, assessment: Assessment
) -> tuple[float | None, float | None, float | None, str | None, float | None]:
    """For `WORTH_COLUMNS`: low, middle and high, the unit, and the years; None for what is not known. A gain that comes
    once has no years.
    """
    worth = assessment.worth
    if worth is None or worth.total is None:
        return None, None, None, None, None
    low, middle, high = (_rounded(end) for end in (worth.total.low, worth.total.middle, worth.total.high))
    years = None if worth.once else _rounded(worth.years_of_use.middle)
    return low, middle, high, Context(rulebase, assessment).words.in_role(TextRole.UNIT_OF_VALUE), years


def _rounded(number: float) -> float:
    """A number with the digits that count, whole where it can be."""
    rounded = float(f"{number:.{DIGITS}g}")
    return int(rounded) if rounded.is_integer() else rounded


def _hangs_on(rulebase: RuleBase, idea: ComparedIdea) -> str:
    shown = [rulebase.questions[id_].short for id_ in idea.hangs_on[:NAMED]]
    more = len(idea.hangs_on) - len(shown)
    named = say(rulebase.language, "; ").join(shown)
    if more > 0:
        named = say(rulebase.language, "{named}; and {number} more", named=named, number=more)
    return named if idea.verdict or not shown else say(rulebase.language, "Open: {names}", names=named)


def _rank(rulebase: RuleBase, idea: ComparedIdea, order: Order) -> tuple[float, ...]:
    """Lower comes first."""
    if order == "verdict":
        return (list(rulebase.verdict).index(idea.verdict) if idea.verdict else len(rulebase.verdict),)
    if order == "worth":
        return (-idea.total.middle,) if idea.total else (float("inf"),)
    if order == "in favour":
        return (-len(idea.favourable),)
    return (-len(idea.blocking), -len(idea.against)) if order == "against" else ()
