"""Ideas as one JSON file: exported from one device, imported on another, the same bytes when exported again.

The file holds no key: whoever gets it can read and copy the ideas, but not change the originals.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Literal

from pydantic import Field, ValidationError

from framework.errors import UserError
from framework.model.base import FrozenModel
from framework.model.sheet import Sheet
from framework.store.work import MAX_TITLE, Work

FORMAT: Literal["should-i-use-ml ideas"] = "should-i-use-ml ideas"


class Idea(FrozenModel):
    """One idea as it stands in the file."""

    title: str = Field(max_length=MAX_TITLE)
    rulebase: str = Field(max_length=60)
    digest: str = Field(max_length=64)
    created_at: datetime
    updated_at: datetime
    sheet: Sheet

    @classmethod
    def of(cls, work: Work) -> Idea:
        """What of a piece of work is exported."""
        return cls(**{name: getattr(work, name) for name in cls.model_fields})

    def as_work(self) -> Work:
        """What `WorkTable.restore` takes."""
        return Work(key="", revision=1, opened_at=None, **{name: getattr(self, name) for name in Idea.model_fields})


class _File(FrozenModel):
    format: Literal["should-i-use-ml ideas"]
    ideas: tuple[Idea, ...]


def to_json(works: Iterable[Work]) -> str:
    """The file, its ideas in the order in which they were begun."""
    ideas = sorted((Idea.of(work).model_dump(mode="json") for work in works), key=_order)
    return json.dumps({"format": FORMAT, "ideas": ideas}, ensure_ascii=False, indent=1) + "\n"


def is_file_of_ideas(text: str | bytes) -> bool:
    """Whether something claims to be such a file; `from_json` says what is wrong with it."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and found.get("format") == FORMAT


def from_json(text: str | bytes) -> tuple[Idea, ...]:
    """The ideas in a file.

    Raises:
        UserError: it is no such file; with the first thing that is wrong.
    """
    try:
        return _File.model_validate_json(text).ideas
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        raise UserError(
            f"This is no file of ideas: {place + ': ' if place else ''}{first['msg']}.",
            "Choose a file that “Export all” on this page has made.",
        ) from error


def _order(idea: dict[str, object]) -> tuple[str, str]:
    return str(idea["created_at"]), json.dumps(idea)
