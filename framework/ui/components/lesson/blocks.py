"""The blocks of a lesson, each by its kind. What they say is in the rules."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from framework.languages.catalogue import quoted
from framework.lessons.wording import numbers_in
from framework.model.lesson import (
    Block,
    CaseBlock,
    CheckBlock,
    ExampleBlock,
    InteractiveBlock,
    LinkBlock,
    PictureBlock,
    RepairBlock,
    StoryBlock,
    SummaryBlock,
    TextBlock,
)
from framework.model.listing import listed
from framework.model.rule_id import QUESTIONS, rule_id
from framework.model.rule_index import index_of
from framework.model.rulebase import RuleBase
from framework.report.blocks import Table
from framework.report.document import section_titles
from framework.ui import links
from framework.ui.components import charts, document, statement
from framework.ui.components.lesson import checking, interactive, own_idea, progress, repair, revealed
from framework.ui.components.rule import kinds
from framework.ui.escaping import md, unbroken
from framework.ui.speech import language, say

NARROW = 3
"""Columns of a table that a phone has room for; with more, the cells of a row stand one below another there."""


def show(rulebase: RuleBase, lesson: str, block: Block) -> None:
    """One block, with its sources and what rests on it."""
    if isinstance(block, CheckBlock | RepairBlock | InteractiveBlock):
        with st.container(border=True, key=f"block_{block.id}"):
            _heading(block)
            if not isinstance(block, InteractiveBlock):
                progress.mark(lesson, block.id)
            if isinstance(block, CheckBlock):
                checking.show(lesson, block)
            elif isinstance(block, RepairBlock):
                repair.show(rulebase, lesson, block)
            else:
                interactive.show(block, rulebase.language_of("lessons", lesson))
            _below(rulebase, block)
        return
    _heading(block)
    _plain(rulebase, lesson, block)
    _below(rulebase, block)


def _heading(block: Block) -> None:
    kinds = {
        "story": say("What happened"),
        "interactive": say("Play with it"),
        "check": say("Check yourself"),
        "repair": say("Repair it"),
        "example": say("Example with numbers"),
    }
    if block.kind in kinds:
        st.caption(kinds[block.kind])
    st.header(md(block.heading), anchor=block.id)


def _plain(rulebase: RuleBase, lesson: str, block: Block) -> None:
    if isinstance(block, SummaryBlock):
        _html(Markup("<ol>{}</ol>").format(_items(block.points)))
        return
    if isinstance(block, CheckBlock | InteractiveBlock | RepairBlock):
        return
    _html(Markup("<p>{}</p>").format(block.text))
    if isinstance(block, TextBlock) and block.points:
        _html(Markup("<ul>{}</ul>").format(_items(block.points)))
    elif isinstance(block, ExampleBlock):
        rows = numbers_in(block.rows, rulebase.language_of("lessons", lesson))
        _html(document.table(Table(block.columns, rows), stacks=len(block.columns) > NARROW))
        _html(Markup("<p>{}</p>").format(block.conclusion))
    elif isinstance(block, StoryBlock):
        _html(Markup("<p><strong>{}</strong></p>").format(block.lesson))
    elif isinstance(block, PictureBlock):
        charts.show(block.figure, rulebase, alt=f"{block.heading}: {block.text}", key=f"_{block.id}")
    elif isinstance(block, LinkBlock):
        _sections(block)
        if block.own:
            own_idea.show(rulebase, lesson, block)
        if block.rounds:
            links.link("rounds", say("The rounds of my idea"), icon=":material/restart_alt:")
    elif isinstance(block, CaseBlock):
        case = rulebase.case[block.case]
        links.link_elsewhere("cases", md(case.title), icon=":material/menu_book:", case=case.id, hidden="yes")
        revealed.show(block.answer)


def _sections(block: LinkBlock) -> None:
    titles = section_titles(language())
    named = listed([quoted(language(), titles[id_]) for id_ in block.sections], say("and"))
    if block.sections:
        _html(Markup("<p>{}</p>").format(say("In your brief, under {sections}.", sections=named)))


def _below(rulebase: RuleBase, block: Block) -> None:
    """Sources, and the questions, rules and cases that rest on a block, folded."""
    index = index_of(rulebase)
    named = [rule_id(QUESTIONS, id_) for id_ in block.questions] + list(block.rules)
    found = [entry for id_ in named if (entry := index.resolve(id_))]
    chips = [(kinds.word(entry.kind), kinds.named(entry), statement.href("rule", rule=entry.id)) for entry in found]
    chips += [(say("Case"), rulebase.case[id_].title, statement.href("cases", case=id_)) for id_ in block.cases]
    parts = Markup()
    if block.sources:
        parts += Markup('<p class="small">{}</p>').format(statement.sources(rulebase, block.sources))
    if chips:
        parts += Markup('<ul class="chips">{}</ul>').format(
            Markup().join(
                Markup('<li><a class="chip" href="{}"><span class="soft">{}{}</span> {}</a></li>').format(
                    to, kind, say(":"), title
                )
                for kind, title, to in chips
            )
        )
    if parts:
        both = chips and block.sources
        title = say("Sources, and what rests on this" if both else "Sources" if block.sources else "What rests on this")
        _html(Markup('<details class="more"><summary>{}</summary>{}</details>').format(title, parts))


def _items(points: tuple[str, ...]) -> Markup:
    return Markup().join(Markup("<li>{}</li>").format(point) for point in points)


def _html(inside: Markup) -> None:
    st.html(Markup('<div class="doc">{}</div>').format(Markup(unbroken(inside))))  # noqa: S704 (markup already)
