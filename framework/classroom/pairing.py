"""Who discusses with whom: two whose sheets lead to different advice because of as few questions as possible.

Equal verdicts are never paired. Pairs are chosen greedily, the closest first, but only where as many pairs remain
possible as before; so as many people as can have a partner do.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from operator import ne

from framework.classroom.sheets import Leaves, Sheets


@dataclass(frozen=True)
class Group:
    """Two or three participants, as places in the list of sheets, and the questions because of which they part."""

    members: tuple[int, ...]
    questions: tuple[str, ...]


def pair(sheets: Sheets) -> tuple[Group, ...]:
    """Groups for the discussion. Who is in none has no partner: everybody left has the same verdict."""
    results = sheets.results
    waiting: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for index, kind in enumerate(sheets.kinds):
        waiting[kind].append(index)
    left = Counter(results)
    verdict = {kind: results[members[0]] for kind, members in waiting.items()}
    pairs: list[tuple[int, int]] = []
    for one, other in _closest_first(list(waiting), verdict):
        while waiting[one] and waiting[other] and _costs_nothing(left, verdict[one], verdict[other]):
            pairs.append((waiting[one].pop(0), waiting[other].pop(0)))
            left.subtract((verdict[one], verdict[other]))
    return _with_third(sheets, pairs, [index for members in waiting.values() for index in members])


def parting(sheets: Sheets, one: int, other: int) -> tuple[str, ...]:
    """The fewest questions because of which two sheets lead to different results: those of which the other's answer
    alone changes the result of one; all in which they differ, where no single one does.
    """
    apart = sheets.differences(one, other)
    for mine, theirs in ((one, other), (other, one)):
        exact = [id_ for id_ in apart if sheets.with_answer_of(mine, theirs, id_) == sheets.results[theirs]]
        if exact:
            return (exact[0],)
    changing = [
        id_
        for id_ in apart
        if sheets.with_answer_of(one, other, id_) != sheets.results[one]
        or sheets.with_answer_of(other, one, id_) != sheets.results[other]
    ]
    return tuple(changing[:1]) or apart


def _costs_nothing(left: Counter[Leaves], one: Leaves, other: Leaves) -> bool:
    """Whether pairing two such verdicts leaves as many further pairs possible as there would be otherwise."""
    after = left.copy()
    after.subtract((one, other))
    return _most_pairs(after) == _most_pairs(left) - 1


def _most_pairs(left: Counter[Leaves]) -> int:
    """The largest number of pairs with different verdicts."""
    number = left.total()
    return min(number // 2, number - max(left.values(), default=0))


def _closest_first(
    kinds: Sequence[tuple[object, ...]], verdict: Mapping[tuple[object, ...], Leaves]
) -> list[tuple[tuple[object, ...], tuple[object, ...]]]:
    """Pairs of kinds of sheets with different verdicts, those that differ in fewest questions first."""
    found = [
        (sum(map(ne, one, other)), place, one, other)
        for place, (one, other) in enumerate(combinations(kinds, 2))
        if verdict[one] != verdict[other]
    ]
    return [(one, other) for _, _, one, other in sorted(found, key=lambda item: item[:2])]


def _with_third(sheets: Sheets, pairs: list[tuple[int, int]], alone: list[int]) -> tuple[Group, ...]:
    """The pairs as groups; those left over join the pair to one of whom they are closest, at most one to a pair."""
    groups: dict[tuple[int, ...], tuple[str, ...]] = {pair: parting(sheets, *pair) for pair in pairs}
    free = list(pairs)
    for index in alone:
        fitting = [
            (sheets.distance(index, member), place, member)
            for place, members in enumerate(free)
            for member in members
            if sheets.results[member] != sheets.results[index]
        ]
        if fitting:
            _, place, member = min(fitting)
            members = free.pop(place)
            apart = (*groups.pop(members), *parting(sheets, index, member))
            groups[(*members, index)] = tuple(dict.fromkeys(apart))
    return tuple(Group(members, questions) for members, questions in groups.items())
