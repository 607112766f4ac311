"""Names that say nothing about a person: two words, "Quiet Heron"."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from itertools import count

from framework.model.classroom import NicknameWords

MAX_NICKNAME = 40

TRIES = 40
"""How often two random words are tried before the free names are counted through."""


def new_nickname(
    words: Sequence[NicknameWords], taken: Collection[str], choose: Callable[[Sequence[NicknameWords]], NicknameWords]
) -> str:
    """A name that nobody has in the class; with a number once all pairs are used, or without words."""
    lower = {name.casefold() for name in taken}
    for _ in range(TRIES if words else 0):
        name = f"{choose(words).first} {choose(words).second}"
        if name.casefold() not in lower:
            return name
    base = f"{choose(words).first} {choose(words).second}" if words else "Participant"
    return next(name for number in count(2 if words else 1) if (name := f"{base} {number}").casefold() not in lower)
