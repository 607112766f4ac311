"""The shipped rules in French, and what is left of English in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache

from framework.languages import fr
from framework.languages.catalogue import common_words
from framework.model.rulebase import RuleBase
from framework.rulebase.translating import in_language
from tests.ui.brief_sheets import rules

ALSO_FRENCH = frozenset({"am", "an", "but", "do", "i", "or", "us"})
"""English words that are written like French ones that are not common."""

OF_BRIEFS = frozenset({"against", "first", "less", "more", "one", "only", "over", "per", "too", "yours"})
"""Those of texts about money besides."""

ENGLISH = (common_words("") | OF_BRIEFS) - frozenset(fr.COMMON_WORDS.split()) - ALSO_FRENCH

ENGLISH_NUMBER = re.compile(r"\d\.\d|\d %")
"""Decimals with a point, and a sign with which the next line may begin."""

NAMES = frozenset({"id", "icon", "colour", "question", "name", "tone"})
"""Fields of a brief that nobody reads."""

QUOTED = re.compile(r"«[^»]*»")


@cache
def french() -> RuleBase:
    return in_language(rules(), "fr")


def english_in(text: str) -> list[str]:
    """Its English function words, outside quotation marks."""
    return [word for word in re.findall(r"\w+", QUOTED.sub("", text).lower()) if word in ENGLISH]


def said(part: object) -> Iterator[str]:
    """Every text of a part of a brief."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, (tuple, list)):
        for each in part:
            yield from said(each)
    elif is_dataclass(part) and not isinstance(part, type):
        for field in fields(part):
            if field.name not in NAMES:
                yield from said(getattr(part, field.name))
