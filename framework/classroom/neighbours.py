"""Possible pairs of a full hall: for each participant only the nearest sheets with another result.

All possible pairs of a thousand sheets are half a million, and a matching over them locks the process for seconds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from framework.classroom.sheets import Sheets

if TYPE_CHECKING:
    import numpy as np

NEAREST = 16
"""Sheets that each participant may be paired with: with half as many some find no partner."""

Edge = tuple[int, int, int]
"""Two participants, as places in a list, and in how many questions they differ."""


def alike_together(sheets: Sheets) -> list[int]:
    """The participants in an order in which those with equal sheets stand together."""
    return sorted(range(len(sheets.results)), key=lambda one: (sheets.results[one], repr(sheets.kinds[one])))


def nearest(sheets: Sheets, people: list[int]) -> list[Edge]:
    """Possible pairs among more than `NEAREST` people, as places in this list, which is in the order of
    `alike_together`.

    Among equal sheets each takes first the one that stands as far along among them as it does among its own, so that
    equal sheets are not all given the same few.
    """
    import numpy as np  # only for a full hall

    answers = np.array([_numbered(column) for column in zip(*(sheets.kinds[one] for one in people), strict=True)])
    results = np.array(_numbered(sheets.results[one] for one in people))
    equal = _numbered((sheets.results[one], sheets.kinds[one]) for one in people)
    place, number = _places(equal)
    found: dict[tuple[int, int], int] = {}
    for one in range(len(people)):
        apart = np.count_nonzero(answers != answers[:, one, None], axis=0)
        along = (place - place[one] * number // number[one]) % number
        order = np.where(results == results[one], np.iinfo(np.int64).max, apart * len(people) + along)
        for other in np.argpartition(order, NEAREST)[:NEAREST].tolist():
            if results[other] != results[one]:
                found[min(one, other), max(one, other)] = int(apart[other])
    return [(*two, apart) for two, apart in found.items()]


def _numbered(values: Iterable[object]) -> list[int]:
    """Each value as a number, equal ones as the same."""
    numbers: dict[object, int] = {}
    return [numbers.setdefault(value, len(numbers)) for value in values]


def _places(equal: list[int]) -> tuple[np.ndarray, np.ndarray]:
    """For each member of groups its place in its group, and how many are in that."""
    import numpy as np

    number, seen, place = Counter(equal), Counter[int](), []
    for group in equal:
        place.append(seen[group])
        seen[group] += 1
    return np.array(place), np.array([number[group] for group in equal])
