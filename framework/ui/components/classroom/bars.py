"""The answers of a room as bars in HTML: letters, patterns and numbers say what the colours repeat."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from framework.classroom.counting import QuestionResult, as_told
from framework.classroom.results import Result
from framework.classroom.sheets import Leaves
from framework.classroom.votes import NOT_ASKED, Counted, Part
from framework.model.answers import NOT_SURE, Answer
from framework.model.listing import letter, listed
from framework.model.rulebase import RuleBase
from framework.report.class_summary import answer_text
from framework.report.hues import UNKNOWN
from framework.ui import theme
from framework.ui.escaping import unbroken
from framework.ui.speech import say, say_count, to_say, written

VOTES = (to_say("First vote"), to_say("Second vote"))

MAX_ANSWERS = 5
"""Answers with a part of the bar of their own; the others share one."""

MAX_QUESTIONS = 4
"""Questions that are shown at once, on the projector and on the phones, which say what the letters there mean."""

MAX_VERDICTS = 6
"""Verdicts with a row of their own; the others share one."""

OTHERS = to_say("Other answers")
"""Those that are held back, and those without a part of their own, together."""

TOO_FEW = to_say("Fewer than five have answered, so nothing is shown.")

FEWER = to_say("fewer than five")

NOTHING_TOLD = to_say("Held back")
"""In place of the answers to one question; what that means is said once, in these words:"""

HELD_BACK = to_say(
    "Figures about fewer than five people are not shown, nor is whatever would give them away. With five to eight "
    "people, that leaves only what all of them answered alike; from nine on, more is shown."
)


@dataclass(frozen=True)
class Row:
    """One answer with its share of all."""

    place: int
    """Which letter and pattern it has: the same in each vote."""
    text: str
    size: int
    """Its length in a bar, in participants: of what is not told exactly, the least."""
    share: str
    """In words: "46 %", "at least 92 %", "about 45 %", "fewer than five"."""
    per_cent: int | None
    """The same as a rounded number; None where it is not told, or where shares need not add up to all."""


def in_order(rulebase: RuleBase, asked: str, votes: Sequence[Counted[Answer]]) -> list[list[Row]]:
    """For each vote the answers to a question, in words, in the order of the options; "not sure" and the rest last.

    Empty where none is told apart.
    """
    options = {answer: number for number, answer in enumerate(rulebase.questions[asked].complete_answers)}
    told = [{part.name: part for part in found.parts(None if found.several else MAX_ANSWERS)} for found in votes]

    def order(name: Answer | None) -> tuple[bool, bool, int, str]:
        return (name is None, name in (NOT_SURE, NOT_ASKED), options.get(name or "", len(options)), str(name))

    names = sorted({name for parts in told for name in parts}, key=order)
    return [
        [
            Row(
                place,
                say(OTHERS) if name is None else answer_text(rulebase, asked, name),
                parts[name].number,
                share(parts[name], found.answered, several=found.several),
                None if found.several else _per_cent(parts[name], found.answered),
            )
            for place, name in enumerate(names)
            if name in parts
        ]
        for found, parts in zip(votes, told, strict=True)
    ]


def share(part: Part[Answer] | Part[Leaves], total: int, *, several: bool = False) -> str:
    """The share of `total` that a part makes up, in words: "46 %", "at least 92 %"; never a figure about too few.

    `several`: one person may be counted in several parts, which then do not add up; both numbers are told: "7 of 19".
    """
    if several:
        return say("{number} of {total}", number=part.number, total=total)
    shown = _per_cent(part, total)
    if shown is not None:
        return unbroken(say("about {share} %", share=shown) if part.about else written(f"{shown} %"))
    if part.name is None:
        return say(FEWER)
    return unbroken(say("at least {share} %", share=100 * part.number // total))


def _per_cent(part: Part[Answer] | Part[Leaves], total: int) -> int | None:
    """The share of `total`, rounded, in per cent; None of what is only told to be at least or at most some."""
    if part.exact:
        return round(100 * part.number / total)
    return 5 * round(20 * part.number / total) if part.about else None


def _rounded(votes: Iterable[Sequence[int | None]]) -> Markup:
    """A note where the shares of a vote, all of which are told, do not add up to 100 %."""
    told = [[share for share in shares if share is not None] for shares in votes if None not in shares]
    if all(sum(shares) in (0, 100) for shares in told):
        return Markup()
    return Markup('<p class="small soft">{}</p>').format(
        unbroken(say("Rounded, so the shares do not add up to 100 %."))
    )


def reached(item: QuestionResult, result: Result) -> str:
    """Beside the bars: how many answered, where that is not everybody; empty where it is, or may not be told."""
    if item.reached is None:
        return ""
    return say("Answered by {number} of {total}", number=item.reached, total=result.answered)


def nothing_told() -> Markup:
    """In place of the bars of one question, about which nothing may be told."""
    return Markup('<p class="soft">{}</p>').format(say(NOTHING_TOLD))


def holds_back(*counts: Counted[Answer] | Counted[Leaves]) -> bool:
    """Whether nothing may be told of one of these, so that `HELD_BACK` has to be said."""
    return not all(found.parts() for found in counts)


def bar(rows: Sequence[Row], label: str, *, narrow: bool = False) -> Markup:
    """One bar. `label` is what it is about, for whoever listens; `narrow`: there is little room for numbers in it."""
    if not rows:
        return nothing_told()
    total, letters = sum(row.size for row in rows), 16 if narrow else 33
    heard = [f"{letter(row.place)} {row.share}, {row.text}" for row in rows]
    parts = Markup().join(
        Markup('<span class="part part-{}" style="flex-grow:{}"><b>{}</b></span>').format(
            min(row.place, MAX_ANSWERS),
            row.size,
            f"{letter(row.place)} {row.share}" if letters * row.size / total >= len(row.share) else letter(row.place),
        )
        for row in rows
    )
    html = Markup('<div class="room-bar" role="img" aria-label="{}{} {}">{}</div>')
    return html.format(label, say(":"), listed(heard, say("or")), parts)


def legend(votes: Sequence[Sequence[Row]], mine: str | None = None) -> Markup:
    """What the letters mean, with the share in each vote; `mine` is marked, where it is held back among the others."""
    texts = {row.place: row.text for rows in votes for row in rows}
    others = say(OTHERS) if mine is not None and mine not in texts.values() else None
    chips = {mine: say("your answer"), others: say("yours is among them")}
    shares = [{row.place: row.share for row in rows} for rows in votes if rows]
    items = Markup().join(
        Markup('<li><span class="part part-{} key"><b>{}</b></span><span>{}{}</span><b class="n">{}</b></li>').format(
            min(place, MAX_ANSWERS),
            letter(place),
            texts[place],
            _chip(chips.get(texts[place])),
            " → ".join(share.get(place, "–") for share in shares),
        )
        for place in sorted(texts)
    )
    gaps = any(place not in share for share in shares for place in texts)
    note = Markup('<p class="small soft">{}</p>').format(say("–: nobody, or too few to tell")) if gaps else Markup()
    note += _rounded([row.per_cent for row in rows] for rows in votes)
    more = " both" if len(votes) > 1 else ""
    return Markup('<ul class="room-legend{}">{}</ul>{}').format(more, items, note) if texts else Markup()


def _chip(words: str | None) -> Markup:
    return Markup(' <span class="chip">{}</span>').format(words) if words else Markup()


def verdicts(rulebase: RuleBase, result: Result, mine: Sequence[str] = (), *, ideas: bool = False) -> Markup:
    """What the sheets of the room lead to; `ideas`: each is about an idea of its own, so these are counted."""
    parts = result.verdicts.parts(MAX_VERDICTS)
    if not parts:
        return Markup("<p>{}</p>").format(say("Held back, as it would tell what fewer than five chose."))
    total = result.verdicts.length(parts)
    own = as_told(tuple(mine)) if mine else None
    chips: dict[Leaves | None, str] = {own: say("you")} if own is not None else {}
    if own is not None and all(part.name != own for part in parts):
        chips[None] = say("you are among them")
    items = Markup().join(
        Markup(
            '<li class="{}"><span class="sym" aria-hidden="true">{}</span><span class="name">{}{}</span>'
            '<span class="length" aria-hidden="true"><i style="width:{}%"></i></span><b class="n">{}</b></li>'
        ).format(
            theme.hue(rulebase.verdict[part.name[0]].colour if part.name and len(part.name) == 1 else UNKNOWN),
            rulebase.verdict[part.name[0]].icon if part.name and len(part.name) == 1 else "help",
            say("Other advice") if part.name is None else named(rulebase, part.name),
            _chip(chips.get(part.name)),
            round(100 * part.number / total),
            _how_many(part, total, ideas=ideas),
        )
        for part in parts
    )
    note = Markup() if ideas else _rounded([[_per_cent(part, total) for part in parts]])
    return Markup('<ul class="room-verdicts">{}</ul>{}').format(items, note)


def verdicts_twice(rulebase: RuleBase, first: Result, second: Result, *, ideas: bool = False) -> Markup:
    """What the sheets of the room lead to in both votes: one row for each advice, with a bar for each vote.

    Something may be told of at least one of the votes. `ideas`: each sheet is about an idea of its own, so these are
    counted.
    """
    counts = [found.verdicts for found in (second, first)]
    votes = [(found.length(found.parts()), {part.name: part for part in found.parts()}) for found in counts]
    largest = [part.name for found in counts for part in found.parts(MAX_VERDICTS)]
    names = sorted(dict.fromkeys(largest), key=lambda name: name is None)
    items = Markup().join(
        Markup(
            '<li class="{}"><span class="sym" aria-hidden="true">{}</span><span class="name">{}</span>'
            "<div>{}</div></li>"
        ).format(
            theme.hue(rulebase.verdict[name[0]].colour if name and len(name) == 1 else UNKNOWN),
            rulebase.verdict[name[0]].icon if name and len(name) == 1 else "help",
            say("Other advice") if name is None else named(rulebase, name),
            Markup().join(
                Markup(
                    '<span class="tick"><span class="name">{}</span><span class="length" aria-hidden="true">'
                    '<i style="width:{}%"></i></span><b class="n">{}</b></span>'
                ).format(
                    say(vote),
                    round(100 * parts[name].number / total) if name in parts else 0,
                    _how_many(parts[name], total, ideas=ideas) if name in parts else "–",
                )
                for vote, (total, parts) in zip(VOTES, reversed(votes), strict=True)
            ),
        )
        for name in names
    )
    note = Markup('<p class="small soft">{}</p>').format(say("–: nobody, or too few to tell"))
    gaps = any(name not in parts for _, parts in votes for name in names)
    rounded = (
        Markup() if ideas else _rounded([_per_cent(part, total) for part in parts.values()] for total, parts in votes)
    )
    return Markup('<ul class="room-verdicts twice">{}</ul>{}{}').format(items, note if gaps else "", rounded)


def named(rulebase: RuleBase, leaves: Sequence[str]) -> str:
    """A verdict, or those that are still possible, in words; `leaves` as `counting.as_told` has them."""
    if not leaves:
        return say("Open: more than two verdicts possible")
    if len(leaves) == 1:
        return rulebase.verdict[leaves[0]].short
    return say("Open: {names}", names=listed([rulebase.verdict[id_].short for id_ in leaves], say("or")))


def _how_many(part: Part[Leaves], total: int, *, ideas: bool) -> str:
    """The share of `total` that a part makes up, in words; for `ideas` their number: "3 ideas", "about 10"."""
    if not ideas:
        return share(part, total)
    if part.exact:
        return say_count(part.number, "{number} idea", "{number} ideas")
    if part.about:
        return say("about {number}", number=part.number)
    return say(FEWER) if part.name is None else say("at least {number}", number=part.number)
