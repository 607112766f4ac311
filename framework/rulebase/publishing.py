"""The list of published rule ids: others may link to them, so they must not disappear unnoticed.

A plain text file beside the rules, one id a line. It is read when the rules are checked, not when they are used.
"""

from __future__ import annotations

from pathlib import Path

from framework.errors import Place, Problem, RuleBaseError, UserError
from framework.model.rule_index import index_of
from framework.model.rulebase import RuleBase
from framework.rulebase.layers import shown_path

PUBLISHED = "published.txt"


def check_published(rulebase: RuleBase) -> None:
    """Check that every published id is in use or retired. A folder without the list has published nothing.

    Raises:
        RuleBaseError: with a problem for each id that is gone, at its line in the list.
    """
    path = _path(rulebase)
    if path is None or not path.is_file():
        return
    index, retired = index_of(rulebase), {item.id for item in rulebase.retired}
    hint = "list it in `retired.yaml`, with what replaces it"
    problems = [
        Problem(
            Place(shown_path(path), number),
            "withdrawn_id",
            f"the published rule `{id_}` no longer exists",
            hint,
        )
        for number, id_ in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if id_ and id_ not in index and id_ not in retired
    ]
    if problems:
        raise RuleBaseError(problems)


def publish(rulebase: RuleBase) -> Path:
    """Write the ids in use to the list; returns the file.

    Raises:
        RuleBaseError: a published id no longer exists and is not retired.
        UserError: the rules were not loaded from a folder, or the file cannot be written.
    """
    check_published(rulebase)
    path = _path(rulebase)
    if path is None:
        raise UserError("These rules were not loaded from a folder, so their ids cannot be listed.")
    try:
        path.write_text("".join(f"{id_}\n" for id_ in sorted(index_of(rulebase))), encoding="utf-8")
    except OSError as error:
        raise UserError(f"{path} cannot be written: {(error.strerror or str(error)).lower()}.") from error
    return path


def _path(rulebase: RuleBase) -> Path | None:
    return rulebase.folders[0] / PUBLISHED if rulebase.folders else None
