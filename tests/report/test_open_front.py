"""The first screen of an open verdict: what it says about the facts that decide holds, and nothing is said twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import product

from framework import assess
from framework.model.answers import Answer
from framework.model.assessment import Assessment
from framework.reasoning.reasoner import reasoner_for
from framework.report.forms import render
from framework.report.front import front_of
from tests.knowledge.cases import CASES, RULEBASE

DECIDES = ("One fact decides.", "Two facts decide.", "Three facts decide.")
BEGIN = (
    "Begin with this fact; another may follow.",
    "Begin with these two facts; others may follow.",
    "Begin with these three facts; others may follow.",
)
NEED = re.compile(r"(\w+) more answers? could settle “([^”]+)”; “([^”]+)” would take (\d+)\.")
NEED_ALIKE = re.compile(r"(\w+) more answers? could settle each of the (\d) verdicts\.")


def without(case: str, *questions: str) -> Assessment:
    """A case of which these answers are not known."""
    given = RULEBASE.case[case].answers
    return assess(RULEBASE, {"answers": {id_: answer for id_, answer in given.items() if id_ not in questions}})


@cache
def opened() -> tuple[Assessment, ...]:
    """Open verdicts: the beginnings of real interviews, and interviews of which one to three answers are taken away."""
    found = [
        without("c_cropland_map", "answers_obtainable"),
        without("card_payment_fraud", "past_inputs", "success_gap"),
    ]
    for case in list(CASES.values())[::9]:
        given = list(case.answers.items())
        cut = [given[:number] for number in range(0, len(given), 6)]
        cut += [given[:at] + given[at + gone :] for gone in (1, 2, 3) for at in range(0, len(given), 5)]
        for answers in cut:
            assessment = assess(RULEBASE, {"answers": dict(answers)})
            if assessment.verdict is None:
                found.append(assessment)
    assert len(found) > 60
    return tuple(found)


def ends(found: Assessment) -> Iterator[int]:
    """How many verdicts are left after all answers to all facts that are open."""
    verdicts = reasoner_for(RULEBASE).verdicts
    facts = [RULEBASE.closed_questions[unknown.question] for unknown in found.unknowns]
    each: list[list[Answer]] = [
        [option.id if fact.kind == "one" else (option.id,) for option in fact.options] for fact in facts
    ]
    for chosen in product(*each):
        answers = {**found.answers, **{fact.id: one for fact, one in zip(facts, chosen, strict=True)}}
        yield len(verdicts.possible_under(answers))


def test_facts_are_said_to_decide_only_where_no_other_may_follow() -> None:
    """A case from a review: "One fact decides.", where one of its answers left four verdicts."""
    seen = set()
    for found in opened():
        front = front_of(RULEBASE, found)
        number = len(front.facts)
        if not 0 < number == len(found.unknowns):
            continue
        alone = all(left == 1 for left in ends(found))
        assert front.why.startswith(DECIDES[number - 1] if alone else BEGIN[number - 1]), (front.why, found.answers)
        seen.add(alone)
    assert seen == {True, False}


def test_how_many_facts_could_be_enough_is_said_once() -> None:
    """A case from a review: "1 fact for X, 1 for X"."""
    apart = alike = 0
    for found in opened():
        why = front_of(RULEBASE, found).why
        assert why.count("could be enough") <= 1 and not re.search(r"\b1 for", why)
        if told := NEED.search(why):
            assert told[2] != told[4] and told[1] != told[3]
            apart += 1
        elif told := NEED_ALIKE.search(why):
            assert int(told[2]) == len(found.possible_verdicts)
            assert len({len(found.changes[id_]) for id_ in found.possible_verdicts}) == 1
            alike += 1
        elif found.possible_verdicts[3:]:
            assert why in DECIDES
    assert apart and alike


def test_a_file_names_the_answers_that_the_first_screen_only_counts() -> None:
    seen = 0
    for found in opened():
        facts = front_of(RULEBASE, found).facts
        counted = [fact for fact in facts if any(re.search(r"” or one of \d+ others: ", text) for text in fact.means)]
        if not counted or seen > 5:
            continue
        written = render("markdown", RULEBASE, found).decode().replace("\\", "")
        for fact in counted:
            unknown = next(one for one in found.unknowns if one.question == fact.question)
            named = [option for narrowing in unknown.narrows[: len(fact.means)] for option in narrowing.options]
            assert all(f"“{RULEBASE.answer_text(fact.question, id_)}”" in written for id_ in named), fact.text
            seen += 1
    assert seen


def test_an_answer_that_numbers_contradict_comes_first_where_the_verdict_rests_on_it() -> None:
    """A case from a reader: checking takes as long as doing, with 180 minutes for checking and 420 for doing."""
    answers = {
        **RULEBASE.case["g_clinic_visit_notes"].answers,
        "done_today": "people_well",
        "error_cost": "costly_fixable",
        "check_effort": "as_long",
        "success_gap": "not_sure",
        "past_inputs": "ours",
    }
    numbers = {"volume": 46, "minutes_today": 420, "minutes_check": 180}
    found = assess(RULEBASE, {"answers": answers, "numbers": numbers})
    front = front_of(RULEBASE, found)
    assert found.verdict is None
    assert "180 minutes" in front.note and front.note.endswith("The verdict rests on this.")
    assert not front.why.startswith(DECIDES)
