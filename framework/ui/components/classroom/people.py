"""The people of a class by nickname, for the instructor, who may replace one."""

from __future__ import annotations

import streamlit as st

from framework.store.classes import Classroom
from framework.ui import resources
from framework.ui.speech import say, say_count
from framework.ui.trouble import guarded


def show(classroom: Classroom) -> None:
    """Who is here, and how many nicknames were replaced."""
    people = resources.store().participants.of(classroom.key)
    names = {person.key: person.nickname for person in people if not person.hidden}
    if names:
        chosen = st.selectbox(say("Nickname"), list(names), index=None, key="replace", format_func=names.__getitem__)
        if chosen is not None:
            label = say("Give another one")
            st.button(label, key="replace_go", on_click=guarded(_replace), args=(classroom, chosen))
    else:
        st.caption(say("There is none to replace."))
    if hidden := len(people) - len(names):
        st.caption(say_count(hidden, "{number} nickname was replaced.", "{number} nicknames were replaced."))


def _replace(classroom: Classroom, key: str) -> None:
    resources.store().classes.replace_nickname(classroom.lead_key, key, resources.rules().nicknames)
