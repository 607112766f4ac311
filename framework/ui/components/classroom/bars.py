"""The answers of a room as bars in HTML: letters, patterns and numbers say what the colours repeat."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from framework.classroom.results import QuestionResult, Result
from framework.model.answers import NOT_SURE, Answer
from framework.model.listing import letter, listed
from framework.model.rulebase import RuleBase
from framework.report.hues import UNKNOWN
from framework.ui import theme
from framework.ui.speech import say, to_say

MOST = 5
"""Answers with a part of the bar of their own; the others share one."""

MOST_VERDICTS = 6
"""Verdicts with a row of their own; the others share one."""

OTHERS = to_say("Other answers")
"""Those that are held back, and those without a part of their own, together."""

TOO_FEW = to_say("Fewer than five have answered, so nothing is shown.")

DIFFERENT = to_say("Different answers")
"""The same, where no answer is told apart."""


def in_order(rulebase: RuleBase, found: QuestionResult) -> list[tuple[str, int]]:
    """The answers that were given, in words, in the order of the options; "not sure" and the rest last."""
    question = found.question
    counts = {answer: count for answer, count in found.counted.counts.items() if count is not None}
    place: dict[Answer, int] = {
        answer: number for number, answer in enumerate(rulebase.questions[question].complete_answers)
    }
    kept = sorted(counts, key=lambda answer: -counts[answer])[:MOST]
    rows = [
        (rulebase.answer_text(question, answer), counts[answer])
        for answer in sorted(kept, key=lambda answer: (answer == NOT_SURE, place.get(answer, len(place)), str(answer)))
    ]
    rest = found.counted.answered - sum(count for _, count in rows)
    return [*rows, (say(OTHERS if rows else DIFFERENT), rest)] if rest else rows


def bar(rows: Sequence[tuple[str, int]], label: str, *, narrow: bool = False) -> Markup:
    """One bar. `label` is what it is about, for whoever listens; `narrow`: there is little room for numbers in it."""
    total, least = sum(count for _, count in rows) or 1, 0.25 if narrow else 0.12
    heard = [f"{letter(place)} {_percent(count, total)}, {text}" for place, (text, count) in enumerate(rows)]
    parts = Markup().join(
        Markup('<span class="part part-{}" style="flex-grow:{}"><b>{}</b></span>').format(
            place, count, f"{letter(place)} {_percent(count, total)}" if count / total >= least else letter(place)
        )
        for place, (_, count) in enumerate(rows)
    )
    html = Markup('<div class="room-bar" role="img" aria-label="{}: {}">{}</div>')
    return html.format(label, listed(heard, say("or")), parts)


def legend(rows: Sequence[tuple[str, int]], mine: str | None = None) -> Markup:
    """What the letters mean, with numbers; `mine` is marked."""
    total = sum(count for _, count in rows) or 1
    items = Markup().join(
        Markup('<li><span class="part part-{} key"><b>{}</b></span><span>{}{}</span><b class="n">{}</b></li>').format(
            place,
            letter(place),
            text,
            Markup(' <span class="chip">{}</span>').format(say("your answer")) if text == mine else "",
            _percent(count, total),
        )
        for place, (text, count) in enumerate(rows)
    )
    return Markup('<ul class="room-legend">{}</ul>').format(items)


def question(
    rulebase: RuleBase, found: QuestionResult, *, mine: Answer | None = None, deciding: bool = False
) -> Markup:
    """One question with its bar and legend."""
    asked = rulebase.questions[found.question]
    rows = in_order(rulebase, found)
    return Markup('<section class="room-question{}"><h2>{}</h2>{}{}</section>').format(
        " deciding" if deciding else "",
        asked.short,
        bar(rows, asked.short, narrow=True),
        legend(rows, rulebase.answer_text(found.question, mine) if mine is not None else None),
    )


def verdicts(rulebase: RuleBase, found: Result, mine: Sequence[str] = ()) -> Markup:
    """What the sheets of the room lead to."""
    total = found.answered or 1
    shown = [(leaves, count) for leaves, count in found.verdicts.items() if count is not None][:MOST_VERDICTS]
    rows = [
        (
            theme.hue(rulebase.verdict[leaves[0]].colour if len(leaves) == 1 else UNKNOWN),
            rulebase.verdict[leaves[0]].icon if len(leaves) == 1 else "help",
            named(rulebase, leaves),
            Markup(' <span class="chip">{}</span>').format(say("you")) if leaves == tuple(mine) else "",
            count,
        )
        for leaves, count in shown
    ]
    if rest := found.answered - sum(count for _, count in shown):
        rows.append((theme.hue(UNKNOWN), "help", say("Other advice") if rows else say("Different advice"), "", rest))
    items = Markup().join(
        Markup(
            '<li class="{}"><span class="sym" aria-hidden="true">{}</span><span class="name">{}{}</span>'
            '<span class="length" aria-hidden="true"><i style="width:{}%"></i></span><b class="n">{}</b></li>'
        ).format(hue, icon, name, chip, round(100 * count / total), _percent(count, total))
        for hue, icon, name, chip, count in rows
    )
    return Markup('<ul class="room-verdicts">{}</ul>').format(items)


def named(rulebase: RuleBase, leaves: Sequence[str]) -> str:
    """A verdict, or several that are still possible, in words."""
    if len(leaves) == 1:
        return rulebase.verdict[leaves[0]].short
    if len(leaves) > 2:
        return say("Open: {number} verdicts possible", number=len(leaves))
    return say("Open: {names}", names=listed([rulebase.verdict[id_].short for id_ in leaves], say("or")))


def _percent(count: int, total: int) -> str:
    return f"{round(100 * count / total)} %"
