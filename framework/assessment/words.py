"""Fills sentence templates with the person's own words; what they left empty is left out, or stands in brackets.

What a person typed is data: it is put into the sentence as it is and escaped only where the sentence is shown.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Mapping

from framework.assessment import french
from framework.assessment.actions import able_to
from framework.assessment.moments import is_length_of_time, is_time_apart, is_time_clause, on_the_day
from framework.assessment.phrasing import (
    as_noun,
    as_question,
    each_or_one,
    gives_nothing,
    has_aside,
    is_clause,
    is_statement,
    small,
    the_one,
    with_article,
    without_repeat,
)
from framework.economics.writing import figure, percent
from framework.languages.catalogue import numerals
from framework.model.condition import Condition
from framework.model.manifest import VERB, Phrase
from framework.model.money_slots import SLOTS
from framework.model.printable import visible
from framework.model.question import Question, TextRole
from framework.model.rulebase import RuleBase
from framework.reasoning.interpreter import Facts

MAX_WORDS = 300
"""Maximum length of a text in a sentence, in characters; the rest is cut with an ellipsis."""

_SPACE = re.compile(r"\s+")
_GOES_ON = re.compile(r" [a-z]")


class Words:
    """The person's own words for one rule base. `defaults`: what stands in brackets for a role that is not given.

    `facts`, with the results: of which wordings the condition holds; without them, those that have one are not used.
    """

    def __init__(
        self,
        rulebase: RuleBase,
        given: Mapping[str, str],
        defaults: Mapping[TextRole, str] | None = None,
        facts: Facts | None = None,
    ):
        self._facts = facts
        slots = {id_: question for id_, question in rulebase.questions.items() if question.kind == "text"}
        cleaned = {id_: clean(text) for id_, text in given.items() if id_ in slots}
        self.own = {id_: text for id_, text in cleaned.items() if text and not gives_nothing(text)}
        self._language = rulebase.language
        self._slots = slots
        self._in_role = rulebase.question_in_role
        self._phrases = rulebase.manifest.sentences.phrases
        self._verb = rulebase.manifest.sentences.verb
        self._french = rulebase.language == "fr"
        self._defaults: Mapping[str, str] = {role.value: text for role, text in (defaults or {}).items()}

    def in_role(self, role: TextRole) -> str | None:
        """The text that the person gave for a role; None where there is none."""
        question = self._in_role.get(role)
        return self.own.get(question.id) if question else None

    def all_given(self, template: str) -> bool:
        """Whether the person gave a text for every slot of a template."""
        slots = {slot for _, slot, _, _ in string.Formatter().parse(template) if slot and slot != VERB}
        return slots <= self.own.keys()

    def in_brackets(self, texts: Iterable[str]) -> frozenset[str]:
        """The slots that the person left empty and whose brackets stand in one of these sentences."""
        said = "\n".join(texts)
        left = (question for id_, question in self._slots.items() if id_ not in self.own)
        return frozenset(question.id for question in left if self._bracket(question) in said)

    def any_slot_given(self, template: str) -> bool:
        """Whether the person gave a text for a slot of a template, or of a phrase in it; true if it has no slots."""
        named = {slot for _, slot, _, _ in string.Formatter().parse(template) if slot and slot != VERB}
        for phrase in named & self._phrases.keys():
            named |= {id_ for wording in self._phrases[phrase].wordings for id_ in wording.needs}
        slots = named & self._slots.keys()
        return not slots or not slots.isdisjoint(self.own)

    def fill(self, template: str, verb: str | None = None) -> str:
        """The template with every `{slot}` replaced, also `{slot:each}`, `:one`, `:any` and `:can`; with a capital.

        `{verb}` becomes `verb`, or the default verb of the rule base.
        """
        sentence = self._filled(template, verb or self._verb)
        return sentence[:1].upper() + sentence[1:]

    def _filled(self, template: str, verb: str) -> str:
        sentence, aside = "", False
        for text, slot, form, _ in string.Formatter().parse(template):
            sentence += f",{text}" if aside and _GOES_ON.match(text) else text
            aside = aside and text.isspace()
            if slot in self._phrases:
                wording = self._worded(self._phrases[slot])
                phrase = self._filled(wording, verb) if wording else ""
                if aside and phrase[:1].islower():
                    phrase = f", {phrase}"
                sentence = (sentence if phrase and not phrase.startswith(",") else sentence.rstrip()) + phrase
                aside = aside and not phrase
            elif slot in self._slots:
                sentence = self._joined(sentence, self._slots[slot], form or "")
                aside = has_aside(self.own.get(slot, ""))
            elif slot == VERB:
                sentence += verb
        return sentence

    def _worded(self, phrase: Phrase) -> str | None:
        """The first wording of a phrase whose needs are met."""
        given = (wording for wording in phrase.wordings if all(id_ in self.own for id_ in wording.needs))
        return next((wording.text for wording in given if self._holds(wording.when)), phrase.otherwise)

    def _holds(self, condition: Condition | None) -> bool:
        return condition is None or (self._facts is not None and self._facts.holds(condition) is True)

    def _bracket(self, question: Question) -> str:
        """What stands in a sentence for a text that is not given."""
        return f"[{self._defaults.get(question.role or '', question.placeholder or question.short)}]"

    def _joined(self, before: str, question: Question, form: str) -> str:
        """The sentence so far with the text appended: no repeated word, and no "at" before a "before"."""
        text = self.own.get(question.id)
        if text is None:
            bracket = self._bracket(question)
            return before + (bracket if self._french else _formed(bracket, form))
        if self._french:
            return before + _in_french(text, before, question, form)
        start, last = _last_word(before)
        typed, text = text, _without(text, question.preceded_by)
        if form == "can":
            return before + able_to(text, after=typed.removesuffix(text))
        text = text if form else without_repeat(text, last)
        if last.lower() in question.preceded_by:
            word = question.clause_word
            if word and (named := on_the_day(text)):
                return f"{start}{named}"
            if word and text.lower().startswith(f"{word} "):
                return f"{start.rstrip(' ,')}, {small(text)}"
            if word and is_time_clause(text):
                return f"{start.rstrip(' ,')}, {small(text)}"
            if not word and is_length_of_time(text) and (within := question.before_length):
                return f"{start}{within} {small(text)}"
            clause = is_clause(text) if word else False
            if clause:
                return f"{start.rstrip(' ,')}, {word} {small(text)}"
            if clause is None:
                aside = f"({question.short.lower()}: {text})"
                return f"{head} {aside}" if (head := start.rstrip(" ,")) else aside
            if not word and not form and is_statement(text):
                return f"{before}“{small(text)}”"
            own = word and is_time_apart(text)  # brings its own preposition
            if own or any(f"{text.lower()} ".startswith(f"{words} ") for words in question.prepositions):
                before = start
        elif question.clause_word and not question.preceded_by:
            text = as_question(text, question.clause_word)
        text = small(text)
        if question.role == TextRole.ACTOR and not self._language:
            text = the_one(text)
        return before + _formed(as_noun(text if form else with_article(text)), form)


def in_brackets(rulebase: RuleBase, text: str, verb: str | None = None) -> str:
    """A template as somebody reads it who fills in nothing: in brackets, what belongs at each place.

    A text that is no template comes back as it is.
    """
    asked = {id_: question for id_, question in rulebase.questions.items() if question.kind == "text"}
    own = asked.keys() | rulebase.manifest.sentences.phrases.keys() | {VERB}
    try:
        slots = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    except ValueError:  # its braces are no slots
        return text
    if not slots or not slots <= own | SLOTS.keys():
        return text
    known = basis_words(rulebase)
    for slot in slots - own:
        text = text.replace(f"{{{slot}}}", known.get(slot, f"[{SLOTS[slot]}]"))
    given = {id_: f"[{question.placeholder or question.short}]" for id_, question in asked.items()}
    return Words(rulebase, given).fill(text, verb) if slots & own else text


def basis_words(rulebase: RuleBase) -> dict[str, str]:
    """The slots of sentences about money that do not depend on anybody's numbers."""
    basis = rulebase.basis
    numbers = {slot: percent(getattr(basis, slot)) for slot in ("margin", "varied", "realised_least")}
    numbers["spread_over"] = figure(basis.spread_over)
    numbers |= {} if basis.enough is None else {"enough": figure(basis.enough)}
    return {slot: numerals(rulebase.language, number) for slot, number in numbers.items()}


def clean(text: str) -> str:
    """One line without control characters or final punctuation, of bounded length."""
    line = _SPACE.sub(" ", visible(text[: 4 * MAX_WORDS])).strip().rstrip(".;:,!? ")
    return line if len(line) <= MAX_WORDS else line[: MAX_WORDS - 1].rstrip() + "…"


def _without(text: str, words: tuple[str, ...]) -> str:
    """The text without those words in front; one word always stays."""
    first, _, rest = text.partition(" ")
    while rest and first.lower() in words:
        text = rest
        first, _, rest = text.partition(" ")
    return text


def _in_french(text: str, before: str, question: Question, form: str) -> str:
    text, (_, last) = french.without_first(text, question.preceded_by), _last_word(before)
    return french.to_do(text, last) if form == "can" else french.inside(text, last)


def _last_word(before: str) -> tuple[str, str]:
    """What comes before the last word of a sentence so far, with its space, and that word."""
    start, _, last = before.rstrip().rpartition(" ")
    return f"{start} ".lstrip(), last


def _formed(value: str, form: str) -> str:
    match form:
        case "each" | "one" | "any":
            return each_or_one(value, form)
        case "can":
            return f"can {value}"
    return value
