"""Worked cases: the list, and one of them."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from framework.model.assessment import Assessment
from framework.model.case import Case
from framework.model.listing import listed
from framework.model.rule_id import CASES, rule_id
from framework.model.rule_index import index_of
from framework.model.rulebase import RuleBase
from framework.model.sheet import Sheet
from framework.report.blocks import Table
from framework.ui import address, current_work, links, resources
from framework.ui.components import document, library, spoken, verdict
from framework.ui.components.rule import related
from framework.ui.escaping import md
from framework.ui.speech import say, say_count
from framework.ui.trouble import guarded


def one(rulebase: RuleBase, case: Case) -> None:
    """One case: its description, then the published outcome and ours, unless hidden."""
    hidden = address.param(library.HIDDEN) == "yes"
    links.link_elsewhere("cases", say("All worked cases"), icon=":material/arrow_back:")
    st.title(md(case.title), anchor=False)
    spoken.noted([case.description])
    spoken.prose(case.description, "description")
    if hidden:
        with st.container(horizontal=True, key="ways"):
            if st.button(say("Answer the questions"), type="primary", icon=":material/edit_note:", key="try"):
                library.attempt(case)
            st.button(say("Show the verdict"), icon=":material/visibility:", key="reveal", on_click=guarded(_reveal))
        return
    assessment = resources.assessment_of(case.sheet())
    mine = current_work.current()
    tried = mine.work is not None and address.param(address.TRY) == case.id
    if tried:
        _mine(rulebase, resources.assessment_of(mine.sheet))
    if assessment.verdict:
        st.html(verdict.card(rulebase, assessment, above=say("From our answers")))
    if case.numbers_from:
        _money(case, assessment)
    with st.container(horizontal=True, key="ways"):
        if st.button(say("Read the whole brief"), type="primary", icon=":material/article:", key="to_brief"):
            links.leave("brief", case=case.id)
        if st.button(say("Answer it yourself"), icon=":material/edit_note:", key="try"):
            library.attempt(case)
        if st.button(say("Change its answers"), icon=":material/tune:", key="to_answers"):
            links.leave("review", case=case.id)
    if tried:
        _differences(rulebase, mine.sheet, case.sheet())
    st.header(say("What was published"), anchor=False)
    year = f" ({case.source.year})" if case.source.year else ""
    spoken.prose(case.source.what_it_says, "published")
    st.markdown(f"[{md(case.source.title)}{year}](<{_address(case.source.url)}>)")
    if case.lesson:
        st.header(say("What it teaches"), anchor=False)
        spoken.prose(case.lesson, "lesson")
    if case.note:
        st.caption(md(case.note))
    related.show(rulebase, index_of(rulebase)[rule_id(CASES, case.id)])


def _money(case: Case, assessment: Assessment) -> None:
    """What the numbers of the case say, and where they are from."""
    for statement in assessment.money[:1]:
        st.markdown(f"**{say('Does it pay?')}** {md(statement.text)}")
    st.caption(say("The numbers behind this: {numbers_from}", numbers_from=md(case.numbers_from or "")))


def _mine(rulebase: RuleBase, mine: Assessment) -> None:
    """The result for the person who tried the case."""
    if mine.verdict:
        st.html(verdict.card(rulebase, mine, above=say("From your answers"), chips=False))
        return
    names = listed([md(rulebase.verdict[id_].short) for id_ in mine.possible_verdicts], say("or"))
    st.markdown(say("**From your answers:** not settled yet; still possible: {names}.", names=names))


def _differences(rulebase: RuleBase, mine: Sheet, ours: Sheet) -> None:
    """The questions that both answered, but differently."""
    st.header(say("Where we differ"), anchor=False)
    both = [id_ for id_ in rulebase.closed_questions if id_ in mine.answers and id_ in ours.answers]
    apart = [id_ for id_ in both if mine.answers[id_] != ours.answers[id_]]
    if not both:
        st.markdown(say("You have not answered any of its questions yet."))
    elif not apart:
        st.markdown(
            say_count(
                len(both),
                "Nowhere: we agree on all {number} question that you answered.",
                "Nowhere: we agree on all {number} questions that you answered.",
            )
        )
    for id_ in apart:
        yours, own = (md(rulebase.answer_text(id_, sheet.answers[id_])) for sheet in (mine, ours))
        with st.container(border=True, gap="small", key=f"apart_{id_}"):
            links.question_link(id_, f"**{md(rulebase.questions[id_].short)}**", back="review", icon=":material/edit:")
            st.markdown(say("You: {yours}  \nWe: {own}", yours=yours, own=own))
    if apart:
        st.caption(
            say_count(
                len(both) - len(apart),
                "Your other {number} answer and ours are the same.",
                "Your other {number} answers and ours are the same.",
            )
        )
    if both:
        with st.expander(say("Answer by answer")):
            rows = tuple(
                (rulebase.questions[id_].short, *(_said(rulebase, sheet, id_) for sheet in (mine, ours)))
                for id_ in rulebase.closed_questions
                if id_ in mine.answers or id_ in ours.answers
            )
            table = document.table(Table((say("Question"), say("You"), say("We")), rows))
            st.html(Markup('<div class="doc">{}</div>').format(table))


def _said(rulebase: RuleBase, sheet: Sheet, question: str) -> str:
    return rulebase.answer_text(question, sheet.answers[question]) if question in sheet.answers else say("not answered")


def _reveal() -> None:
    address.move(hidden=None)


def _address(url: str) -> str:
    """An address inside `(<...>)`, escaped so that nothing in it ends the link."""
    return url.replace("<", "%3C").replace(">", "%3E").replace("\n", "")


rulebase, named = resources.rules(), address.param(address.CASE)
case = rulebase.case.get(named or "")

document.style()
with st.container(key="read_cases" if case else "all_cases_page"):
    if case:
        one(rulebase, case)
    else:
        library.show(rulebase, lost=bool(named))
