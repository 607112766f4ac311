"""A condition as a nested HTML list in words, with the value of each part under a person's answers."""

from __future__ import annotations

from markupsafe import Markup, escape

from framework.model.condition import All, AnyOf, AtLeast, Condition, Is, Not
from framework.model.rule_id import CRITERIA, rule_id
from framework.model.rulebase import RuleBase
from framework.reasoning.interpreter import Facts
from framework.reasoning.readable import readable
from framework.ui.components.statement import href

STATES = {
    True: ("holds", "check_circle", "holds"),
    False: ("fails", "cancel", "does not hold"),
    None: ("unknown", "help", "not known yet"),
}
"""Truth value to CSS class, symbol and words."""


def tree(rulebase: RuleBase, condition: Condition, facts: Facts | None) -> Markup:
    """The whole condition; without facts only its words."""
    return Markup('<div class="doc">{}</div>').format(_part(rulebase, condition, facts))


def _part(rulebase: RuleBase, condition: Condition, facts: Facts | None) -> Markup:
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


def _parts(rulebase: RuleBase, parts: tuple[Condition, ...], facts: Facts | None) -> Markup:
    items = Markup().join(Markup("<li>{}</li>").format(_part(rulebase, part, facts)) for part in parts)
    return Markup('<ul class="parts">{}</ul>').format(items) if items else Markup()


def _state(rulebase: RuleBase, head: str, condition: Condition, facts: Facts | None) -> Markup:
    words = escape(head)
    leaf = condition.part if isinstance(condition, Not) else condition
    if isinstance(leaf, Is) and leaf.name in rulebase.criterion:
        words = Markup('<a href="{}">{}</a>').format(href("rule", rule=rule_id(CRITERIA, leaf.name)), words)
    if facts is None:
        return Markup('<span class="cond">{}</span>').format(words)
    name, symbol, state = STATES[facts.holds(condition)]
    return Markup(
        '<span class="cond {}"><span class="sym" aria-hidden="true">{}</span>{} <span class="state">{}</span></span>'
    ).format(name, symbol, words, state)


def _leaf(rulebase: RuleBase, condition: Condition) -> str:
    words = readable(rulebase, condition)
    return words[:1].upper() + words[1:]
