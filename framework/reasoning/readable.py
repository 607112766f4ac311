"""A condition in words, for whoever wants to read a rule instead of its YAML. The nouns come from the rule base."""

from __future__ import annotations

from collections.abc import Sequence

from framework.languages.catalogue import quoted, say, to_say
from framework.model.condition import All, AnyOf, AtLeast, Condition, Is, Not, Unless
from framework.model.listing import listed
from framework.model.rulebase import RuleBase
from framework.model.rules import Alternative, Outcome, Status, Verdict
from framework.model.value import GIVEN

STANDS = {
    Status.BLOCKING: to_say("Not met and a serious obstacle"),
    Status.UNFAVOURABLE: to_say("Not met"),
    Status.FAVOURABLE: to_say("Met"),
    Status.OPEN: to_say("Undecided"),
}
"""How a criterion stands. Its name is a condition, so it is met or not."""

NAMES = {
    "verdict": to_say("the verdict"),
    "outcome": to_say("the outcome"),
    "alternative": to_say("the alternative"),
    "task": to_say("the task"),
}
"""What conditions call a conclusion."""


def readable(rulebase: RuleBase, condition: Condition) -> str:
    """The condition as a part of a sentence that may follow "if": `Distance is “Under 3 km”`."""
    match condition:
        case Is():
            return _is(rulebase, condition)
        case Not(Is() as leaf):
            return _is(rulebase, leaf, negated=True)
        case Not(AtLeast(count, parts)):
            text = to_say("fewer than {count} of these hold: ({conditions})")
            return say(rulebase.language, text, count=count, conditions=_listed(rulebase, parts))
        case Not(part):
            return say(rulebase.language, "not {condition}", condition=_inside(rulebase, part))
        case Unless(part):
            return say(rulebase.language, "it is not known that {condition}", condition=_inside(rulebase, part))
        case All(parts):
            return _joined(rulebase, parts, "and") if parts else say(rulebase.language, "always")
        case AnyOf(parts):
            return _joined(rulebase, parts, "or") if parts else say(rulebase.language, "never")
        case AtLeast(count, parts):
            text = to_say("at least {count} of these hold: ({conditions})")
            return say(rulebase.language, text, count=count, conditions=_listed(rulebase, parts))


def asked_when(rulebase: RuleBase, question_id: str) -> str | None:
    """When a question is asked, as a sentence; None if always."""
    condition = rulebase.questions[question_id].asked_when
    return None if condition is None else f"Asked if {readable(rulebase, condition)}."


def _listed(rulebase: RuleBase, parts: Sequence[Condition]) -> str:
    return say(rulebase.language, "; ").join(readable(rulebase, part) for part in parts)


def _joined(rulebase: RuleBase, parts: Sequence[Condition], word: str) -> str:
    if len(parts) == 1:
        return readable(rulebase, parts[0])
    return f" {say(rulebase.language, word)} ".join(_inside(rulebase, part) for part in parts)


def _inside(rulebase: RuleBase, part: Condition) -> str:
    """A part in a larger condition: in brackets where it could be read in two ways."""
    text = readable(rulebase, part)
    plain = isinstance(part, Is | AtLeast) or (isinstance(part, Not) and isinstance(part.part, Is | AtLeast))
    return text if plain or (isinstance(part, All | AnyOf) and len(part.parts) < 2) else f"({text})"


def _is(rulebase: RuleBase, leaf: Is, *, negated: bool = False) -> str:
    language = rulebase.language
    question, criterion = rulebase.questions.get(leaf.name), rulebase.criterion.get(leaf.name)
    text = to_say("{name} is not {values}") if negated else to_say("{name} is {values}")
    if question is not None:
        if question.kind == "many":
            text = to_say("{name} does not include {values}") if negated else to_say("{name} includes {values}")
        name, values = question.short, [quoted(language, rulebase.answer_text(leaf.name, it)) for it in leaf.values]
    elif leaf.name == GIVEN:
        text = to_say("the number {values} is not given") if negated else to_say("the number {values} is given")
        name, values = "", [quoted(language, rulebase.role_name(role)) for role in leaf.values]
    elif criterion is not None:
        name = quoted(language, criterion.title)
        values = [quoted(language, say(language, STANDS[Status(status)])) for status in leaf.values]
    else:
        name = say(language, NAMES[leaf.name])
        values = [quoted(language, _title(rulebase, leaf.name, value)) for value in leaf.values]
    return say(language, text, name=name, values=listed(values, say(language, "or")))


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
