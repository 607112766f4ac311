"""Sentence templates filled with the person's own nouns; an empty slot gets its readable placeholder.

What a person typed is data: it is put into the sentence as it is and escaped only where the sentence is shown.
"""

from __future__ import annotations

import re
import string
from collections.abc import Mapping

from framework.model.rulebase import RuleBase

MAX_WORDS = 300
"""Longest noun that is carried into sentences, in characters; the rest is cut with an ellipsis."""

_ARTICLE = re.compile(r"^(an?|the|each|every|one)\s+", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
_SINGULAR_S = ("ss", "us", "is", "news", "lens", "bus")


class Words:
    """The person's nouns for one rule base."""

    def __init__(self, rulebase: RuleBase, given: Mapping[str, str]):
        slots = {id_: question for id_, question in rulebase.questions.items() if question.kind == "text"}
        self.own = {id_: cleaned for id_, text in given.items() if id_ in slots and (cleaned := clean(text))}
        self._values = {
            id_: self.own.get(id_) or question.placeholder or question.short for id_, question in slots.items()
        }

    def fill(self, template: str) -> str:
        """The template with every `{slot}`, `{slot:each}` and `{slot:one}` replaced; it starts with a capital."""
        parts: list[str] = []
        for text, slot, form, _ in string.Formatter().parse(template):
            parts.append(text)
            if slot is not None:
                parts.append(_formed(self._values.get(slot, slot), form or ""))
        sentence = "".join(parts)
        return sentence[:1].upper() + sentence[1:]


def clean(text: str) -> str:
    """One line without control characters or a final full stop, of bounded length."""
    visible = "".join(char if char.isprintable() else " " for char in text[: 4 * MAX_WORDS])
    line = _SPACE.sub(" ", visible).strip().rstrip(".;,")
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
