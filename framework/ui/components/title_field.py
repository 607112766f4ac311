"""The field for the name of an idea."""

from __future__ import annotations

from framework.model.sheet import Sheet
from framework.store.work import MAX_TITLE
from framework.ui import memory, saving
from framework.ui.components import text_field
from framework.ui.escaping import md
from framework.ui.speech import say

_KEY = "title"


def show(sheet: Sheet, asked: str = "", *, placeholder: str = "", titled: bool = False) -> None:
    """The field for the name of the idea. `titled`: a title above it asks already. What is too long stays in the field.

    Not in its own fragment: a click on a link that leaves the field would lose the text.
    """
    text_field.line(
        md(asked or say("What do you call this idea?")),
        _KEY,
        MAX_TITLE,
        saved=sheet.title,
        save=saving.title,
        name=say("The name"),
        placeholder=placeholder or say("Your own name for it"),
        label_visibility="collapsed" if titled else "visible",
    )


def too_long() -> bool:
    """Whether somebody typed a name of this idea that is too long to be saved."""
    return memory.unsaved(_KEY) is not None
