"""How soon a project pays back its cost. Pure arithmetic; net gains are currency a year."""

from __future__ import annotations

import math

from framework.economics.value import difference

MONTHS = 12


def payback(one_off: float, net: float) -> float | None:
    """T = 12 I / (G - O), months. None when the net gain of a year is not positive: it never pays back (derived)."""
    found = MONTHS * one_off / net if net > 0 else math.inf
    return found if math.isfinite(found) else None


def first_year_return(one_off: float, net_per_year: float) -> float | None:
    """(12 (G - O) - I) / I by months, here by the year; 0.1 is 10 %. None without one-off cost (derived)."""
    found = difference(net_per_year, one_off) / one_off if one_off > 0 else math.inf
    return found if math.isfinite(found) else None
