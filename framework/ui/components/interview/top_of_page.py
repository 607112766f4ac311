"""After a step within a page, or from one page to another: move scroll position and focus to the top."""

from __future__ import annotations

import streamlit as st

from framework.ui import memory

_LAST = "_last_place"

_TO_TOP = """<script data-step="{step}">
(() => {{
const isMouse = matchMedia('(hover: hover) and (pointer: fine)').matches;
const find = (what) => document.querySelector(`[data-testid="stMain"] ${{what}}`);
const focus = (tries) => {{
  const heading = find('h1'), field = isMouse && find('.st-key-screen_idea input');
  if (isMouse && !field && find('.st-key-screen_idea') && tries) return setTimeout(focus, 60, tries - 1);
  if (heading) heading.tabIndex = -1;
  (field || heading)?.focus({{preventScroll: true}});
}};
setTimeout(() => {{
  if ({step}) document.querySelector('[data-testid="stMain"]')?.scrollTo({{top: 0}});
  if ({step} || document.activeElement === document.body) focus(30);
}}, 60);
}})();
</script>"""
"""The focus goes to the heading; where one is to write a line, to its field, which comes up a moment later than the
rest, unless that would open a keyboard on a touch screen. On a page that was loaded (step 0) only if the focus is
nowhere, and without scrolling. Contains no user input.
"""


def go_to(here: str) -> None:
    """Move the focus up, and the scroll position too if `here` has changed since this session's last page."""
    step, last = memory.value_of(_LAST) or (0, here)
    if last != here:
        step += 1
    memory.remember(_LAST, (step, here))
    with st.container(key="top"):
        st.html(_TO_TOP.format(step=int(step)), unsafe_allow_javascript=True)
