"""Reads a YAML file into plain data with positions: no type guessing, no aliases, every problem located.

Plain scalars are text unless they look like a number, `true`, `false` or `null`, so `yes`, `no`, `12:30` and dates stay
text. A value under a key that holds a condition is parsed here, where its position is still known.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from framework.errors import Place, Problem
from framework.rulebase.conditions import CONDITION_KEYS, NamedConditions, parse_condition
from framework.rulebase.source_file import SourceFile, start_of

MAX_BYTES = 1_000_000
"""A larger file is rejected unread: it would take memory and time, and nobody could review it."""

MAX_DEPTH = 60
"""Maximum nesting depth: reading recurses for each level, and no kind of rule file needs near as many."""

MAX_KEYS = 2_000
"""Most keys of one mapping in a rule file: finding a position walks through them."""

MAX_DIGITS = 300
"""Longer integers become (infinite) floats, because Python refuses to parse them."""

_OPENERS, MANY_OPENERS = "[{-?:", 5_000
"""Characters that nesting needs; a file with more of them than this has its depth checked before parsing."""

_NUMBER = re.compile(r"[-+]?(\d+|\d*\.\d+|\d+\.\d*)([eE][-+]?\d+)?")

_QUOTES = "a text that contains a colon or a quote needs double quotes around it"

_PAIR = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}")
"""How JSON escapes a character outside the basic plane; YAML has no such pairs."""


_TAGS: dict[type[yaml.Node], str] = {
    yaml.ScalarNode: "tag:yaml.org,2002:str",
    yaml.SequenceNode: "tag:yaml.org,2002:seq",
    yaml.MappingNode: "tag:yaml.org,2002:map",
}

Part = Callable[[str], str]
"""What of a text to read."""


class _Loader(yaml.CSafeLoader):
    """The C loader without implicit types, and without the search for them, which took a fifth of the time."""

    def resolve(self, kind: type[yaml.Node], value: Any, implicit: Any) -> str:
        """The tag of a node that has none of its own."""
        return _TAGS[kind]

    def descend_resolver(self, current_node: yaml.Node | None, current_index: Any) -> None:
        """Nothing depends on where a node stands."""

    def ascend_resolver(self) -> None:
        """Nothing depends on where a node stands."""


class _Text(io.StringIO):
    """A text whose positions know the file that it is from."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__(text)
        self.name = name


def read_file(
    path: Path, shown: str, *, rule_file: bool = True, part: Part | None = None, most: int = MAX_BYTES
) -> SourceFile:
    """Read one file from disk, up to `most` bytes; problems are recorded in the result, not raised."""
    try:
        with path.open("rb") as opened:
            raw = opened.read(most + 1)
    except OSError as error:
        file = SourceFile(shown)
        file.unreadable(error)
        return file
    return read_bytes(raw, shown, rule_file=rule_file, part=part, most=most)


def read_bytes(
    raw: bytes, shown: str, *, rule_file: bool = True, part: Part | None = None, most: int = MAX_BYTES
) -> SourceFile:
    """Read YAML from bytes. In a `rule_file` values under condition keys become `Condition` objects; `part` says what
    of the text to read, at the same lines and columns.
    """
    hint = "copy a similar file and change it" if rule_file else "`answers:` with one answer below it is enough"
    return construct(compose(raw, shown, hint=hint, part=part, most=most), rule_file=rule_file)


def compose(
    raw: bytes,
    shown: str,
    *,
    hint: str = "copy a similar file and change it",
    part: Part | None = None,
    most: int = MAX_BYTES,
    values: int | None = None,
) -> SourceFile:
    """The nodes of a YAML text, not yet made into data. `hint`: for an empty one. `values`: the most it may have."""
    file = SourceFile(shown)
    if len(raw) > most:
        _too_large(file, most)
        return file
    text = decoded(raw, file)
    if text is None:
        return file
    text = part(text) if part else text
    if len(text) > MAX_BYTES:
        _too_large(file, MAX_BYTES)
        return file
    if not text.strip():
        file.report("empty", "the file is empty", hint=hint)
        return file
    if text.lstrip().startswith("{"):
        text = _PAIR.sub(lambda pair: str(json.loads(f'"{pair[0]}"')), text)
    try:
        if values is not None or "&" in text or "*" in text or sum(map(text.count, _OPENERS)) > MANY_OPENERS:
            _scan(text, file, values)
        if not file.problems:
            file.node = yaml.compose(_Text(text, shown), Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(shown, mark.line + 1, mark.column + 1) if mark else Place(shown, 1, 1)
        message, hint = f"not valid YAML: {error.problem or error.context}", _QUOTES
        line = [*text.split("\n"), ""][mark.line] if mark else ""
        if "\t" in line[: len(line) - len(line.lstrip())]:
            message, hint = "not valid YAML: there is a tab at the beginning of this line", "indent with spaces instead"
        file.problems.append(Problem(place, "syntax", message, hint))
    except yaml.reader.ReaderError as error:
        place, found = _place_of_byte(text.encode(), error.position, shown), f"U+{int(error.character):04X}"
        message, hint = (
            f"not valid YAML: the character {found} is not allowed",
            "delete it; many editors do not show it",
        )
        file.problems.append(Problem(place, "syntax", message, hint))
    except (yaml.YAMLError, RecursionError) as error:
        file.report("syntax", f"not valid YAML: {str(error).splitlines()[0]}")
    if not file.problems and file.node is None:
        file.report("empty", "the file contains only comments", hint=hint)
    return file


def decoded(raw: bytes, file: SourceFile) -> str | None:
    """The text of a file; where it is not UTF-8, None, and the problem is recorded where it first is not."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = _place_of_byte(raw, error.start, file.path)
        file.problems.append(Problem(place, "not_utf8", "the file is not UTF-8 text", "save it with UTF-8 encoding"))
        return None


def _place_of_byte(raw: bytes, at: int, path: str) -> Place:
    """The line and column of a byte; columns are counted in characters."""
    start = raw.rfind(b"\n", 0, at) + 1
    return Place(path, raw.count(b"\n", 0, at) + 1, len(raw[start:at].decode("utf-8", "replace")) + 1)


def construct(file: SourceFile, *, rule_file: bool = True, named: NamedConditions | None = None) -> SourceFile:
    """Turn the nodes of a file into its data, and return the file; problems are recorded in it, not raised.

    A file that has problems already, or no nodes, is returned as it is.
    """
    if not file.problems and file.node is not None:
        data = _construct(file.node, file, (named or NamedConditions()) if rule_file else None, 0)
        file.data = None if any(problem.code == "too_deep" for problem in file.problems) else data
    return file


def _too_large(file: SourceFile, most: int) -> None:
    file.report("too_large", f"the file is too large; at most {most:,} bytes are read", hint="split it")


def _scan(text: str, file: SourceFile, values: int | None = None) -> None:
    """Reject what must not reach the composer: it recurses for each level, expands aliases, and keeps every node.

    Anchors and aliases can make a small file huge and hide a rule from its reader, so they are not allowed.
    """
    depth = 0
    for event in yaml.parse(_Text(text, file.path), Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        file.values += isinstance(event, yaml.NodeEvent)
        if values is not None and file.values > values:
            message, hint = "there are too many values in these rules", "leave out what you do not need"
            file.problems.append(Problem(start_of(event), "too_many", message, hint))
            return
        if depth > MAX_DEPTH:
            file.problems.append(Problem(start_of(event), "too_deep", f"nested deeper than {MAX_DEPTH} levels"))
            return
        if anchor := getattr(event, "anchor", None):
            what = "alias" if isinstance(event, yaml.AliasEvent) else "anchor"
            message = f"the {what} `{anchor}` is not allowed here"
            file.problems.append(Problem(start_of(event), "alias", message, "write the text out, or quote it"))
            return


def _construct(node: yaml.Node, file: SourceFile, named: NamedConditions | None, depth: int) -> Any:
    """The data of a node. `named`: the conditions that may be named, in a rule file; None in any other."""
    if depth > MAX_DEPTH:
        if not any(problem.code == "too_deep" for problem in file.problems):
            file.problems.append(Problem(start_of(node), "too_deep", f"nested deeper than {MAX_DEPTH} levels"))
        return None
    if not node.tag.startswith("tag:yaml.org,2002:") or node.tag.startswith("tag:yaml.org,2002:python"):
        message = f"the tag `{node.tag}` is not allowed"
        file.problems.append(Problem(start_of(node), "tag", message, "write the value without a tag"))
        return node.value if isinstance(node, yaml.ScalarNode) else None
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node)
    if isinstance(node, yaml.SequenceNode):
        return [_construct(item, file, named, depth + 1) for item in node.value]
    if named is not None and len(node.value) > MAX_KEYS:
        message = f"there are {len(node.value):,} keys here; at most {MAX_KEYS:,} are read"
        file.problems.append(Problem(start_of(node), "too_many", message))
        return None
    result: dict[Any, Any] = {}
    for key_node, value_node in node.value:
        if not isinstance(key_node, yaml.ScalarNode):
            file.problems.append(Problem(start_of(key_node), "key", "a key must be a word"))
            continue
        key = key_node.value
        if key in result:
            message = f"the key `{key}` appears twice"
            file.problems.append(Problem(start_of(key_node), "duplicate_key", message, "keep one of them"))
            continue
        if named is not None and key in CONDITION_KEYS:
            result[key] = parse_condition(value_node, file.problems, named)
        else:
            result[key] = _construct(value_node, file, named, depth + 1)
    return result


def _scalar(node: yaml.ScalarNode) -> Any:
    """Text as written, except an unquoted number, `true`, `false`, `null`, `~` or nothing."""
    text: str = node.value
    if node.style or node.tag != "tag:yaml.org,2002:str":
        return text
    if text in ("", "~", "null"):
        return None
    if text in ("true", "false"):
        return text == "true"
    if _NUMBER.fullmatch(text):
        whole = len(text) <= MAX_DIGITS and re.fullmatch(r"[-+]?\d+", text)
        return int(text) if whole else float(text)
    return text
