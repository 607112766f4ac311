"""Reads the layers of a rule base file by file: validated, not yet cross-checked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import PurePosixPath
from types import GenericAlias
from typing import Any

from framework.errors import Place, Problem, did_you_mean
from framework.model import advice, content, rules
from framework.model.base import FieldPath
from framework.model.case import Case
from framework.model.classroom import Disputed, NicknameWords, ReadyClass
from framework.model.entries.entry import FileKey
from framework.model.exercise import Exercise
from framework.model.layer import Layer
from framework.model.lesson import Lesson, Synonyms, Term
from framework.model.manifest import Manifest
from framework.model.money import MoneySentence
from framework.model.question import Section
from framework.model.rule_id import QUESTIONS
from framework.model.value import ValueModel
from framework.rulebase.conditions import NamedConditions
from framework.rulebase.layers import ENDING, MAX_FILES
from framework.rulebase.limits import Limits
from framework.rulebase.merging import ORDERS, laid_over
from framework.rulebase.reading import compose, construct
from framework.rulebase.shared_conditions import shared_conditions
from framework.rulebase.source_file import SourceFile
from framework.rulebase.validation import build

MANIFEST = "rulebase.yaml"
_NUMBER = re.compile(r"^\d+_")

FOLDERS: dict[str, Any] = {
    "questions": Section,
    "criteria": rules.Criterion,
    "verdicts": rules.Verdict,
    "alternatives": rules.Alternative,
    "tasks": content.Task,
    "values": ValueModel,
    "objectives": content.Objective,
    "requirements": advice.RequirementFamily,
    "risks": advice.Risk,
    "plan": advice.PlanStep,
    "lessons": Lesson,
    "cases": Case,
    "classes": ReadyClass,
    "exercises": Exercise,
}
"""Folder to the model of its files; the name of a file is the id of its content."""

LISTS: dict[str, Any] = {
    "conditions": rules.NamedCondition,
    "sources": advice.Source,
    "money": MoneySentence,
    "metrics": content.Metric,
    "glossary": Term,
    "synonyms": Synonyms,
    "contradictions": rules.Contradiction,
    "monotonicities": rules.Monotonicity,
    "faults": advice.Fault,
    "decouplings": advice.Decoupling,
    "remarks": advice.Remark,
    "ladder": advice.LadderStep,
    "retired": rules.RetiredId,
    "disputed": Disputed,
    "nicknames": NicknameWords,
}
"""File at the top level to the model of the entries in its list."""


MISNAMED = ("unknown_file", f"the names of rule files end in `{ENDING}`, so nothing would read it", "rename it")
"""The code, the message and the hint for a file that is YAML by another ending."""


@dataclass
class Entry:
    """One entry with the file and the path that it came from."""

    value: Any
    file: SourceFile
    path: FieldPath = ()
    name: str = ""
    """The name of its file in the folder of rules."""

    def place(self, *path: str | int, of_key: bool = False) -> Place:
        """Position of a path inside it."""
        return self.file.place((*self.path, *path), of_key=of_key)


@dataclass
class Collection:
    """Everything found in the layers, by kind, before cross-checks."""

    layers: Sequence[Layer]
    limits: Limits
    manifest: Entry | None = None
    entries: dict[str, list[Entry]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    """Kinds of which some file could not be read, or is not called what it contains."""
    named: NamedConditions = field(default_factory=NamedConditions)
    """The conditions that may be named."""

    def all(self, kind: str) -> list[Entry]:
        """Everything of a kind (a key of `FOLDERS` or `LISTS`)."""
        return self.entries.get(kind, [])

    def report(self, place: Place, code: str, message: str, hint: str = "") -> None:
        """Record a problem.

        Raises:
            EnoughFound: there are more than the limits allow, or it has taken too long to find them.
        """
        self.problems.append(Problem(place, code, message, hint))
        self.limits.check(len(self.problems))


def collect(collection: Collection) -> None:
    """Read and validate every file of the layers; what lies above is laid over what lies below.

    Raises:
        EnoughFound: a limit is passed.
    """
    if not _can_be_read(collection):
        return
    files = _by_key(collection)
    if key_of(MANIFEST) not in files:
        message = f"the folder has no `{MANIFEST}`"
        hint = "it names the rule base and lists the order of its parts"
        collection.report(Place(collection.layers[0].shown()), "no_manifest", message, hint)
        return
    _read_conditions(collection, files.get(("conditions",), []))
    collection.manifest = _read_one(collection, files[key_of(MANIFEST)], Manifest)
    for key, found in files.items():
        if len(key) == 2:
            folder = key[0]
            entry = _read_one(collection, found, FOLDERS[folder])
            if not entry or not _check_name(collection, entry, found[0][1]):
                collection.unread.add(folder)
            if entry:
                collection.entries.setdefault(folder, []).append(entry)
    for name in LISTS:
        if name != "conditions":
            _read_list(collection, files.get((name,), []), name)


def _read_conditions(collection: Collection, found: _Files) -> None:
    """Before all others, as these may name them."""
    if found:
        file = laid(found, collection.limits)
        collection.named = shared_conditions(file)
        _add_list(collection, construct(file, named=collection.named), found, "conditions")
    collection.named.complete = "conditions" not in collection.unread


def _read_list(collection: Collection, found: _Files, name: str) -> None:
    """Read a file with a list of entries, if there is one."""
    if not found:
        return
    _add_list(collection, read_layers(found, collection.limits, collection.named), found, name)


def _add_list(collection: Collection, file: SourceFile, found: _Files, name: str) -> None:
    """Add the entries of a file with a list."""
    listed = _built(collection, file, found, GenericAlias(tuple, (LISTS[name], ...)))
    if not listed:
        collection.unread.add(name)
        return
    collection.entries[name] = [Entry(value, listed.file, (i,), listed.name) for i, value in enumerate(listed.value)]


_Files = Sequence[tuple[Layer, str]]
"""The files of one entry, each with its layer, the lowest first."""


def _can_be_read(collection: Collection) -> bool:
    """Whether every layer exists and has no more files than are read; reported if not."""
    for layer in collection.layers:
        if layer.missing:
            message = "there is no such folder of rules"
            collection.report(Place(layer.shown()), "no_folder", message, "check the path")
        elif layer is not collection.layers[0] and not (layer.names or layer.translations or layer.misnamed):
            message = "there is no rule file in this folder, so it changes nothing"
            collection.report(Place(layer.shown()), "no_folder", message, "check the path")
        elif (files := len(layer.names) + len(layer.translations)) > MAX_FILES:
            message = f"there are {files:,} rule files in this folder; at most {MAX_FILES:,} are read"
            collection.report(Place(layer.shown()), "too_many", message, "check the path")
    return not collection.problems


def _by_key(collection: Collection) -> dict[FileKey, list[tuple[Layer, str]]]:
    """The files of all layers by what they hold; what nothing would read is reported."""
    found: dict[FileKey, list[tuple[Layer, str]]] = {}
    for layer in collection.layers:
        for name in layer.misnamed:
            collection.report(Place(layer.shown(name)), *MISNAMED)
        for name in layer.names:
            key = key_of(name)
            if len(key) == 2 or name == MANIFEST or name.removesuffix(".yaml") in LISTS:
                files = found.setdefault(key, [])
                if files and files[-1][0] is layer:
                    message = f"`{files[-1][1]}` and `{name}` would both be read as `{key[-1]}`"
                    collection.report(Place(layer.shown(name)), "duplicate_file", message, "remove one of them")
                else:
                    files.append((layer, name))
            else:
                _unknown(collection, layer, name)
    return found


def _unknown(collection: Collection, layer: Layer, name: str) -> None:
    """Report a file that nothing would read; where it cannot be read at all, only that: what it holds is not known."""
    broken = read_layers([(layer, name)], collection.limits, NamedConditions(complete=False)).problems
    if broken:
        collection.problems.extend(broken)
        collection.limits.check(len(collection.problems))
        return
    file = PurePosixPath(name).name
    known = [MANIFEST, *(f"{listed}.yaml" for listed in LISTS)]
    if "/" in name or get_close_matches(name.removesuffix(".yaml"), LISTS, n=1):
        hint = did_you_mean(name, [*known, *(f"{folder}/{file}" for folder in FOLDERS)] if "/" in name else known)
    else:  # of no folder nothing can be guessed
        hint = f"put it into the folder of its kind, such as `{next(iter(FOLDERS))}/{file}`"
    message = f"`{name}` is not the name of a rule file, so nothing would read it"
    collection.report(Place(layer.shown(name)), "unknown_file", message, hint)


def key_of(name: str) -> FileKey:
    """What the file of this name holds; the number that may stand in front of a file of questions is left out."""
    path = PurePosixPath(name)
    folder = path.parent.as_posix()
    if folder not in FOLDERS:
        return (name.removesuffix(".yaml"),)
    return (folder, _NUMBER.sub("", path.stem) if folder == QUESTIONS else path.stem)


def _read_one(collection: Collection, files: _Files, model: Any) -> Entry | None:
    return _built(collection, read_layers(files, collection.limits, collection.named), files, model)


def _built(collection: Collection, file: SourceFile, files: _Files, model: Any) -> Entry | None:
    """A file as this model; its problems are recorded."""
    value: Any = build(model, file)
    collection.problems.extend(file.problems)
    collection.limits.check(len(collection.problems))
    return Entry(value, file, name=files[0][1]) if value is not None else None


def read_layers(files: _Files, limits: Limits | None = None, named: NamedConditions | None = None) -> SourceFile:
    """One file, with those laid over it; problems are recorded in the result."""
    return construct(laid(files, limits), named=named)


def laid(files: _Files, limits: Limits | None = None) -> SourceFile:
    """The nodes of one file, with those laid over it, not yet made into data."""
    whole: SourceFile | None = None
    for layer, name in files:
        file = composed(layer, name, limits or Limits())
        if whole is None:
            whole = file
            continue
        whole.problems += file.problems
        if whole.node is not None and file.node is not None:
            whole.node = laid_over(whole.node, file.node, orders=ORDERS if name == MANIFEST else ())
    assert whole is not None
    return whole


def composed(layer: Layer, name: str, limits: Limits) -> SourceFile:
    """The nodes of one file of a layer, not yet made into data; problems are recorded in the result."""
    try:
        raw = layer.read(name)
    except OSError as error:
        file = SourceFile(layer.shown(name))
        file.unreadable(error)
        return file
    return limits.counted(compose(raw, layer.shown(name), values=limits.values_left))


def _check_name(collection: Collection, entry: Entry, name: str) -> bool:
    """Whether a file is called what it contains; reported if not."""
    right = bool(entry.value.id == key_of(name)[-1])
    if not right:
        message = f"the id is `{entry.value.id}`, but the file is called `{PurePosixPath(name).name}`"
        collection.report(entry.place("id"), "id_differs", message, "use the same name for both")
    return right
