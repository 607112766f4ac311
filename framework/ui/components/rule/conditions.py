"""A condition as a nested HTML list in words, with the value of each part under a person's answers."""

from __future__ import annotations

from markupsafe import Markup, escape

from framework.model.condition import All, AnyOf, AtLeast, Condition, Is, Not
from framework.model.question import Question
from framework.model.rule_id import CRITERIA, rule_id
from framework.model.rulebase import RuleBase
from framework.reasoning.interpreter import Facts
from framework.reasoning.readable import readable
from framework.ui.components.statement import href
from framework.ui.speech import say, to_say

STATES = {
    True: ("holds", "check_circle", to_say("holds")),
    False: ("fails", "cancel", to_say("does not hold")),
    None: ("unknown", "help", to_say("not known yet")),
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
            return _state(rulebase, say("None of this:"), condition, facts) + _parts(rulebase, (part,), facts)
        case All(parts):
            if len(parts) == 1:
                return _part(rulebase, parts[0], facts)
            head = say("All of these:") if parts else say("Always.")
        case AnyOf(parts):
            if len(parts) == 1:
                return _part(rulebase, parts[0], facts)
            head = say("At least one of these:") if parts else say("Never.")
        case AtLeast(count, parts):
            head = say("At least {count} of these {number}:", count=count, number=len(parts))
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
    question = rulebase.closed_questions.get(condition.name) if isinstance(condition, Is) else None
    if question and name == "holds":
        words, state = _answered(rulebase, question, facts), ""
    return Markup(
        '<span class="cond {}"><span class="sym" aria-hidden="true">{}</span>{} <span class="state">{}</span></span>'
    ).format(name, symbol, words, say(state) if state else "")


def _answered(rulebase: RuleBase, question: Question, facts: Facts) -> Markup:
    """What makes a condition about a question hold: the answer to it."""
    answer = rulebase.answer_text(question.id, facts.answers[question.id])
    return escape(say("You answered “{answer}” to “{question}”", answer=answer, question=question.short))


def _leaf(rulebase: RuleBase, condition: Condition) -> str:
    words = readable(rulebase, condition)
    return words[:1].upper() + words[1:]
