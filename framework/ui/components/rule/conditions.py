"""A condition as a nested HTML list in words, with the value of each part under a person's answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from framework.model.answers import Answer
from framework.model.condition import All, AnyOf, AtLeast, Condition, Is, Not, Unless
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


@dataclass(frozen=True)
class Known:
    """What is known of an idea."""

    facts: Facts
    said: Mapping[str, Answer]
    """The answers that somebody gave, without what only followed from the screen of rare stops."""


def tree(rulebase: RuleBase, condition: Condition, known: Known | None) -> Markup:
    """The whole condition; without what is known only its words."""
    return Markup('<div class="doc">{}</div>').format(_part(rulebase, condition, known))


def _part(rulebase: RuleBase, condition: Condition, known: Known | None) -> Markup:
    match condition:
        case Is() | Not(Is()):
            return _state(rulebase, _leaf(rulebase, condition), condition, known)
        case Not(AnyOf(parts)) if len(parts) > 1:
            head = say("None of these:")
        case Not(All(parts)) if len(parts) > 1:
            head = say("Not all of these together:")
        case Not(part):
            return _state(rulebase, say("None of this:"), condition, known) + _parts(rulebase, (part,), known)
        case Unless(part):
            return _state(rulebase, say("Not known to hold:"), condition, known) + _parts(rulebase, (part,), known)
        case All(parts):
            if len(parts) == 1:
                return _part(rulebase, parts[0], known)
            head = say("All of these:") if parts else say("Always.")
        case AnyOf(parts):
            if len(parts) == 1:
                return _part(rulebase, parts[0], known)
            head = say("At least one of these:") if parts else say("Never.")
        case AtLeast(count, parts):
            head = say("At least {count} of these {number}:", count=count, number=len(parts))
    return _state(rulebase, head, condition, known) + _parts(rulebase, parts, known)


def _parts(rulebase: RuleBase, parts: tuple[Condition, ...], known: Known | None) -> Markup:
    items = Markup().join(Markup("<li>{}</li>").format(_part(rulebase, part, known)) for part in parts)
    return Markup('<ul class="parts">{}</ul>').format(items) if items else Markup()


def _state(rulebase: RuleBase, head: str, condition: Condition, known: Known | None) -> Markup:
    words = escape(head)
    leaf = condition.part if isinstance(condition, Not) else condition
    if isinstance(leaf, Is) and leaf.name in rulebase.criterion:
        words = Markup('<a href="{}">{}</a>').format(href("rule", rule=rule_id(CRITERIA, leaf.name)), words)
    if known is None:
        return Markup('<span class="cond">{}</span>').format(words)
    name, symbol, state = STATES[known.facts.holds(condition)]
    question = rulebase.closed_questions.get(condition.name) if isinstance(condition, Is) else None
    if question and name == "holds" and question.id in known.said:
        words, state = _answered(rulebase, question, known.said[question.id]), ""
    elif isinstance(leaf, Is):
        words += say(":")  # as what has parts: both may end with "is" and a word, and the state is one word more
    return Markup(
        '<span class="cond {}"><span class="sym" aria-hidden="true">{}</span>{} <span class="state">{}</span></span>'
    ).format(name, symbol, words, say(state) if state else "")


def _answered(rulebase: RuleBase, question: Question, answer: Answer) -> Markup:
    """What makes a condition about a question hold: the answer to it."""
    text = rulebase.answer_text(question.id, answer)
    return escape(say("The answer to “{question}” is “{answer}”", answer=text, question=question.short))


def _leaf(rulebase: RuleBase, condition: Condition) -> str:
    words = readable(rulebase, condition)
    return words[:1].upper() + words[1:]
