"""A student's phone at each step of a class. It shows a `StudentView` and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st
from markupsafe import Markup, escape

from framework.classroom.nicknames import MAX_NICKNAME
from framework.classroom.session import FIRST, SECOND, Step, open_round
from framework.classroom.views import StudentView
from framework.model.listing import listed
from framework.model.rulebase import RuleBase
from framework.model.sheet import Sheet
from framework.store.classes import Classroom
from framework.store.participants import Participant
from framework.ui import links, resources
from framework.ui.components import text_field, verdict
from framework.ui.components.classroom import answers, ballot, bars, clock, published, taken, voting
from framework.ui.dates import day
from framework.ui.escaping import md
from framework.ui.speech import say

MAX_PARTING = 3


def show(classroom: Classroom, me: Participant, view: StudentView) -> None:
    """The screen of the present step."""
    rulebase = resources.rules()
    step = view.room.step
    if not view.partners:  # whoever is looked for holds the name up, large
        _who(me)
    if step is Step.LOBBY:
        _nickname(me)
        st.title(say("You are in"), anchor=False)
        st.markdown(say("The first question comes as soon as your instructor begins. Keep this page open."))
        voting.joined(classroom, me, view)
    elif open_round(step):
        voting.show(rulebase, classroom, me, view)
    elif step is Step.COUNTED:
        st.title(say("The first vote is closed"), anchor=False)
        st.markdown(say("Look to the front. This page goes on by itself."))
        _not_saved(rulebase, me, view, FIRST)
        _nickname(me)
    elif step is Step.HISTOGRAM:
        st.title(say("Look to the front. Do not discuss yet."), anchor=False)
        _not_saved(rulebase, me, view, FIRST)
        st.header(say("What the room said"), anchor=False)
        _room(rulebase, view)
        _nickname(me)
    elif step is Step.DISCUSSION:
        _discussion(rulebase, classroom, me, view)
    else:
        _end(rulebase, classroom, me, view)


def _who(me: Participant) -> None:
    name = escape(say("You are {name}")).format(name=Markup("<b>{}</b>").format(me.nickname))
    st.html(Markup('<p class="me"><span class="sym" aria-hidden="true">badge</span><span>{}</span></p>').format(name))
    _given(me)


def _given(me: Participant) -> None:
    if me.hidden:
        st.caption(say("Your instructor has given you this nickname."))


def _nickname(me: Participant) -> None:
    """Offered until pairs are made: then somebody looks for this name."""
    if me.hidden:
        return
    with st.expander(say("Change my nickname")):
        text_field.line(
            say("Nickname"),
            "nickname",
            MAX_NICKNAME,
            begins=me.nickname,
            save=partial(_rename, me.key),
            name=say("Nickname"),
        )
        st.caption(say("Everybody in the room may see it. Do not use your name."))


def _not_saved(rulebase: RuleBase, me: Participant, view: StudentView, round_: int) -> None:
    """Ticks that still waited for their button when the vote was closed."""
    for question in ballot.not_saved(me.key, round_, view.ballot):
        short = md(rulebase.questions[question].short)
        text = say("Your ticks on “{question}” were not saved, so they do not count.", question=short)
        st.warning(text, icon=":material/error:")


def _room(rulebase: RuleBase, view: StudentView) -> None:
    first, second = view.room.first, view.room.second
    found = second or first
    if found is None or not found.questions:
        st.markdown(say(bars.TOO_FEW))
        return
    if view.room.kind == "ideas":  # different ideas: no question is one on which the room disagrees
        st.html(bars.verdicts(rulebase, found, ideas=True))
        return
    shown = found.questions[: bars.MAX_QUESTIONS]
    if bars.holds_back(*(item.counted for item in shown)):
        st.caption(say(bars.HELD_BACK))
    for item in shown:
        before = first.on(item.question) if first and second else None
        mine = view.ballot.get(item.question)
        st.html(answers.question(rulebase, item, before, mine, bars.reached(item, found)))


def _discussion(rulebase: RuleBase, classroom: Classroom, me: Participant, view: StudentView) -> None:
    clock.above("", classroom.deadline)
    st.title(say("Discuss"), anchor=False)
    _not_saved(rulebase, me, view, FIRST)
    ready = rulebase.ready_class.get(classroom.plan.ready)
    if view.partners:
        people = resources.store().participants
        partners = [partner for key in view.partners if (partner := people.get(key))]
        names = [partner.nickname for partner in partners]
        reason = _reason(rulebase, view)
        st.html(
            Markup(
                '<div class="find"><p>{}</p><p class="big own">{}</p><p>{}</p><p class="big">{}</p><p>{}</p>'
                "<p>{}</p><p>{}</p></div>"
            ).format(
                say("Hold this up:"),
                me.nickname,
                say("Find"),
                listed(names, say("and")),
                say("Not there? Join another pair."),
                reason,
                _task(view, partners),
            )
        )
        _given(me)
        for id_ in () if view.room.kind == "ideas" else view.parting[:MAX_PARTING]:
            st.markdown(f"**{md(rulebase.questions[id_].text)}**")
            st.caption(_mine(rulebase, view, id_))
        if ready:
            st.markdown(say("**Then discuss:** {question}", question=md(ready.question_to_discuss)))
    else:
        if not view.ballot:
            why = say("You have not voted, so nobody was chosen for you. Join a pair, or think about this:")
        elif view.room.kind == "ideas":
            why = say("Nobody is left to discuss with you. Think about this, or join a pair:")
        elif classroom.pairs:
            why = say("Nobody is left who reached other advice than you. Think about this, or join a pair:")
        else:
            why = say("All who voted came to the same result. Talk with your neighbours about this:")
        think = (
            ready.question_to_discuss
            if ready
            else say("Which of your answers are you least sure of, and how could you find out?")
        )
        st.html(Markup('<div class="find"><p>{}</p><p class="big">{}</p></div>').format(why, think))
    voting.description(view, expanded=not view.ballot)
    if view.room.first:
        with st.expander(say("What the room said")):
            _room(rulebase, view)


def _reason(rulebase: RuleBase, view: StudentView) -> str:
    """Why these were chosen to discuss: only what all of them answered is something on which they differ."""
    if view.room.kind == "ideas":
        return say("Each of you has an idea of your own.")
    on = [rulebase.questions[id_].short for id_ in view.parting if id_ not in view.not_by_all]
    if not on:
        return say("Your answers lead to different advice.")
    named = Markup("<b>{}</b>").format(listed(on, say("and")))
    return escape(say("You differ on {questions}.")).format(questions=named)


def _mine(rulebase: RuleBase, view: StudentView, question: str) -> str:
    """One's own answer to a question that is discussed, or why there is none."""
    if question in view.not_asked:
        return say("You were not asked this: your other answers already decide.")
    if question not in view.ballot:
        return say("You have not answered this.")
    mine = say("Your answer: {answer}", answer=md(rulebase.answer_text(question, view.ballot[question])))
    return f"{mine}. {say('Not all of you have answered this.')}" if question in view.not_by_all else mine


def _task(view: StudentView, partners: Sequence[Participant]) -> str:
    """What those who have found each other do. Nobody can be convinced about an idea that is another one, nor of an
    answer to what they were not asked.
    """
    if view.room.kind == "ideas":
        ideas = [partner.idea for partner in partners if partner.idea and not partner.hidden]
        task = say("Explain it, and discuss the answer of which each of you is least sure.")
        return " ".join((*(say("Theirs: “{idea}”.", idea=idea) for idea in ideas), task))
    if set(view.parting) <= set(view.not_by_all):
        return say("Tell each other what you answered and why.")
    return say("Tell each other what you answered and why. Try to convince each other.")


def _end(rulebase: RuleBase, classroom: Classroom, me: Participant, view: StudentView) -> None:
    if view.room.step is Step.CLOSED:
        st.caption(say("The class is over. Everything in it is deleted on {day}.", day=day(classroom.expires_at)))
    st.title(say("What you advise") if view.ballot else say("You have not voted"), anchor=False)
    _not_saved(rulebase, me, view, SECOND)
    asked, answered = classroom.plan.questions, sum(id_ in view.ballot for id_ in classroom.plan.questions)
    if 0 < answered < len(asked):
        st.caption(say("You answered {answered} of {total} questions.", answered=answered, total=len(asked)))
    if view.answers is not None and view.ballot:
        assessment = resources.assessment_of(_sheet(classroom, me, view))
        if assessment.verdict:
            named = rulebase.verdict[assessment.verdict].short  # as the room's and the published are named
            above = say("Your answers lead to: {verdict}", verdict=named)
            st.html(verdict.card(rulebase, assessment, above=above, chips=False))
            taken.show(rulebase, classroom.plan, assessment, view.ballot)
        else:
            names = listed([md(rulebase.verdict[id_].short) for id_ in assessment.possible_verdicts], say("or"))
            st.markdown(say("**Your answers leave open:** {names}.", names=names))
        if st.button(say("Keep as an idea of my own"), icon=":material/bookmark_add:", key="keep"):
            sheet = _sheet(classroom, me, view)
            work = resources.store().work.create("", rulebase.manifest.id, rulebase.digest, sheet)
            links.leave("brief", work=work.key)
        st.caption(say("It gets an address of its own and stays when the class is deleted."))
    case = rulebase.case.get(view.room.case or "")
    if case:
        published.show(rulebase, case, view)
    st.header(say("What the room concluded"), anchor=False)
    if view.room.second is None:
        st.markdown(say(bars.TOO_FEW))
    else:
        mine = resources.assessment_of(_sheet(classroom, me, view)).possible_verdicts if view.ballot else ()
        ideas = view.room.kind == "ideas"
        st.html(bars.verdicts(rulebase, view.room.second, mine, ideas=ideas))
        if not ideas:
            with st.expander(say("The answers of the room")):
                _room(rulebase, view)


def _sheet(classroom: Classroom, me: Participant, view: StudentView) -> Sheet:
    return Sheet(title=me.idea or classroom.plan.title, answers=dict(view.answers or {}))


def _rename(key: str, nickname: str) -> None:
    resources.store().participants.rename(key, nickname)
