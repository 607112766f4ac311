"""What somebody meant who misspelled a word: the nearest of the words that can be found."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from framework.model.listing import unaccented

MIN_CHARS, MAX_CHARS = 4, 40
"""Characters of a word that is compared with others: a short one is near to too many, and a long one takes time."""

NEAR = 0.8
"""How alike two words have to be, from 0 to 1: about one wrong letter in five."""


class Spelling:
    """Knows words, and finds the nearest for one that is not among them. Accents make no difference."""

    def __init__(self, words: Iterable[str]) -> None:
        """A name with capitals inside is proposed as it is written; all other words small."""
        known = {word if _is_name(word) else word.casefold() for word in words if MIN_CHARS <= len(word) <= MAX_CHARS}
        self._words = {unaccented(word.casefold()): word for word in sorted(known, key=lambda w: (_is_name(w), w))}

    def __contains__(self, word: str) -> bool:
        return unaccented(word.casefold()) in self._words

    def nearest(self, word: str) -> str | None:
        """The known word that is most like this one; None where none is near, and for a number."""
        if not MIN_CHARS <= len(word) <= MAX_CHARS or not word.isalpha():
            return None
        found = get_close_matches(unaccented(word.casefold()), self._words, n=1, cutoff=NEAR)
        return self._words[found[0]] if found else None


def _is_name(word: str) -> bool:
    return not word.isupper() and word[1:] != word[1:].lower()
