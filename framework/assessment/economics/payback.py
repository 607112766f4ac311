"""What a project brings over time. Pure arithmetic; a period is a year unless the caller says otherwise."""

from __future__ import annotations

import math
from collections.abc import Sequence


def payback(one_off: float, net: float) -> float | None:
    """T = I / (G - O), periods. None when the net gain is not positive: it never pays back (derived)."""
    return one_off / net if net > 0 and math.isfinite(one_off / net) else None


def first_year_return(one_off: float, net_per_year: float) -> float | None:
    """(12 (G - O) - I) / I by months, here by the year; 0.1 is 10 %. None without one-off cost (derived)."""
    found = (net_per_year - one_off) / one_off if one_off > 0 else math.inf
    return found if math.isfinite(found) else None


def npv(one_off: float, gains: Sequence[float], running: Sequence[float] | float, rate: float) -> float:
    """NPV = -I + sum over t = 1.. of (G_t - O_t) / (1 + r)^t, currency of today (textbook).

    `rate` is the discount rate per period, above -1. Raises ValueError when `running` has another length than `gains`.
    """
    costs = [running] * len(gains) if isinstance(running, int | float) else running
    return -one_off + sum(
        (gained - cost) / (1 + rate) ** period
        for period, (gained, cost) in enumerate(zip(gains, costs, strict=True), start=1)
    )


def decaying(gained: float, loss: float, periods: int) -> tuple[float, ...]:
    """Gains of a model that nobody maintains: each period keeps the share 1 - `loss` of the one before (derived)."""
    return tuple(gained * (1 - loss) ** period for period in range(periods))


def expected_with_study(chance: float, npv_if_it_works: float, cost_of_study: float) -> float:
    """E = q NPV_if_it_works - I_f: find out first, build only when it works. Currency (derived)."""
    return chance * npv_if_it_works - cost_of_study


def value_of_study(chance: float, build_cost: float, cost_of_study: float) -> float:
    """(1 - q) I - I_f: the build cost that a feasibility study avoids, less its own. Currency (derived)."""
    return (1 - chance) * build_cost - cost_of_study
