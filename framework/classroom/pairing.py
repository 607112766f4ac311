"""Who discusses with whom: two whose sheets lead to different advice and differ in as few questions as possible.

Equal verdicts are never paired. As many people as can have a partner do; of all ways to achieve that, one is taken in
which the pairs differ in the fewest questions, added up.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from operator import neg

from framework.classroom.sheets import Sheets


@dataclass(frozen=True)
class Group:
    """Two or three participants, as places in the list of sheets, and the questions because of which they part."""

    members: tuple[int, ...]
    questions: tuple[str, ...]


def pair(sheets: Sheets) -> tuple[Group, ...]:
    """Groups for the discussion. Who is in none has no partner: everybody left has the same verdict."""
    import rustworkx  # only where a class is paired

    results = sheets.results
    graph = rustworkx.PyGraph[None, int]()
    graph.extend_from_weighted_edge_list(
        [
            (one, other, sheets.distance(one, other))
            for one, other in combinations(range(len(results)), 2)
            if results[one] != results[other]
        ]
    )
    found = rustworkx.max_weight_matching(graph, max_cardinality=True, weight_fn=neg)
    pairs = sorted((min(two), max(two)) for two in found)
    alone = set(range(len(results))).difference(*pairs)
    return _with_third(sheets, pairs, sorted(alone))


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
