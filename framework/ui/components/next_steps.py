"""The next steps of the brief, to be ticked, and the way from the brief to them."""

from __future__ import annotations

import streamlit as st

from framework.model.assessment import Assessment
from framework.model.history import History
from framework.model.rule_index import index_of
from framework.model.rulebase import RuleBase
from framework.report.front import steps_of
from framework.report.front_parts import STEPS
from framework.report.sections.context import Context
from framework.ui import links
from framework.ui.components import spoken, ticking
from framework.ui.components.review import today
from framework.ui.current_work import Current
from framework.ui.dates import day
from framework.ui.escaping import md
from framework.ui.speech import say


def show(rulebase: RuleBase, assessment: Assessment, here: Current) -> None:
    """Every next step with its box; below, those that were ticked and that the brief does not name any more."""
    steps = steps_of(Context(rulebase, assessment), today())
    if steps:
        st.header(say(STEPS), anchor=False)
        st.markdown(say("What the brief says to do first. Tick what is done."))
    with st.container(key="next_steps", gap="small"):
        for number, step in enumerate(steps, start=1):
            when = f" · {md(step.when)}" if step.when and step.statement.rule not in here.history.steps else ""
            with spoken.around(step.text, f"next_{number}"):
                ticking.row(
                    here,
                    step.statement.rule,
                    f"{number}. {md(step.text)}{when}",
                    say("Day on which next step {number} was done", number=number),
                )
    _earlier(rulebase, here.history, {step.statement.rule for step in steps})


def _earlier(rulebase: RuleBase, history: History, named: set[str]) -> None:
    stages, told = {step.id for step in rulebase.plan}, index_of(rulebase)
    for id_, done in history.steps.items():
        if id_ in named or id_ in stages:
            continue
        entry = told.resolve(id_)
        text = id_ if entry is None else entry.title if "{" in entry.sentence else entry.sentence
        st.caption(say("Done on {day}, for an earlier brief: {step}", day=day(done), step=md(text)))


def link(assessment: Assessment, here: Current) -> None:
    """From the brief to the place where its steps are ticked, with how many are."""
    steps = assessment.next_steps
    if not (here.work or here.shared) or not assessment.verdict or not (steps or assessment.plan):
        return
    done = sum(step.rule in here.history.steps for step in steps)
    label = say("Track the plan")
    if steps:
        label = say("Track the plan: {done} of {all} next steps done", done=done, all=len(steps))
    links.link("rounds", label, icon=":material/checklist:")
