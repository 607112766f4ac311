"""What a project brings over time. Pure arithmetic; a period is a year unless the caller says otherwise."""

from __future__ import annotations

import math

from framework.economics.value import difference


def payback(one_off: float, net: float) -> float | None:
    """T = I / (G - O), periods. None when the net gain is not positive: it never pays back (derived)."""
    return one_off / net if net > 0 and math.isfinite(one_off / net) else None


def first_year_return(one_off: float, net_per_year: float) -> float | None:
    """(12 (G - O) - I) / I by months, here by the year; 0.1 is 10 %. None without one-off cost (derived)."""
    found = difference(net_per_year, one_off) / one_off if one_off > 0 else math.inf
    return found if math.isfinite(found) else None
