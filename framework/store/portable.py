"""Ideas as one JSON file: exported from one device, imported on another, the same bytes when exported again.

The file holds no key: whoever gets it can read and copy the ideas, but not change the originals.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, AwareDatetime, Field, ValidationError

from framework.errors import UserError
from framework.languages.catalogue import to_say
from framework.model.base import FrozenModel
from framework.model.earlier import EarlierBrief
from framework.model.history import NOTHING, History
from framework.model.printable import printable
from framework.model.sheet import MAX_WORD, Sheet
from framework.store.editions import MAX_EDITIONS
from framework.store.work import MAX_TITLE, Work

FORMAT: Literal["should-i-use-ml ideas"] = "should-i-use-ml ideas"

MAX_IDEAS = 500
"""Ideas in one file: as many as one device lists."""

MAX_BRIEF_BYTES = 256 * 1024
"""Maximum size of an earlier brief, as UTF-8 JSON; one takes about 15 kB."""

_ONE_WORD = r"^[\w.+-]*$"
"""Of what names rules: letters, digits and no control characters, which databases treat differently."""


def _bounded(brief: EarlierBrief) -> EarlierBrief:
    if len(brief.digest) > 64 or not re.fullmatch(_ONE_WORD, brief.digest):
        raise ValueError("the digest of an earlier brief is not valid")
    if len(brief.model_dump_json().encode()) > MAX_BRIEF_BYTES:
        raise ValueError(f"an earlier brief takes more than {MAX_BRIEF_BYTES // 1024} kB")
    return brief


def _storable(moment: datetime) -> datetime:
    if not _EARLIEST <= moment <= _LATEST:
        raise ValueError("this date cannot be saved")
    return moment.astimezone(UTC)


def _bounded_texts(sheet: Sheet) -> Sheet:
    saved = sheet.printable()
    if len(saved.title) > MAX_TITLE or any(len(text) > MAX_WORD for text in saved.words.values()):
        raise ValueError(f"a name has at most {MAX_TITLE} characters, an answer in one's own words at most {MAX_WORD}")
    return saved


_EARLIEST, _LATEST = datetime.min.replace(day=2, tzinfo=UTC), datetime.max.replace(day=30, tzinfo=UTC)
"""With a day to spare, so that a database can show each in its own time zone."""

_Moment = Annotated[AwareDatetime, AfterValidator(_storable)]


class Idea(FrozenModel):
    """One idea as it stands in the file."""

    title: Annotated[str, Field(max_length=MAX_TITLE), AfterValidator(printable)]
    rulebase: str = Field(max_length=60, pattern=_ONE_WORD)
    digest: str = Field(max_length=64, pattern=_ONE_WORD)
    created_at: _Moment
    updated_at: _Moment
    sheet: Annotated[Sheet, AfterValidator(_bounded_texts)]
    history: History = NOTHING
    earlier: tuple[Annotated[EarlierBrief, AfterValidator(_bounded)], ...] = Field(default=(), max_length=MAX_EDITIONS)
    """The briefs that were read under each edition of the rules, the oldest first."""

    @classmethod
    def of(cls, work: Work, earlier: Iterable[EarlierBrief] = ()) -> Idea:
        """What of a piece of work is exported."""
        briefs = sorted(earlier, key=lambda brief: (brief.read_on, brief.version, brief.digest))
        return cls(**{name: getattr(work, name) for name in _OF_WORK}, earlier=tuple(briefs))

    def as_work(self) -> Work:
        """What `WorkTable.restored` takes."""
        return Work(key="", revision=1, opened_at=None, **{name: getattr(self, name) for name in _OF_WORK})


_OF_WORK = tuple(name for name in Idea.model_fields if name != "earlier")


class _File(FrozenModel):
    format: Literal["should-i-use-ml ideas"]
    ideas: tuple[Idea, ...] = Field(max_length=MAX_IDEAS)


def to_json(works: Iterable[Work], earlier: Mapping[str, Iterable[EarlierBrief]] | None = None) -> str:
    """The file, its ideas in the order in which they were begun; `earlier` holds briefs by the key of their work."""
    briefs = earlier or {}
    ideas = sorted((Idea.of(work, briefs.get(work.key, ())).model_dump(mode="json") for work in works), key=_order)
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
            to_say("This is not a file of ideas: {problem}."),
            to_say("Choose a file that “Export all” on this page has made."),
            problem=f"{place + ': ' if place else ''}{first['msg']}",
        ) from error


def _order(idea: dict[str, object]) -> tuple[str, str]:
    return str(idea["created_at"]), json.dumps(idea)
