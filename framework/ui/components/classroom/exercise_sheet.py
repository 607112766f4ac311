"""A sheet of exercises to download, another for each name. A file is made when its button is pressed."""

from __future__ import annotations

from functools import partial

import streamlit as st

from framework.exercises.sheet import exercise_sheet
from framework.model.rulebase import RuleBase
from framework.report import typesetting
from framework.report.exercises import FORMS, PARTS, file_name, render
from framework.ui.components import paper, text_field
from framework.ui.speech import say, to_say

MAX_SEED_CHARS = 40
"""Characters of the number or name."""

_PARTS = {
    "exercises": to_say("Without solutions"),
    "both": to_say("With solutions"),
    "solutions": to_say("Solutions only"),
}


def show(rulebase: RuleBase) -> None:
    """What it is, the number, and a button for each form."""
    st.markdown(
        say(
            "Exercises about the worked cases, to be solved by hand in about an hour. Each number or name gives "
            "another sheet, so every student can have their own. The same one gives the same sheet again."
        )
    )
    typed = text_field.line(say("Number or name"), "exercise_seed", MAX_SEED_CHARS, begins="1")
    part = st.radio(
        say("Contents"), PARTS, format_func=lambda part: say(_PARTS[part]), key="exercise_part", horizontal=True
    )
    seed = typed or "1"
    with st.container(horizontal=True, gap="small", key="exercise_forms"):
        for id_, form in FORMS.items():
            st.download_button(
                say(form.name),
                partial(_made, id_, rulebase, seed, part, paper.chosen()),
                file_name=file_name(id_, seed, part),
                mime=form.media,
                key=f"exercise_{id_}",
                on_click="ignore",
                disabled=typed is None or (id_ == "pdf" and not typesetting.available()),
            )


def _made(form: str, rulebase: RuleBase, seed: str, part: str, on: str) -> bytes:
    return render(form, rulebase, exercise_sheet(rulebase, seed), part=part, paper=on)
