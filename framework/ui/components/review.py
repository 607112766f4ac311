"""Did it come true? The day on which somebody looks again, and what was decided and happened by then."""

from __future__ import annotations

from datetime import UTC, date, datetime

import streamlit as st

from framework.model.history import MAX_NOTE, Decision, Result, review_due
from framework.report.result import DECISIONS, result_table
from framework.report.sections.context import Context
from framework.store import Work
from framework.ui import current_work, memory
from framework.ui.components import document
from framework.ui.components.document import View
from framework.ui.current_work import Current
from framework.ui.dates import day
from framework.ui.notices import clipped
from framework.ui.speech import say
from framework.ui.trouble import guarded

LATEST = date(2100, 1, 1)

_DATE, _FORM = "review_date", "result"


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
        format="YYYY-MM-DD",
        on_change=guarded(_dated),
        help=say("On that day, the page My ideas shows that a review is due."),
        width=220,
    )


def _form(here: Current) -> None:
    noted = here.history.result
    with st.form(_FORM, border=False):
        st.radio(
            say("What was decided?"),
            list(Decision),
            key=memory.preset("result_decision", noted.decision if noted else Decision.OPEN),
            format_func=lambda decision: say(DECISIONS[decision]),
            horizontal=True,
        )
        left, right = st.columns(2)
        with left:
            _text("baseline", say("Reached without it (the baseline)"), noted)
        with right:
            _text("measured", say("Reached with it (measured)"), noted)
        st.text_area(
            say("What happened, and why?"),
            key=memory.preset("result_note", noted.note if noted else ""),
            max_chars=MAX_NOTE,
            height=90,
        )
        st.form_submit_button(
            say("Note what happened"), key="result_save", icon=":material/check:", on_click=guarded(_noted)
        )


def _text(name: str, label: str, noted: Result | None) -> None:
    field = memory.preset(f"result_{name}", getattr(noted, name) if noted else "")
    st.text_input(label, key=field, max_chars=200, placeholder=say("A number with its unit"))


def _dated() -> None:
    chosen = memory.value_of(_DATE)
    current_work.apply(lambda sheet: sheet.model_copy(update={"review": chosen}))


def _noted() -> None:
    def text(name: str) -> str:
        return clipped(str(memory.value_of(f"result_{name}") or "").strip(), MAX_NOTE)

    result = Result(
        noted_on=today(),
        decision=memory.value_of("result_decision"),
        baseline=text("baseline"),
        measured=text("measured"),
        note=text("note"),
    )
    current_work.note(lambda work: work.history.model_copy(update={"result": result}))
