"""Files beside the rules that a change has left out of date, as warnings: the rules work without them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from framework.errors import Place, Problem
from framework.model.rule_index import index_of
from framework.model.rulebase import RuleBase
from framework.rulebase.layers import Folder
from framework.rulebase.publishing import PUBLISHED, published_ids
from framework.rulebase.schema import KINDS, SCHEMA, modeline, schema_files

MAX_IDS = 5
"""How many of the ids that are not published are named."""


def unfinished(rulebase: RuleBase) -> tuple[Problem, ...]:
    """Missing schema lines and unpublished ids, and a schema that is outdated; nothing where there is no such file.

    Rules that are laid over others, or come from memory, have no such files of their own.
    """
    if len(rulebase.folders) != 1:
        return ()
    folder = Folder(rulebase.folders[0])
    return (*_schema_lines(folder), *_unpublished(rulebase, folder), *_schema(rulebase, folder))


def _schema_lines(folder: Folder) -> Iterator[Problem]:
    for name in folder.names if (folder.root / KINDS).is_dir() else ():
        wanted = modeline(Path(name))
        if folder.read(name).partition(b"\n")[0].rstrip() != wanted.encode():
            message = "the first line does not name the schema, so editors cannot complete and check"
            yield Problem(Place(folder.shown(name), 1), "no_schema_line", message, f"write `{wanted}`")


def _unpublished(rulebase: RuleBase, folder: Folder) -> Iterator[Problem]:
    published = published_ids(rulebase)
    new = [id_ for id_ in index_of(rulebase) if id_ not in published] if published is not None else []
    if new:
        named = ", ".join(f"`{id_}`" for id_ in new[:MAX_IDS]) + (", ..." if len(new) > MAX_IDS else "")
        message = f"{len(new):,} {'id is' if len(new) == 1 else 'ids are'} not published: {named}"
        yield Problem(
            Place(folder.shown(PUBLISHED)), "not_published", message, f"add with `check {folder.shown()} --publish`"
        )


def _schema(rulebase: RuleBase, folder: Folder) -> Iterator[Problem]:
    if not (folder.root / SCHEMA).is_file():
        return
    for name, text in schema_files(rulebase).items():
        path = folder.root / name
        if not path.is_file() or path.read_text(encoding="utf-8", errors="replace") != text:
            message = "the schema for editors does not fit these rules"
            hint = f"write it with `check {folder.shown()} --schema {folder.shown()}`"
            yield Problem(Place(folder.shown(name), 1), "schema_outdated", message, hint)
            return
