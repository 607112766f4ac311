"""The line on every page that says that one is trying rules of one's own, and the way out."""

from __future__ import annotations

import streamlit as st

from framework.ui import links
from framework.ui.escaping import md
from framework.ui.speech import say
from framework.ui.trials import Trial


def show(trial: Trial | None) -> None:
    """The line; nothing where the rules are those of everybody."""
    if trial is None:
        return
    with st.container(key="trial_line", horizontal=True, vertical_alignment="center"):
        name = say(
            "**{name}**, version {version}",
            name=md(trial.rulebase.manifest.name),
            version=md(trial.rulebase.manifest.version),
        )
        st.markdown(
            f":material/science: {say('You are trying {name}. Only this address leads here.', name=name)}",
            width="content",
        )
        stop()


def stop() -> None:
    """The button that leads back to the rules of everybody."""
    if st.button(say("Stop trying"), key="stop_trying", type="tertiary", icon=":material/close:"):
        links.leave_rules()
