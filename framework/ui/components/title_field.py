"""The field for the name of an idea."""

from __future__ import annotations

import streamlit as st

from framework.model.sheet import Sheet
from framework.ui import address, current_work, memory
from framework.ui.escaping import md
from framework.ui.notices import notify, withdraw
from framework.ui.speech import say
from framework.ui.trouble import guarded


def show(sheet: Sheet, asked: str = "", *, placeholder: str = "", titled: bool = False) -> None:
    """The field for the name of the idea. `titled`: a title above it asks already. What is too long stays in the field.

    Not in its own fragment: a click on a link that leaves the field would lose the text.
    """
    typed = too_long()
    key = memory.preset("title", sheet.title if typed is None else typed)
    st.text_input(
        md(asked or say("What do you call this idea?")),
        key=key,
        placeholder=placeholder or say("Your own name for it"),
        label_visibility="collapsed" if titled else "visible",
        on_change=guarded(_named),
        args=(key,),
    )
    if typed is not None:
        st.markdown(f":red[:material/error: **{say('Not saved.')}**] {refusal(typed)} {say('Nothing is cut off.')}")
        withdraw(_notice(typed))


def too_long() -> str | None:
    """The name of this idea that somebody typed and that is too long to be saved, if any."""
    typed: str | None = memory.value_of(_raw())
    return typed


def refusal(text: str) -> str:
    """Why a text is no name; empty where it can be one."""
    if len(text) <= current_work.MAX_TITLE:
        return ""
    return say(
        "A name has at most {most} characters, and this has {number}. Shorten it to one line.",
        most=current_work.MAX_TITLE,
        number=len(text),
    )


def _notice(text: str) -> str:
    return f"{say('Not saved.')} {refusal(text)}"


def _named(key: str) -> None:
    text = memory.value_of(key) or ""
    why = refusal(text)
    memory.remember(_raw(), text if why else None)
    if why:
        # also as a notice: with the same click the person may be leaving the page
        notify(_notice(text), ":material/error:")
    else:
        current_work.title(text)


def _raw() -> str:
    return f"raw_title_{address.param(address.WORK)}"
