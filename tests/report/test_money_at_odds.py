"""While numbers contradict each other, nothing is concluded from them, wherever the result would stand."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest

from framework import assess
from framework.model.assessment import Assessment
from framework.model.sheet import Range
from framework.report.canvas import fill_canvas
from framework.report.forms import render
from framework.report.front import front_of
from framework.report.front_parts import Panel
from framework.report.onepage import one_page
from framework.report.slide import slide
from tests.report.briefs import texts
from tests.report.sums import NUMBERS, RULES, sheet_of

INVOICES: dict[str, float | Range] = {"volume": 10_000, "base_rate": 0.12, "value": 50, "cost_action": 2}
INVOICES |= {"recall": 0.6, "precision": 0.05, "one_off": 6_000, "running": 1_500}
TARGET = {"business_metric": "days until an invoice is paid", "metric_today": "19 days", "metric_target": "14 days"}


def assessed(numbers: Mapping[str, float | Range], task: str = "binary_classification") -> Assessment:
    sheet = sheet_of(task, numbers, objective_family="speed")
    return assess(RULES, sheet.model_copy(update={"words": TARGET}), strict=False)


def pays(found: Assessment) -> Panel:
    """What stands under "Does it pay?" on the first screen."""
    (panel,) = (panel for panel in front_of(RULES, found).panels if panel.id == "pays")
    return panel


def written(form: str, found: Assessment) -> str:
    return render(form, RULES, found).decode()


def test_the_first_screen_asks_to_check_numbers_that_contradict_each_other_and_says_no_more() -> None:
    """A case from a review: "your numbers bring it to 7.6. That reaches the target" on shares that cannot be true."""
    found = assessed(INVOICES)
    said = " ".join(filter(None, (pays(found).big, *(line.said for line in pays(found).lines))))
    assert said.startswith("Please check: These shares cannot all be true.") and said.endswith("must be right.")
    assert "target" not in " ".join(texts(front_of(RULES, found)))
    assert [statement.text for statement in found.money] == [said]


def test_what_is_passed_on_says_the_same() -> None:
    found = assessed(INVOICES)
    parts = {part["heading"]: part["words"] for part in slide(RULES, found)["parts"]}
    assert parts["Does it pay?"].startswith("Please check: These shares cannot all be true.")
    (part,) = (part for part in one_page(RULES, found)["parts"] if part["heading"] == "Does it pay?")
    assert part["big"].startswith("Please check: These shares cannot all be true.") and not part["lines"]
    assert "Please check: These shares" in str(fill_canvas(RULES, found))
    for form in ("markdown", "text", "html", "json"):
        told = " ".join(written(form, found).split())
        assert "your numbers bring it to" not in told and "Please check: These" in told, form


@pytest.mark.parametrize(
    ("task", "wrong"),
    [
        ("binary_classification", {**NUMBERS, "base_rate": 0.12, "rule_recall": 0.6, "rule_precision": 0.05}),
        ("anomaly_detection", {**NUMBERS, "capacity": 2_000, "hits_today": 0.6, "hits_hoped": 0.3}),
        ("anomaly_detection", {**NUMBERS, "capacity": 2_000, "hits_hoped": 0.6}),
    ],
)
def test_no_number_of_a_contradiction_is_silently_left_out(task: str, wrong: Mapping[str, float | Range]) -> None:
    """Otherwise the result would be told as if nobody had given it."""
    found = assessed(wrong, task)
    assert "cannot all be true" in (pays(found).big or pays(found).lines[0].text)
    front = front_of(RULES, found)
    assert front.kicker == front_of(RULES, assessed({}, task)).kicker
    assert not any(line.lead == "Pays" for panel in front.panels for line in panel.lines)


def test_without_a_cost_nothing_is_said_to_pay() -> None:
    """It said "Pays: from 57 %" where nobody had given what it costs."""
    costs = ("one_off", "running")
    for numbers, lead in (
        (NUMBERS, "Pays"),
        ({r: n for r, n in NUMBERS.items() if r not in costs}, "Better than today"),
    ):
        front = front_of(RULES, assessed(numbers, "binary_classification"))
        beat = next(panel for panel in front.panels if panel.id == "beat")
        assert [line.lead for line in beat.lines] == [lead]


def test_a_warning_does_not_hide_the_result() -> None:
    """Alerts that are no better than guessing are possible."""
    found = assessed({**INVOICES, "precision": 0.12})
    assert "Please check" not in " ".join(texts(front_of(RULES, found)))


IMPOSSIBLE: list[tuple[str, Mapping[str, float | Range]]] = [
    ("binary_classification", {**NUMBERS, "recall": 1.4}),
    ("binary_classification", INVOICES),
    ("binary_classification", {**NUMBERS, "base_rate": 0.12, "rule_recall": 0.6, "rule_precision": 0.05}),
    ("anomaly_detection", {**NUMBERS, "capacity": 2_000, "hits_hoped": 0.6}),
]


@pytest.mark.parametrize(("task", "wrong"), IMPOSSIBLE)
def test_below_numbers_that_cannot_be_true_stands_no_table_of_results(
    task: str, wrong: Mapping[str, float | Range]
) -> None:
    """A reviewer's: the sentence says that the shares cannot be true, and a table still told what they bring."""
    found, right = assessed(wrong, task), assessed(NUMBERS, task)
    for form in ("markdown", "text", "html"):
        told, fine = (" ".join(written(form, each).split()) for each in (found, right))
        assert "Please check these numbers" in told and "Amounts are in" in fine, form
        for result in ("Amounts are in", "What the result depends on", "1,000 cases raise", "Gain against quality"):
            assert result not in told, (form, result)
    worth = json.loads(written("json", found))["worth"]
    assert not worth["figures"] and not worth["curves"] and worth["total"] is None and worth["tornado"] is None


def test_a_number_to_check_is_not_also_said_to_be_missing() -> None:
    told = " ".join(written("markdown", assessed({**NUMBERS, "recall": 1.4})).split())
    assert "Please check these numbers" in told
    for said in ("Still needed for a result", "The calculation used", "Not given, so assumed"):
        assert said not in told
