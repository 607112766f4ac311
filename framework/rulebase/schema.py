"""A JSON Schema of the rule files, so that editors can complete keys and ids and mark mistakes.

Generated from the models; conditions are described here because this package parses them. Checks that need the whole
folder (an order that lists everything, a rule that never decides) are left to the loader and the proofs.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import GenericAlias
from typing import Any, Literal

from pydantic import TypeAdapter

from framework.errors import cannot_write
from framework.model.answers import NOT_SURE
from framework.model.base import Ref
from framework.model.brief import BRIEF_SECTIONS, LOSS_FIGURES, OWN_PARTS
from framework.model.condition import CONDITION_TYPES
from framework.model.exercise import CALCULATIONS
from framework.model.lesson import PLAYS
from framework.model.manifest import Manifest
from framework.model.question import FIELDS_OF_KINDS, Question
from framework.model.rulebase import RuleBase
from framework.model.rules import Status
from framework.model.value import COMPARED, GIVEN
from framework.rulebase.checks.names import RESULTS
from framework.rulebase.collection import FOLDERS, LISTS, MANIFEST
from framework.rulebase.replacing import write_text

SCHEMA = "schema.json"
"""Everything, as definitions."""

KINDS = "schema"
"""Folder with one small file for each kind of rule file, which references `SCHEMA`; rule files name theirs."""

_CONDITION_REFS = {f"#/$defs/{kind.__name__}" for kind in CONDITION_TYPES}
"""Conditions in the generated schema: the parsed classes, not the written form."""

_MODE: Literal["validation"] = "validation"


def schema_files(rulebase: RuleBase) -> dict[str, str]:
    """File name, relative to the rules, to JSON text: the schema, and a file for each kind that references it."""
    models: dict[str, Any] = {MANIFEST.removesuffix(".yaml"): Manifest, **FOLDERS}
    models |= {name: GenericAlias(tuple, (model, ...)) for name, model in LISTS.items()}
    adapters = [(kind, _MODE, TypeAdapter(model)) for kind, model in models.items()]
    found, whole = TypeAdapter.json_schemas(adapters)
    definitions = {name: found for name, found in whole["$defs"].items() if f"#/$defs/{name}" not in _CONDITION_REFS}
    definitions |= {kind: found[kind, _MODE] for kind in models}
    definitions |= _ids(rulebase) | _conditions(rulebase)
    definitions["Question"] = {**definitions["Question"], "allOf": [*_fields_by_kind()]}
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Rule files of: {rulebase.manifest.name}",
        "$defs": _tidied(definitions),
    }
    files = {SCHEMA: schema}
    files |= {f"{KINDS}/{kind}.json": {"$ref": f"../{SCHEMA}#/$defs/{kind}"} for kind in models}
    return {name: json.dumps(data, ensure_ascii=False, indent=1) + "\n" for name, data in files.items()}


def write_schema(rulebase: RuleBase, folder: Path) -> int:
    """Write the schema beside the rules; returns how many files it has.

    Raises:
        OutputError: a file of it cannot be written.
    """
    files = schema_files(rulebase)
    for name, text in files.items():
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_text(path, text)
        except OSError as error:
            raise cannot_write(str(path), error) from error
    return len(files)


def modeline(file: Path) -> str:
    """The comment that tells editors the schema of a rule file; `file` is relative to the folder of rules."""
    kind, up = (file.parts[0], "../") if len(file.parts) > 1 else (file.stem, "")
    return f"# yaml-language-server: $schema={up}{KINDS}/{kind}.json"


def _ids(rulebase: RuleBase) -> dict[str, Any]:
    """The valid ids for each kind of reference, and the valid answers of a sheet."""
    roles = tuple(q.role for q in rulebase.questions.values() if q.kind == "number" and q.role)
    known: dict[str, Iterable[str]] = {
        "source": rulebase.source,
        "question": rulebase.questions,
        "slot": (question.id for question in rulebase.questions.values() if question.kind == "text"),
        "verdict": rulebase.verdict,
        "outcome": rulebase.outcome,
        "alternative": rulebase.alternative,
        "task": rulebase.task,
        "value": rulebase.value,
        "role": roles,
        GIVEN: (*roles, *COMPARED),
        "metric": rulebase.metric,
        "section": (section.id for section in rulebase.sections),
        "lesson": rulebase.lesson,
        "case": rulebase.case,
        "step": (step.id for step in rulebase.plan),
        "criterion": rulebase.criterion,
        "brief_section": BRIEF_SECTIONS,
        "loss_figure": LOSS_FIGURES,
        "own_part": OWN_PARTS,
        "play": PLAYS,
        "calculation": list(CALCULATIONS),
    }
    answers = {
        question.id: _one_or_many([*(option.id for option in question.options), NOT_SURE])
        for question in rulebase.closed_questions.values()
    }
    ids: dict[str, Any] = {f"id.{kind}": {"type": "string", "enum": list(ids)} for kind, ids in known.items()}
    texts = {question.id: {"type": "string"} for question in rulebase.questions.values() if question.kind == "text"}
    numbers = {question.id: _number(question) for question in rulebase.questions.values() if question.kind == "number"}
    for name, properties in (("answers", answers), ("words", texts), ("numbers", numbers)):
        ids[name] = {"type": "object", "properties": properties, "additionalProperties": False}
    return ids


def _number(question: Question) -> dict[str, Any]:
    """One number within the limits of its question, or the three of a range."""
    limits = {"minimum": question.minimum, "maximum": question.maximum}
    given = {name: limit for name, limit in limits.items() if limit is not None}
    one = {"type": "integer" if question.whole else "number", **given}
    ends = ("low", "middle", "high")
    properties = {**dict.fromkeys(ends, one), "middle": {**one, "type": "number"}}  # the mean need not be whole
    span = {"type": "object", "properties": properties, "required": [*ends]}
    return {"anyOf": [one, {**span, "additionalProperties": False}]}


def _fields_by_kind() -> Iterator[dict[str, Any]]:
    """For each kind of question: without the fields that are for another one."""
    for kind in dict.fromkeys(kind for kinds in FIELDS_OF_KINDS.values() for kind in kinds):
        foreign = {field: False for field, kinds in FIELDS_OF_KINDS.items() if kind not in kinds}
        yield {"if": {"properties": {"kind": {"const": kind}}}, "then": {"properties": foreign}}


def _conditions(rulebase: RuleBase) -> dict[str, Any]:
    """A condition: a mapping with exactly one key, which is an operator, a question, a criterion, ..."""
    one: dict[str, Any] = {"$ref": "#/$defs/condition"}
    some = {"type": "array", "items": one}
    counted = {
        "type": "object",
        "properties": {"count": {"type": "integer", "minimum": 1}, "of": some},
        "required": ["count", "of"],
        "additionalProperties": False,
    }
    leaves = {
        question.id: _one_or_many(option.id for option in question.options)
        for question in rulebase.closed_questions.values()
    }
    leaves |= {id_: _one_or_many(status.value for status in Status) for id_ in rulebase.criterion}
    leaves |= {
        name: {"anyOf": [{"$ref": f"#/$defs/id.{name}"}, {"type": "array", "items": {"$ref": f"#/$defs/id.{name}"}}]}
        for name in RESULTS
    }
    named = {"type": "string", "enum": [condition.id for condition in rulebase.conditions]}
    operators = {"all": some, "any": some, "not": one, "unless": one, "at_least": counted, "holds": named}
    properties: dict[str, Any] = {**operators, **leaves}
    return {
        "condition": {
            "type": "object",
            "properties": properties,
            "additionalProperties": False,
            "minProperties": 1,
            "maxProperties": 1,
        }
    }


def _one_or_many(values: Iterable[str]) -> dict[str, Any]:
    one = {"type": "string", "enum": list(values)}
    return {"anyOf": [one, {"type": "array", "items": one, "minItems": 1}]}


def _tidied(node: Any, key: str = "") -> Any:
    """Add what the generator cannot know (answer sheets, references by kind) and remove redundant entries."""
    if isinstance(node, list):
        tidy: list[Any] = []
        for item in (_tidied(item) for item in node):
            if item not in tidy:  # the five forms of a condition are one
                tidy.append(item)
        return tidy
    if not isinstance(node, dict):
        return node
    if Ref.KEY in node:
        return {"$ref": f"#/$defs/id.{node[Ref.KEY]}"}
    if node.get("$ref") in _CONDITION_REFS:
        return {"$ref": "#/$defs/condition"}
    of_a_sheet = key in ("answers", "words", "numbers") and node.get("type") == "object" and "properties" not in node
    values = next(iter(node.get("patternProperties", {}).values()), node.get("additionalProperties"))
    if of_a_sheet and not (isinstance(values, dict) and values.get("type") == "array"):
        return {"$ref": f"#/$defs/{key}"}
    named = key in ("properties", "$defs")
    found = {name: _tidied(value, name) for name, value in node.items() if named or name not in ("title", "default")}
    alone = found.get("anyOf")
    return alone[0] if alone and len(alone) == 1 and len(found) == 1 else found
