"""A document as a page: the verdict card first, then sections with their own addresses. Text is data throughout."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

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
from framework.ui.widgets import charts, statement
from framework.ui.widgets.plain import md, tag
from framework.ui.widgets.statement import shortened
from framework.ui.widgets.verdict import MOST_CHIPS, in_words

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

_CSS = Path(__file__).with_name("document.css")


@dataclass(frozen=True)
class Shown:
    """What every part of a document on a page needs."""

    rulebase: RuleBase
    assessment: Assessment


def style() -> None:
    """Put the style sheet of documents on the page."""
    st.html(f"<style>{_sheet()}</style>")


@st.cache_resource(show_spinner=False)
def _sheet() -> str:
    return _CSS.read_text(encoding="utf-8")


def card(shown: Shown, found: VerdictCard) -> None:
    """The verdict in words, one sentence, and the answers that decide it; each opens its question."""
    line = f'<p class="instead">{tag(found.alternative)}</p>' if found.alternative else ""
    note = f'<p class="small">{tag(found.note)}</p>' if found.note else ""
    verdict = shown.rulebase.verdict.get(found.verdict or "")
    above = f'<p class="above">{tag(verdict.short)}</p>' if verdict else ""
    st.html(
        f'<div class="verdict {theme.hue(found.colour)}">'
        f'<span class="sym badge" aria-hidden="true">{tag(found.icon)}</span>'
        f'<div class="words">{above}<p class="title">{tag(found.title)}</p>'
        f"<p>{tag(found.sentence)}</p>{line}{note}</div></div>"
    )
    if found.deciding:
        first, more = found.deciding[:MOST_CHIPS], len(found.deciding) - MOST_CHIPS
        one = len(found.deciding) == 1
        said = "This answer decides. Click to change it." if one else "These answers decide. Click one to change it."
        all_of = f' <a href="#why">All {len(found.deciding)} are below.</a>' if more > 0 else ""
        st.html(f'<div class="doc"><p class="soft small">{said}{all_of}</p></div>')
        chips(shown, first, key="chips_card")


def chips(shown: Shown, questions: Sequence[str], *, key: str, back: str = "brief") -> None:
    """Answers as links that open their question without leaving the session."""
    with st.container(horizontal=True, key=key, gap="small"):
        for id_ in questions:
            question, given = shown.rulebase.questions[id_], shown.assessment.answers.get(id_)
            answer = shortened(in_words(shown.rulebase, id_, given)) if given else "open"
            links.question_link(id_, f"{md(question.short)}: **{md(answer)}**", back=back, icon=":material/edit:")


def contents(document: Document, where: str) -> None:
    """Links to the sections; `where` is `top` or `side`, of which the style sheet shows one."""
    items = "".join(f'<li><a href="#{tag(part.id)}">{tag(part.title)}</a></li>' for part in document.sections)
    st.html(f'<nav class="toc {where}" aria-label="On this page"><ul>{items}</ul></nav>')


def section(shown: Shown, found: Section) -> None:
    """One section under its own address."""
    with st.container(key=f"section_{found.id}"):
        st.header(md(found.title), anchor=found.id)
        blocks(shown, found.blocks, found.id)


def blocks(shown: Shown, found: Sequence[Block], key: str) -> None:
    """Blocks in order; neighbours without a figure become one piece of HTML."""
    waiting: list[str] = []
    lists = 0

    def flush() -> None:
        if waiting:
            st.html(f'<div class="doc">{"".join(waiting)}</div>')
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
        body = f'<details class="more"><summary>The same as a table</summary>{body}</details>'
    st.html(f'<div class="doc">{body}</div>')


def markup(shown: Shown, block: Block) -> str:
    """A block as HTML; figures are not among them."""
    match block:
        case Paragraph(text, None, quiet):
            return f'<p class="{"soft small" if quiet else ""}">{tag(text)}</p>'
        case Paragraph(text, said, _) if said is not None:
            return f'<ul class="lines"><li>{_said(shown, Item(text, said, said.answers))}</li></ul>'
        case Bullets():
            return _bullets(shown, block)
        case Table():
            return table(block)
        case Choices(heading, questions):
            above = f"<h3>{tag(heading)}</h3>" if heading else ""
            return f"{above}{_answers(shown, questions)}"
        case Details(title, parts):
            inner = "".join(markup(shown, part) for part in parts)
            return f'<details class="more"><summary>{tag(title)}</summary>{inner}</details>'
        case _:
            return ""


def _answers(shown: Shown, questions: Sequence[str]) -> str:
    """Answers as chips; those of a long list that come last are folded away."""
    most = MOST_LINES if len(questions) >= MOST_LINES + LEAST_FOLDED else len(questions)
    first, rest = (
        statement.chips(shown.rulebase, part, shown.assessment.answers) for part in (questions[:most], questions[most:])
    )
    more = f'<details class="more"><summary>{len(questions) - most} more</summary>{rest}</details>' if rest else ""
    return first + more


def _bullets(shown: Shown, block: Bullets, *, folded: bool = False) -> str:
    kind = "ol" if block.numbered else "ul"
    lines = [f"<li>{_said(shown, item)}</li>" for item in block.items]
    most = MOST_LINES if len(lines) >= MOST_LINES + LEAST_FOLDED and not block.numbered else len(lines)
    symbol = f'<span class="sym" aria-hidden="true">{TONES[block.tone]}</span>' if block.tone in TONES else ""
    if folded:
        whole = f'<{kind} class="lines">{"".join(lines)}</{kind}>'
        heading = f'<h3 class="tone">{symbol}{tag(block.heading or "")}</h3> <span class="soft">{len(lines)}</span>'
        return f'<details class="list"><summary>{heading}</summary>{whole}</details>'
    heading = f'<h3 class="tone">{symbol}{tag(block.heading)}</h3>' if block.heading else ""
    shorter = f'{heading}<{kind} class="lines">{"".join(lines[:most])}</{kind}>'
    if most == len(lines):
        return shorter
    return (
        f'{shorter}<details class="more"><summary>{len(lines) - most} more</summary>'
        f'<{kind} class="lines">{"".join(lines[most:])}</{kind}></details>'
    )


def _said(shown: Shown, item: Item) -> str:
    """One line: it opens if a rule stands behind it; otherwise its questions stand beside it."""
    if item.statement is not None:
        lead = (item.label or "").rstrip(".:")
        own = item.statement
        if item.questions and not own.answers:
            own = own.model_copy(update={"answers": item.questions})
        opening = statement.said(shown.rulebase, own, shown.assessment.answers, lead, item.text)
        rows = "".join(f"<dt>{tag(name)}</dt><dd>{tag(part)}</dd>" for name, part in item.parts)
        return f'{opening}<dl class="parts">{rows}</dl>' if rows else opening
    lead = f"<strong>{tag(item.label.rstrip('.:'))}.</strong> " if item.label else ""
    beside = statement.edits(shown.rulebase, item.questions)
    return f'<div class="plain">{lead}{tag(item.text)} {beside}</div>'


def table(found: Table) -> str:
    """A table that scrolls by itself where the screen is narrow; with the keyboard, too."""
    caption = f"<caption>{tag(found.caption)}</caption>" if found.caption else ""
    head = "".join(f'<th scope="col">{tag(column)}</th>' for column in found.columns)
    rows = "".join(f"<tr>{''.join(f'<td>{tag(cell)}</td>' for cell in row)}</tr>" for row in found.rows)
    label = tag(found.caption or ", ".join(found.columns))
    return (
        f'<div class="table" role="region" tabindex="0" aria-label="{label}"><table>{caption}'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )
