"""The rounds of one idea: the stages of the present one, its end, and the ones before it."""

from __future__ import annotations

from functools import partial

import streamlit as st
from markupsafe import Markup

from framework.errors import UserError
from framework.model.advice import PlanStep
from framework.model.assessment import Assessment, PlannedStep
from framework.model.history import MAX_NOTE, MAX_ROUNDS, History, Round
from framework.model.listing import listed
from framework.model.printable import printable_lines
from framework.model.rulebase import RuleBase
from framework.model.sheet import Sheet
from framework.report.earlier import changed_answers
from framework.report.sections.answers import asked
from framework.report.sections.context import Context
from framework.store import Work
from framework.ui import links, memory, resources, saving
from framework.ui.components import editions, spoken, text_field, ticking
from framework.ui.components.review import today
from framework.ui.current_work import Current
from framework.ui.dates import day
from framework.ui.escaping import md
from framework.ui.notices import notify
from framework.ui.speech import say
from framework.ui.trouble import guarded

GO_ON = "go_on"
"""In place of a step: nothing sent the person back."""

_NOTE, _NEXT = "round_{}", "round_next"
_TRIED, _CAME_OUT = _NOTE.format("tried"), _NOTE.format("came_out")


def present(rulebase: RuleBase, assessment: Assessment, here: Current) -> None:
    """The steps of the present round, each to be ticked and dated."""
    st.header(say("What comes after: round {number}", number=len(here.history.rounds) + 1), anchor=False)
    st.markdown(
        say(
            "Nobody gets through a plan in one go. Tick what is done. If something sends you back, end the round; the "
            "next one goes on from there."
        )
    )
    _sent_back(rulebase, here)
    _changed(rulebase, here.history.rounds[-1].sheet if here.history.rounds else None, here.sheet)
    first_open = next((step.step for step in assessment.plan if step.step not in here.history.steps), None)
    known = {step.id: step for step in rulebase.plan}
    with st.container(key="plan_steps", gap="small"):
        for number, step in enumerate(assessment.plan, start=1):
            with spoken.around(step.title, f"plan_{step.step}"):
                ticking.row(
                    here,
                    step.step,
                    f"{number}. {md(step.title)}",
                    say("Day on which step {number} was done", number=number),
                )
            if step.step == first_open:
                _about(known[step.step], step)
    if first_open is None:
        st.markdown(say("Every step of the plan is done. End the round, and note what came out."))


def _about(known: PlanStep, step: PlannedStep) -> None:
    """The step that is next: what comes out of it, when it is done, and when to go back."""
    with st.container(border=True, key="step_now", gap="small"):
        rows = (
            (say("Now:"), step.title, step.time_box),
            (say("What comes out:"), step.deliverable, ""),
            (say("Done when:"), step.done_when, ""),
            (say("Go back when:"), step.go_back_when, ""),
        )
        line = Markup("<p><strong>{}</strong> {}{}</p>")
        lines = (
            line.format(lead, spoken.inline(text), Markup(" · {}").format(spoken.inline(more)) if more else "")
            for lead, text, more in rows
        )
        st.html(Markup('<div class="doc">{}</div>').format(Markup().join(lines)))
        _question_of(known, say("Has this answer changed?"))


def _question_of(step: PlanStep, lead: str) -> None:
    """The way to the question that is in doubt when a step sends somebody back."""
    question = resources.rules().questions.get(step.go_back.question or "")
    if question:
        label = f"{lead} {md(question.short)}"
        links.question_link(question.id, label, back="rounds", icon=":material/undo:")
    else:
        links.link("review", say("Look at your answers"), icon=":material/undo:")


def _sent_back(rulebase: RuleBase, here: Current) -> None:
    """Why the present round began, and the answer to look at first."""
    last = here.history.rounds[-1] if here.history.rounds else None
    known = {step.id: step for step in rulebase.plan}
    reason = known.get(last.sent_back_by or "") if last else None
    if reason is None or last is None:
        return
    with st.container(border=True, key="sent_back", gap="small"):
        target = known.get(last.back_to or reason.id, reason)
        st.markdown(
            say("**Back to: {title}.** {go_back_when}", title=md(target.title), go_back_when=md(reason.go_back_when))
        )
        _question_of(reason, say("Look at this answer first:"))


def _changed(rulebase: RuleBase, before: Sheet | None, after: Sheet) -> None:
    """What changed in the answers since the end of a round."""
    if before is None:
        return
    old, new = (asked(Context(rulebase, resources.assessment_of(sheet))) for sheet in (before, after))
    found = tuple(changed_answers(old, new, rulebase.language))
    editions.answers(found, say("What changed in the answers since the round before"))
    if not found:
        st.caption(say("No answer has changed since the round before."))


def end(assessment: Assessment, here: Current) -> None:
    """The notes on the present round, which are kept as they are typed, and what ends it."""
    if here.work is None:
        return
    number = len(here.history.rounds) + 1
    if number > MAX_ROUNDS:
        st.caption(say("An idea has at most {most} rounds.", most=MAX_ROUNDS))
        return
    planned = {step.step: step for step in assessment.plan}

    def words(step: str) -> str:
        if step == GO_ON:
            return say("Nothing: I go on with the plan, in a new round")
        return md(f"{planned[step].title}{say(':')} {planned[step].go_back_when}")

    st.header(say("End round {number}", number=number), anchor=False)
    with st.container(border=True, key="end_round"):
        _note("tried", say("What did you try?"), here.history.tried, number)
        _note("came_out", say("What came out?"), here.history.came_out, number)
        st.caption(say("What you type is saved as soon as you leave the field."))
        st.radio(say("What sends you back?"), [GO_ON, *planned], format_func=words, key=_NEXT)
        st.button(
            say("End round {number} and begin round {next}", number=number, next=number + 1),
            key="round_end",
            icon=":material/restart_alt:",
            on_click=guarded(_ended),
            args=(number,),
        )


def _note(name: str, label: str, saved: str, number: int) -> None:
    """A field for one of the notes on the present round."""
    save = partial(_noted, name, number)
    text_field.area(label, _NOTE.format(name), MAX_NOTE, saved=saved, save=save, name=label, height=90)


def before(rulebase: RuleBase, here: Current) -> None:
    """Every round that has ended, the latest first."""
    rounds = here.history.rounds
    known = {step.id: step.title for step in rulebase.plan}
    for number in range(len(rounds), 0, -1):
        ended = rounds[number - 1]
        with st.container(border=True, key=f"round_{number}", gap="small"):
            st.header(say("Round {number}", number=number), anchor=False)
            st.caption(
                say("Ended on {day}. Verdict then: {verdict}", day=day(ended.ended_on), verdict=md(ended.verdict))
            )
            st.html(_typed(say("Tried:"), ended.tried))
            if ended.came_out:
                st.html(_typed(say("Came out:"), ended.came_out))
            stages = {id_: when for id_, when in ended.steps.items() if "/" not in id_}  # the others are next steps
            if stages:
                done = [f"{known.get(id_, id_)} ({day(when)})" for id_, when in stages.items()]
                st.markdown(say("**Steps done:** {done}", done=md(listed(done, say("and")))))
            if ended.back_to:
                st.markdown(say("**Then back to:** {step}", step=md(known.get(ended.back_to, ended.back_to))))
            if number > 1:
                _changed(rulebase, rounds[number - 2].sheet, ended.sheet)
            if here.work and number == len(rounds):
                with st.popover(say("Take back"), icon=":material/undo:", key="take_back"):
                    st.markdown(
                        say(
                            "Round {number} becomes the present one again. Its notes go back into the fields above; "
                            "where you have typed something since, that stays.",
                            number=number,
                        )
                    )
                    st.button(
                        say("Take back"),
                        key="taken_back",
                        type="primary",
                        on_click=guarded(_taken_back),
                        args=(number,),
                    )


def _typed(heading: str, text: str) -> Markup:
    return Markup('<div class="doc typed"><p><strong>{}</strong> {}</p></div>').format(heading, text)


def _noted(name: str, number: int, text: str) -> None:
    def change(work: Work) -> History:
        _refuse_unless(len(work.history.rounds) == number - 1)
        return work.history.model_copy(update={name: printable_lines(text)})

    if not saving.note(change):
        memory.keep_unsaved(_NOTE.format(name), text)


def _ended(number: int) -> None:
    texts = text_field.fitting({}, {_TRIED: MAX_NOTE, _CAME_OUT: MAX_NOTE})
    if texts is None:
        return
    tried, came_out = texts[_TRIED], texts[_CAME_OUT]
    if not tried:
        notify(say("Say what you tried, in a few words. The round was not ended."), ":material/info:")
        return
    reason = memory.value_of(_NEXT)
    if saving.note(lambda work: _after(work, number, tried, came_out, None if reason == GO_ON else reason)):
        for key in (_TRIED, _CAME_OUT, _NEXT):
            memory.remember(key, None)
        notify(
            say("Round {number} is ended. “Take back”, at that round below, undoes it.", number=number),
            ":material/undo:",
        )


def _after(work: Work, number: int, tried: str, came_out: str, reason: str | None) -> History:
    """The history with the present round ended."""
    _refuse_unless(len(work.history.rounds) == number - 1)
    plan = {step.id: step for step in resources.rules().plan}
    assessment = resources.assessment_of(work.sheet)
    verdict = resources.rules().verdict
    ended = Round(
        ended_on=today(),
        tried=tried,
        came_out=came_out,
        verdict=listed([verdict[id_].title for id_ in assessment.possible_verdicts], say("or")),
        steps=work.history.steps,
        sent_back_by=reason,
        back_to=(plan[reason].go_back.step or reason) if reason else None,
        sheet=work.sheet,
    )
    return work.history.after(ended, tuple(plan))


def _taken_back(number: int) -> None:
    def change(work: Work) -> History:
        _refuse_unless(len(work.history.rounds) == number)
        return work.history.reopened()

    saving.note(change)


def _refuse_unless(as_seen: bool) -> None:
    if not as_seen:
        raise UserError(say("The round was ended or taken back in another window."), say("See below what it is now."))
