"""A condition in words, for whoever wants to read a rule instead of its YAML. The nouns come from the rule base."""

from __future__ import annotations

from collections.abc import Sequence

from framework.model.condition import All, AnyOf, AtLeast, Condition, Is, Not
from framework.model.listing import listed
from framework.model.rulebase import RuleBase
from framework.model.rules import Alternative, Outcome, Verdict
from framework.model.value import GIVEN


def readable(rulebase: RuleBase, condition: Condition) -> str:
    """The condition as a part of a sentence that may follow "if": `Distance is “Under 3 km”`."""
    match condition:
        case Is():
            return _is(rulebase, condition)
        case Not(Is() as leaf):
            return _is(rulebase, leaf, negated=True)
        case Not(AtLeast(count, parts)):
            return f"fewer than {count} of these hold: ({_listed(rulebase, parts)})"
        case Not(part):
            return f"not {_inside(rulebase, part)}"
        case All(parts):
            return _joined(rulebase, parts, "and") if parts else "always"
        case AnyOf(parts):
            return _joined(rulebase, parts, "or") if parts else "never"
        case AtLeast(count, parts):
            return f"at least {count} of these hold: ({_listed(rulebase, parts)})"


def asked_when(rulebase: RuleBase, question_id: str) -> str | None:
    """When a question is asked, as a sentence; None if always."""
    condition = rulebase.questions[question_id].asked_when
    return None if condition is None else f"Asked if {readable(rulebase, condition)}."


def _listed(rulebase: RuleBase, parts: Sequence[Condition]) -> str:
    return "; ".join(readable(rulebase, part) for part in parts)


def _joined(rulebase: RuleBase, parts: Sequence[Condition], word: str) -> str:
    if len(parts) == 1:
        return readable(rulebase, parts[0])
    return f" {word} ".join(_inside(rulebase, part) for part in parts)


def _inside(rulebase: RuleBase, part: Condition) -> str:
    """A part in a larger condition: in brackets where it could be read in two ways."""
    text = readable(rulebase, part)
    plain = isinstance(part, Is | AtLeast) or (isinstance(part, Not) and isinstance(part.part, Is | AtLeast))
    return text if plain or (isinstance(part, All | AnyOf) and len(part.parts) < 2) else f"({text})"


def _is(rulebase: RuleBase, leaf: Is, *, negated: bool = False) -> str:
    question = rulebase.questions.get(leaf.name)
    if question is not None:
        verb = (
            ("does not include" if negated else "includes")
            if question.kind == "many"
            else "is not"
            if negated
            else "is"
        )
        values = [f"“{rulebase.answer_text(leaf.name, value)}”" for value in leaf.values]
        return f"{question.short} {verb} {listed(values)}"
    verb = "is not" if negated else "is"
    if leaf.name == GIVEN:
        names = [f"“{rulebase.role_name(role)}”" for role in leaf.values]
        return f"the number {listed(names)} {verb} given"
    criterion = rulebase.criterion.get(leaf.name)
    if criterion is not None:
        return f"“{criterion.title}” {verb} {listed(leaf.values)}"
    return f"the {leaf.name} {verb} {listed([f'“{_title(rulebase, leaf.name, value)}”' for value in leaf.values])}"


def _title(rulebase: RuleBase, kind: str, id_: str) -> str:
    """The name of a verdict, outcome, alternative or task."""
    found: Verdict | Outcome | Alternative | None = None
    match kind:
        case "verdict":
            found = rulebase.verdict.get(id_)
        case "outcome":
            found = rulebase.outcome.get(id_)
        case "alternative":
            found = rulebase.alternative.get(id_)
        case "task":
            task = rulebase.task.get(id_)
            return task.name if task else id_
    return found.title if found else id_
