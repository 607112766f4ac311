"""Exercises with numbers: drawn until they make a good one, then worked out."""

from __future__ import annotations

from random import Random

from framework.exercises.calculations import CALCULATE
from framework.exercises.posed import Posed, PosedPart
from framework.exercises.wording import fill
from framework.model.case import Case
from framework.model.exercise import NumbersExercise

MAX_DRAWS = 200
"""Draws after which a story is given up."""


def pose_numbers(exercise: NumbersExercise, case: Case, rng: Random) -> Posed | None:
    """The exercise about this case; None if it tells no story about it, or no draw makes a good one."""
    story = next((story for story in exercise.stories if story.case == case.id), None)
    if story is None:
        return None
    for _ in range(MAX_DRAWS):
        drawn = {name: rng.choice(values) for name, values in story.numbers.items()}
        result = CALCULATE[exercise.calculation](drawn)
        if result is not None:
            break
    else:
        return None
    found, state = result
    values = {**drawn, **found}
    rows = [exercise.grid.columns, *exercise.grid.rows] if exercise.grid else []
    return Posed(
        exercise=exercise.id,
        case=case.id,
        title=exercise.title,
        minutes=exercise.minutes,
        text=fill(story.text, values),
        table=tuple(tuple(fill(cell, values) for cell in row) for row in rows),
        parts=tuple(
            PosedPart(
                fill(part.ask, values),
                " ".join(fill(text, values) for text in (part.solution, part.in_state.get(state, "")) if text),
            )
            for part in exercise.parts
        ),
    )
