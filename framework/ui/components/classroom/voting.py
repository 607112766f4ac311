"""A student's phone while votes are taken: one question after the other, and the way back to each."""

from __future__ import annotations

from functools import partial

import streamlit as st

from framework.classroom.plan import Plan
from framework.classroom.session import FIRST, SECOND, open_round
from framework.classroom.views import StudentView
from framework.model.answers import Answer
from framework.model.rulebase import RuleBase
from framework.store.classes import Classroom
from framework.store.participants import MAX_IDEA, Participant
from framework.ui import memory, resources
from framework.ui.components import spoken, text_field
from framework.ui.components.classroom import ballot, clock
from framework.ui.components.interview import guard
from framework.ui.escaping import md
from framework.ui.speech import say, say_count, to_say

_EDIT = "_vote_again"
TAKEN = "answers_taken"

_STILL_OPEN = to_say("Time is up. Finish now: the vote is still open.")
"""In place of "Time is up" while answers still count."""

_READ = "_case_read"
"""Whether this window has shown the case while people joined; whoever comes late reads it before the first answer."""


def description(view: StudentView, *, expanded: bool) -> None:
    """The case of the class, behind its title."""
    with st.expander(md(view.room.title), expanded=expanded, icon=":material/description:"):
        if view.room.description:
            spoken.prose(view.room.description, "description")
        else:
            st.markdown(say("Your instructor tells you what it is about."))


def joined(classroom: Classroom, me: Participant, view: StudentView) -> None:
    """What there is to read until the first vote begins."""
    memory.remember(_READ, True)
    begins(classroom, me, view, expanded=True)


def begins(classroom: Classroom, me: Participant, view: StudentView, *, expanded: bool) -> None:
    """What everybody reads before the first answer, and the idea that a group brings."""
    description(view, expanded=expanded)
    _idea(classroom, me)


def _idea(classroom: Classroom, me: Participant) -> None:
    """The idea that a group brings, which it can write down and change as long as it votes."""
    if classroom.plan.kind == "ideas":
        text_field.line(
            say("Your group's idea, in one line"),
            "class_idea",
            MAX_IDEA,
            saved=me.idea,
            save=partial(_save_idea, me.key),
            name=say("Your group's idea"),
        )
        st.caption(who_sees_ideas(classroom.plan))


def who_sees_ideas(plan: Plan) -> str:
    """What a group is told before it writes down its idea."""
    if plan.keeps_answers:
        return say("Whoever you discuss with sees your idea. So does your instructor, with your nickname.")
    return say("Whoever you discuss with sees your idea. So does your instructor, without your nickname.")


def taken() -> int:
    """How often another question was asked for by hand in this window: each time it begins at the top."""
    return int(memory.value_of(TAKEN) or 0)


def show(rulebase: RuleBase, classroom: Classroom, me: Participant, view: StudentView) -> None:
    """The question that is asked next, or all answers where none is."""
    round_ = open_round(view.room.step)
    again = memory.value_of(_EDIT)
    asked = again if again in view.ballot else view.next_question
    second = round_ == SECOND and bool(view.before)  # nobody who has just come votes again

    def cast(question: str, answer: Answer) -> None:
        _cast(me.key, round_ or FIRST, {question: answer})

    if asked is None:
        _all_answered(rulebase, classroom, me, view, round_)
        return
    total = view.total or 0
    order = list(view.asked) or [*view.ballot]
    number = order.index(asked) + 1 if asked in order else len(view.ballot) + 1
    group = ballot.open_group(rulebase.questions[asked])
    is_new = not (view.ballot or view.before)
    screen = f"vote_{round_}_{asked}" + (f"_{group.id}" if group else "")
    guard.shown(screen)
    with st.container(key=f"screen_{screen}"):
        clock.above(_place(number, total, second=second), classroom.deadline, say(_STILL_OPEN))
        if is_new:
            begins(classroom, me, view, expanded=not memory.value_of(_READ))
        before = view.before.get(asked)
        note = say("Your first answer: {answer}", answer=md(rulebase.answer_text(asked, before))) if before else ""
        ballot.ask(rulebase.questions[asked], view.ballot.get(asked, before), cast, (me.key, round_ or FIRST), note)
        if view.before:
            _keep(me, view)
        earlier = [id_ for id_ in order[: number - 1] if id_ in view.ballot]
        if earlier:
            st.button(
                say("Previous question"), key="previous", type="tertiary", icon=":material/arrow_back:",
                on_click=guard.once(_go_back), args=(earlier[-1],),
            )  # fmt: skip
        if not is_new:
            _idea(classroom, me)
            description(view, expanded=False)


def _go_back(question: str) -> None:
    memory.remember(_EDIT, question)
    memory.remember(TAKEN, taken() + 1)


def _place(number: int, total: int, *, second: bool) -> str:
    if second:
        return (
            say("Vote again: question {number} of {total}", number=number, total=total)
            if total
            else say("Vote again: question {number}", number=number)
        )
    return (
        say("Vote now: question {number} of {total}", number=number, total=total)
        if total
        else say("Vote now: question {number}", number=number)
    )


def _keep(me: Participant, view: StudentView) -> None:
    """One tap for all that is not answered again, apart from the choices: it is none of them."""
    rest = {id_: answer for id_, answer in view.before.items() if id_ not in view.ballot}
    with st.container(key="keep_first", gap="small"):
        st.caption(say("What you do not answer again stays as in your first vote."))
        if rest:
            st.button(
                say("Keep the rest") if view.ballot else say("Keep all my first answers"),
                key="go_keep_all", icon=":material/done_all:", type="tertiary",
                on_click=guard.once(_cast), args=(me.key, SECOND, rest),
            )  # fmt: skip


def _all_answered(
    rulebase: RuleBase, classroom: Classroom, me: Participant, view: StudentView, round_: int | None
) -> None:
    guard.shown(f"vote_{round_}_done")
    with st.container(key=f"screen_vote_{round_}_done"):
        clock.above("", classroom.deadline, say(_STILL_OPEN))
        told = say_count(len(view.ballot), "You have answered the only question", "You have answered all {number}")
        st.title(told, anchor=False)
        st.markdown(say("You can change an answer until your instructor closes the vote."))
        for question, answer in view.ballot.items():
            short = f"{md(rulebase.questions[question].short)}{say(':')}"
            text = f"**{short}** {md(rulebase.answer_text(question, answer))}"
            st.button(
                text, key=f"pick_again_{question}", icon=":material/edit:", width="stretch",
                on_click=guard.once(memory.remember), args=(_EDIT, question),
            )  # fmt: skip
        _idea(classroom, me)
        description(view, expanded=False)


def _cast(key: str, round_: int, answers: dict[str, Answer]) -> None:
    memory.remember(_EDIT, None)
    memory.remember(TAKEN, taken() + 1)
    resources.store().votes.cast(key, round_, answers)
    for question in answers:
        ballot.saved(question)


def _save_idea(key: str, idea: str) -> None:
    resources.store().participants.set_idea(key, idea)
