"""All answers on one page; each can be changed with one click."""

from __future__ import annotations

import streamlit as st

from framework.model.assessment import Assessment
from framework.model.listing import cut
from framework.model.question import Question
from framework.model.rulebase import RuleBase
from framework.model.sheet import Sheet
from framework.reasoning.stops import none_ticked, said_there, seen_there_only
from framework.ui import address, current_work, links, resources, speech
from framework.ui.components import contradictions, outdated, standing, title_field
from framework.ui.components.ideas import offered
from framework.ui.components.interview import top_of_page
from framework.ui.components.interview.flow import FRAMING, QUICK, STOPS, wants_framing
from framework.ui.components.interview.walkthrough import answered, applicable_questions
from framework.ui.components.opinion import deleting
from framework.ui.escaping import md
from framework.ui.notices import notify
from framework.ui.speech import say, say_count

MAX_SHOWN = 160
"""Maximum length of an answer in the list."""

MAX_FOLLOWED = 90
"""The same of what only follows from the screen of rare stops."""


def head(rulebase: RuleBase, here: current_work.Current, assessment: Assessment) -> None:
    """The name of the idea, and the progress."""
    if here.case:
        st.caption(say("This is a worked case. If you change an answer, you work on your own copy."))
    if offered.wanted(here):
        offered.show(rulebase, lead=say("Which idea? These were begun on this device:"))
    title_field.show(here.sheet)
    if here.empty:
        st.markdown(say("Nothing is answered yet. Select a question below, or start with the quick check."))
        links.link("interview", say("Start the quick check"), icon=":material/bolt:", way="quick")
        return
    st.html(standing.marks(rulebase, assessment.possible_verdicts))
    st.markdown(standing.sentence(rulebase, assessment))
    with st.container(horizontal=True, key="ways"):
        links.link("brief", say("Read the brief"), icon=":material/article:")
        if assessment.next_question:
            links.link("interview", say("Continue answering"), icon=":material/arrow_forward:")
        elif assessment.verdict and wants_framing(rulebase, assessment):
            links.link("interview", say("Settle the framing too"), icon=":material/center_focus_strong:", way=FRAMING)


def sections(rulebase: RuleBase, sheet: Sheet, assessment: Assessment) -> None:
    """Every question that applies, as a link to it; what the screen of rare stops said, as a link to that screen."""
    there = seen_there_only(rulebase, sheet)
    if there:
        _screen(rulebase, sheet)
    for section in rulebase.sections:
        applicable = [question for question, _ in applicable_questions(rulebase, assessment, section)]
        questions = [question for question in applicable if question.id not in there.difference(sheet.screened)]
        done = sum(answered(question, sheet) for question in questions)
        with st.container(key=f"rows_{section.id}", gap=None):
            st.header(md(section.title), anchor=False)
            st.caption(
                say_count(len(questions), "{done} of {number} question", "{done} of {number} questions", done=done)
            )
            optional = not any(question.closed for question in questions)
            for question in questions:
                if optional and not answered(question, sheet):
                    continue
                icon = ":material/edit:" if answered(question, sheet) else ":material/add:"
                links.question_link(
                    question.id, _row(rulebase, question, sheet), back="review", icon=icon, stretch=True
                )
            if optional and done < len(questions):
                links.link(
                    "interview",
                    say("Fill in more"),
                    icon=":material/add:",
                    stretch=True,
                    way="full",
                    section=section.id,
                )


def _screen(rulebase: RuleBase, sheet: Sheet) -> None:
    """What was ticked on the screen of rare stops, as a link to it."""
    stops = rulebase.manifest.interview.stops
    assert stops
    said = said_there(rulebase, sheet, rulebase.closed_questions)
    with st.container(key="rows_stops", gap=None):
        label = f"{md(stops.text)} **{md(cut(said, MAX_SHOWN))}**"
        links.link("interview", label, icon=":material/edit:", stretch=True, way=QUICK, step=STOPS)


def keep(here: current_work.Current) -> None:
    """Download the answers, or delete them."""
    with st.container(key="keep"):
        st.header(say("Keep it, or delete it"), anchor=False)
        if here.work:
            st.markdown(_way_back())
        with st.container(horizontal=True):
            st.download_button(
                say("Download the answers"),
                here.sheet.model_dump_json(indent=2),
                file_name="answers.json",
                mime="application/json",
                icon=":material/download:",
                on_click="ignore",
            )
            if here.work:
                with st.popover(say("Delete my work"), icon=":material/delete:"):
                    st.markdown(say("All answers under this address will be deleted permanently."))
                    deleting.say_what_stays(resources.store().opinions.get(here.work.key))
                    if st.button(say("Delete permanently"), type="primary", key="delete"):
                        current_work.delete()
                        notify(say("Your work was deleted."), ":material/delete:")
                        links.leave("start")


def _way_back() -> str:
    if address.param(address.RULES):  # what is begun with rules on trial is in no list
        return say(
            "This page's address is the only way back to your work. Bookmark it. Anyone who has it can change it."
        )
    return say(
        "In this browser, “My ideas” leads back to it. Elsewhere only the address of this page does: bookmark it. "
        "Anyone who has the address can change your work."
    )


def _row(rulebase: RuleBase, question: Question, sheet: Sheet) -> str:
    """Label and answer in one line of Markdown; its own text says more than its label before it was asked."""
    if question.id in sheet.answers and question.id not in sheet.screened:
        given = sheet.answers[question.id]
        answer = f"**{md(cut(rulebase.answer_text(question.id, given), MAX_SHOWN))}**"
    elif question.id in sheet.words:
        answer = f"**{md(cut(sheet.words[question.id], MAX_SHOWN))}**"
    elif question.id in sheet.numbers:
        answer = f"**{md(speech.number(sheet.numbers[question.id]))}**"
    elif question.id in sheet.answers:  # only what the screen of rare stops left open is known
        stops = rulebase.manifest.interview.stops
        given = sheet.answers[question.id]
        as_usual = given == none_ticked(rulebase, sheet).get(question.id)
        told = say("no rare case") if as_usual else cut(rulebase.answer_text(question.id, given), MAX_FOLLOWED)
        label = f"{md(question.short)}{say(':')} {md(told)}"
        return f"{label} ({say('from “{stops}”', stops=md(stops.text))})" if stops else label
    else:
        return f"{md(question.text)} · {say('open')}"
    return f"{md(question.short)}{say(':')} {answer}"


rulebase, here = resources.rules(), current_work.current()
assessment = resources.assessment_of(here.sheet)

with st.container(key="read_review"):
    st.title(say("Your answers"), anchor=False)
    head(rulebase, here, assessment)
    outdated.panel(rulebase, here, expanded=True, back="review")
    contradictions.show(rulebase, assessment, back="review")
    sections(rulebase, here.sheet, assessment)
    keep(here)
top_of_page.go_to("review")
