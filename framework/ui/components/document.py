"""Renders the headings of a document as a page. All text is escaped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import streamlit as st
from markupsafe import Markup

from framework.model.answers import Answer
from framework.model.assessment import Assessment
from framework.model.rulebase import RuleBase
from framework.model.rules import Status
from framework.reasoning.readable import STANDS
from framework.report.blocks import (
    Block,
    Bullets,
    Choices,
    Details,
    Item,
    Marks,
    Paragraph,
    Picture,
    Section,
    Table,
)
from framework.report.wording import only_followed
from framework.ui import styles
from framework.ui.components import charts, statement
from framework.ui.components.lesson import why
from framework.ui.escaping import md
from framework.ui.speech import in_own, say

TONES = {
    Status.BLOCKING.value: "block",
    Status.UNFAVOURABLE.value: "trending_down",
    Status.FAVOURABLE.value: "trending_up",
    Status.OPEN.value: "help",
}
"""Material symbol next to the heading of a list, by tone."""

OPEN_LISTS = 12
"""Lists with a heading that are open in one section; further ones are collapsed under their heading."""

MAX_LINES, MIN_FOLDED = 6, 3
"""Lines of a list that are shown, and how many more there must be before the rest is collapsed."""

_SHEETS = ("document.css", "front.css")


@dataclass(frozen=True)
class View:
    """The data every part of a document needs."""

    rulebase: RuleBase
    assessment: Assessment
    notes: tuple[str, ...] = ()
    """The sources that are numbered under this heading."""

    @property
    def given(self) -> Mapping[str, Answer]:
        """The answers that somebody gave, without what the screen of rare stops merely left open."""
        found = self.assessment
        return {id_: x for id_, x in found.answers.items() if not only_followed(self.rulebase, found, id_)}


def style() -> None:
    """Add the style sheet of documents to the page."""
    styles.add(*map(Path(__file__).with_name, _SHEETS))


def section(view: View, found: Section) -> None:
    """One section under its own address."""
    with st.container(key=f"section_{found.id}"):
        st.header(md(found.title), anchor=found.id)
        why.taught_in(view.rulebase, found.id)
        blocks(replace(view, notes=found.notes), found.blocks, found.id)
        if found.notes:
            st.html(Markup('<div class="doc">{}</div>').format(_notes(view.rulebase, found.notes)))


def _notes(rulebase: RuleBase, ids: Sequence[str]) -> Markup:
    """The sources of a heading, numbered."""
    lines = Markup().join(Markup("<li>{}</li>").format(statement.source(rulebase.source[id_])) for id_ in ids)
    return Markup('<ol class="notes" aria-label="{}">{}</ol>').format(say("Sources"), lines)


def blocks(view: View, found: Sequence[Block], key: str) -> None:
    """Blocks in order; adjacent ones without a figure are merged into one piece of HTML."""
    waiting: list[Markup] = []
    lists = 0

    def flush() -> None:
        if waiting:
            st.html(Markup('<div class="doc">{}</div>').format(Markup().join(waiting)))
            waiting.clear()

    for number, block in enumerate(found):
        if isinstance(block, Bullets) and block.heading:
            lists += 1
            waiting.append(_bullets(view, block, folded=lists > OPEN_LISTS))
            continue
        if not _drawn(block):
            waiting.append(markup(view, block))
            continue
        flush()
        if isinstance(block, Picture):
            _picture(view, block, f"_{key}_{number}")
        elif isinstance(block, Details):
            with st.expander(md(block.title)):
                blocks(view, block.blocks, f"{key}_{number}")
    flush()


def _drawn(block: Block) -> bool:
    return isinstance(block, Picture) or (isinstance(block, Details) and any(_drawn(part) for part in block.blocks))


def _picture(view: View, block: Picture, key: str) -> None:
    st.markdown(md(block.reading))
    drawn = charts.show(block.name, view.rulebase, view.assessment, alt=block.reading, key=key)
    if drawn and block.caption:
        st.caption(md(block.caption))
    body = table(block.table)
    if drawn:
        body = Markup('<details class="more"><summary>{}</summary>{}</details>').format(
            say("The same as a table"), body
        )
    st.html(Markup('<div class="doc">{}</div>').format(body))


def markup(view: View, block: Block) -> Markup:
    """A block as HTML; figures give nothing."""
    match block:
        case Paragraph(text, None, quiet):
            return Markup('<p class="{}">{}</p>').format("soft small" if quiet else "", text)
        case Paragraph(text, cited, _) if cited is not None:
            return Markup('<ul class="lines"><li>{}</li></ul>').format(_line(view, Item(text, cited, cited.answers)))
        case Bullets():
            return _bullets(view, block)
        case Marks():
            return _marks(block)
        case Table():
            return table(block)
        case Choices(heading, questions):
            above = Markup("<h3>{}</h3>").format(in_own(heading)) if heading else Markup()
            return above + _answers(view, questions)
        case Details(title, parts):
            inner = Markup().join(markup(view, part) for part in parts)
            return Markup('<details class="more"><summary>{}</summary>{}</details>').format(title, inner)
        case _:
            return Markup()


def _answers(view: View, questions: Sequence[str]) -> Markup:
    """Answers as chips; the end of a long list is collapsed."""
    most = MAX_LINES if len(questions) >= MAX_LINES + MIN_FOLDED else len(questions)
    first, rest = (
        statement.chips(view.rulebase, part, view.assessment.answers) for part in (questions[:most], questions[most:])
    )
    return first + _more(len(questions) - most, rest) if rest else first


def _bullets(view: View, block: Bullets, *, folded: bool = False) -> Markup:
    kind: Literal["ol", "ul"] = "ol" if block.numbered else "ul"
    lines = [Markup("<li>{}</li>").format(_line(view, item)) for item in block.items]
    most = MAX_LINES if len(lines) >= MAX_LINES + MIN_FOLDED and not block.numbered else len(lines)
    symbol = (
        Markup('<span class="sym" aria-hidden="true">{}</span>').format(TONES[block.tone])
        if block.tone in TONES
        else ""
    )
    rest = [Markup("<li>{}</li>").format(_line(view, item)) for item in block.rest]
    after = _more(len(rest), _list(kind, rest, first=len(lines) + 1)) if rest else _also(block)
    if folded:
        whole = _list(kind, lines) + after
        heading = Markup('<h3 class="tone">{}{}</h3> <span class="soft">{}</span>').format(
            symbol, in_own(block.heading or ""), len(lines)
        )
        return Markup('<details class="list"><summary>{}</summary>{}</details>').format(heading, whole)
    heading = Markup('<h3 class="tone">{}{}</h3>').format(symbol, in_own(block.heading)) if block.heading else Markup()
    shorter = heading + _list(kind, lines[:most])
    if most == len(lines):
        return shorter + after
    return shorter + _more(len(lines) - most, _list(kind, lines[most:], first=most + 1)) + after


def _marks(block: Marks) -> Markup:
    """A strip of marks, one for each, and the list behind it."""
    said = {tone: say(STANDS[Status(tone)]).lower() for tone in TONES}
    strip = Markup().join(
        Markup('<li class="{}" title="{}"><span class="sr-only">{}</span></li>').format(
            tone, *(f"{name}{say(':')} {said[tone]}",) * 2
        )
        for name, tone in block.marks
    )
    groups = Markup().join(
        Markup("<dt>{}</dt><dd>{}</dd>").format(word.capitalize(), f"{say(';')} ".join(names))
        for tone, word in said.items()
        if (names := [name for name, mark in block.marks if mark == tone])
    )
    return Markup(
        '<ul class="strip-of-marks">{}</ul>'
        '<details class="more"><summary>{}</summary><dl class="facts">{}</dl></details>'
    ).format(strip, block.reading, groups)


def _more(number: int, rest: Markup) -> Markup:
    more = say("{number} more", number=number)
    return Markup('<details class="more"><summary>{}</summary>{}</details>').format(more, rest)


def _also(block: Bullets) -> Markup:
    """What matters less, as links to the rules."""
    names = (
        Markup("{} ")
        .format(say(";"))
        .join(
            Markup('<a href="{}">{}</a>').format(statement.href("rule", rule=item.statement.rule), item.label)
            for item in block.more
            if item.statement
        )
    )
    return Markup('<p class="also small">{} {}</p>').format(say("Also:"), names) if names else Markup()


def _list(kind: Literal["ol", "ul"], lines: Sequence[Markup], *, first: int = 1) -> Markup:
    """A list; numbers go on from the `first`."""
    start = Markup(' start="{}"').format(first) if kind == "ol" and first > 1 else ""
    return Markup('<{kind} class="lines"{start}>{lines}</{kind}>').format(
        kind=kind, start=start, lines=Markup().join(lines)
    )


def _line(view: View, item: Item) -> Markup:
    """One line: expandable if it has a rule; otherwise followed by links to its questions."""
    if item.statement is not None:
        lead = in_own((item.label or "").rstrip(".:"))
        own = item.statement
        if item.questions and not own.answers:
            own = own.model_copy(update={"answers": item.questions})
        cited = sorted(view.notes.index(id_) + 1 for id_ in own.sources if id_ in view.notes)
        number = Markup('<sup class="cited">{}</sup>').format(", ".join(map(str, cited))) if cited else Markup()
        opening = statement.expandable(view.rulebase, own, view.given, lead, item.text, number)
        return opening + _parts(item) + (_in_full(item.whole) if item.whole else "")
    lead = Markup("<strong>{}.</strong> ").format(in_own(item.label.rstrip(".:"))) if item.label else ""
    beside = statement.edits(view.rulebase, item.questions)
    return Markup('<div class="plain">{}{} {}</div>').format(lead, item.text, beside)


def table(found: Table, *, stacks: bool = False) -> Markup:
    """A table that scrolls on narrow screens, also with the keyboard; one that `stacks` has its cells one below another
    there, each behind the name of its column.
    """
    if stacks:
        return _stacked(found)
    caption = Markup("<caption>{}</caption>").format(found.caption) if found.caption else ""
    head = Markup().join(Markup('<th scope="col">{}</th>').format(column) for column in found.columns)
    rows = Markup().join(
        Markup("<tr>{}</tr>").format(Markup().join(Markup("<td>{}</td>").format(cell) for cell in row))
        for row in found.rows
    )
    label = found.caption or ", ".join(found.columns)
    return Markup(
        '<div class="table" role="region" tabindex="0" aria-label="{}"><table>{}'
        "<thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>"
    ).format(label, caption, head, rows)


def _stacked(found: Table) -> Markup:
    """Roles, because a table whose parts are no longer laid out as one is none to those who listen."""
    counts = [
        Markup(' class="count"') if all(map(str.isdigit, cells)) else "" for cells in zip(*found.rows, strict=True)
    ]
    head = Markup().join(
        Markup('<th scope="col" role="columnheader"{}>{}</th>').format(count, name)
        for name, count in zip(found.columns, counts, strict=True)
    )
    cell = Markup('<td role="cell" data-column="{}{}"{}>{}</td>')
    rows = Markup().join(
        Markup('<tr role="row"><th scope="row" role="rowheader">{}</th>{}</tr>').format(
            first,
            Markup().join(
                cell.format(name, say(":"), count, one)
                for name, count, one in zip(found.columns[1:], counts[1:], row, strict=True)
            ),
        )
        for first, *row in found.rows
    )
    return Markup(
        '<table class="stacks" role="table"><caption>{}</caption><thead role="rowgroup"><tr role="row">{}</tr></thead>'
        '<tbody role="rowgroup">{}</tbody></table>'
    ).format(found.caption, head, rows)


def _parts(item: Item) -> Markup:
    rows = Markup().join(Markup("<dt>{}</dt><dd>{}</dd>").format(in_own(name), part) for name, part in item.parts)
    return Markup('<dl class="parts">{}</dl>').format(rows) if rows else Markup()


def _in_full(whole: Item) -> Markup:
    """What a line that is cut short says in full, folded."""
    return Markup('<details class="more whole"><summary>{}</summary><p>{}</p>{}</details>').format(
        say("In full"), whole.text, _parts(whole)
    )
