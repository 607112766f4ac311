"""Any rule by its id: the id is the way to it, through the file and down to the sentence.

Ids look like `criteria/scale/favourable/1` or `plan/scope/details/2`: kind, id, then names of fields, ids of parts, or
numbers counted from 1. Nothing here knows what any of them is about.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from framework.model.base import Noun
from framework.model.condition import Condition, names_in
from framework.model.rulebase import RuleBase

KINDS = {
    "criteria": ("criteria", "Criterion"),
    "verdicts": ("verdicts", "Verdict"),
    "alternatives": ("alternatives", "Alternative"),
    "tasks": ("tasks", "Task type"),
    "metrics": ("metrics", "Metric"),
    "objectives": ("objectives", "Objective"),
    "requirements": ("requirements", "Requirement"),
    "risks": ("risks", "Risk"),
    "plan": ("plan", "Step of the plan"),
    "lessons": ("lessons", "Lesson"),
    "contradictions": ("contradictions", "Contradiction"),
    "faults": ("faults", "Fault of a framing"),
    "decouplings": ("decouplings", "Several instead of one"),
    "remarks": ("remarks", "Remark"),
    "monotonicities": ("monotonicities", "Promise"),
}
"""First part of an id: the field of the rule base, and what it is called. Questions and the manifest come on top."""

ONE_FILE = ("contradictions", "faults", "decouplings", "remarks", "monotonicities", "metrics")
"""Kinds that stand in one file together."""

SENTENCES = (
    "because",
    "message",
    "statement",
    "sentence",
    "what",
    "text",
    "about",
    "meaning",
    "plain",
    "summary",
    "why",
    "choose_when",
)
"""Fields that hold the sentence of a noun, the first that exists counts."""

NAMES = ("title", "name", "short", "heading", "topic")


@dataclass
class Found:
    """A rule with everything that is inherited on the way down to it."""

    id: str
    kind: str
    name: str
    sentence: str
    noun: Any
    """The object in which the sentence stands."""
    conditions: list[Condition] = field(default_factory=list)
    """All must hold: the nearest last."""
    sources: tuple[str, ...] = ()
    limits: str | None = None
    file: str = ""
    line: int | None = None

    @property
    def parts(self) -> list[tuple[str, str]]:
        """Rules inside this one: id and sentence."""
        return [(f"{self.id}/{name}", sentence) for name, sentence in _rules_in(self.noun)]


def find(rulebase: RuleBase, id_: str) -> Found | None:
    """The rule, or None if there is none under this id."""
    first, *rest = [part for part in id_.strip().strip("/").split("/") if part] or [""]
    noun, kind, used = _start(rulebase, first, rest)
    if noun is None:
        return None
    found = Found(id_, kind, _name(noun) or id_, "", noun)
    _inherit(found, noun)
    current: Any = noun
    for part in rest[used:]:
        current = _step(current, part)
        if current is None:
            return None
        if isinstance(current, Noun):
            found.noun = current
            _inherit(found, current)
    found.sentence = current if isinstance(current, str) else _sentence(found.noun)
    found.file, found.line = _place(rulebase, found, first, rest)
    return found


def _start(rulebase: RuleBase, first: str, rest: list[str]) -> tuple[Any, str, int]:
    """The noun that the id begins with, what its kind is called, and how many parts of the id that took."""
    if first == "rulebase":
        return rulebase.manifest, "Rule base", 0
    if not rest:
        return None, "", 0
    if first == "questions":
        return rulebase.questions.get(rest[0]), "Question", 1
    if first not in KINDS:
        return None, "", 0
    name, kind = KINDS[first]
    return next((noun for noun in getattr(rulebase, name) if noun.id == rest[0]), None), kind, 1


def _step(current: Any, part: str) -> Any:
    """One part further down: a field, a part with this id, or the part with this number."""
    if isinstance(current, tuple):
        if part.isdigit() and 0 < int(part) <= len(current):
            return current[int(part) - 1]
        return next((item for item in current if getattr(item, "id", None) == part), None)
    if not isinstance(current, Noun):
        return None
    if part in type(current).model_fields:
        return getattr(current, part)
    for item in _inside(current):
        if getattr(item, "id", None) == part:
            return item
    for item in _inside(current):  # one level may be left out: verdict, rule
        for deeper in _inside(item):
            if getattr(deeper, "id", None) == part:
                return deeper
    return None


def _inside(noun: Noun) -> Iterator[Noun]:
    for name in type(noun).model_fields:
        value = getattr(noun, name)
        if isinstance(value, tuple):
            yield from (item for item in value if isinstance(item, Noun))


def _rules_in(noun: Any) -> Iterator[tuple[str, str]]:
    if not isinstance(noun, Noun):
        return
    for name in type(noun).model_fields:
        value = getattr(noun, name)
        if not isinstance(value, tuple) or name == "examples":
            continue
        for number, item in enumerate(value, start=1):
            if isinstance(item, Noun) and getattr(item, "when", None) is not None:
                yield str(getattr(item, "id", f"{name}/{number}")), _sentence(item)


def _inherit(found: Found, noun: Noun) -> None:
    when = getattr(noun, "when", None)
    if when is not None:
        found.conditions.append(when)
    found.sources = getattr(noun, "sources", ()) or found.sources
    found.limits = getattr(noun, "limits", None) or found.limits
    found.name = _name(noun) or found.name


def _name(noun: Any) -> str | None:
    return next((value for name in NAMES if isinstance(value := getattr(noun, name, None), str)), None)


def _sentence(noun: Any) -> str:
    return next((value for name in SENTENCES if isinstance(value := getattr(noun, name, None), str)), _name(noun) or "")


def _place(rulebase: RuleBase, found: Found, first: str, rest: list[str]) -> tuple[str, int | None]:
    """The file to look in, seen from the folder of rules, and the line of the condition where it is known."""
    places = [leaf.place for when in reversed(found.conditions) for leaf in names_in(when) if leaf.place]
    line = places[0].line if places else None
    if first == "rulebase":
        return "rulebase.yaml", line
    if first in ONE_FILE:
        return f"{first}.yaml", line
    if first == "questions":
        section = rulebase.section_of[rest[0]]
        number = rulebase.manifest.sections.index(section.id) + 1
        return f"questions/{number:02d}_{section.id}.yaml", line
    return f"{first}/{rest[0]}.yaml", line
