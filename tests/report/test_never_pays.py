"""Where no quality pays, the brief says so in one way: no figure beside it reads as a quality that would."""

from __future__ import annotations

import pytest

from framework import assess
from framework.model.assessment import Assessment
from framework.model.sheet import Range
from framework.report.front import front_of
from tests.report.sums import RULES, flat, sheet_of

LEAVERS: dict[str, float | Range] = {
    "volume": 600_000,
    "base_rate": 0.04,
    "value": 90,
    "success_rate": 0.15,
    "cost_action": 10,
    "harm": 10,
    "recall": 0.5,
    "precision": 0.25,
    "one_off": 120_000,
    "running": 40_000,
}
"""With every alert right, 0.04 * 0.5 of 600,000 bring 0.15 * 90 - 10 each: 42,000 a year for 80,000."""


@pytest.fixture(scope="module")
def found() -> Assessment:
    return assess(RULES, sheet_of("binary_classification", LEAVERS))


def test_a_first_screen_says_it_in_words_that_fit_a_quality(found: Assessment) -> None:
    """A case from a review: "Pays: never (share of alerts that are right)" was no sentence."""
    (beat,) = (panel for panel in front_of(RULES, found).panels if panel.id == "beat")
    assert beat.lines[0].text.startswith("never, whatever the share of alerts that are right, compared with ")


def test_a_share_that_pays_only_before_its_own_cost_says_so(found: Assessment) -> None:
    """85.2 % stood in the table as "to break even", beside "never" on the first screen."""
    told = flat(found)
    assert "Share of alerts that must be right to break even against doing nothing, before its own cost" in told
    assert "Share of real cases needed to break even against doing nothing, before its own cost" in told
    assert "right to break even:" not in told


def test_nothing_is_said_to_bring_most_where_all_bring_nothing(found: Assessment) -> None:
    """A case from a review: "brings most: 0 per 1,000 cases"."""
    told = flat(found)
    assert "brings most" not in told and "acting brings nothing, whatever the threshold" in told
