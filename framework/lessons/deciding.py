"""What a decision is worth: an alarm at a volume, a threshold, a test before building, an answer in time."""

from __future__ import annotations

import math

from framework.lessons.played import Curve, Panel, Parameters, Played, Table, density, steps
from framework.model.thresholds import below, even_share, score_at


def break_even(parameters: Parameters) -> Played:
    """An alarm for `volume` cases a year, of which a share `base_rate` is real.

    It catches a share `recall` of the real ones and a share `false_alarms` of the others. A caught one is worth
    `value`, each alarm costs `cost`, and the whole costs `fixed` a year. `needed` is the least whole number of cases a
    year at which nothing is lost; `must` the share of right alarms below which each case loses money.
    """
    p = parameters
    caught, vain = p["base_rate"] * p["recall"], (1 - p["base_rate"]) * p["false_alarms"]
    each = caught * p["value"] - (caught + vain) * p["cost"]
    each = each if abs(each) > 1e-9 else 0.0
    needed = float(math.ceil(p["fixed"] / each - 1e-6)) if each > 0 else math.inf
    year = p["volume"] * each - p["fixed"]
    state = "never" if each <= 0 else "pays" if p["volume"] >= needed else "too_few"
    most = parameters["most"]
    across = steps(0, most, 11)
    marks = (("here", p["volume"]),) + ((("needed", needed),) if needed <= most else ())
    return Played(
        state,
        {
            "precision": caught / (caught + vain) if caught + vain else 0.0,
            "each": each,
            "year": year,
            "must": p["cost"] / p["value"],
            "needed": needed if each > 0 else 0.0,
        },
        (
            Panel(
                "volume",
                "year",
                (
                    Curve("year", across, tuple(n * each - p["fixed"] for n in across)),
                    Curve("zero", (0, most), (0, 0), "dashed"),
                ),
                marks,
            ),
        ),
        Table(("volume", "year"), tuple((n, n * each - p["fixed"]) for n in across)),
    )


def threshold_on_two_curves(parameters: Parameters) -> Played:
    """Scores of two kinds of cases, normal with means 0 and `apart`; those above `threshold` are acted on.

    Of 1,000 cases a share `base_rate` is real. A missed one costs `cost_miss`, acting in vain `cost_vain`. The best
    threshold is the nearest to the best of all that a slider from `lowest` to `highest` reaches in steps of `step`.
    """
    p = parameters
    threshold, apart = p["threshold"], p["apart"]
    best = min(max(round(best_threshold(p) / p["step"]) * p["step"], p["lowest"]), p["highest"])
    across = steps(-3, 3 + apart)
    money = tuple(-loss(p, t) for t in across)
    missed, vain = 1000 * p["base_rate"] * below(threshold - apart), 1000 * (1 - p["base_rate"]) * below(-threshold)
    here, least = loss(p, threshold), loss(p, best)
    near = here <= 1.05 * least
    state = "near" if near else "timid" if threshold > best else "eager"
    curves = (
        Curve("others", across, tuple((1 - p["base_rate"]) * density(t) for t in across)),
        Curve("real", across, tuple(p["base_rate"] * density(t - apart) for t in across), "dashed"),
    )
    places = steps(-2, 2 + apart, 9)
    return Played(
        state,
        {"missed": missed, "vain": vain, "loss": here, "best": best, "least": least},
        (
            Panel("score", "share", curves, (("here", threshold),)),
            Panel("score", "money", (Curve("money", across, money),), (("here", threshold), ("best", best))),
        ),
        Table(
            ("score", "missed", "vain", "money"),
            tuple(
                (
                    t,
                    1000 * p["base_rate"] * below(t - apart),
                    1000 * (1 - p["base_rate"]) * below(-t),
                    -loss(p, t),
                )
                for t in places
            ),
        ),
    )


def loss(p: Parameters, threshold: float) -> float:
    """What mistakes cost in 1,000 cases at a threshold."""
    missed = p["base_rate"] * below(threshold - p["apart"]) * p["cost_miss"]
    return 1000 * (missed + (1 - p["base_rate"]) * below(-threshold) * p["cost_vain"])


def best_threshold(p: Parameters) -> float:
    """The score from which acting pays: there both kinds of mistake cost the same at the margin."""
    return score_at(p["apart"], p["base_rate"], even_share(p["cost_vain"], p["cost_miss"]))


def trial_first(parameters: Parameters) -> Played:
    """Building at once against a test that finds out whether it can work, which it does with `chance`.

    `test` and `build` are what they cost, `gain` is what a working one brings. A test spares the cost of building
    where it cannot work, (1 - `chance`) × `build` on average, so it is better below a chance of `turns`.
    """
    p = parameters

    def at_once(chance: float) -> float:
        return chance * p["gain"] - p["build"]

    def tested(chance: float) -> float:
        return chance * (p["gain"] - p["build"]) - p["test"]

    across = steps(0, 1, 11)
    chance = p["chance"]
    turns = 1 - p["test"] / p["build"]
    now, first = at_once(chance), tested(chance)
    state = "test" if first > now else "build"
    if abs(first - now) < 1e-9:
        state = "same"
    if max(now, first) < 1e-9:
        state = "neither"
    return Played(
        state,
        {"now": now, "first": first, "turns": turns, "test": p["test"], "spared": (1 - chance) * p["build"]},
        (
            Panel(
                "chance",
                "worth",
                (
                    Curve("now", across, tuple(map(at_once, across))),
                    Curve("first", across, tuple(map(tested, across)), "dashed"),
                ),
                (("here", chance),),
                shares=("across",),
            ),
        ),
        Table(("chance", "now", "first"), tuple((c, at_once(c), tested(c)) for c in across)),
    )


def latency_quality(parameters: Parameters) -> Played:
    """Quality grows with the time an answer may take, t / (t + `half`); people leave, a share `leave` a millisecond.

    The best time is that up to `most`. A time is near it if less than one percentage point fewer are served.
    """
    p = parameters
    half, leave, time = p["half"], p["leave"], p["time"]

    def quality(t: float) -> float:
        return t / (t + half)

    def stay(t: float) -> float:
        return max(0.0, 1 - leave * t)

    best = min(-half + math.sqrt(half * half + half / leave), p["most"])
    across = steps(0, p["most"], 61)
    served = tuple(quality(t) * stay(t) for t in across)
    here, top = quality(time) * stay(time), quality(best) * stay(best)
    state = "near" if top - here < 0.01 else "hasty" if time < best else "slow"
    places = steps(0, p["most"], 11)
    return Played(
        state,
        {"quality": quality(time), "stay": stay(time), "served": here, "best": best, "top": top},
        (
            Panel(
                "time",
                "share",
                (
                    Curve("quality", across, tuple(map(quality, across)), "dashed"),
                    Curve("served", across, served),
                ),
                (("here", time), ("best", best)),
                shares=("up",),
            ),
        ),
        Table(
            ("time", "quality", "stay", "served"), tuple((t, quality(t), stay(t), quality(t) * stay(t)) for t in places)
        ),
    )
