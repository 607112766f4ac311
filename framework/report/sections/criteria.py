"""How every criterion stands: met, not met, or why it is undecided."""

from __future__ import annotations

from framework.assessment.undecided import hanging_on, why_undecided
from framework.languages.catalogue import is_one, quoted, say, to_say
from framework.model.assessment import Statement
from framework.model.listing import listed
from framework.model.rule_index import index_of
from framework.model.rules import Criterion, Status
from framework.reasoning.readable import STANDS
from framework.report.blocks import Marks
from framework.report.sections.context import Context

MAX_MISSING = 2
"""Open questions that are named beside an undecided criterion."""

COUNTED = {
    Status.BLOCKING: to_say("{number} not met and a serious obstacle"),
    Status.UNFAVOURABLE: to_say("{number} not met"),
    Status.FAVOURABLE: to_say("{number} met"),
}
"""How several criteria stand."""


def criterion_title(ctx: Context, reason: Statement) -> str:
    """The criterion that a reason belongs to."""
    return index_of(ctx.rulebase)[reason.rule].title


def criteria(ctx: Context) -> Marks:
    """The status of every criterion: by status, within each status the characteristics first."""
    statuses, language = ctx.assessment.criteria, ctx.rulebase.language
    order = list(STANDS)
    shown = sorted(ctx.rulebase.criteria, key=lambda c: (order.index(statuses[c.id]), not c.characteristic))
    counts = [
        say(language, COUNTED[status], number=number)
        if not is_one(language, number)
        else f"{number} {say(language, STANDS[status]).lower()}"
        for status in order
        if status is not Status.OPEN and (number := sum(1 for found in statuses.values() if found is status))
    ]
    undecided = {one.id: _undecided(ctx, one) for one in shown if statuses[one.id] is Status.OPEN}
    lying = (say(language, "in between"), say(language, "not applicable"))
    hanging = sum(told not in lying for told in undecided.values())
    if hanging:
        counts.append(say(language, "{number} undecided", number=hanging))
    counts += [f"{number} {told}" for told in lying if (number := list(undecided.values()).count(told))]
    many, one_alone = to_say("{number} criteria: {counts}."), to_say("{number} criterion: {counts}.")
    reading = say(
        language, one_alone if is_one(language, len(shown)) else many, number=len(shown), counts=", ".join(counts)
    )
    return Marks(
        reading,
        tuple(
            (
                f"{one.title} ({undecided[one.id]})" if one.id in undecided else one.title,
                statuses[one.id].value,
            )
            for one in shown
        ),
    )


def _undecided(ctx: Context, criterion: Criterion) -> str:
    """Why a criterion is undecided, in one word for each reason; an open one names its questions."""
    language, answers = ctx.rulebase.language, ctx.assessment.answers
    missing = [quoted(language, ctx.short(id_)) for id_ in hanging_on(ctx.facts, criterion, answers)]
    if not missing:
        between = why_undecided(ctx.facts, criterion, answers) == "in_between"
        return say(language, "in between" if between else "not applicable")
    more = len(missing) - MAX_MISSING
    left = [say(language, "{number} more", number=more)] if more > 0 else []
    named = listed([*missing[:MAX_MISSING], *left], say(language, "and"))
    return say(language, "open: {questions}", questions=named)
