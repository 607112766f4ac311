"""Something to tick, with the day on which it was done: a next step of the brief or a stage of the plan."""

from __future__ import annotations

from datetime import date

import streamlit as st

from framework.ui import memory, saving
from framework.ui.components.review import LATEST, today
from framework.ui.current_work import Current
from framework.ui.dates import day
from framework.ui.speech import say
from framework.ui.trouble import guarded


def row(here: Current, step: str, label: str, dated: str) -> None:
    """The box and its day; for a reader only whether it is done.

    Args:
        here: the idea whose history keeps it.
        step: the id under which the history keeps it.
        label: what there is to do, as Markdown.
        dated: what the field with the day is called.
    """
    done, own = here.history.steps.get(step), step.replace("/", "_")
    if here.work is None:
        icon = ":material/check_circle:" if done else ":material/circle:"
        st.markdown(f"{icon} {label}{f' · {day(done)}' if done else ''}")
        return
    with st.container(horizontal=True, key=f"step_{own}", vertical_alignment="center", gap="small"):
        box = memory.preset(f"done_{own}", done is not None)
        st.checkbox(label, key=box, on_change=guarded(_ticked), args=(step, box))
        if done:
            field = memory.preset(f"done_on_{own}", done)
            with st.container(horizontal=True, vertical_alignment="center", gap="small", width="content"):
                st.caption(say("done on"), width="content")
                st.date_input(
                    dated,
                    key=field,
                    max_value=LATEST,
                    format=say("YYYY-MM-DD"),
                    label_visibility="collapsed",
                    on_change=guarded(_dated),
                    args=(step, field),
                    width=150,
                )


def _ticked(step: str, box: str) -> None:
    done_on = today() if memory.value_of(box) else None
    saving.note(lambda work: work.history.ticked(step, done_on))


def _dated(step: str, field: str) -> None:
    chosen: date | None = memory.value_of(field)
    saving.note(lambda work: work.history.ticked(step, chosen))
