"""Only what can still matter is asked, and the number of questions left never rises."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest

from framework import assess, load_rules
from framework.assessment.explanation import MAX_UNKNOWNS
from framework.model.answers import NOT_SURE, Answer
from framework.model.sheet import Sheet
from framework.reasoning.interpreter import Facts
from framework.reasoning.interview import Prospects, not_asked_again
from framework.reasoning.left import is_left
from framework.reasoning.reasoner import Reasoner, build_reasoner, reasoner_for
from tests.random_rules import agrees, complete_sheets, random_partial_sheet, random_rulebase


def _prospects(reasoner: Reasoner, answers: dict[str, Answer], unsure: frozenset[str] = frozenset()) -> Prospects:
    return Prospects(reasoner, reasoner.verdicts, answers, unsure)


@pytest.mark.parametrize("seed", range(40))
def test_the_open_questions_are_those_that_make_a_difference(seed: int) -> None:
    """A question counts as open exactly if two completions that differ only in it have different verdicts."""
    rulebase = random_rulebase(seed)
    reasoner, rng = build_reasoner(rulebase), random.Random(seed)
    answers = random_partial_sheet(rulebase, rng, 0.6)
    sheets = [sheet for sheet in complete_sheets(rulebase) if agrees(sheet, answers)]
    decide = {tuple(s.items()): reasoner.verdicts.decide(reasoner.verdicts.known(s)) for s in sheets}
    matters = {
        id_
        for sheet in sheets
        for id_, question in rulebase.closed_questions.items()
        for value in (question.allowed(answers[id_]) if id_ in answers else question.complete_answers)
        if decide[tuple({**sheet, id_: value}.items())] != decide[tuple(sheet.items())]
    }
    prospects = _prospects(reasoner, answers)
    assert prospects.questions_left == len(matters)
    order, keys = list(rulebase.closed_questions), []
    for item in prospects.ranked():
        question = rulebase.closed_questions[item.question]
        left = question.allowed(answers[item.question]) if item.question in answers else question.complete_answers
        sizes = [len({decide[tuple(s.items())] for s in sheets if s[item.question] == value}) for value in left]
        keys.append((Fraction(sum(sizes), len(sizes)), -sizes.count(1), order.index(question.id)))
    assert keys == sorted(keys), "what settles most comes first, and among equals what has more settling answers"


def test_something_is_left_exactly_if_there_is_a_next_question() -> None:
    """On sheets with many gaps and few, on which some open questions are not asked again."""
    found = set()
    for seed in range(40):
        rulebase = random_rulebase(seed)
        reasoner, rng = build_reasoner(rulebase), random.Random(seed)
        for share in (0.1, 0.5, 0.8):
            for unsure in (frozenset(), frozenset(id_ for id_ in rulebase.closed_questions if rng.random() < 0.6)):
                answers = random_partial_sheet(rulebase, rng, share)
                there = _prospects(reasoner, answers, unsure).next() is not None
                assert is_left(reasoner, answers, unsure) == there, seed
                found.add(there)
    assert found == {True, False}


@pytest.mark.parametrize("seed", range(40))
def test_what_an_option_leaves_is_what_its_completions_come_to(seed: int) -> None:
    """Of a question with several answers: every answer that has the option among them."""
    rulebase = random_rulebase(seed)
    reasoner, rng = build_reasoner(rulebase), random.Random(seed)
    answers = random_partial_sheet(rulebase, rng, 0.6)
    sheets = [sheet for sheet in complete_sheets(rulebase) if agrees(sheet, answers)]
    prospects = _prospects(reasoner, answers)
    for item in prospects.ranked():
        expected: dict[str, set[str]] = {}
        for sheet in sheets:
            value = sheet[item.question]
            for option in (value,) if isinstance(value, str) else value:
                expected.setdefault(option, set()).add(reasoner.verdicts.decide(reasoner.verdicts.known(sheet)))
        assert {option: set(left) for option, left in prospects.after(item.question).items()} == expected


@pytest.mark.parametrize("seed", range(40))
def test_an_interview_ends_and_progress_never_rises(seed: int) -> None:
    """Answering or passing every question asked leads to an end, with never more questions left than before."""
    rulebase = random_rulebase(seed)
    reasoner, rng = build_reasoner(rulebase), random.Random(seed)
    answers: dict[str, Answer] = {}
    unsure: set[str] = set()
    left = len(rulebase.closed_questions) + 1
    for _ in range(3 * len(rulebase.closed_questions)):
        prospects = _prospects(reasoner, answers, frozenset(unsure))
        assert prospects.questions_left <= left
        left = prospects.questions_left
        asked = prospects.next()
        if asked is None:
            break
        assert len(asked.decides) > 1
        question = rulebase.closed_questions[asked.question]
        left_open = (
            question.allowed(answers[asked.question]) if asked.question in answers else question.complete_answers
        )
        if rng.random() < 0.2:
            unsure.add(asked.question)
        elif rng.random() < 0.4 and question.kind == "one" and len(left_open) > 2:
            narrower = tuple(str(one) for one in left_open if one != rng.choice(left_open))
            answers[asked.question] = question.accept(narrower) or left_open[0]
            unsure |= {asked.question} if question.is_partial(answers[asked.question]) and rng.random() < 0.5 else set()
        else:
            answers[asked.question] = rng.choice(left_open)
    else:
        pytest.fail("the interview did not end")
    if not unsure:
        assert len(prospects.possible) == 1


def test_a_partial_answer_is_not_asked_again_unless_a_screen_gave_it() -> None:
    """In its own words it is open, like "not sure"; from a screen it is still to be asked, and counts as such."""
    rulebase = load_rules("tests/tiny_rules")
    answers: dict[str, Answer] = {
        "trip_length": ("middle", "long"),
        "trips_per_week": "daily",
        "hills": "flat",
        "storage": "indoors",
        "ready_for": ("rain", "cold"),
    }
    own = assess(rulebase, Sheet(answers=answers))
    assert own.verdict is None and own.next_question is None and own.questions_left == 0
    (unknown,) = own.unknowns
    assert unknown.question == "trip_length" and set(unknown.decides) == set(own.possible_verdicts)
    screened = assess(rulebase, Sheet(answers=answers, screened=("trip_length",)))
    assert screened.next_question == "trip_length" and screened.questions_left == 1
    assert own.possible_verdicts == screened.possible_verdicts == ("buy_bicycle", "keep_bus_pass")
    answered = Sheet(answers=answers, screened=("trip_length", "storage")).answered("trip_length", "long")
    assert answered.screened == ("storage",) and list(answered.answers)[-1] == "trip_length"


def test_the_opening_comes_first_while_it_matters() -> None:
    """In its order; a question that is answered, passed, or can no longer matter is left out."""
    rulebase = load_rules("tests/tiny_rules")
    interview = rulebase.manifest.interview.model_copy(update={"opening": ("storage", "electric", "trip_length")})
    changed = rulebase.model_copy(
        update={"manifest": rulebase.manifest.model_copy(update={"interview": interview}), "digest": "opening"}
    )
    assert assess(changed, {}).next_question == "storage"
    assert assess(changed, {"answers": {"storage": "not_sure"}}).next_question == "trip_length"
    assert assess(changed, {"answers": {"storage": "yard", "hills": "hilly"}}).next_question == "electric"
    assert assess(changed, {"answers": {"storage": "yard", "trip_length": "long"}}).next_question is None


@pytest.mark.parametrize("kind", ["future_value", "create_content", NOT_SURE])
def test_whoever_is_unsure_of_all_is_asked_as_many_questions_as_apply(kind: str) -> None:
    """Each "not sure" takes one away, the last one too."""
    rulebase, sheet = load_rules(), Sheet(answers={"answer_kind": kind})
    left = assess(rulebase, sheet).applicable_left
    assert left > 5
    while asked := (found := assess(rulebase, sheet)).next_question:
        assert found.applicable_left == left, asked
        sheet, left = sheet.answered(asked, NOT_SURE), left - 1
    assert found.applicable_left == left == 0


def test_facts_left_are_the_open_questions_that_are_not_asked_again() -> None:
    """All of them, however many an assessment names."""
    rulebase = load_rules()
    case = next(case for case in rulebase.cases if case.id == "brand_keyword_ads").sheet()
    unsure = dict.fromkeys(list(case.answers)[:8], NOT_SURE)
    found = assess(rulebase, case.model_copy(update={"answers": unsure}))
    again = not_asked_again(rulebase, found.sheet)
    reasoner = reasoner_for(rulebase)
    counting = reasoner.applicable_answers(Facts(rulebase, found.sheet.answers))
    prospects = Prospects(reasoner, reasoner.verdicts, counting, again)
    open_ = {item.question for item in prospects.ranked(with_unsure=True)} & again
    assert found.facts_left == len(open_) > MAX_UNKNOWNS - 1
