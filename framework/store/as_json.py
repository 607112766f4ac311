"""Sheets and histories as the text in their columns, and back.

The text is checked to load as the same before it is saved, and measured.
"""

from __future__ import annotations

from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import PydanticSerializationError

from framework.errors import StoreError, UserError
from framework.languages.catalogue import to_say
from framework.model.base import FrozenModel
from framework.model.history import NOTHING, History
from framework.model.sheet import Sheet

MAX_SHEET_BYTES = 256 * 1024
"""Maximum size of a saved sheet, as UTF-8 JSON; a full one with long texts takes a twentieth of it."""

MAX_HISTORY_BYTES = 1024 * 1024
"""Maximum size of a saved history; each round in it has the answers of its time."""

STILL_THERE = to_say("It is still there: open it with the version that saved it.")

Model = TypeVar("Model", bound=FrozenModel)


class WorkTooLarge(UserError):
    """A sheet is too large to save."""


def sheet_from(text: str) -> Sheet:
    """A saved sheet.

    Raises:
        StoreError: an older or newer version saved it in another form.
    """
    return loaded(Sheet, text)


def loaded(kind: type[Model], text: str) -> Model:
    """A sheet or a history (`kind`) from the text in which it was saved.

    Raises:
        StoreError: an older or newer version saved it in another form.
    """
    try:
        return kind.model_validate_json(text)
    except ValidationError as error:
        raise StoreError(to_say("This work was saved in a form that this version cannot read."), STILL_THERE) from error


def sheet_json(sheet: Sheet) -> str:
    """A sheet as it is saved.

    Raises:
        WorkTooLarge: it is larger than `MAX_SHEET_BYTES`.
        StoreError: it would not come back as the same.
    """
    return _to_json(sheet, to_say("These answers"), MAX_SHEET_BYTES)


def history_json(history: History) -> str | None:
    """A history as the JSON text that is saved; None while nothing has happened.

    Raises:
        WorkTooLarge: it is larger than `MAX_HISTORY_BYTES`.
        StoreError: it would not come back as the same.
    """
    return None if history == NOTHING else _to_json(history, to_say("The rounds of this idea"), MAX_HISTORY_BYTES)


def _to_json(saved: FrozenModel, what: str, most: int) -> str:
    """A sheet or a history as JSON, verified to load as the same; `what` names it in an error."""
    try:
        text = saved.model_dump_json()
        same = type(saved).model_validate_json(text) == saved
    except (PydanticSerializationError, ValidationError):
        same = False
    if not same:
        message = to_say("{what} contain a number or a character that cannot be saved.")
        raise StoreError(message, to_say("Write it differently."), what=what)
    size = len(text.encode())
    if size > most:
        raise WorkTooLarge(
            to_say("{what} take {size} kB; at most {most} kB can be saved."),
            to_say("Shorten the longest texts."),
            what=what,
            size=size // 1024,
            most=most // 1024,
        )
    return text
