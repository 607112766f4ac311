"""Whether the sentences about a curve through points are true, and which state each belongs to."""

from __future__ import annotations

import itertools
import math
from functools import cache

import numpy as np

from framework.lessons import play
from tests.lessons.sentences.reading import BLOCKS, Settings, close, read


@cache
def _errors() -> list[tuple[float, float]]:
    """Of each degree, by the normal equations' own solver; another basis than the lesson's."""
    rng = np.random.default_rng(4)
    x = np.sort(rng.uniform(-1, 1, 14))
    y = np.sin(np.pi * x) + rng.normal(0, 0.3, 14)
    rng = np.random.default_rng(5)
    new = np.sort(rng.uniform(-1, 1, 40))
    true = np.sin(np.pi * new) + rng.normal(0, 0.3, 40)
    found = []
    for degree in range(14):
        weights = np.linalg.lstsq(np.polynomial.legendre.legvander(x, degree), y, rcond=None)[0]
        both = [np.polynomial.legendre.legval(at, weights) - goal for at, goal in ((x, y), (new, true))]
        found.append((math.sqrt(np.mean(both[0] ** 2)), math.sqrt(np.mean(both[1] ** 2))))
    return found


def fit(s: Settings, said: str) -> str:
    degree, numbers = int(s["freedom"]), read(said)
    trained, tested = _errors()[degree]
    best = min(range(14), key=lambda one: _errors()[one][1])
    curve = play(BLOCKS["fit_curve"], s).panels[0].curves[0].y
    slopes = [b - a for a, b in itertools.pairwise(curve) if abs(b - a) > 1e-9]
    assert sum((a > 0) != (b > 0) for a, b in itertools.pairwise(slopes)) <= max(0, degree - 1), "bends"
    if said.startswith("Too little"):
        assert degree < best and tested > _errors()[best][1]
        assert close(numbers, [trained, tested], [0.01] * 2)
        return "stiff"
    if said.startswith("About right"):
        assert tested <= 1.15 * _errors()[best][1] + 1e-6
        assert close(numbers, [trained, tested, _errors()[best][1], best], [0.01] * 3 + [1])
        return "fits"
    assert said.startswith("Too much") and degree > best
    assert trained < _errors()[best][0] and tested > _errors()[best][1]
    assert close(numbers, [trained, best, tested], [0.01, 1, 0.01 + 1e-3 * tested])
    return "memorises"
