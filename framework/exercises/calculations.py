"""The calculations of exercises by id: numbers that were drawn to numbers of the solution and the state they show.

None means that these numbers make no good exercise (a tie, nothing to gain), so others are drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from framework.model.thresholds import even_share

Numbers = Mapping[str, float]
Found = tuple[dict[str, float], str]


def break_even_share(n: Numbers) -> Found | None:
    """An alarm that is right brings `value` in a share `success` of cases; each costs `cost`, a false one `harm` more.

    The share of right alarms at which both cancel out is the threshold as well.
    """
    gain, loss = n["success"] * n["value"] - n["cost"], n["cost"] + n["harm"]
    if gain <= 0 or loss <= 0:
        return None
    share = even_share(loss, gain)
    hits = 100 * n["precision"]
    hundred = hits * gain - (100 - hits) * loss
    found = {"gain": gain, "loss": loss, "share": share, "hits": hits, "vain": 100 - hits, "hundred": hundred}
    return None if abs(n["precision"] - share) < 0.02 else (found, "pays" if hundred > 0 else "loses")


def expected_cost(n: Numbers) -> Found | None:
    """What misses and false alarms cost at three thresholds; the state is the one at which they cost least."""
    found: dict[str, float] = {}
    costs: dict[str, float] = {}
    for at in ("low", "middle", "high"):
        caught = n["real"] * n[f"recall_{at}"]
        missed = n["real"] - caught
        costs[at] = missed * n["miss"] + n[f"vain_{at}"] * n["false_alarm"]
        found |= {f"caught_{at}": caught, f"missed_{at}": missed, f"cost_{at}": costs[at]}
    least, next_best = sorted(costs.values())[:2]
    return (found, min(costs, key=costs.__getitem__)) if next_best > 1.05 * least else None


def base_rate(n: Numbers) -> Found | None:
    """Of `volume` cases a share is real. An alarm catches a share of these and goes off at a share of the others.

    The state tells whether the alarm is right more often than one that never goes off.
    """
    real = n["volume"] * n["base_rate"]
    others = n["volume"] - real
    caught, vain = real * n["recall"], others * n["false_alarms"]
    if caught + vain == 0:
        return None
    right, never = (caught + others - vain) / n["volume"], others / n["volume"]
    found = {
        "real": real,
        "others": others,
        "caught": caught,
        "vain": vain,
        "alarms": caught + vain,
        "precision": caught / (caught + vain),
        "right": right,
        "never": never,
    }
    return (found, "better" if right > never else "worse") if abs(right - never) > 0.001 else None


CALCULATE: Mapping[str, Callable[[Numbers], Found | None]] = {
    "break_even_share": break_even_share,
    "expected_cost": expected_cost,
    "base_rate": base_rate,
}
