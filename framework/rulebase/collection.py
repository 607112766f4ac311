"""Reads a folder of rules file by file: validated, not yet cross-checked."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from framework.errors import Place, Problem
from framework.model import content, rules
from framework.model.case import Case
from framework.model.classroom import Disputed, NicknameWords, ReadyClass
from framework.model.exercise import Exercise
from framework.model.lesson import Lesson, Synonyms, Term
from framework.model.question import Section
from framework.model.rulebase import Manifest
from framework.model.value import MoneySentence, ValueModel
from framework.rulebase.reading import SourceFile, read_file
from framework.rulebase.validation import build

MANIFEST = "rulebase.yaml"

FOLDERS: dict[str, Any] = {
    "questions": Section,
    "criteria": rules.Criterion,
    "verdicts": rules.Verdict,
    "alternatives": rules.Alternative,
    "tasks": content.Task,
    "values": ValueModel,
    "objectives": content.Objective,
    "requirements": content.RequirementFamily,
    "risks": content.Risk,
    "plan": content.PlanStep,
    "lessons": Lesson,
    "cases": Case,
    "classes": ReadyClass,
    "exercises": Exercise,
}
"""Folder to the model of its files; the name of a file is the id of its content."""

LISTS: dict[str, Any] = {
    "sources": content.Source,
    "money": MoneySentence,
    "metrics": content.Metric,
    "glossary": Term,
    "synonyms": Synonyms,
    "contradictions": rules.Contradiction,
    "monotonicities": rules.Monotonicity,
    "faults": content.Fault,
    "decouplings": content.Decoupling,
    "remarks": content.Remark,
    "ladder": content.LadderStep,
    "retired": rules.RetiredId,
    "disputed": Disputed,
    "nicknames": NicknameWords,
}
"""File at the top level to the model of the entries in its list."""


@dataclass
class Entry:
    """One entry with the file and the path that it came from."""

    value: Any
    file: SourceFile
    path: tuple[str | int, ...] = ()

    def place(self, *path: str | int, of_key: bool = False) -> Place:
        """Position of a path inside it."""
        return self.file.place((*self.path, *path), of_key=of_key)


@dataclass
class Collection:
    """Everything found in a folder, by kind, before cross-checks."""

    root: Path
    manifest: Entry | None = None
    entries: dict[str, list[Entry]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    """Kinds of which some file could not be read, or is not called what it contains."""
    digest: str = ""

    def all(self, kind: str) -> list[Entry]:
        """Everything of a kind (a key of `FOLDERS` or `LISTS`)."""
        return self.entries.get(kind, [])

    def report(self, place: Place, code: str, message: str, hint: str = "") -> None:
        """Record a problem."""
        self.problems.append(Problem(place, code, message, hint))


def collect(root: Path, digest: str = "") -> Collection:
    """Read and validate every file below `root`; problems are in the result."""
    collection = Collection(root, digest=digest)
    if not root.is_dir():
        collection.report(
            Place(shown_path(root), 1, 1), "no_folder", "there is no such folder of rules", "check the path"
        )
        return collection
    manifest_path = root / MANIFEST
    if not manifest_path.is_file():
        message = f"the folder has no `{MANIFEST}`"
        collection.report(
            Place(shown_path(manifest_path), 1, 1),
            "no_manifest",
            message,
            "it names the rule base and lists the order of its parts",
        )
        return collection
    collection.manifest = _read_one(collection, manifest_path, Manifest)
    for folder, model in FOLDERS.items():
        for path in sorted((root / folder).glob("*.yaml")):
            entry = _read_one(collection, path, model)
            if not entry or not _check_name(collection, entry, path, numbered=folder == "questions"):
                collection.unread.add(folder)
            if entry:
                collection.entries.setdefault(folder, []).append(entry)
    for name, model in LISTS.items():
        path = root / f"{name}.yaml"
        if path.is_file():
            listed = _read_one(collection, path, tuple.__class_getitem__((model, ...)))
            if not listed:
                collection.unread.add(name)
            else:
                collection.entries[name] = [Entry(value, listed.file, (i,)) for i, value in enumerate(listed.value)]
    return collection


def _read_one(collection: Collection, path: Path, model: Any) -> Entry | None:
    file = read_file(path, shown_path(path))
    value: Any = build(model, file)
    collection.problems.extend(file.problems)
    return Entry(value, file) if value is not None else None


def _check_name(collection: Collection, entry: Entry, path: Path, *, numbered: bool) -> bool:
    """Whether a file is called what it contains; reported if not."""
    stem = path.stem.split("_", 1)[-1] if numbered else path.stem
    if entry.value.id != stem:
        message = f"the id is `{entry.value.id}`, but the file is called `{path.name}`"
        collection.report(entry.place("id"), "id_differs", message, "use the same name for both")
    return bool(entry.value.id == stem)


def shown_path(path: Path) -> str:
    """The path to print, which opens from where one stands: relative inside the working directory, else absolute."""
    whole = path.absolute()
    try:
        return whole.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return whole.as_posix()
