"""The answers of a room as bars in HTML: letters, patterns and numbers say what the colours repeat."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from framework.classroom.results import QuestionResult, Result
from framework.classroom.sheets import Leaves
from framework.classroom.votes import Part
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

FEWER = to_say("fewer than five")

NOT_TOLD_APART = to_say("Fewer than five gave one of the answers, so none is shown.")


@dataclass(frozen=True)
class Row:
    """One answer with its share of all."""

    text: str
    size: int
    """Its length in a bar, in participants: of what is not told exactly, the least."""
    share: str
    """In words: "46 %", "at least 92 %", "fewer than five"."""


def in_order(rulebase: RuleBase, found: QuestionResult) -> list[Row]:
    """The answers that were given, in words, in the order of the options; "not sure" and the rest last.

    Empty where none is told apart.
    """
    place: dict[Answer, int] = {
        answer: number for number, answer in enumerate(rulebase.questions[found.question].complete_answers)
    }

    def order(part: Part[Answer]) -> tuple[bool, bool, int, str]:
        return (part.name is None, part.name == NOT_SURE, place.get(part.name or "", len(place)), str(part.name))

    return [
        Row(
            say(OTHERS) if part.name is None else rulebase.answer_text(found.question, part.name),
            part.number,
            share(part, found.counted.answered),
        )
        for part in sorted(found.counted.parts(MOST), key=order)
    ]


def share(part: Part[Answer] | Part[Leaves], total: int) -> str:
    """Its share of all, in words; nothing that would be a figure about too few."""
    if part.exact:
        return _percent(part.number, total)
    return say(FEWER) if part.name is None else say("at least {share} %", share=100 * part.number // total)


def bar(rows: Sequence[Row], label: str, *, narrow: bool = False) -> Markup:
    """One bar. `label` is what it is about, for whoever listens; `narrow`: there is little room for numbers in it."""
    if not rows:
        return Markup("<p>{}</p>").format(say(NOT_TOLD_APART))
    total, least = sum(row.size for row in rows), 0.25 if narrow else 0.12
    heard = [f"{letter(place)} {row.share}, {row.text}" for place, row in enumerate(rows)]
    parts = Markup().join(
        Markup('<span class="part part-{}" style="flex-grow:{}"><b>{}</b></span>').format(
            place, row.size, f"{letter(place)} {row.share}" if row.size / total >= least else letter(place)
        )
        for place, row in enumerate(rows)
    )
    html = Markup('<div class="room-bar" role="img" aria-label="{}: {}">{}</div>')
    return html.format(label, listed(heard, say("or")), parts)


def legend(rows: Sequence[Row], mine: str | None = None) -> Markup:
    """What the letters mean, with numbers; `mine` is marked."""
    items = Markup().join(
        Markup('<li><span class="part part-{} key"><b>{}</b></span><span>{}{}</span><b class="n">{}</b></li>').format(
            place,
            letter(place),
            row.text,
            Markup(' <span class="chip">{}</span>').format(say("your answer")) if row.text == mine else "",
            row.share,
        )
        for place, row in enumerate(rows)
    )
    return Markup('<ul class="room-legend">{}</ul>').format(items) if rows else Markup()


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
    total, parts = found.answered, found.verdicts.parts(MOST_VERDICTS)
    if not parts:
        return Markup("<p>{}</p>").format(say("Fewer than five reached one of the verdicts, so none is shown."))
    items = Markup().join(
        Markup(
            '<li class="{}"><span class="sym" aria-hidden="true">{}</span><span class="name">{}{}</span>'
            '<span class="length" aria-hidden="true"><i style="width:{}%"></i></span><b class="n">{}</b></li>'
        ).format(
            theme.hue(rulebase.verdict[part.name[0]].colour if part.name and len(part.name) == 1 else UNKNOWN),
            rulebase.verdict[part.name[0]].icon if part.name and len(part.name) == 1 else "help",
            say("Other advice") if part.name is None else named(rulebase, part.name),
            Markup(' <span class="chip">{}</span>').format(say("you")) if part.name == tuple(mine) else "",
            round(100 * part.number / total),
            share(part, total),
        )
        for part in parts
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
