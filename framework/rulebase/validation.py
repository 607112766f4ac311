"""Validates plain data: pydantic does the checking, this module turns its errors into located, readable problems."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from pydantic import BaseModel, Tag, TypeAdapter, ValidationError

from framework.errors import describe, did_you_mean
from framework.model.base import KIND, TAG
from framework.rulebase.source_file import SourceFile

MAX_PROBLEMS = 200
"""Problems that are told of one file; the rest is counted."""

RENAMED = {
    "teach": "why",
    "reckoned": "answered_by_numbers",
    "repeats": "preceded_by",
    "brings_own": "prepositions",
    "clauses": "phrases",
    "stops": "builds_nothing",
    "asks_anew": "needs_reframing",
    "stops_sufficing": "no_longer_enough_when",
}
"""Keys of version 1.0.0 of rule files, and what they are called now."""

_WORDS = {
    "string_type": ("wrong_type", "expected text, found {found}", "put quotes around it if it is meant as text"),
    "int_type": ("wrong_type", "expected a whole number, found {found}", ""),
    "int_parsing": ("wrong_type", "expected a whole number, found {found}", ""),
    "float_type": ("wrong_type", "expected a number, found {found}", ""),
    "float_parsing": ("wrong_type", "expected a number, found {found}", ""),
    "bool_type": ("wrong_type", "expected `true` or `false`, found {found}", ""),
    "bool_parsing": ("wrong_type", "expected `true` or `false`, found {found}", ""),
    "tuple_type": ("wrong_type", "expected a list, found {found}", "start each entry on its own line with `- `"),
    "list_type": ("wrong_type", "expected a list, found {found}", "start each entry on its own line with `- `"),
    "dict_type": ("wrong_type", "expected a mapping (`key: value`), found {found}", ""),
    "model_type": ("wrong_type", "expected a mapping (`key: value`), found {found}", ""),
    "model_attributes_type": ("wrong_type", "expected a mapping (`key: value`), found {found}", ""),
    "string_too_short": ("empty_text", "the text is empty", "write the text, or remove the key if it is optional"),
    "string_too_long": ("too_long", "the text is too long", ""),
    "string_pattern_mismatch": ("bad_id", "{found} is not an id", "use lowercase letters, digits and underscores"),
}


def build(model: Any, file: SourceFile) -> Any:
    """A file's data as this model; on failure every problem is recorded at its position and the result is None."""
    if file.data is None and not file.problems:
        file.report("empty", "the file contains no data")
    if file.problems and file.data is None:
        return None
    try:
        return TypeAdapter(model).validate_python(file.data)
    except ValidationError as error:
        items = error.errors(include_url=False)
        within = {item["loc"][:length] for item in items for length in range(len(item["loc"]))}
        for item in items[:MAX_PROBLEMS]:
            # A list also counts as too short if its entries are invalid; those errors are enough.
            if not (item["type"] == "too_short" and item["loc"] in within):
                _note(file, model, item)
        if len(items) > MAX_PROBLEMS:
            file.report("too_many", f"and {len(items) - MAX_PROBLEMS:,} more problems in this file")
        return None


def _note(file: SourceFile, model: Any, item: Any) -> None:
    path = [step for step in item["loc"] if not (isinstance(step, str) and (step == "[key]" or step.startswith(TAG)))]
    kind, value = item["type"], item.get("input")
    if kind == "extra_forbidden":
        known = [name for part in _models_at(model, item["loc"][:-1]) for name in part.model_fields]
        now = RENAMED.get(str(path[-1]))
        hint = f"it is called `{now}` now" if now in known else did_you_mean(str(path[-1]), known)
        file.report("unknown_key", f"`{path[-1]}` is not a valid key here", path, hint, key=True)
    elif kind in ("missing", "too_short") and path and path[-1] == "sources":
        message, hint = "a rule without a source is an opinion", "cite one, or `own`"
        if len(path) == 1 and _cited_in_blocks(file.data):
            message = "the lesson has no `sources:` of its own; those of a block do not count"
            hint = "list what the whole lesson rests on"
        file.report("no_source", message, path[:-1] if kind == "missing" else path, hint)
    elif kind == "missing":
        file.report("missing_key", f"the key `{path[-1]}` is missing", path[:-1], "see a similar file")
    elif kind == "too_short":
        least = item["ctx"]["min_length"]
        file.report("too_few", f"at least {least} {'entry is' if least == 1 else 'entries are'} needed here", path)
    elif kind in ("union_tag_not_found", "union_tag_invalid"):
        _note_kind(file, path, value, _kinds_of(_models_at(model, item["loc"])))
    elif kind in _WORDS:
        code, message, hint = _WORDS[kind]
        file.report(code, message.format(found=describe(value)), path, hint)
    else:
        file.report("wrong_value", f"{item['msg'][:1].lower()}{item['msg'][1:]}, found {describe(value)}", path)


def _note_kind(file: SourceFile, path: list[Any], value: Any, kinds: Sequence[str]) -> None:
    """Report an entry that is not of one of these kinds."""
    if not isinstance(value, dict):
        code, message, hint = _WORDS["model_type"]
        file.report(code, message.format(found=describe(value)), path, hint)
    elif KIND not in value:
        file.report("missing_key", f"the key `{KIND}` is missing", path, did_you_mean("", kinds, what="kinds"))
    else:
        hint = did_you_mean(str(value[KIND]), kinds, what="kinds")
        file.report("wrong_value", f"{describe(value[KIND])} is not a kind that can stand here", [*path, KIND], hint)


def _cited_in_blocks(data: Any) -> bool:
    """Whether a block of a lesson names sources."""
    blocks = data.get("blocks") if isinstance(data, dict) else None
    return isinstance(blocks, list) and any(isinstance(block, dict) and block.get("sources") for block in blocks)


def _models_at(annotation: Any, location: Sequence[Any]) -> list[type[BaseModel]]:
    """The models that may stand at the location of an error inside this model."""
    found = list(_parts_of(annotation))
    for step in location:
        if str(step).startswith(TAG):
            found = [(tag, part) for tag, part in found if tag == step]
        inside = [part.model_fields[step] for _, part in found if _is_model(part) and step in part.model_fields]
        if inside:
            found = [one for field in inside for one in _parts_of(field.annotation)]
    return [part for _, part in found if _is_model(part)]


def _parts_of(annotation: Any, tag: str | None = None) -> Iterator[tuple[str | None, Any]]:
    """Strip Optional, tuple, list, dict and Annotated down to the classes inside, each with the tag of its kind."""
    origin, args = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        tag = next((mark.tag for mark in args[1:] if isinstance(mark, Tag)), tag)
        yield from _parts_of(args[0], tag)
    elif origin in (typing.Union, types.UnionType, tuple, list, dict):
        for arg in args:
            yield from _parts_of(arg, tag)
    else:
        yield tag, annotation


def _is_model(part: Any) -> typing.TypeGuard[type[BaseModel]]:
    return isinstance(part, type) and issubclass(part, BaseModel)


def _kinds_of(models: Iterable[type[BaseModel]]) -> list[str]:
    """The kinds that tell these models apart, in their order."""
    return [kind for model in models for kind in typing.get_args(model.model_fields[KIND].annotation)]
