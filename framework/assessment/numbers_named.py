"""The numbers that sentences about money may name, as they are written in English, and a multiple in words."""

from __future__ import annotations

from framework.economics.spreads import middles
from framework.economics.writing import as_given, digits_of, figure, needed_quality, of_role, reached, rounded_up
from framework.languages.catalogue import numerals, say
from framework.model.sheet import Range
from framework.model.worth import Worth


def numbers_named(worth: Worth) -> dict[str, str]:
    """By slot; empty where a result has no such number."""
    numbers = {
        "perfect": middle_of(worth.perfect) if worth.perfect else "",
        "cost": middle_of(worth.cost) if worth.cost else "",
        "part": reached(worth.share_needed, share=True) if worth.share_needed is not None else "",
        "count": figure(rounded_up(worth.count_at_best)) if worth.count_at_best is not None else "",
        "years": figure(worth.years) if worth.years is not None else "",
        "real": as_given(float(f"{worth.real_cases:.3g}")) if worth.real_cases is not None else "",
    }
    if worth.needed.pays is not None and worth.needed.pays.middle is not None:
        numbers["need"] = needed_quality(worth, worth.needed.pays.middle)
    if worth.quality in worth.numbers:
        numbers["hope"] = of_role(worth.quality, middles(worth.numbers)[worth.quality], typed=True)
    return numbers


def returns(worth: Worth, language: str) -> str:
    """What a unit of cost brings, in two digits; a gain below zero is no share of a cost. Empty if neither is known."""
    if worth.ratio is None:
        return ""
    if worth.ratio.middle < 0:
        return say(language, "loses money even before its own cost")
    once = worth.years_of_use.high == 1
    times = numerals(language, figure(float(f"{worth.ratio.middle:.2g}")))
    return say(
        language, "brings {times} times its cost" if once else "brings {times} times its yearly cost", times=times
    )


def middle_of(found: Range) -> str:
    """The middle of a result in its digits."""
    return figure(found.middle, digits_of(found))
