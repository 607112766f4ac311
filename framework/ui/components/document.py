"""A document as a page: the verdict card first, then sections with their own addresses. Text is data throughout."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import streamlit as st
from markupsafe import Markup

from framework.model.assessment import Assessment
from framework.model.rulebase import RuleBase
from framework.model.rules import Status
from framework.report.blocks import (
    Block,
    Bullets,
    Choices,
    Details,
    Document,
    Item,
    Paragraph,
    Picture,
    Section,
    Table,
    VerdictCard,
)
from framework.ui import links, theme
from framework.ui.components import charts, statement
from framework.ui.components.statement import shortened
from framework.ui.components.verdict import MOST_CHIPS
from framework.ui.escaping import md

TONES = {
    Status.BLOCKING.value: "block",
    Status.UNFAVOURABLE.value: "trending_down",
    Status.FAVOURABLE.value: "trending_up",
    Status.OPEN.value: "help",
}
"""Material symbol beside the heading of a list, by what it speaks for."""

OPEN_LISTS = 4
"""Lists with a heading that are open in one section; of any further ones the heading is the button."""

MOST_LINES, LEAST_FOLDED = 6, 3
"""Lines of a list that are shown at once, and how many more there must be before the rest is folded away."""

_MORE = Markup('<details class="more"><summary>{} more</summary>{}</details>')

_CSS = Path(__file__).with_name("document.css")


@dataclass(frozen=True)
class Shown:
    """What every part of a document on a page needs."""

    rulebase: RuleBase
    assessment: Assessment


def style() -> None:
    """Put the style sheet of documents on the page."""
    st.html(Markup("<style>{}</style>").format(_sheet()))


@st.cache_resource(show_spinner=False)
def _sheet() -> Markup:
    return Markup(_CSS.read_text(encoding="utf-8"))  # noqa: S704 (a file of our own)


def card(shown: Shown, found: VerdictCard) -> None:
    """The verdict in words, one sentence, and the answers that decide it; each opens its question."""
    line = Markup('<p class="instead">{}</p>').format(found.alternative) if found.alternative else ""
    note = Markup('<p class="small">{}</p>').format(found.note) if found.note else ""
    verdict = shown.rulebase.verdict.get(found.verdict or "")
    above = Markup('<p class="above">{}</p>').format(verdict.short) if verdict else ""
    st.html(
        Markup(
            '<div class="verdict {}"><span class="sym badge" aria-hidden="true">{}</span><div class="words">'
            '{}<p class="title">{}</p><p>{}</p>{}{}</div></div>'
        ).format(theme.hue(found.colour), found.icon, above, found.title, found.sentence, line, note)
    )
    if found.deciding:
        first, more = found.deciding[:MOST_CHIPS], len(found.deciding) - MOST_CHIPS
        one = len(found.deciding) == 1
        said = "This answer decides. Click to change it." if one else "These answers decide. Click one to change it."
        all_of = Markup(' <a href="#why">All {} are below.</a>').format(len(found.deciding)) if more > 0 else ""
        st.html(Markup('<div class="doc"><p class="soft small">{}{}</p></div>').format(said, all_of))
        chips(shown, first, key="chips_card")


def chips(shown: Shown, questions: Sequence[str], *, key: str, back: str = "brief") -> None:
    """Answers as links that open their question without leaving the session."""
    with st.container(horizontal=True, key=key, gap="small"):
        for id_ in questions:
            question, given = shown.rulebase.questions[id_], shown.assessment.answers.get(id_)
            answer = shortened(shown.rulebase.answer_text(id_, given)) if given else "open"
            links.question_link(id_, f"{md(question.short)}: **{md(answer)}**", back=back, icon=":material/edit:")


def contents(document: Document, where: str) -> None:
    """Links to the sections; `where` is `top` or `side`, of which the style sheet shows one."""
    items = Markup().join(
        Markup('<li><a href="#{}">{}</a></li>').format(part.id, part.title) for part in document.sections
    )
    st.html(Markup('<nav class="toc {}" aria-label="On this page"><ul>{}</ul></nav>').format(where, items))


def section(shown: Shown, found: Section) -> None:
    """One section under its own address."""
    with st.container(key=f"section_{found.id}"):
        st.header(md(found.title), anchor=found.id)
        blocks(shown, found.blocks, found.id)


def blocks(shown: Shown, found: Sequence[Block], key: str) -> None:
    """Blocks in order; neighbours without a figure become one piece of HTML."""
    waiting: list[Markup] = []
    lists = 0

    def flush() -> None:
        if waiting:
            st.html(Markup('<div class="doc">{}</div>').format(Markup().join(waiting)))
            waiting.clear()

    for number, block in enumerate(found):
        if isinstance(block, Bullets) and block.heading:
            lists += 1
            waiting.append(_bullets(shown, block, folded=lists > OPEN_LISTS))
            continue
        if not _drawn(block):
            waiting.append(markup(shown, block))
            continue
        flush()
        if isinstance(block, Picture):
            _picture(shown, block, f"_{key}_{number}")
        elif isinstance(block, Details):
            with st.expander(md(block.title)):
                blocks(shown, block.blocks, f"{key}_{number}")
    flush()


def _drawn(block: Block) -> bool:
    return isinstance(block, Picture) or (isinstance(block, Details) and any(_drawn(part) for part in block.blocks))


def _picture(shown: Shown, block: Picture, key: str) -> None:
    st.markdown(md(block.reading))
    drawn = charts.show(block.name, shown.rulebase, shown.assessment, alt=block.reading, key=key)
    body = table(block.table)
    if drawn:
        body = Markup('<details class="more"><summary>The same as a table</summary>{}</details>').format(body)
    st.html(Markup('<div class="doc">{}</div>').format(body))


def markup(shown: Shown, block: Block) -> Markup:
    """A block as HTML; figures are not among them."""
    match block:
        case Paragraph(text, None, quiet):
            return Markup('<p class="{}">{}</p>').format("soft small" if quiet else "", text)
        case Paragraph(text, said, _) if said is not None:
            return Markup('<ul class="lines"><li>{}</li></ul>').format(_said(shown, Item(text, said, said.answers)))
        case Bullets():
            return _bullets(shown, block)
        case Table():
            return table(block)
        case Choices(heading, questions):
            above = Markup("<h3>{}</h3>").format(heading) if heading else Markup()
            return above + _answers(shown, questions)
        case Details(title, parts):
            inner = Markup().join(markup(shown, part) for part in parts)
            return Markup('<details class="more"><summary>{}</summary>{}</details>').format(title, inner)
        case _:
            return Markup()


def _answers(shown: Shown, questions: Sequence[str]) -> Markup:
    """Answers as chips; those of a long list that come last are folded away."""
    most = MOST_LINES if len(questions) >= MOST_LINES + LEAST_FOLDED else len(questions)
    first, rest = (
        statement.chips(shown.rulebase, part, shown.assessment.answers) for part in (questions[:most], questions[most:])
    )
    return first + _MORE.format(len(questions) - most, rest) if rest else first


def _bullets(shown: Shown, block: Bullets, *, folded: bool = False) -> Markup:
    kind: Literal["ol", "ul"] = "ol" if block.numbered else "ul"
    lines = [Markup("<li>{}</li>").format(_said(shown, item)) for item in block.items]
    most = MOST_LINES if len(lines) >= MOST_LINES + LEAST_FOLDED and not block.numbered else len(lines)
    symbol = (
        Markup('<span class="sym" aria-hidden="true">{}</span>').format(TONES[block.tone])
        if block.tone in TONES
        else ""
    )
    if folded:
        whole = _list(kind, lines)
        heading = Markup('<h3 class="tone">{}{}</h3> <span class="soft">{}</span>').format(
            symbol, block.heading or "", len(lines)
        )
        return Markup('<details class="list"><summary>{}</summary>{}</details>').format(heading, whole)
    heading = Markup('<h3 class="tone">{}{}</h3>').format(symbol, block.heading) if block.heading else Markup()
    shorter = heading + _list(kind, lines[:most])
    if most == len(lines):
        return shorter
    rest = _list(kind, lines[most:])
    return shorter + _MORE.format(len(lines) - most, rest)


def _list(kind: Literal["ol", "ul"], lines: Sequence[Markup]) -> Markup:
    return Markup('<{kind} class="lines">{lines}</{kind}>').format(kind=kind, lines=Markup().join(lines))


def _said(shown: Shown, item: Item) -> Markup:
    """One line: it opens if a rule stands behind it; otherwise its questions stand beside it."""
    if item.statement is not None:
        lead = (item.label or "").rstrip(".:")
        own = item.statement
        if item.questions and not own.answers:
            own = own.model_copy(update={"answers": item.questions})
        opening = statement.said(shown.rulebase, own, shown.assessment.answers, lead, item.text)
        rows = Markup().join(Markup("<dt>{}</dt><dd>{}</dd>").format(name, part) for name, part in item.parts)
        return Markup('{}<dl class="parts">{}</dl>').format(opening, rows) if rows else opening
    lead = Markup("<strong>{}.</strong> ").format(item.label.rstrip(".:")) if item.label else ""
    beside = statement.edits(shown.rulebase, item.questions)
    return Markup('<div class="plain">{}{} {}</div>').format(lead, item.text, beside)


def table(found: Table) -> Markup:
    """A table that scrolls by itself where the screen is narrow; with the keyboard, too."""
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
