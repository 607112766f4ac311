"""The answers of a room where several may hold: one bar for each answer, as one person may have ticked several."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from markupsafe import Markup

from framework.classroom.votes import Counted
from framework.model.answers import Answer
from framework.model.listing import letter
from framework.report.class_summary import HELD_BACK, SEVERAL
from framework.ui.components.classroom.bars import MAX_ANSWERS, VOTES, Row, nothing_told
from framework.ui.speech import say


def note(rounds: Iterable[Counted[Answer]]) -> str:
    """What has to be known of such counts."""
    return say(SEVERAL if all(found.complete for found in rounds) else HELD_BACK)


def picture(votes: Sequence[Sequence[Row]], rounds: Sequence[Counted[Answer]], mine: Collection[str] = ()) -> Markup:
    """Each answer in words, with a bar for each vote; `mine` are marked. `rounds`: the counts of each vote."""
    rows = {row.place: row.text for vote in votes for row in vote}
    if not rows:
        return nothing_told()
    items = Markup().join(
        Markup("<li><span><b>{}</b> {}{}</span>{}</li>").format(
            letter(place),
            text,
            Markup(' <span class="chip">{}</span>').format(say("your answer")) if text in mine else "",
            Markup().join(
                _line(place, vote, found.answered, say(name) if len(votes) > 1 else "")
                for vote, found, name in zip(votes, rounds, VOTES, strict=False)
            ),
        )
        for place, text in sorted(rows.items())
    )
    return Markup('<ul class="room-ticks">{}</ul><p class="small soft">{}</p>').format(items, note(rounds))


def letters(rows: Sequence[Row], total: int, label: str) -> Markup:
    """The bars of one vote with letters, where others say what these mean; `label` is what it is about."""
    if not rows:
        return nothing_told()
    lines = Markup().join(_line(row.place, [row], total, letter(row.place)) for row in rows)
    return Markup('<div class="room-ticks" role="group" aria-label="{}">{}</div>').format(label, lines)


def _line(place: int, rows: Sequence[Row], total: int, name: str) -> Markup:
    row = next((row for row in rows if row.place == place), None)
    return Markup(
        '<span class="tick"><span class="name">{}</span><span class="length" aria-hidden="true">'
        '<i class="part-{}" style="width:{}%"></i></span><b class="n">{}</b></span>'
    ).format(name, min(place, MAX_ANSWERS), round(100 * row.size / total) if row else 0, row.share if row else "–")
