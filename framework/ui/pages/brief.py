"""The brief; every answer in it can be changed with one click."""

from __future__ import annotations

import re

import streamlit as st

from framework.report import json_, markdown
from framework.report.blocks import Document
from framework.report.charts import LOSS_FIGURES
from framework.report.document import build_document
from framework.ui import current_work, links, resources
from framework.ui.components import charts, document, open_end, share
from framework.ui.components import standing as marks
from framework.ui.components.document import View
from framework.ui.escaping import md

_NOT_A_NAME = re.compile(r"[^a-z0-9]+")


def nothing_yet() -> None:
    """The page before anything is answered."""
    st.title("Your brief", anchor=False)
    st.markdown("There are no answers yet. A few are enough for a first brief.")
    with st.container(horizontal=True):
        if st.button("Check my idea", type="primary", icon=":material/edit_note:", key="begin"):
            links.begin()
        links.link("cases", "See a worked case", icon=":material/menu_book:")


def head(here: current_work.Current, document: Document) -> None:
    """The title of the brief."""
    st.title(md(document.title), anchor=False)
    if here.case:
        st.caption("This is a worked case. If you change an answer, you work on your own copy.")


def losses(view: View) -> None:
    """The losses of the task type, each with a figure and when to choose it."""
    task = view.rulebase.task.get(view.assessment.task or "")
    verdict = view.rulebase.verdict.get(view.assessment.verdict or "")
    pictured = [loss for loss in reversed(task.losses) if loss.id in LOSS_FIGURES] if task else []
    found = {LOSS_FIGURES[loss.id or ""]: loss for loss in pictured}
    if not found or (verdict and (verdict.needs_reframing or not verdict.has_task)):
        return
    with st.expander("What the loss rewards, in a chart"):
        for name, loss in reversed(found.items()):
            st.markdown(f"**{md(loss.name)}.** {md(loss.choose_when)}")
            charts.show(name, view.rulebase, alt=f"{loss.name}: a small worked example", key="_brief")


def actions(here: current_work.Current, document: Document, view: View) -> None:
    """Links and buttons: change answers, try changes, download."""
    name = _NOT_A_NAME.sub("-", here.sheet.title.lower()).strip("-")[:40] or "brief"
    with st.container(horizontal=True, key="actions", gap="small", vertical_alignment="center"):
        asked = view.assessment.next_question
        if view.assessment.verdict is None and asked:
            links.link(
                "interview", "Answer the next question", icon=":material/arrow_forward:", way="quick", question=asked
            )
        links.link("review", "Change answers", icon=":material/edit:")
        links.link("what_if", "What if?", icon=":material/tune:")
        st.download_button(
            "Markdown",
            lambda: markdown.to_markdown(view.rulebase, view.assessment, document),
            file_name=f"{name}.md",
            mime="text/markdown",
            icon=":material/download:",
            on_click="ignore",
        )
        st.download_button(
            "JSON",
            lambda: json_.to_json(view.assessment),
            file_name=f"{name}.json",
            mime="application/json",
            icon=":material/download:",
            on_click="ignore",
        )


rulebase, here = resources.rules(), current_work.current()
document.style()

if here.empty:
    nothing_yet()
else:
    view = document.View(rulebase, resources.assessment_of(here.sheet))
    found = build_document(rulebase, view.assessment)
    reading, beside = st.columns([13, 4], gap="large")
    with reading:
        head(here, found)
        if view.assessment.verdict:
            document.card(view, found.card)
        else:
            open_end.show(rulebase, view.assessment, back="brief")
            st.html(marks.marks(rulebase, view.assessment.possible_verdicts))
        actions(here, found, view)
        share.show(here)
        document.contents(found, "top")
        for section in found.sections:
            document.section(view, section)
            if section.id == "framing":
                losses(view)
    with beside, st.container(key="side"):
        document.contents(found, "side")
