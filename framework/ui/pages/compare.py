"""Several ideas side by side: which is at least as good as which, and what to find out first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st
from markupsafe import Markup

from framework.assessment.comparison import MAX_IDEAS, MIN_IDEAS, compare
from framework.model.assessment import Assessment
from framework.model.comparison import Comparison
from framework.model.rulebase import RuleBase
from framework.report import comparison_forms, typesetting
from framework.report.blocks import Table
from framework.report.comparison import Order, legend, names, overview
from framework.report.comparison_sentences import sentences
from framework.report.differences import alike, differences
from framework.report.spreadsheet import file_of
from framework.ui import notices, resources
from framework.ui.components import charts, document, download, paper
from framework.ui.components.ideas import to_compare
from framework.ui.escaping import md
from framework.ui.speech import say

ORDERS: dict[Order, str] = {
    "as given": say("As chosen"),
    "verdict": say("Verdict"),
    "worth": say("Worth"),
    "in favour": say("Most criteria met"),
    "against": say("Most criteria not met"),
}


def show() -> None:
    """The page."""
    rulebase = resources.rules()
    document.style()
    with st.container(key="head"):
        st.title(say("Compare ideas"), anchor=False)
        st.markdown(
            say(
                "Choose {fewest} to {most} ideas. You see what each verdict depends on, which idea is at least as good "
                "as which and, while a verdict is open, the one fact to find out first.",
                fewest=MIN_IDEAS,
                most=MAX_IDEAS,
            )
        )
        sheets = to_compare.chosen(rulebase)
    if len(sheets) < MIN_IDEAS:
        st.info(say("{number} more to go: add an idea above.", number=MIN_IDEAS - len(sheets)), icon=":material/add:")
    elif len(sheets) > MAX_IDEAS:
        st.error(
            say(
                "You have chosen {number} ideas. At most {most} fit side by side: take some out.",
                number=len(sheets),
                most=MAX_IDEAS,
            )
        )
    else:
        assessments = [resources.assessment_of(sheet) for sheet in sheets]
        _compared(rulebase, compare(rulebase, assessments), assessments)
    notices.show()


def _compared(rulebase: RuleBase, comparison: Comparison, assessments: Sequence[Assessment]) -> None:
    with st.container(key="said"):
        st.header(say("In short"), anchor=False)
        st.markdown("\n".join(f"- {md(sentence)}" for sentence in sentences(rulebase, comparison)))
    st.header(say("Side by side"), anchor=False)
    orders: list[Order] = list(ORDERS)
    order = st.selectbox(say("Sort by"), orders, format_func=lambda name: ORDERS[name], key="order", width=220)
    table = overview(rulebase, comparison, assessments, order)
    st.html(_table(table))
    for meaning in legend(rulebase, comparison):
        st.caption(md(meaning))
    with st.container(key="picture"):
        st.header(say("Which criteria each idea meets"), anchor=False)
        st.markdown(say("For each idea, how many criteria are met, undecided, not met, or a serious obstacle."))
        _picture(rulebase, comparison)
    _two(rulebase, comparison, assessments)
    _export(rulebase, comparison, assessments)


def _table(table: Table) -> Markup:
    return Markup('<div class="doc">{}</div>').format(document.table(table, stacks=True))


def _picture(rulebase: RuleBase, comparison: Comparison) -> None:
    from framework.report.charts.compared import compared

    alt = say("A bar for each idea with the numbers of criteria that the table above names.")
    charts.figure(compared(rulebase, comparison, charts.look()).plotly(), "compared", alt=alt)


def _two(rulebase: RuleBase, comparison: Comparison, assessments: Sequence[Assessment]) -> None:
    st.header(say("Two ideas, answer by answer"), anchor=False)
    shown = names(rulebase, comparison)
    with st.container(horizontal=True, key="two"):
        a = st.selectbox(say("First idea"), range(len(shown)), format_func=shown.__getitem__, key="first")
        b = st.selectbox(say("Second idea"), range(len(shown)), index=1, format_func=shown.__getitem__, key="second")
    table = differences(rulebase, comparison, assessments, a, b)
    if table.rows:
        st.html(_table(table))
    else:
        st.markdown(md(alike(rulebase, comparison, assessments, a, b)))


def _export(rulebase: RuleBase, comparison: Comparison, assessments: Sequence[Assessment]) -> None:
    typesetter = typesetting.available()
    pdf = partial(comparison_forms.pdf, rulebase, comparison, assessments, paper=paper.chosen())
    forms: dict[str, tuple[str, str, Callable[[], str | bytes]]] = {
        "PDF": ("ideas.pdf", "application/pdf", pdf),
        "CSV": ("ideas.csv", "text/csv", lambda: file_of(comparison_forms.csv(rulebase, comparison, assessments))),
        "Markdown": (
            "ideas.md",
            "text/markdown",
            partial(comparison_forms.markdown, rulebase, comparison, assessments),
        ),
    }
    with st.container(horizontal=True, key="export"):
        for name, (file, media, make) in forms.items():
            st.download_button(
                name,
                make,
                file,
                media,
                key=f"export_{name}",
                icon=":material/download:",
                on_click="ignore",
                disabled=name == "PDF" and not typesetter,
            )
    if not typesetter:
        st.caption(say(download.NEEDS_A_PACKAGE))


show()
