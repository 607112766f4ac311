"""The list of published rule ids: others may link to them, so they must not disappear unnoticed.

A plain text file beside the rules, one id a line. It is read when the rules are checked, not when they are used.
"""

from __future__ import annotations

from pathlib import Path

from framework.errors import Place, Problem, RuleBaseError, UserError, cannot_write
from framework.model.rule_index import index_of
from framework.model.rulebase import RuleBase
from framework.rulebase.layers import shown_path
from framework.rulebase.reading import decoded
from framework.rulebase.replacing import write_text
from framework.rulebase.source_file import SourceFile

PUBLISHED = "published.txt"


def published_ids(rulebase: RuleBase) -> frozenset[str] | None:
    """The ids in the list; None where nothing was published.

    Raises:
        RuleBaseError: the list cannot be read.
    """
    path = _path(rulebase)
    if path is None or not path.is_file():
        return None
    return frozenset(_read(path, shown_path(path)).splitlines())


def check_published(rulebase: RuleBase) -> None:
    """Check that every published id is in use or retired. A folder without the list has published nothing.

    Raises:
        RuleBaseError: with a problem for each id that is gone, at its line in the list; the list cannot be read.
    """
    path = _path(rulebase)
    if path is None or not path.is_file():
        return
    index, retired = index_of(rulebase), {item.id for item in rulebase.retired}
    hint = "list it in `retired.yaml`, with what replaces it"
    shown = shown_path(path)
    problems = [
        Problem(Place(shown, number), "withdrawn_id", f"the published rule `{id_}` no longer exists", hint)
        for number, id_ in enumerate(_read(path, shown).splitlines(), start=1)
        if id_ and id_ not in index and id_ not in retired
    ]
    if problems:
        raise RuleBaseError(problems)


def publish(rulebase: RuleBase) -> Path:
    """Add the ids in use and the retired ones to the list; returns the file. No id ever leaves it.

    Raises:
        RuleBaseError: a published id no longer exists and is not retired; the list cannot be read.
        UserError: the rules were not loaded from one folder, or the file cannot be written.
    """
    check_published(rulebase)
    path = _path(rulebase)
    if path is None or len(rulebase.folders) != 1:
        raise UserError(
            "These rules were not loaded from one folder, so there is no list for their ids.",
            "Publish a folder without overlays: ids of an overlay are not those of the rules below it.",
        )
    ids = {*index_of(rulebase), *(item.id for item in rulebase.retired), *(published_ids(rulebase) or ())}
    try:
        write_text(path, "".join(f"{id_}\n" for id_ in sorted(ids - {""})))
    except OSError as error:
        raise cannot_write(shown_path(path), error) from error
    return path


def _read(path: Path, shown: str) -> str:
    """The text of the list, decoded as any file of the rules is.

    Raises:
        RuleBaseError: it cannot be read, at the place where it goes wrong.
    """
    file = SourceFile(shown)
    try:
        text = decoded(path.read_bytes(), file)
    except OSError as error:
        file.unreadable(error)
        text = None
    if text is None:
        raise RuleBaseError(file.problems)
    return text


def _path(rulebase: RuleBase) -> Path | None:
    return rulebase.folders[0] / PUBLISHED if rulebase.folders else None
