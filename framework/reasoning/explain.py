"""Why a verdict came out, what would change it, and which answers to check first. All exact, on the diagram."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from framework.model.answers import Answer, left_open
from framework.model.question import Change, Question
from framework.model.rulebase import RuleBase
from framework.reasoning.diagram import Diagram, Known
from framework.reasoning.hitting import GivenUpError, HittingSearch
from framework.reasoning.variable import allows

FREE, EFFORT = 1_000, 1_000_000
"""Cost of one change: a single effort outweighs any number of changes that are free to make, so a cheapest change needs
the fewest efforts, and among those the fewest changes. To this comes how far apart the two answers are listed: where
several answers would do, the nearest is proposed, "50 to 200" before "more than 10,000"."""

MAX_REASONS = 3
"""Most smallest reasons that are shown."""


def sufficient_reasons(diagram: Diagram, answers: Mapping[str, Answer]) -> tuple[tuple[str, ...], ...]:
    """The smallest sets of answers, as ids of their questions, that alone force what is decided: at most `MAX_REASONS`.

    None while more than one thing is possible. Where the search for the smallest is given up, no answer can be left
    out of a set, but fewer others may do. A set of answers forces the result exactly if it meets every contrast:
    a set of answers that, once given up together, let another result in. So the smallest sets are the smallest hitting
    sets of all contrasts, which are found one by one (implicit hitting sets; Reiter 1987).
    """
    known = diagram.known(answers)
    given = [level for level, value in enumerate(known) if value is not None]
    if len(diagram.possible(known)) != 1:
        return ()
    search = HittingSearch(dict.fromkeys(given, (_KEPT,)))
    found: list[frozenset[int]] = []
    for level in given:
        if len(diagram.possible(_without_answer(known, level))) > 1:
            search.add([(level, _KEPT)])
    size = 0
    try:
        while len(found) < MAX_REASONS and size <= len(given):
            kept = search.meeting(size)
            if kept is None:
                if found:
                    break
                size += 1
                continue
            contrast = _contrast(diagram, known, frozenset(kept))
            if contrast is None:
                found.append(frozenset(kept))
                contrast = frozenset(given) - found[-1]  # another set of this size has an answer that this one has not
            search.add([(level, _KEPT) for level in sorted(contrast)])
    except GivenUpError:
        found = found or [_irreducible(diagram, known, given)]
    ordered = sorted(sorted(levels) for levels in found)
    return tuple(tuple(diagram.variables[level].question for level in levels) for levels in ordered)


_KEPT = 0
"""The one thing to choose at the level of an answer: to keep it."""


def _irreducible(diagram: Diagram, known: Known, given: Sequence[int]) -> frozenset[int]:
    """Answers that alone force what all force, and of which none can be left out."""
    for level in given:
        fewer = _without_answer(known, level)
        if len(diagram.possible(fewer)) == 1:
            known = fewer
    return frozenset(level for level in given if known[level] is not None)


def _without_answer(known: Known, level: int) -> Known:
    return [None if index == level else value for index, value in enumerate(known)]


def _contrast(diagram: Diagram, known: Known, kept: frozenset[int]) -> frozenset[int] | None:
    """A smallest set of other answers that, given up, lets another result in; None if `kept` forces it.

    An answer that is given up allows everything; one that is kept, what it says: of a partial answer all its options.
    """
    weights = [
        [0 if allows(value, index) else (None if level in kept else 1) for index in range(len(variable.members))]
        for level, (variable, value) in enumerate(zip(diagram.variables, known, strict=True))
    ]
    paths = sorted(diagram.cheapest(weights).values(), key=lambda path: path[0])
    for total, path in paths:
        if total:
            return frozenset(level for level, value in path.items() if not allows(known[level], value))
    return None


@dataclass(frozen=True)
class Costs:
    """What it takes to get from present answers to others: for each level and class the cheapest value and its cost."""

    weights: tuple[tuple[int | None, ...], ...]
    values: tuple[tuple[Answer, ...], ...]


def change_costs(rulebase: RuleBase, diagram: Diagram, answers: Mapping[str, Answer]) -> Costs:
    """What it costs to have a value of each class instead of the present one.

    Finding out a fact that is still unknown counts as free to make, and so does finding out which option of a partial
    answer holds. A fact that cannot be changed is never proposed.
    """
    weights: list[tuple[int | None, ...]] = []
    values: list[tuple[Answer, ...]] = []
    for variable in diagram.variables:
        before = answers.get(variable.question)
        left = left_open(variable.values, before) if before is not None else ()
        classes = {variable.position[value] for value in left}
        now = classes.pop() if len(classes) == 1 else None
        row: list[int | None] = []
        chosen: list[Answer] = []
        for number, members in enumerate(variable.members):
            if number == now and before is not None:
                row.append(0)
                chosen.append(before)
                continue
            best: tuple[int, Answer] | None = None
            for value in members:
                cost = _cost(rulebase.closed_questions[variable.question], left, value)
                if cost is not None and (best is None or cost < best[0]):
                    best = (cost, value)
            row.append(best[0] if best else None)
            chosen.append(best[1] if best else members[0])
        weights.append(tuple(row))
        values.append(tuple(chosen))
    return Costs(tuple(weights), tuple(values))


def _cost(question: Question, left: tuple[Answer, ...], after: Answer) -> int | None:
    """Cost of getting to a complete answer from those that are left open so far (none is: nothing is known)."""
    if not left or (len(left) > 1 and after in left):
        return FREE
    return min((cost for before in left if (cost := _cost_of(question, before, after)) is not None), default=None)


def _cost_of(question: Question, before: Answer, after: Answer) -> int | None:
    """Cost of getting from one complete answer to another."""
    hardness = hardness_of(question, before, after)
    if Change.FIXED in hardness:
        return None
    return sum(FREE if change is Change.FREE else EFFORT for change in hardness) + distance(question, before, after)


def hardness_of(question: Question, before: Answer, after: Answer) -> tuple[Change, ...]:
    """How hard each change is on the way from one complete answer to another.

    Where several may hold, every option that is added or given up is a change. An option says how hard it is to get to
    it; giving it up is as hard as the question says. One that excludes all others (none of them) is what is left once
    they are given up, or no longer left once another holds: it is no change of its own, but may be out of reach.
    """
    if isinstance(after, str):
        return (question.change_to(after),)
    added = [id_ for id_ in after if id_ not in before]
    given_up = [id_ for id_ in before if id_ not in after and not question.is_exclusive(id_)]
    if given_up:
        added = [id_ for id_ in added if not question.is_exclusive(id_) or question.change_to(id_) is Change.FIXED]
    return (*map(question.change_to, added), *(question.change for _ in given_up))


def distance(question: Question, before: Answer, after: Answer) -> int:
    """How many places two answers to a question stand apart; 0 where there can be several."""
    if isinstance(before, str) and isinstance(after, str):
        ids = [option.id for option in question.options]
        return abs(ids.index(after) - ids.index(before))
    return 0


def cheapest_changes(
    rulebase: RuleBase, diagram: Diagram, answers: Mapping[str, Answer]
) -> dict[str, tuple[tuple[str, Answer], ...]]:
    """For every result that can be reached: a cheapest set of answers that would have to be different.

    An empty set means that the present answers already lead to it. Nothing is in a set without which the rest would
    do: a path comes by open questions that play no part in where it ends.
    """
    known = diagram.known(answers)
    settled = {
        variable.question
        for variable, value in zip(diagram.variables, known, strict=True)
        if isinstance(value, int) or (value is not None and len(value) == 1)
    }
    costs = change_costs(rulebase, diagram, answers)
    found = {}
    for leaf, (_, path) in diagram.cheapest(costs.weights).items():
        changed = {
            diagram.variables[level].question: costs.values[level][value]
            for level, value in sorted(path.items())
            if costs.weights[level][value]
        }
        # with every answer settled, the cheapest set has nothing to spare
        for question in sorted(changed, key=settled.__contains__) if len(settled) < len(known) else ():
            rest = {id_: value for id_, value in changed.items() if id_ != question}
            if diagram.possible_under({**answers, **rest}) == (leaf,):
                changed = rest
        found[leaf] = tuple(changed.items())
    return found


def flips(diagram: Diagram, answers: Mapping[str, Answer]) -> dict[str, tuple[str, ...]]:
    """Single answers which, if wrong, change what is decided, with what they change it to."""
    known = diagram.known(answers)
    now = diagram.possible(known)
    if len(now) != 1:
        return {}
    result: dict[str, tuple[str, ...]] = {}
    for level, value in enumerate(known):
        if value is None:
            continue
        others = tuple(name for name in diagram.possible(_without_answer(known, level)) if name not in now)
        if others:
            result[diagram.variables[level].question] = others
    return result
