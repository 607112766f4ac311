"""QR codes of addresses, drawn in the page: no address is sent anywhere."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

SCALE = 4
"""Pixels of one module: a link fits into 40 modules, and a phone reads it from a laptop's screen."""


def code(address: str, what: str, scale: int = SCALE) -> Markup:
    """The code of an address: dark on white in both themes, as cameras want it.

    Args:
        address: what is opened.
        what: describes the code to whoever cannot see it.
        scale: pixels of one module.
    """
    return Markup('<img class="qr" alt="{}" src="{}">').format(what, _drawn(address, scale))


@st.cache_resource(show_spinner=False, max_entries=100)
def _drawn(address: str, scale: int) -> str:
    import segno  # only few pages need it

    found: str = segno.make(address, error="m", micro=False).svg_data_uri(border=2, scale=scale, light="#fff")
    return found
