"""The fewest questions that are enough for something together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations
from math import comb

MAX_TRIED = 300
"""Sets of one size that are tried; larger sets are found by leaving questions out, one after the other."""


def fewest(questions: Sequence[str], enough: Callable[[Sequence[str]], bool]) -> tuple[str, ...]:
    """The first of the smallest sets that is enough; a set of which no question can be left out, where there are too
    many sets to try. Empty if not even all together are enough.
    """
    if not questions or not enough(questions):
        return ()
    for size in range(1, len(questions)):
        if comb(len(questions), size) > MAX_TRIED:
            break
        for chosen in combinations(questions, size):
            if enough(chosen):
                return chosen
    kept = list(questions)
    for question in questions:
        rest = [id_ for id_ in kept if id_ != question]
        if rest and enough(rest):
            kept = rest
    return tuple(kept)
