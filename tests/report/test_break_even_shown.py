"""The quality from which it pays, as it is printed: on one basis, and beside the quality of today."""

from __future__ import annotations

import pytest

from framework import assess
from framework.model.sheet import Range
from framework.report.front import front_of
from tests.report.briefs import texts
from tests.report.sums import (
    FOUND,
    LINKS,
    NUMBERS,
    OFFERS,
    RULES,
    flat,
    joined,
    searched,
    sheet_of,
)


def test_a_break_even_is_printed_so_that_it_pays() -> None:
    """A case from a review: "from 99.8 %", at which it loses."""
    found = assess(RULES, joined({**LINKS, "years": 1}))
    assert found.worth is not None and found.worth.needed.pays is not None
    said = " ".join(texts(front_of(RULES, found)))
    assert "from 99.85 %" in said
    assert found.worth.needed.pays.middle is not None
    assert found.worth.needed.pays.middle <= 0.9985
    assert min(x for x, _ in found.worth.curves["steps"]) >= 0.98


def test_a_single_year_of_use_is_no_year_among_others() -> None:
    """A case from a review: "Worth over 1 years"."""
    found = assess(RULES, joined({**LINKS, "years": 1}))
    said = flat(found)
    assert "Gain in its one year" in said and "Worth in all" in said
    assert "a year" not in said.replace("in a year", "")
    assert any("lost in its one year, building and running included." in text for text in texts(front_of(RULES, found)))
    more = assess(RULES, joined({**LINKS, "years": 2}))
    assert "Worth over 2 years" in flat(more)


def test_a_break_even_below_todays_quality_says_why() -> None:
    """A case from a review: "to be better than today: 57 %" where today is 62 %."""
    said = flat(assess(RULES, searched(FOUND, error_cost="annoying")))
    assert "better than today" not in said.lower()
    assert "57 % against today's search before its own cost" in said
    assert "the minutes saved make up for it" in said
    dearer = {**FOUND, "minutes_then": 7}
    assert "make up for it" not in flat(assess(RULES, searched(dearer, error_cost="annoying")))


def test_the_quality_of_today_stands_beside_the_one_that_is_needed() -> None:
    """A case from a review: inspection pays from a share "of today's", and today's 92.2 % was nowhere to be read."""
    discs: dict[str, float | Range] = {"volume": 1_200_000, "base_rate": 0.0008, "cost_miss": 350, "cost_reject": 6}
    discs |= {"faults_found_now": 0.922, "good_rejected_now": 0.01, "good_rejected": 0.01, "one_off": 20_000}
    discs |= {"faults_found": 0.98, "running": 10_000}
    for known in (discs, {**discs, "cost_look_now": 0.09}):
        found = assess(RULES, sheet_of("object_detection", known, error_cost="annoying"))
        told = next(text for text in texts(front_of(RULES, found)) if "share of faulty parts found" in text)
        assert "(share of faulty parts found; 92.2 % today), against today's inspection." in told
        assert "Today it is 92.2 %." in flat(found)


def test_less_than_today_is_not_accepted_where_a_mistake_does_serious_harm() -> None:
    """A case from a review: cracks in brake discs, of which 75 % are found today, "pay from 72.7 %"."""
    discs: dict[str, float | Range] = {"volume": 1_200_000, "base_rate": 0.0008, "cost_miss": 350, "cost_reject": 6}
    discs |= {"faults_found_now": 0.75, "good_rejected_now": 0.01, "cost_look_now": 0.09, "cost_look": 0.02}
    discs |= {"faults_found": 0.92, "good_rejected": 0.01, "one_off": 180_000, "running": 40_000, "years": 5}
    said = {}
    for harm in ("serious", "annoying"):
        found = assess(RULES, sheet_of("object_detection", discs, error_cost=harm, objective_family="quality"))
        said[harm] = " ".join((flat(found), *texts(front_of(RULES, found))))
    assert said["serious"].count("do not go below today's 75 %") == 2
    assert "makes up for it" not in said["serious"] + said["annoying"]
    assert said["annoying"].count("Below today's 75 % you would move away from your goal") == 2
    found = assess(
        RULES, sheet_of("object_detection", discs, error_cost="annoying", objective_family="cost_efficiency")
    )
    assert "what is saved elsewhere makes up for it" in flat(found) and "do not go below" not in flat(found)


def test_a_search_is_not_allowed_to_mislead_more_often_where_that_does_serious_harm() -> None:
    """A case from a review: harm comes from the wrong page that is followed, and the floor was the share found."""
    found = assess(RULES, sheet_of("retrieval", {**FOUND, "found_now": 0.75}, error_cost="serious"))
    assert "so no more searches than today may mislead somebody" in flat(found)
    assert "do not go below" not in flat(found)


def test_today_is_what_the_sum_compares_with() -> None:
    """A case from a review: nobody or everybody was treated "today", though another way had been named."""
    said = flat(assess(RULES, sheet_of("uplift", OFFERS)))
    assert "Break-even against treating nobody, before its own cost" in said.replace("- even", "-even")


RULE = {"rule_recall": 0.3, "rule_precision": 0.12}


@pytest.mark.parametrize(
    ("task", "left_out", "more", "against"),
    [
        ("ranking", (), {}, "today's list"),
        ("ranking", ("hits_today",), RULE, "the simple way"),
        ("ranking", ("hits_today",), {**RULE, "rule_precision": 0.01}, "looking at nothing"),
        ("ranking", ("hits_today",), {}, "looking at nothing"),
        ("ranking", ("hits_today", "cost_action"), {}, "a list in random order"),
        ("binary_classification", ("capacity",), {}, "acting on every case"),
        ("binary_classification", ("capacity",), {"base_rate": 0.01}, "doing nothing"),
        (
            "binary_classification",
            ("capacity",),
            {"base_rate": Range(low=0.01, middle=0.04, high=0.04)},
            "doing nothing or acting on every case",
        ),
        ("binary_classification", ("capacity",), RULE, "the best simple way"),
        ("forecasting", (), {}, "today's forecast with the right quantity"),
        ("entity_resolution", (), {}, "joining nothing"),
        ("entity_resolution", (), {"links_found_now": 0.5, "links_right_now": 0.99}, "today's key"),
        ("entity_resolution", (), {"links_found_now": 0.5, "links_right_now": 0.5}, "joining nothing"),
        (
            "entity_resolution",
            (),
            {"links_found_now": 0.5, "links_right_now": Range(low=0.5, middle=0.99, high=0.99)},
            "today's key or no joins",
        ),
        ("bandit", (), {}, "one A/B test after another"),
    ],
)
def test_a_break_even_names_what_it_was_calculated_against(
    task: str, left_out: tuple[str, ...], more: dict[str, float | Range], against: str
) -> None:
    """A case from a review: below the baseline that was named stood a break-even against doing nothing."""
    numbers = {role: number for role, number in NUMBERS.items() if role not in left_out} | more
    answers = {"action_changes": "person_acts", "done_today": "simple"} if task == "ranking" else {}
    said = list(texts(front_of(RULES, assess(RULES, sheet_of(task, numbers, **answers)))))
    assert [text for text in said if f", against {against}." in text or f", compared with {against}." in text], said
