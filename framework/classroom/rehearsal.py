"""Simulated students, so that an instructor can try a class the evening before. No claim about how people answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

from framework.model.answers import NOT_SURE, Answer
from framework.model.question import Question

AGREES, UNSURE, CONVINCED = 0.55, 0.08, 0.5
"""How often a simulated student answers like the case, is not sure, and takes over the answer of the case when asked
again: any numbers that leave something to discuss."""


def ballot(
    rng: Random,
    questions: Sequence[Question],
    reference: Mapping[str, Answer],
    before: Mapping[str, Answer] | None = None,
) -> dict[str, Answer]:
    """The answers of one simulated student; `before` are those of the first vote."""
    found: dict[str, Answer] = {}
    for question in questions:
        expected = reference.get(question.id)
        if before and question.id in before:
            convinced = expected is not None and rng.random() < CONVINCED
            found[question.id] = expected if convinced and expected is not None else before[question.id]
        elif rng.random() < UNSURE:
            found[question.id] = NOT_SURE
        elif expected is not None and rng.random() < AGREES:
            found[question.id] = expected
        else:
            found[question.id] = _another(rng, question)
    return found


def _another(rng: Random, question: Question) -> Answer:
    """Any option; where several can hold, as often one that excludes the others, as "none of these" does: whoever sees
    no problem ticks that.
    """
    if question.kind == "one":
        return rng.choice([option.id for option in question.options])
    exclusive = [option.id for option in question.options if option.exclusive]
    others = [option.id for option in question.options if not option.exclusive]
    return (rng.choice(rng.choice([group for group in (exclusive, others) if group])),)
