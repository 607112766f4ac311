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

DIFFERENT = to_say("Different answers, too few of one kind to show shares")
"""The same, where no answer is told apart."""


DIFFERENT_ADVICE = to_say("Different advice, too few of one kind to show shares")

Rows = Sequence[tuple[str, int | None]]
"""Answers in words with how many gave them; None where nothing is told, in the only row."""


def in_order(rulebase: RuleBase, found: QuestionResult) -> Rows:
    """The answers that were given, in words, in the order of the options; "not sure" and the rest last."""
    question, most = found.question, found.counted.nearly_all
    if most is not None:
        text = rulebase.answer_text(question, most)
        return [(say("Nearly all: {answer} (fewer than five answered otherwise)", answer=text), None)]
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
    if rest and not rows:
        return [(say(DIFFERENT), None)]
    return [*rows, (say(OTHERS), rest)] if rest else rows


def bar(rows: Rows, label: str, *, narrow: bool = False) -> Markup:
    """One bar. `label` is what it is about, for whoever listens; `narrow`: there is little room for numbers in it."""
    total, least = _total(rows), 0.25 if narrow else 0.12
    heard = [
        f"{letter(place)} {_percent(count, total)}".strip() + f", {text}" for place, (text, count) in enumerate(rows)
    ]
    parts = Markup().join(
        Markup('<span class="part part-{}" style="flex-grow:{}"><b>{}</b></span>').format(
            place, size, f"{letter(place)} {_percent(count, total)}".strip() if size / total >= least else letter(place)
        )
        for place, (count, size) in enumerate((count, total if count is None else count) for _, count in rows)
    )
    html = Markup('<div class="room-bar" role="img" aria-label="{}: {}">{}</div>')
    return html.format(label, listed(heard, say("or")), parts)


def legend(rows: Rows, mine: str | None = None) -> Markup:
    """What the letters mean, with numbers; `mine` is marked."""
    total = _total(rows)
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
    own = rulebase.answer_text(found.question, mine) if mine is not None else None
    if mine is not None and mine == found.counted.nearly_all:
        own = rows[0][0]
    return Markup('<section class="room-question{}"><h2>{}</h2>{}{}</section>').format(
        " deciding" if deciding else "",
        asked.short,
        bar(rows, asked.short, narrow=True),
        legend(rows, own),
    )


def verdicts(rulebase: RuleBase, found: Result, mine: Sequence[str] = ()) -> Markup:
    """What the sheets of the room lead to."""
    total, most = found.answered or 1, found.nearly_all
    shown: Sequence[tuple[Sequence[str], int | None]]
    shown = [(leaves, count) for leaves, count in found.verdicts.items() if count is not None][:MOST_VERDICTS]
    shown = shown if most is None else [(most, None)]
    rows = [
        (
            theme.hue(rulebase.verdict[leaves[0]].colour if len(leaves) == 1 else UNKNOWN),
            rulebase.verdict[leaves[0]].icon if len(leaves) == 1 else "help",
            named(rulebase, leaves)
            if most is None
            else say("Nearly all: {advice} (fewer than five advise otherwise)", advice=named(rulebase, leaves)),
            Markup(' <span class="chip">{}</span>').format(say("you")) if leaves == tuple(mine) else "",
            count,
        )
        for leaves, count in shown
    ]
    if most is None and (rest := found.answered - sum(count or 0 for _, count in shown)):
        told, number = (say("Other advice"), rest) if rows else (say(DIFFERENT_ADVICE), None)
        rows.append((theme.hue(UNKNOWN), "help", told, "", number))
    items = Markup().join(
        Markup(
            '<li class="{}"><span class="sym" aria-hidden="true">{}</span><span class="name">{}{}</span>'
            '<span class="length" aria-hidden="true"><i style="width:{}%"></i></span><b class="n">{}</b></li>'
        ).format(hue, icon, name, chip, 100 if count is None else round(100 * count / total), _percent(count, total))
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


def _total(rows: Rows) -> int:
    return sum(count or 0 for _, count in rows) or 1


def _percent(count: int | None, total: int) -> str:
    return "" if count is None else f"{round(100 * count / total)} %"
