"""The words of the glossary that a text uses."""

from __future__ import annotations

import re
from collections.abc import Mapping

from framework.model.kept import Kept
from framework.model.lesson import Term
from framework.model.rulebase import RuleBase

MAX_KEPT = 8
"""Of how many rule bases the pattern is kept: each language of each is one."""

_ARTICLE = "to "
"""What a verb stands behind in a glossary, and not in a sentence."""

_KEPT: Kept[tuple[re.Pattern[str] | None, Mapping[str, Term]]] = Kept(MAX_KEPT)


def terms_in(rulebase: RuleBase, text: str) -> tuple[Term, ...]:
    """The terms that a text names, by their name or another word for them, in the order in which it names them.

    Whole words, in upper or lower case, in the singular or with the English or French ending of a plural. Of words that
    overlap, the longer counts. A word that means something else in everyday language is no sign of the term.
    """
    pattern, term = _KEPT.of(rulebase, lambda: _pattern(rulebase.glossary))
    if pattern is None:
        return ()
    found = (term[_key(match["word"])] for match in pattern.finditer(text))
    return tuple({each.id: each for each in found}.values())


def _pattern(glossary: tuple[Term, ...]) -> tuple[re.Pattern[str] | None, Mapping[str, Term]]:
    """One pattern for all words, and the term of each; no pattern for an empty glossary."""
    words = {
        _key(word): term
        for term in reversed(glossary)
        for word in (term.name, *term.also)
        if _key(word) not in map(_key, term.everyday)
    }
    if not words:
        return None, {}
    longest = "|".join(_spaced(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?P<word>{longest})(?:e?s)?(?![\w-])", re.IGNORECASE), words


def _key(word: str) -> str:
    """A word as it is looked up."""
    return " ".join(re.split(r"[\s-]+", word.casefold())).removeprefix(_ARTICLE)


def _spaced(word: str) -> str:
    """The pattern of a word: between its parts a blank, the end of a line or a hyphen."""
    return r"[\s-]+".join(map(re.escape, word.split(" ")))
