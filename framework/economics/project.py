"""The gain of a model as a project: per year, net of running cost, and payback.

The result is monotone in volume, running cost and one-off cost, so its ends follow from theirs.
"""

from __future__ import annotations

from itertools import product

from framework.economics.payback import first_year_return, payback
from framework.economics.value import PER, break_even_volume, difference
from framework.model.economics import Project, Quantities, Span
from framework.model.sheet import Range


def project(given: Quantities, gain: Range | None) -> Project:
    """From the gain per 1,000 cases and the volume, running and one-off cost where known."""
    volume, running, one_off = (given.range_of(role) for role in ("volume", "running", "one_off"))
    if gain is None:
        return Project()
    yearly = _products(gain, volume) if volume else None
    net = None
    if yearly and running:
        net = Range(
            low=difference(yearly.low, running.high),
            middle=difference(yearly.middle, running.middle),
            high=difference(yearly.high, running.low),
        )
    return Project(
        gain_per_year=yearly,
        net_per_year=net,
        payback_months=_payback(one_off, net) if one_off and net else None,
        first_year_return=_first_year(one_off, net) if one_off and net else None,
        break_even_volume=_volume(running, gain) if running else None,
    )


def _products(gain: Range, volume: Range) -> Range:
    # adding 0 turns minus 0, a loss times no decisions, into 0
    ends = [one * many / PER + 0.0 for one, many in product((gain.low, gain.high), (volume.low, volume.high))]
    middle = gain.middle * volume.middle / PER + 0.0
    return Range(low=min((*ends, middle)), middle=middle, high=max((*ends, middle)))


def _payback(one_off: Range, net: Range) -> Span:
    return Span(
        low=payback(one_off.low, net.high),
        middle=payback(one_off.middle, net.middle),
        high=payback(one_off.high, net.low),
    )


def _first_year(one_off: Range, net: Range) -> Range | None:
    middle = first_year_return(one_off.middle, net.middle)
    if middle is None:
        return None
    pairs = product((one_off.low, one_off.high), (net.low, net.high))
    ends = [found for cost, earned in pairs if (found := first_year_return(cost, earned)) is not None]
    return Range(low=min((*ends, middle)), middle=middle, high=max((*ends, middle)))


def _volume(running: Range, gain: Range) -> Span:
    low, middle, high = (
        break_even_volume(cost, earned / PER)
        for cost, earned in (
            (running.low, gain.high),
            (running.middle, gain.middle),
            (running.high, gain.low),
        )
    )
    return Span(low=low, middle=middle, high=high)
