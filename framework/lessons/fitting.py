"""Memorising against learning: a curve with more or less freedom, fitted to a few noisy points."""

from __future__ import annotations

import math
from functools import lru_cache

from framework.lessons.played import Curve, Panel, Parameters, Played, Table, steps

Points = tuple[tuple[float, ...], tuple[float, ...]]


def fit_curve(parameters: Parameters) -> Played:
    """A polynomial of degree `freedom` through `points` places; its error on them and on `fresh` other places.

    The truth is one period of a sine; the noise has the standard deviation `noise` and comes from `seed`. Degrees up to
    `highest` are shown; what does not fit into a figure leaves it.
    """
    freedom, points = int(parameters["freedom"]), int(parameters["points"])
    fresh, noise, seed = int(parameters["fresh"]), parameters["noise"], int(parameters["seed"])
    seen, new = sample(points, noise, seed), sample(fresh, noise, seed + 1)
    most = min(points - 1, int(parameters["highest"]))
    errors = tuple(error_of(seen, new, degree) for degree in range(most + 1))
    best = min(range(most + 1), key=lambda degree: errors[degree][1])
    trained, tested = errors[min(freedom, most)]
    across = steps(-1, 1)
    fitted = predict(seen, min(freedom, most), across)
    state = "stiff" if tested > 1.15 * errors[best][1] and freedom < best else "fits"
    if tested > 1.15 * errors[best][1] and freedom > best:
        state = "memorises"
    degrees = tuple(float(degree) for degree in range(most + 1))
    ceiling = 3 * errors[0][1]
    return Played(
        state,
        {"freedom": freedom, "trained": trained, "tested": tested, "best": best, "best_error": errors[best][1]},
        (
            Panel(
                "input",
                "output",
                (
                    Curve("curve", across, fitted),
                    Curve("seen", *seen, style="points"),
                    Curve("new", *new, style="hollow"),
                ),
                up_range=(-2.6, 2.6),
            ),
            Panel(
                "freedom",
                "error",
                (
                    Curve("trained", degrees, tuple(error[0] for error in errors)),
                    Curve("tested", degrees, tuple(error[1] for error in errors), "dashed"),
                ),
                (("here", float(freedom)),),
                up_range=(0, ceiling),
            ),
        ),
        Table(("freedom", "trained", "tested"), tuple((float(d), *errors[d]) for d in range(most + 1))),
    )


@lru_cache(maxsize=32)
def sample(count: int, noise: float, seed: int) -> Points:
    """Places from -1 to 1 and the noisy values there."""
    import numpy as np  # only this module needs it, and only when it is played with

    rng = np.random.default_rng(seed)
    x = np.sort(rng.uniform(-1, 1, count))
    y = np.sin(math.pi * x) + rng.normal(0, noise, count)
    return tuple(map(float, x)), tuple(map(float, y))


def predict(seen: Points, degree: int, across: tuple[float, ...]) -> tuple[float, ...]:
    """The least-squares polynomial of this degree through the points, at other places."""
    import numpy as np
    from numpy.polynomial import Chebyshev

    fitted = Chebyshev.fit(*seen, degree, domain=[-1, 1])
    return tuple(float(value) for value in fitted(np.asarray(across)))


@lru_cache(maxsize=256)
def error_of(seen: Points, new: Points, degree: int) -> tuple[float, float]:
    """Root mean squared error on the points it was fitted to, and on new ones."""
    seen_error = _rms(predict(seen, degree, seen[0]), seen[1])
    return seen_error, _rms(predict(seen, degree, new[0]), new[1])


def _rms(guessed: tuple[float, ...], true: tuple[float, ...]) -> float:
    return math.sqrt(sum((a - b) ** 2 for a, b in zip(guessed, true, strict=True)) / len(true))
