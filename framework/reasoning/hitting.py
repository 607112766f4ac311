"""Fewest choices, one at a level, that leave every known path: one more path at a time, with an end to the search.

The inner half of implicit hitting sets (Reiter 1987): who asks finds out whether the choices are enough, and adds the
path on which they are not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

MAX_TRIES = 50_000
"""Branches of the search after which it is given up: there is no proof then."""

Choice = tuple[int, int]
"""A level and a step."""


class GivenUpError(Exception):
    """The search took too long, so nothing is proved."""


class HittingSearch:
    """Looks for choices that leave every path that is known. Sets of choices are bit masks."""

    def __init__(self, choices: Mapping[int, Sequence[int]]):
        self._all = [(level, step) for level, steps in choices.items() for step in steps]
        self._bit = {choice: 1 << index for index, choice in enumerate(self._all)}
        self._same_level = [sum(self._bit[level, step] for step in choices[level]) for level, _ in self._all]
        self._paths: list[tuple[int, int]] = []
        """For each path the choices that leave it, and all choices at their levels."""
        self._tries = 0

    def add(self, leaving: Sequence[Choice]) -> None:
        """One more path."""
        options = sum(self._bit[choice] for choice in leaving)
        levels = 0
        for index in _bits(options):
            levels |= self._same_level[index]
        self._paths.append((options, levels))

    def meeting(self, most: int) -> dict[int, int] | None:
        """At most so many choices, one at a level, that leave every path; None if there are none.

        Raises:
            GivenUpError: all searches together took too long.
        """
        found = self._extended(0, 0, self._paths, most)
        return None if found is None else dict(self._all[index] for index in _bits(found))

    def _extended(self, chosen: int, blocked: int, paths: list[tuple[int, int]], most: int) -> int | None:
        """The chosen with at most so many others, none of them blocked, that leave all of these paths."""
        self._tries += 1
        if self._tries > MAX_TRIES:
            raise GivenUpError
        left = sorted([(options & ~blocked, levels) for options, levels in paths if not options & chosen], key=_fewest)
        if not left:
            return chosen
        if not left[0][0] or _apart(left) > most:
            return None
        for index in _bits(left[0][0]):
            found = self._extended(chosen | 1 << index, blocked | self._same_level[index], left, most - 1)
            if found is not None:
                return found
            blocked |= 1 << index  # everything with it has been tried
        return None


def _fewest(path: tuple[int, int]) -> int:
    return path[0].bit_count()


def _bits(mask: int) -> list[int]:
    return [index for index in range(mask.bit_length()) if mask >> index & 1]


def _apart(paths: Sequence[tuple[int, int]]) -> int:
    """At least so many choices are needed: some paths have no level in common, so each needs one of its own."""
    used = count = 0
    for options, levels in paths:
        if not options & used:
            used |= levels
            count += 1
    return count
