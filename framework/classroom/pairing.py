"""Who discusses with whom: two whose sheets lead to different advice and differ in as few questions as possible.

Equal verdicts are never paired. As many people as can have a partner do; of all ways to achieve that, one is taken in
which the pairs differ in the fewest questions, added up. With more than `MAX_EXACT` people they differ in nearly the
fewest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from operator import neg

from framework.classroom.neighbours import Edge, alike_together, nearest
from framework.classroom.sheets import Sheets

MAX_EXACT = 500
"""People who are paired exactly: the time grows with the cube of their number."""

MAX_PART = 700
"""People in one matching over near sheets, at most 0.1 s: while it runs, the process serves nobody."""

Pair = tuple[int, int]


@dataclass(frozen=True)
class Group:
    """Two or three participants, as places in the list of sheets, and the questions because of which they part."""

    members: tuple[int, ...]
    questions: tuple[str, ...]


def pair(sheets: Sheets) -> tuple[Group, ...]:
    """Groups for the discussion. Who is in none has no partner: everybody left has the same verdict."""
    everybody = range(len(sheets.results))
    pairs = _exact(sheets, list(everybody)) if len(everybody) <= MAX_EXACT else _in_parts(sheets)
    alone = set(everybody).difference(*pairs)
    return _with_third(sheets, sorted(pairs), sorted(alone))


def in_turn(names: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Groups of two in the order of the names, the last of three where one would be left; none for one alone."""
    pairs = [tuple(names[first : first + 2]) for first in range(0, len(names) - 1, 2)]
    if pairs and len(names) % 2:
        pairs[-1] = (*pairs[-1], names[-1])
    return tuple(pairs)


def _exact(sheets: Sheets, people: list[int]) -> list[Pair]:
    """As many pairs with different results as these people can make, with the fewest differences."""
    results = sheets.results
    edges = [
        (here, there, sheets.distance(one, other))
        for (here, one), (there, other) in combinations(enumerate(people), 2)
        if results[one] != results[other]
    ]
    return _matched(people, edges)


def _in_parts(sheets: Sheets) -> list[Pair]:
    """As many pairs as the room can make, with few differences: in parts that are alike, as equal sheets are dealt out
    in turn; then those left over.
    """
    people = alike_together(sheets)
    number = -(-len(people) // MAX_PART)
    parts = [people[first::number] for first in range(number)]
    pairs = [two for part in parts for two in _matched(part, nearest(sheets, part))]
    left = sorted(set(people).difference(*pairs))
    while late := _exact(sheets, left[:MAX_EXACT]):
        pairs += late
        left = sorted(set(left).difference(*late))
    return _opened(sheets, pairs, left)


def _matched(people: list[int], edges: list[Edge]) -> list[Pair]:
    """Of possible pairs, given by places in the list, as many as can be together, with the fewest differences."""
    import rustworkx  # only where a class is paired

    graph = rustworkx.PyGraph[None, int]()
    graph.extend_from_weighted_edge_list(edges)
    found = rustworkx.max_weight_matching(graph, max_cardinality=True, weight_fn=neg)
    pairs = [(people[one], people[other]) for one, other in found]
    return [(min(two), max(two)) for two in pairs]


def _opened(sheets: Sheets, pairs: list[Pair], left: list[int]) -> list[Pair]:
    """The pairs, and two for one wherever two of those left over and the two of a pair can change partners.

    Those left over all have one result, and as many pairs as possible are made once each pair has a member with it.
    """
    left = list(left)
    results, distance = sheets.results, sheets.distance
    while len(left) > 1:
        one, other = left.pop(), left.pop()
        crossed = [
            (distance(one, a) + distance(other, b) - distance(*two), place, (one, a), (other, b))
            for place, two in enumerate(pairs)
            if results[one] not in (results[two[0]], results[two[1]])
            for a, b in (two, two[::-1])
        ]
        if not crossed:
            break
        _, place, *made = min(crossed)
        pairs = [*pairs[:place], *pairs[place + 1 :], *made]
    return pairs


def parting(sheets: Sheets, one: int, other: int) -> tuple[str, ...]:
    """The fewest questions because of which two sheets lead to different results: those of which the other's answer
    alone changes the result of one; all in which they differ, where no single one does. Of several that do, one that
    both have answered: nobody can be convinced of an answer to what they were not asked.
    """
    both = sheets.sheets[one].keys() & sheets.sheets[other].keys()
    apart = tuple(sorted(sheets.differences(one, other), key=lambda id_: id_ not in both))
    exact = [
        id_
        for mine, theirs in ((one, other), (other, one))
        for id_ in apart
        if sheets.with_answer_of(mine, theirs, id_) == sheets.results[theirs]
    ]
    if exact:
        return (min(exact, key=lambda id_: id_ not in both),)
    changing = [
        id_
        for id_ in apart
        if sheets.with_answer_of(one, other, id_) != sheets.results[one]
        or sheets.with_answer_of(other, one, id_) != sheets.results[other]
    ]
    return tuple(changing[:1]) or apart


def _with_third(sheets: Sheets, pairs: list[tuple[int, int]], alone: list[int]) -> tuple[Group, ...]:
    """The pairs as groups; those left over join the pair to one of whom they are closest, at most one to a pair."""
    groups: dict[tuple[int, ...], tuple[str, ...]] = {pair: parting(sheets, *pair) for pair in pairs}
    free, results = list(pairs), sheets.results
    for index in alone:
        fitting = [
            (sheets.distance(index, member), place, member)
            for place, members in enumerate(free)
            for member in members
            if results[member] != results[index]
        ]
        if fitting:
            _, place, member = min(fitting)
            members = free.pop(place)
            apart = (*groups.pop(members), *parting(sheets, index, member))
            groups[(*members, index)] = tuple(dict.fromkeys(apart))
    return tuple(Group(members, questions) for members, questions in groups.items())
