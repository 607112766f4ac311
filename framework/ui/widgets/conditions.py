"""A condition as a list that one can read aloud, with what each part comes to under a person's answers. HTML."""

from __future__ import annotations

from framework.model.condition import All, AnyOf, AtLeast, Condition, Is, Not
from framework.model.rule_id import CRITERIA, rule_id
from framework.model.rulebase import RuleBase
from framework.reasoning.interpreter import Facts
from framework.reasoning.readable import readable
from framework.ui.widgets.plain import tag
from framework.ui.widgets.statement import href

STATES = {
    True: ("holds", "check_circle", "holds"),
    False: ("fails", "cancel", "does not hold"),
    None: ("unknown", "help", "not known yet"),
}
"""Truth to class, symbol and words."""


def tree(rulebase: RuleBase, condition: Condition, facts: Facts | None) -> str:
    """The whole condition; without facts only its words."""
    return f'<div class="doc">{_part(rulebase, condition, facts)}</div>'


def _part(rulebase: RuleBase, condition: Condition, facts: Facts | None) -> str:
    match condition:
        case Is() | Not(Is()):
            return _state(rulebase, _leaf(rulebase, condition), condition, facts)
        case Not(part):
            return _state(rulebase, "None of this:", condition, facts) + _parts(rulebase, (part,), facts)
        case All(parts):
            if len(parts) == 1:
                return _part(rulebase, parts[0], facts)
            head = "All of these:" if parts else "Always."
        case AnyOf(parts):
            if len(parts) == 1:
                return _part(rulebase, parts[0], facts)
            head = "At least one of these:" if parts else "Never."
        case AtLeast(count, parts):
            head = f"At least {count} of these {len(parts)}:"
    return _state(rulebase, head, condition, facts) + _parts(rulebase, parts, facts)


def _parts(rulebase: RuleBase, parts: tuple[Condition, ...], facts: Facts | None) -> str:
    items = "".join(f"<li>{_part(rulebase, part, facts)}</li>" for part in parts)
    return f'<ul class="parts">{items}</ul>' if items else ""


def _state(rulebase: RuleBase, head: str, condition: Condition, facts: Facts | None) -> str:
    words = tag(head)
    leaf = condition.part if isinstance(condition, Not) else condition
    if isinstance(leaf, Is) and leaf.name in rulebase.criterion:
        words = f'<a href="{href("rule", rule=rule_id(CRITERIA, leaf.name))}">{words}</a>'
    if facts is None:
        return f'<span class="cond">{words}</span>'
    name, symbol, said = STATES[facts.holds(condition)]
    return (
        f'<span class="cond {name}"><span class="sym" aria-hidden="true">{symbol}</span>{words} '
        f'<span class="state">{said}</span></span>'
    )


def _leaf(rulebase: RuleBase, condition: Condition) -> str:
    words = readable(rulebase, condition)
    return words[:1].upper() + words[1:]
