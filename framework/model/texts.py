"""Every text of a rule base by where it stands, and the same rule base with other texts.

A place is a path of field names and ids: `questions/distance/options/far/text`, `verdicts/borrow_first/title`.
Questions stand at the top, so that one may move to another section. Entries without an id are named by their position.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from operator import is_
from typing import Any

from pydantic import BaseModel

from framework.model.base import Prose, pieces_of
from framework.model.content import MetricChoice
from framework.model.question import Question
from framework.model.rulebase import RuleBase

_Path = tuple[str, ...]
_Change = Callable[[_Path, str], str]
"""What a text becomes that stands at a path."""


def texts_of(rulebase: RuleBase) -> dict[str, str]:
    """Every text by its place, in the order of the rule base.

    Raises:
        ValueError: two texts stand at one place, so that one would be translated as the other.
    """
    found: dict[str, str] = {}

    def note(path: _Path, text: str) -> str:
        where = "/".join(path)
        if where in found:
            raise ValueError(f"two texts at {where}")
        found[where] = text
        return text

    _walk(rulebase, (), False, note)
    return found


def with_texts(rulebase: RuleBase, texts: Mapping[str, str], language: str) -> RuleBase:
    """The rule base with these texts at their places; what they leave out stays, and is listed as untranslated."""
    left: dict[str, str] = {}

    def change(path: _Path, text: str) -> str:
        where = "/".join(path)
        if where not in texts:
            left[where] = text
        return texts.get(where, text)

    changed: RuleBase = _walk(rulebase, (), False, change)
    return changed.model_copy(update={"language": language, "untranslated": left})


def _walk(value: Any, path: _Path, prose: bool, change: _Change) -> Any:
    """The value with every text in it changed; itself if none was. `prose`: whether a string here is a text.

    What has no letter is the same in every language.
    """
    if isinstance(value, str):
        return change(path, value) if prose and any(map(str.isalpha, value)) else value
    if isinstance(value, BaseModel):
        new = {}
        for name, inside in fields_of(type(value)):
            old = getattr(value, name)
            found = _walk(old, (*path, name), inside, change)
            if found is not old:
                new[name] = found
        return value.model_copy(update=new) if new else value
    if isinstance(value, tuple):
        items = [_walk(item, _place(item, index, path), prose, change) for index, item in enumerate(value)]
        return value if all(map(is_, items, value)) else tuple(items)
    if isinstance(value, dict):
        entries = {key: _walk(item, (*path, str(key)), prose, change) for key, item in value.items()}
        return value if all(map(is_, entries.values(), value.values())) else entries
    return value


def _place(item: Any, index: int, path: _Path) -> _Path:
    if isinstance(item, Question):
        return ("questions", item.id)
    if isinstance(item, MetricChoice):
        return (*path, item.key)
    return (*path, str(getattr(item, "id", index)))


@cache
def fields_of(kind: type[BaseModel]) -> tuple[tuple[str, bool], ...]:
    """The fields of a model, and whether the strings in each are texts."""
    return tuple(
        (name, any(isinstance(part, Prose) for part in pieces_of(field.annotation, field.metadata)))
        for name, field in kind.model_fields.items()
    )
