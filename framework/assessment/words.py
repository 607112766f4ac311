"""Fills sentence templates with the person's own words; an empty slot gets a readable placeholder.

What a person typed is data: it is put into the sentence as it is and escaped only where the sentence is shown.
"""

from __future__ import annotations

import re
import string
from collections.abc import Mapping

from framework.model.question import Question, TextRole
from framework.model.rulebase import VERB, Phrase, RuleBase

MAX_WORDS = 300
"""Maximum length of a text in a sentence, in characters; the rest is cut with an ellipsis."""

_ARTICLE = re.compile(r"^(an?|the|each|every|one)\s+", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
_SINGULAR_S = ("ss", "us", "is", "news", "lens", "bus")


class Words:
    """The person's own words for one rule base."""

    def __init__(self, rulebase: RuleBase, given: Mapping[str, str]):
        slots = {id_: question for id_, question in rulebase.questions.items() if question.kind == "text"}
        self.own = {id_: cleaned for id_, text in given.items() if id_ in slots and (cleaned := clean(text))}
        self._slots = slots
        self._in_role = rulebase.question_in_role
        self._phrases = rulebase.manifest.sentences.phrases
        self._verb = rulebase.manifest.sentences.verb

    def in_role(self, role: TextRole) -> str | None:
        """The text that the person gave for a role; None where there is none."""
        question = self._in_role.get(role)
        return self.own.get(question.id) if question else None

    def fill(self, template: str, verb: str | None = None) -> str:
        """The template with every `{slot}`, `{slot:each}` and `{slot:one}` replaced; it starts with a capital.

        `{verb}` becomes `verb`, or the default verb of the rule base.
        """
        sentence = self._filled(template, verb or self._verb)
        return sentence[:1].upper() + sentence[1:]

    def _filled(self, template: str, verb: str) -> str:
        sentence = ""
        for text, slot, form, _ in string.Formatter().parse(template):
            sentence += text
            if slot in self._phrases:
                sentence += self._filled(self._worded(self._phrases[slot]), verb)
            elif slot in self._slots:
                sentence = self._joined(sentence, self._slots[slot], form or "")
            elif slot == VERB:
                sentence += verb
        return sentence

    def _worded(self, phrase: Phrase) -> str:
        """The first wording of a phrase whose needs are met."""
        fitting = (wording.text for wording in phrase.wordings if all(id_ in self.own for id_ in wording.needs))
        return next(fitting, phrase.otherwise)

    def _joined(self, before: str, question: Question, form: str) -> str:
        """The sentence so far with the text appended: no repeated word, and no "at" before a "before"."""
        text = self.own.get(question.id)
        if text is None:
            return before + _formed(question.placeholder or question.short, form)
        first, _, rest = text.partition(" ")
        if rest and first.lower() in question.preceded_by:
            text = rest
        elif any(f"{text.lower()} ".startswith(f"{words} ") for words in question.prepositions):
            start, _, last = before.rstrip().rpartition(" ")
            before = f"{start} ".lstrip() if last.lower() in question.preceded_by else before
        return before + _formed(text, form)


def clean(text: str) -> str:
    """One line without control characters or a final full stop, of bounded length."""
    visible = "".join(char if char.isprintable() else " " for char in text[: 4 * MAX_WORDS])
    line = _SPACE.sub(" ", visible).strip().rstrip(".;, ")
    return line if len(line) <= MAX_WORDS else line[: MAX_WORDS - 1].rstrip() + "…"


def _formed(value: str, form: str) -> str:
    """`each`: "each customer", "each of the customers"; `one`: likewise."""
    if not form:
        return value
    noun = _ARTICLE.sub("", value)
    return f"{form} of the {noun}" if _is_plural(noun) else f"{form} {noun}"


def _is_plural(noun: str) -> bool:
    """Whether an English noun phrase looks plural, judged by the head: the last word before "of", "in", "with", ...

    A guess that only chooses between two correct-sounding phrasings.
    """
    head = re.split(
        r"\s+(?:of|in|with|from|at|on|for|to|per|by|over|under|after|before|between|that|who|which)\s+",
        noun,
        maxsplit=1,
    )[0]
    last = head.split()[-1].lower() if head.split() else ""
    return last in {"people", "children", "women", "men", "data"} or (
        len(last) > 3 and last.endswith("s") and not last.endswith(_SINGULAR_S) and not last.endswith("series")
    )
