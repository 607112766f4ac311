"""Text fields that take so much and no more. What is refused stays in its field as it was entered, the reason stands
below it, and nothing is saved until it is mended.

Nowhere is a browser given the limit (`max_chars`): it would take no notice of a longer text that is pasted, without a
word. Only what would bring the page to a stop does not get into a field, which is said at the same place
(`text_field.js`).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import streamlit as st

from framework.model.printable import printable, printable_lines
from framework.ui import memory, scripts
from framework.ui.escaping import md
from framework.ui.notices import notify, withdraw
from framework.ui.speech import say, written
from framework.ui.trouble import guarded

_SCRIPT = Path(__file__).with_suffix(".js")
_ERROR = ":material/error:"

Draw = Callable[..., str]


def line(label: str, key: str, most: int, **more: Any) -> str | None:
    """A field of one line (`st.text_input`) that takes so many characters.

    Gives its text as it can be saved (`printable`), and hands it to `save`; gives None while the text is refused.

    Args:
        label: Markdown.
        key: of the widget.
        most: characters, blanks around them not counted.
        more: what `_field` and `st.text_input` take.
    """
    if save := more.pop("save", None):
        more["save"] = lambda text: save(printable(text))
    text = _field(st.text_input, label, key, most, **more)
    return None if text is None else printable(text)


def area(label: str, key: str, most: int, **more: Any) -> str | None:
    """A field of several lines (`st.text_area`) that takes so many characters.

    Gives its text as it was typed, as the caller knows what lines mean, and hands it to `save`; gives None while the
    text is refused.

    Args:
        label: Markdown.
        key: of the widget.
        most: characters, blanks around them not counted.
        more: what `_field` and `st.text_area` take.
    """
    return _field(st.text_area, label, key, most, **more)


def fitting(
    lines: Mapping[str, int], areas: Mapping[str, int] = MappingProxyType({}), *, others: Collection[str] = ()
) -> dict[str, str] | None:
    """In the callback of a form: what stands in its fields, as it can be saved; None if one of them has too much.

    Args:
        lines: the key of each `line`, to the characters that it takes.
        areas: likewise of each `area`. Its line breaks are kept.
        others: the keys of what else stands in the form. If a text has too much, `memory.unsaved` keeps all of them.
    """
    limits = {**lines, **areas}
    texts = {key: str(memory.value_of(key) or "") for key in limits}
    fit = not any(refusal(text, limits[key]) for key, text in texts.items())
    for key in (*limits, *others):
        memory.keep_unsaved(key, None if fit else memory.value_of(key))
    if not fit and len(limits) > 1:  # the field may be far above the button
        notify(say("Not saved: a text is too long. How long it may be stands below its field."), _ERROR)
    return {key: (printable_lines if key in areas else printable)(text) for key, text in texts.items()} if fit else None


def refusal(text: str, most: int) -> str:
    """Why a text is too long for a field; empty where it is not."""
    length = len(text.strip())
    if length <= most:
        return ""
    return say(
        "This has {length} characters; at most {most} are possible. Shorten it first.",
        length=written(f"{length:,}"),
        most=written(f"{most:,}"),
    )


def watch() -> None:
    """Add to the page what keeps a text of millions of characters out of its fields."""
    with st.container(key="text_field_script"):
        scripts.add(
            _SCRIPT,
            say("Not pasted."),
            say(
                "This would be {length} characters; at most {most} are possible here. The field is as it was before. "
                "Paste a shorter part."
            ),
        )


def _field(
    draw: Draw,
    label: str,
    key: str,
    most: int,
    *,
    saved: str | None = None,
    begins: str = "",
    save: Callable[[str], object] | None = None,
    name: str = "",
    why: Callable[[str], str] | None = None,
    still: str = "",
    **look: Any,
) -> str | None:
    """A field with what is wrong in it.

    Args:
        draw: how Streamlit draws it.
        label: see `line`.
        key: likewise.
        most: likewise.
        saved: what it shows while nothing is refused; without it, what was entered stays, as in any field.
        begins: what such a field begins with.
        save: called with each new text that is not refused.
        name: of what is saved on each change. A refusal is then also told in a notice: with the same click the person
            may be leaving the page.
        why: the reason (plain text) why a text is refused, empty where it is not; in place of `refusal`.
        still: what is said after the reason, in plain text.
        look: what Streamlit takes.
    """
    why = why or (lambda text: refusal(text, most))
    unsaved = memory.unsaved(key)
    if saved is not None:
        memory.preset(key, saved if unsaved is None else unsaved)
    else:
        memory.begin_with(key, begins if unsaved is None else unsaved)  # somebody may come back to the page
    if save:
        look |= {"on_change": guarded(_changed), "args": (key, why, save, name)}
    with st.container(key=f"most_{most}_{key}", gap="small"):  # `text_field.js` reads the limit there
        text = draw(label, key=key, **look)
        problem = why(text) if saved is None or unsaved is not None else ""
        if problem:
            lead = say("Not saved.") if name else say("Too long.")
            st.markdown(f":red[{_ERROR} **{lead}**] {md(f'{problem} {still}')}")
            withdraw(_notice(name, problem))
    return None if problem else text


def _changed(key: str, why: Callable[[str], str], save: Callable[[str], object], name: str) -> None:
    text = str(memory.value_of(key) or "")
    problem = why(text)
    memory.keep_unsaved(key, text if problem else None)
    if not problem:
        save(text)
    elif name:
        notify(_notice(name, problem), _ERROR)


def _notice(name: str, problem: str) -> str:
    return say("{short} was not saved: {error}", short=name, error=problem)
