"""The menu of forms in which all lessons can be printed. One is made when its button is pressed, not before."""

from __future__ import annotations

from functools import partial
from importlib.util import find_spec

import streamlit as st

from framework.model.rulebase import RuleBase
from framework.report.handout import FORMS, render_handout
from framework.ui.speech import say


def show(rulebase: RuleBase) -> None:
    """The button that opens the menu."""
    with st.popover(say("Print all lessons"), icon=":material/print:", key="handout"):
        st.markdown(say("All lessons with their figures, the answers at the end."))
        with st.container(horizontal=True, gap="small"):
            for id_, kind in FORMS.items():
                st.download_button(
                    kind.name,
                    partial(render_handout, id_, rulebase),
                    file_name=f"lessons.{id_}",
                    mime=kind.media,
                    key=f"handout_{id_}",
                    on_click="ignore",
                    disabled=id_ == "pdf" and find_spec("typst") is None,
                )
