"""Did it come true? The day on which somebody looks again, and what was decided and happened by then."""

from __future__ import annotations

from datetime import UTC, date, datetime

import streamlit as st

from framework.model.history import MAX_NOTE, Decision, Result, review_due
from framework.report.result import DECISIONS, result_table
from framework.report.sections.context import Context
from framework.store import Work
from framework.ui import memory, saving
from framework.ui.components import document, text_field
from framework.ui.components.document import View
from framework.ui.current_work import Current
from framework.ui.dates import day
from framework.ui.speech import say
from framework.ui.trouble import guarded

LATEST = date(2100, 1, 1)

_DATE, _FORM, _DECISION = "review_date", "result", "result_decision"
_BASELINE, _MEASURED, _NOTE = "result_baseline", "result_measured", "result_note"

MAX_MEASURE = 200
"""Characters of a number with its unit."""

_LINES, _AREAS = {_BASELINE: MAX_MEASURE, _MEASURED: MAX_MEASURE}, {_NOTE: MAX_NOTE}


def today() -> date:
    """The day that counts as today, for everybody."""
    return datetime.now(UTC).date()


def due_words(work: Work) -> str:
    """The review of an idea in a few words; empty without a date."""
    if work.sheet.review is None:
        return ""
    if review_due(work.sheet, work.history, today()):
        return say("Review due since {day}", day=day(work.sheet.review))
    return say("Review on {day}", day=day(work.sheet.review)) if work.sheet.review > today() else say("Reviewed")


def show(view: View, here: Current) -> None:
    """What came of it, for everybody; date and form, for whoever may change the idea."""
    if here.history.result:
        table = result_table(Context(view.rulebase, view.assessment), here.history.result)
        with st.container(key="result"):
            document.blocks(view, [table], "result")
    if here.work is None:
        if here.shared and here.sheet.review:
            st.caption(say("Review date: {day}", day=day(here.sheet.review)))
        return
    due = review_due(here.sheet, here.history, today())
    label = due_words(here.work) or say("Did it come true? Set a review date")
    with st.expander(label, icon=":material/event:", key="review_panel", expanded=due):
        _date(here)
        _form(here)


def _date(here: Current) -> None:
    st.date_input(
        say("Look at it again on"),
        key=memory.preset(_DATE, here.sheet.review),
        min_value=date(2000, 1, 1),
        max_value=LATEST,
        format=say("YYYY-MM-DD"),
        on_change=guarded(_dated),
        help=say("On that day, the page My ideas shows that a review is due."),
        width=220,
    )


def _form(here: Current) -> None:
    noted = here.history.result
    decided = memory.unsaved(_DECISION) or (noted.decision if noted else Decision.OPEN)
    with st.form(_FORM, border=False):
        st.radio(
            say("What was decided?"),
            list(Decision),
            key=memory.preset(_DECISION, decided),
            format_func=lambda decision: say(DECISIONS[decision]),
            horizontal=True,
        )
        left, right = st.columns(2)
        with left:
            _measure(_BASELINE, say("Reached without it (the baseline)"), noted.baseline if noted else "")
        with right:
            _measure(_MEASURED, say("Reached with it (measured)"), noted.measured if noted else "")
        note = noted.note if noted else ""
        text_field.area(say("What happened, and why?"), _NOTE, MAX_NOTE, saved=note, height=90)
        st.form_submit_button(
            say("Note what happened"), key="result_save", icon=":material/check:", on_click=guarded(_noted)
        )


def _measure(key: str, label: str, saved: str) -> None:
    text_field.line(label, key, MAX_MEASURE, saved=saved, placeholder=say("A number with its unit"))


def _dated() -> None:
    chosen = memory.value_of(_DATE)
    saving.apply(lambda sheet: sheet.model_copy(update={"review": chosen}), answers=False)


def _noted() -> None:
    texts = text_field.fitting(_LINES, _AREAS, others=[_DECISION])
    if texts is None:
        return
    result = Result(
        noted_on=today(),
        decision=memory.value_of(_DECISION),
        baseline=texts[_BASELINE],
        measured=texts[_MEASURED],
        note=texts[_NOTE],
    )
    saving.note(lambda work: work.history.model_copy(update={"result": result}))
