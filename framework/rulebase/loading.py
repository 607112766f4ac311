"""A folder of rules to a `RuleBase`: reading, validating and cross-checking are separate, all problems come at once."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from framework.errors import Place, Problem, RuleBaseError
from framework.model import content, rules
from framework.model.case import Case
from framework.model.question import Section
from framework.model.rulebase import Manifest, RuleBase
from framework.rulebase.reading import SourceFile, read_file
from framework.rulebase.validation import build
from framework.settings import rules_folder

MANIFEST = "rulebase.yaml"

FOLDERS: dict[str, Any] = {
    "questions": Section,
    "criteria": rules.Criterion,
    "verdicts": rules.Verdict,
    "alternatives": rules.Alternative,
    "tasks": content.Task,
    "objectives": content.Objective,
    "requirements": content.RequirementFamily,
    "risks": content.Risk,
    "plan": content.PlanStep,
    "lessons": content.Lesson,
    "cases": Case,
}
"""Folder to the noun that each of its files holds; the file's name is the noun's id."""

LISTS: dict[str, Any] = {
    "sources": content.Source,
    "metrics": content.Metric,
    "contradictions": rules.Contradiction,
    "monotonicities": rules.Monotonicity,
    "faults": content.Fault,
    "decouplings": content.Decoupling,
    "remarks": content.Remark,
    "retired": rules.RetiredId,
}
"""File at the top of the folder to the noun that its list holds."""

MAX_FILES = 2_000


@dataclass
class Found:
    """One noun with the file and the path that it came from."""

    noun: Any
    file: SourceFile
    path: tuple[str | int, ...] = ()

    def place(self, *path: str | int, of_key: bool = False) -> Place:
        """Position of a path inside the noun."""
        return self.file.place((*self.path, *path), of_key=of_key)


@dataclass
class Collection:
    """Everything found in a folder, by kind, before it is cross-checked."""

    root: Path
    manifest: Found | None = None
    nouns: dict[str, list[Found]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    digest: str = ""

    def all(self, kind: str) -> list[Found]:
        """Every noun of a kind (a key of `FOLDERS` or `LISTS`)."""
        return self.nouns.get(kind, [])

    def report(self, place: Place, code: str, message: str, hint: str = "") -> None:
        """Note a problem."""
        self.problems.append(Problem(place, code, message, hint))


def load_rules(folder: str | Path | None = None) -> RuleBase:
    """The rule base in `folder` (by default the one set for this process), read once per state of its files.

    Raises:
        RuleBaseError: with every problem found, each as `path:line:column: code: message (hint)`.
    """
    root = Path(folder) if folder is not None else rules_folder()
    return _load(str(root.resolve()), _state(root))


@lru_cache(maxsize=8)
def _load(root: str, state: str) -> RuleBase:
    from framework.rulebase.checks import lasting_ids, run_checks

    collection = collect(Path(root), state)
    if collection.manifest is not None:
        run_checks(collection)
    rulebase = None if collection.problems else _assemble(collection)
    if rulebase is not None:
        lasting_ids.check(collection, rulebase)
    if rulebase is None or collection.problems:
        raise RuleBaseError(sorted(collection.problems, key=lambda problem: problem.sort_key))
    return rulebase


def collect(root: Path, digest: str = "") -> Collection:
    """Read and validate every file below `root`; problems are in the result."""
    collection = Collection(root, digest=digest)
    if not root.is_dir():
        collection.report(Place(str(root), 1, 1), "no_folder", "there is no such folder of rules", "check the path")
        return collection
    manifest_path = root / MANIFEST
    if not manifest_path.is_file():
        message = f"the folder has no `{MANIFEST}`"
        collection.report(
            Place(str(manifest_path), 1, 1), "no_manifest", message, "it names the rule base and its order"
        )
        return collection
    found = _read_one(collection, manifest_path, Manifest)
    collection.manifest = found
    for folder, model in FOLDERS.items():
        for path in sorted((root / folder).glob("*.yaml")):
            noun = _read_one(collection, path, model)
            if noun:
                _check_name(collection, noun, path, numbered=folder == "questions")
                collection.nouns.setdefault(folder, []).append(noun)
    for name, model in LISTS.items():
        path = root / f"{name}.yaml"
        if path.is_file():
            listed = _read_one(collection, path, tuple.__class_getitem__((model, ...)))
            if listed:
                entries = [Found(noun, listed.file, (index,)) for index, noun in enumerate(listed.noun)]
                collection.nouns[name] = entries
    return collection


def _read_one(collection: Collection, path: Path, model: Any) -> Found | None:
    file = read_file(path, shown_path(path, collection.root))
    noun: Any = build(model, file)
    collection.problems.extend(file.problems)
    return Found(noun, file) if noun is not None else None


def _check_name(collection: Collection, found: Found, path: Path, *, numbered: bool) -> None:
    stem = path.stem.split("_", 1)[-1] if numbered else path.stem
    if found.noun.id != stem:
        message = f"the id is `{found.noun.id}`, but the file is called `{path.name}`"
        collection.report(found.place("id"), "id_differs", message, "an id leads to its file: use the same word")


def _assemble(collection: Collection) -> RuleBase:
    assert collection.manifest is not None
    manifest: Manifest = collection.manifest.noun
    order = {id_: index for index, id_ in enumerate(manifest.sections)}
    nouns: dict[str, Any] = {kind: tuple(found.noun for found in collection.all(kind)) for kind in (*FOLDERS, *LISTS)}
    sections = tuple(sorted(nouns.pop("questions"), key=lambda section: order[section.id]))
    plan_order = {id_: index for index, id_ in enumerate(manifest.plan)}
    plan = tuple(sorted(nouns.pop("plan"), key=lambda step: plan_order[step.id]))
    return RuleBase.model_construct(
        manifest=manifest,
        digest=collection.digest,
        folder=collection.root,
        sections=sections,
        plan=plan,
        **nouns,
    )


def _state(root: Path) -> str:
    """SHA-256 over names and contents of all files: the identity of a rule base."""
    digest = hashlib.sha256()
    paths = sorted(root.rglob("*.yaml"))[:MAX_FILES] if root.is_dir() else []
    for path in paths:
        digest.update(path.relative_to(root).as_posix().encode() + b"\0")
        if path.is_file() and path.stat().st_size <= 1_000_000:
            digest.update(path.read_bytes())
        digest.update(b"\0")
    return digest.hexdigest()


def shown_path(path: Path, root: Path) -> str:
    """The path as it is printed: with the folder's own name, so that it can be clicked from next to it."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.relative_to(root.parent).as_posix()
