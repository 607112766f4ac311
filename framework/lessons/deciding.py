"""What a decision is worth: an alarm at a volume, a threshold, a test before building, an answer in time."""

from __future__ import annotations

import math

from framework.lessons.played import Curve, Panel, Parameters, Played, Rows, Table, below, density, steps


def break_even(parameters: Parameters, rows: Rows = ()) -> Played:
    """An alarm for `volume` cases a year, of which a share `base_rate` is real.

    It catches a share `recall` of the real ones and a share `false_alarms` of the others. A caught one is worth
    `value`, each alarm costs `cost`, and the whole costs `fixed` a year.
    """
    p = parameters
    caught, vain = p["base_rate"] * p["recall"], (1 - p["base_rate"]) * p["false_alarms"]
    each = caught * p["value"] - (caught + vain) * p["cost"]
    needed = p["fixed"] / each if each > 0 else math.inf
    year = p["volume"] * each - p["fixed"]
    state = "never" if each <= 0 else "pays" if year >= 0 else "too_few"
    most = parameters["most"]
    across = steps(0, most, 11)
    marks = (("here", p["volume"]),) + ((("needed", needed),) if needed <= most else ())
    return Played(
        state,
        {
            "precision": caught / (caught + vain) if caught + vain else 0.0,
            "each": each,
            "year": year,
            "needed": needed if each > 0 else 0.0,
            "alarms": p["volume"] * (caught + vain),
            "vain": p["volume"] * vain,
            "volume": p["volume"],
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


def threshold_on_two_curves(parameters: Parameters, rows: Rows = ()) -> Played:
    """Scores of two kinds of cases, normal with means 0 and `apart`; those above `threshold` are acted on.

    Of 1,000 cases a share `base_rate` is real. A missed one costs `cost_miss`, acting in vain `cost_vain`.
    """
    p = parameters
    threshold, apart = p["threshold"], p["apart"]
    best = best_threshold(p)
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
        {"missed": missed, "vain": vain, "loss": here, "best": best, "least": least, "threshold": threshold},
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
    """Where both kinds of mistake cost the same at the margin: the likelihood ratio equals the ratio of the costs."""
    ratio = (1 - p["base_rate"]) * p["cost_vain"] / (p["base_rate"] * p["cost_miss"])
    return p["apart"] / 2 + math.log(ratio) / p["apart"]


def trial_first(parameters: Parameters, rows: Rows = ()) -> Played:
    """Building at once against a test that finds out whether it can work, which it does with `chance`.

    `test` and `build` are what they cost, `gain` is what a working one brings.
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
    state = "neither" if max(now, first) < 0 else "test" if first >= now else "build"
    return Played(
        state,
        {"now": now, "first": first, "saved": first - now, "turns": turns, "chance": chance},
        (
            Panel(
                "chance",
                "worth",
                (
                    Curve("now", across, tuple(map(at_once, across))),
                    Curve("first", across, tuple(map(tested, across)), "dashed"),
                ),
                (("here", chance),),
            ),
        ),
        Table(("chance", "now", "first"), tuple((c, at_once(c), tested(c)) for c in across)),
    )


def latency_quality(parameters: Parameters, rows: Rows = ()) -> Played:
    """Quality grows with the time an answer may take, t / (t + `half`); people leave, a share `leave` a millisecond."""
    p = parameters
    half, leave, time = p["half"], p["leave"], p["time"]

    def quality(t: float) -> float:
        return t / (t + half)

    def stay(t: float) -> float:
        return max(0.0, 1 - leave * t)

    best = -half + math.sqrt(half * half + half / leave)
    across = steps(0, p["most"], 61)
    served = tuple(quality(t) * stay(t) for t in across)
    here, top = quality(time) * stay(time), quality(best) * stay(best)
    state = "near" if here >= 0.98 * top else "hasty" if time < best else "slow"
    places = steps(0, p["most"], 11)
    return Played(
        state,
        {"quality": quality(time), "stay": stay(time), "served": here, "best": best, "top": top, "time": time},
        (
            Panel(
                "time",
                "share",
                (
                    Curve("quality", across, tuple(map(quality, across)), "dashed"),
                    Curve("served", across, served),
                ),
                (("here", time), ("best", best)),
            ),
        ),
        Table(
            ("time", "quality", "stay", "served"), tuple((t, quality(t), stay(t), quality(t) * stay(t)) for t in places)
        ),
    )
