"""After a step within a page, or from a long page to another: move scroll position and focus to the top."""

from __future__ import annotations

import streamlit as st

from framework.ui import memory

_LAST = "_last_place"

_TO_TOP = """<script data-step="{step}">
setTimeout(() => {{
const main = document.querySelector('[data-testid="stMain"]');
if (main) main.scrollTo({{top: 0}});
const heading = document.querySelector('[data-testid="stMain"] h1');
if (heading) {{ heading.tabIndex = -1; heading.focus({{preventScroll: true}}); }}
}}, 60);
</script>"""


def go_to(here: str) -> None:
    """Scroll up if `here` has changed. The script contains no user input."""
    step, last = memory.value_of(_LAST) or (0, here)
    if last != here:
        step += 1
    memory.remember(_LAST, (step, here))
    with st.container(key="top"):
        st.html(_TO_TOP.format(step=int(step)) if step else "<span></span>", unsafe_allow_javascript=bool(step))
