"""Something to play with: sliders, what they show in a sentence, figures, and the same as a table."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from framework.lessons import play
from framework.lessons.wording import cell, fill
from framework.model.lesson import InteractiveBlock
from framework.report.blocks import Table
from framework.ui.components import charts, document
from framework.ui.components.lesson import revealed
from framework.ui.escaping import md
from framework.ui.speech import say
from framework.ui.trouble import in_words


@st.fragment
@in_words()
def show(block: InteractiveBlock, language: str) -> None:
    """Only this block is drawn again when a slider moves. Numbers are written as in the language of its texts."""
    st.markdown(md(block.text))
    settings = {}
    for control in block.controls:
        unit = f" ({md(control.unit)})" if control.unit else ""
        whole = control.step == int(control.step) and control.minimum == int(control.minimum)
        kind = int if whole else float
        settings[control.name] = float(
            st.slider(
                f"{md(control.label)}{unit}",
                kind(control.minimum),
                kind(control.maximum),
                kind(control.value),
                kind(control.step),
                key=f"slide_{block.id}_{control.name}",
            )
        )
    played = play(block, settings)
    sentence = fill(block.says.get(played.state, ""), played.numbers, language)
    st.markdown(f"**{md(sentence)}**")
    from framework.report.charts.lesson import drawn

    for number, panel in enumerate(played.panels):
        figure = drawn(panel, block.labels, charts.look())
        figure.language = language
        charts.figure(figure.plotly(), f"{block.id}_{number}", alt=f"{block.heading} {sentence}")
    columns = tuple(block.labels.get(name, name) for name in played.table.columns)
    rows = tuple(tuple(cell(value, block.labels, language) for value in row) for row in played.table.rows)
    body = document.table(Table(columns, rows))
    st.html(
        Markup('<div class="doc"><details class="more"><summary>{}</summary>{}</details></div>').format(
            say("The same as a table"), body
        )
    )
    st.markdown(f":material/touch_app: {md(block.do)}")
    revealed.show(block.answer)
