"""The menu of forms in which lessons can be printed. One is made when its button is pressed, not before."""

from __future__ import annotations

from functools import partial

import streamlit as st

from framework.model.lesson import Lesson
from framework.model.rulebase import RuleBase
from framework.report import typesetting
from framework.report.handout import FORMS, Contents, file_name, render_handout
from framework.ui.components import paper, pass_on
from framework.ui.speech import say


def show(rulebase: RuleBase, lesson: Lesson | None = None) -> None:
    """The button that opens the menu, for one lesson or for all of them."""
    with st.popover(
        say("Print this lesson" if lesson else "Print all lessons"), icon=":material/print:", key="handout"
    ):
        st.markdown(say("With the figures. What needs a screen is there with its address."))
        answers = st.checkbox(say("With the answers at the end"), value=True, key="handout_answers")
        learn = pass_on.address_of("learn").removesuffix("?")
        contents = Contents(lesson.id if lesson else None, answers, learn)
        with st.container(horizontal=True, gap="small"):
            for id_, kind in FORMS.items():
                st.download_button(
                    say(kind.name),
                    partial(render_handout, id_, rulebase, contents, paper=paper.chosen()),
                    file_name=file_name(id_, contents),
                    mime=kind.media,
                    key=f"handout_{id_}",
                    on_click="ignore",
                    disabled=id_ == "pdf" and not typesetting.available(),
                )
