"""Loads a folder of rules into a `RuleBase`: collect, cross-check, assemble. Reports all problems at once."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Any

from framework.errors import RuleBaseError
from framework.model.rulebase import Manifest, RuleBase
from framework.rulebase.checks import exercises, lasting_ids, lessons, run_checks
from framework.rulebase.collection import FOLDERS, LISTS, Collection, collect
from framework.settings import rules_folder

MAX_FILES = 2_000
"""Maximum number of files that enter the digest of a rule base."""


def load_rules(folder: str | Path | None = None) -> RuleBase:
    """The rule base in `folder` (by default the one set for this process), cached until a file changes.

    Raises:
        RuleBaseError: with every problem found, each as `path:line:column: code: message (hint)`.
    """
    root = Path(folder) if folder is not None else rules_folder()
    return _load(str(root.resolve()), _state(root))


@lru_cache(maxsize=8)
def _load(root: str, state: str) -> RuleBase:
    collection = collect(Path(root), state)
    run_checks(collection)
    rulebase = None if collection.problems else _assemble(collection)
    if rulebase is not None:
        lasting_ids.check(collection, rulebase)
        lessons.check(collection, rulebase)
        exercises.check(collection)
    if rulebase is None or collection.problems:
        raise RuleBaseError(sorted(collection.problems, key=lambda problem: problem.sort_key))
    return rulebase


def _assemble(collection: Collection) -> RuleBase:
    assert collection.manifest is not None
    manifest: Manifest = collection.manifest.value
    order = {id_: index for index, id_ in enumerate(manifest.sections)}
    parts: dict[str, Any] = {kind: tuple(entry.value for entry in collection.all(kind)) for kind in (*FOLDERS, *LISTS)}
    sections = tuple(sorted(parts.pop("questions"), key=lambda section: order[section.id]))
    plan_order = {id_: index for index, id_ in enumerate(manifest.plan)}
    plan = tuple(sorted(parts.pop("plan"), key=lambda step: plan_order[step.id]))
    return RuleBase.model_construct(
        manifest=manifest,
        digest=collection.digest,
        folder=collection.root,
        sections=sections,
        plan=plan,
        **parts,
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
