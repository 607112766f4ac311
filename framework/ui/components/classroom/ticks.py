"""The answers of a room where several may hold: one bar for each answer, as one person may have ticked several."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from markupsafe import Markup

from framework.model.listing import letter
from framework.ui.components.classroom.bars import MOST, NOT_TOLD_APART, VOTES, Row
from framework.ui.speech import say, to_say

NOTE = to_say("One person can tick several answers. What few ticked, or nearly all, is not shown.")


def picture(votes: Sequence[Sequence[Row]], answered: Sequence[int], mine: Collection[str] = ()) -> Markup:
    """Each answer in words, with a bar for each vote; `mine` are marked. `answered`: by how many in each vote."""
    rows = {row.place: row.text for vote in votes for row in vote}
    if not rows:
        return Markup("<p>{}</p>").format(say(NOT_TOLD_APART))
    items = Markup().join(
        Markup("<li><span><b>{}</b> {}{}</span>{}</li>").format(
            letter(place),
            text,
            Markup(' <span class="chip">{}</span>').format(say("your answer")) if text in mine else "",
            Markup().join(
                _line(place, vote, total, say(name) if len(votes) > 1 else "")
                for vote, total, name in zip(votes, answered, VOTES, strict=False)
            ),
        )
        for place, text in sorted(rows.items())
    )
    return Markup('<ul class="room-ticks">{}</ul><p class="small soft">{}</p>').format(items, say(NOTE))


def letters(rows: Sequence[Row], total: int, label: str) -> Markup:
    """The bars of one vote with letters, where others say what these mean; `label` is what it is about."""
    if not rows:
        return Markup("<p>{}</p>").format(say(NOT_TOLD_APART))
    lines = Markup().join(_line(row.place, [row], total, letter(row.place)) for row in rows)
    return Markup('<div class="room-ticks" role="group" aria-label="{}">{}</div>').format(label, lines)


def _line(place: int, rows: Sequence[Row], total: int, name: str) -> Markup:
    row = next((row for row in rows if row.place == place), None)
    return Markup(
        '<span class="tick"><span class="name">{}</span><span class="length" aria-hidden="true">'
        '<i class="part-{}" style="width:{}%"></i></span><b class="n">{}</b></span>'
    ).format(name, min(place, MOST), round(100 * row.size / total) if row else 0, row.share if row else "–")
