"""What the projector shows: the step, the room's answers where they are shown, and the next thing to do."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from markupsafe import Markup

from framework.errors import StoreError, UserError
from framework.ui import address, links, resources, scripts
from framework.ui.address import CODE
from framework.ui.components.classroom import attention, live, look, projector
from framework.ui.escaping import md
from framework.ui.speech import as_text, say

_FIT = Path(projector.__file__).with_name("fit.js")


def show() -> None:
    """The page."""
    look.apply()
    problem = say("There is no class under this address. It may have been deleted.")
    classroom = None
    try:
        classroom = resources.store().classes.by_code(address.param(CODE) or "", live.client())
    except StoreError:
        raise  # not a class that is gone: the page tries again
    except UserError as error:
        problem = as_text(error)
    if classroom is None:
        st.title(say("No class"), anchor=False)
        st.markdown(md(problem))
        links.link_elsewhere("join", say("Type the code again"), icon=":material/arrow_forward:")
        return
    with st.container(key="projector"):
        with st.container(key="fit"):
            scripts.add(_FIT)
        attention.looking(_screen, live.LEAD_SECONDS)(classroom.key)


def _screen(key: str) -> None:
    now = live.pulse(key)
    classroom = live.classroom(key, now.version) if now else None
    if now is None or classroom is None:
        st.html(Markup("<h1>{}</h1>").format(say("The class is over")))
        return
    st.html(projector.screen(resources.rules(), classroom, live.room(classroom, now.version), now))


show()
