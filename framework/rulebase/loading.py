"""Loads the layers of a rule base into a `RuleBase`: collect, cross-check, assemble. Reports all problems at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from framework.errors import Place, Problem, RuleBaseError
from framework.model.layer import Layer
from framework.model.manifest import Manifest
from framework.model.rulebase import RuleBase
from framework.rulebase.checks import exercises, lasting_ids, lessons, run_checks, sizes, translations
from framework.rulebase.collection import FOLDERS, LISTS, Collection, collect
from framework.rulebase.layers import Folder, digest_of, translations_digest_of
from framework.rulebase.limits import EnoughFound, Limits
from framework.settings import Settings

Where = str | Path


def load_rules(folder: Where | None = None, overlays: Sequence[Where] = ()) -> RuleBase:
    """The rule base in `folder`, with the overlays laid over it in this order, cached until a file changes.

    By default the folder that is set for this process, with the overlays set there below those given here.

    Raises:
        RuleBaseError: with every problem found, each as `path:line:column: code: message (hint)`.
    """
    settings = Settings.from_environment()
    below = [Path(folder)] if folder is not None else [settings.rules, *settings.overlays]
    layers = tuple(Folder(path) for path in (*below, *map(Path, overlays)))
    where = tuple(str(layer.root.resolve()) for layer in layers)
    return _load(where, layers, digest_of(layers), translations_digest_of(layers))


def read_rules(layers: Sequence[Layer], limits: Limits | None = None) -> RuleBase:
    """The rule base of these layers, read once.

    Raises:
        RuleBaseError: with every problem found up to the limits.
    """
    return _read(layers, digest_of(layers), translations_digest_of(layers), limits)


@lru_cache(maxsize=8)
def _load(where: tuple[str, ...], layers: tuple[Folder, ...], digest: str, translations_digest: str) -> RuleBase:
    """`where` only tells cached rules apart: after a change of directory a relative path is another folder."""
    return _read(layers, digest, translations_digest)


def _read(layers: Sequence[Layer], digest: str, translations_digest: str, limits: Limits | None = None) -> RuleBase:
    collection = Collection(layers, limits or Limits())
    rulebase: RuleBase | None = None
    try:
        collect(collection)
        sizes.check(collection)
        run_checks(collection)
        translations.check(collection)
        if not collection.problems:  # what depends on the whole is checked only where its parts are right
            rulebase = _assemble(collection, digest, translations_digest)
            lasting_ids.check(collection, rulebase)
            lessons.check(collection, rulebase)
            exercises.check(collection)
    except EnoughFound as error:
        collection.problems.append(Problem(Place(layers[0].shown()), "too_many", error.why))
    if rulebase is None or collection.problems:
        raise RuleBaseError(sorted(collection.problems, key=lambda problem: problem.sort_key))
    return rulebase


def _assemble(collection: Collection, digest: str, translations_digest: str) -> RuleBase:
    assert collection.manifest is not None
    folders = [layer.root for layer in collection.layers if isinstance(layer, Folder)]
    manifest: Manifest = collection.manifest.value
    order = {id_: index for index, id_ in enumerate(manifest.sections)}
    parts: dict[str, Any] = {kind: tuple(entry.value for entry in collection.all(kind)) for kind in (*FOLDERS, *LISTS)}
    sections = tuple(sorted(parts.pop("questions"), key=lambda section: order[section.id]))
    plan_order = {id_: index for index, id_ in enumerate(manifest.plan)}
    plan = tuple(sorted(parts.pop("plan"), key=lambda step: plan_order[step.id]))
    return RuleBase.model_construct(
        manifest=manifest,
        digest=digest,
        folders=tuple(folders) if len(folders) == len(collection.layers) else (),
        translations=tuple(layer for layer in collection.layers if layer.translations),
        translations_digest=translations_digest,
        sections=sections,
        plan=plan,
        **parts,
    )
