"""What follows from the numbers, in sentences of the rules: the result, the guess, too little to gain."""

from __future__ import annotations

import re
from functools import cache

import pytest

from framework import assess
from framework.assessment.words import in_brackets
from framework.model.money import MoneyKind, MoneySentence
from framework.model.money_slots import SLOTS_OF
from framework.model.rule_index import index_of
from framework.model.rulebase import RuleBase
from framework.model.sheet import Range, Sheet
from framework.report.document import build_document, statements
from tests.report.sums import FOUND, LOAVES, OFFERED, RULES, SIGNED, searched, sheet_of

DEAR: dict[str, float | Range] = {**LOAVES, "running": 22_000}
TARGET = {"metric_today": "900,000 euros a year", "metric_target": "0 euros a year", "currency": "euros"}


def told(task: str, numbers: dict[str, float | Range], **answers: str) -> list[str]:
    return [statement.rule for statement in assess(RULES, sheet_of(task, numbers, **answers)).money]


def test_the_guess_is_compared_and_silent_where_it_fits() -> None:
    assert "money/guess_pays_off" in told("forecasting", LOAVES, economics="pays_off")
    assert not [rule for rule in told("forecasting", LOAVES, economics="believed") if "guess" in rule]
    far = assess(RULES, sheet_of("forecasting", {**LOAVES, "running": 90_000}, economics="pays_off"))
    assert "money/guess_pays_off" in [statement.rule for statement in far.contradictions]
    near = assess(RULES, sheet_of("forecasting", LOAVES, economics="pays_off"))
    assert not [statement for statement in near.contradictions if statement.rule.startswith("money/guess")]


def test_without_its_cost_only_the_gain_is_told() -> None:
    cheap = {role: number for role, number in LOAVES.items() if role != "one_off"}
    assert told("forecasting", cheap)[0] == "money/only_gain"
    (said, *_) = assess(RULES, sheet_of("forecasting", cheap)).money
    assert re.match(
        r"It brings [\d,]+ a year more than today's forecast with the right quantity, before its own cost\.", said.text
    )
    once = {"stake": 80_000, "chance": 0.25, "believed": 0.5}
    (said, *_) = assess(RULES, sheet_of("clustering", once)).money
    assert said.text.startswith("It brings 10,000 more than deciding now, before its own cost.")


@pytest.mark.parametrize(
    ("numbers", "answers", "more"),
    [
        ({"slip_today": 0.01, "slip_draft": 0.018}, SIGNED, "about 52 more harmful errors a year"),
        ({"slip_draft": 0.018}, SIGNED, None),
        ({"slip_today": 0.018, "slip_draft": 0.01}, SIGNED, None),
    ],
)
def test_where_more_goes_wrong_than_today_it_is_said(numbers, answers, more) -> None:
    """A case from a review: drafts "pay" with more harmful errors than today, and nothing said so."""
    drafts = {"volume": 10_000, "minutes_today": 10, "minutes_check": 1, "minutes_finish": 2, "cost_minute": 0.6}
    found = assess(RULES, sheet_of("generation", {**drafts, "usable": 0.65, **numbers}, **answers))
    told = [statement.text for statement in found.money if statement.rule == "money/more_slips"]
    assert [more in text for text in told] == ([] if more is None else [True])


def test_more_wrong_documents_and_more_misleading_searches_are_counted() -> None:
    wrong = assess(RULES, sheet_of("segmentation", {**CHECKED, "slips": 0.3}))
    assert "about 1,200 more documents a year" in " ".join(said.text for said in wrong.money)
    misled = assess(RULES, searched({**FOUND, "misled_now": 0.01, "misled_then": 0.03}))
    assert "about 900 more searches a year would mislead somebody" in " ".join(said.text for said in misled.money)


def test_a_quality_that_does_not_pay_stands_beside_the_one_that_does() -> None:
    (said,) = (s.text for s in assess(RULES, sheet_of("forecasting", DEAR)).money if s.rule == "money/falls_short")
    assert said.startswith("You entered 15 % (share by which the error shrinks).")
    assert re.search(r"pays only at 2\d\.\d % or better\.$", said)
    assert "money/falls_short" not in told("forecasting", LOAVES)


def test_a_quality_beyond_all_visits_is_never_needed() -> None:
    """A case from a review: "pays only from 357 %" of a rate of 22 %, and a trial of five visits."""
    shown: dict[str, float | Range] = {"volume": 1_300_000, "rate_today": 0.22, "margin": 0.11, "extra": 0.3}
    shown |= {"lift": 0.08, "one_off": 35_000, "running": 22_000}
    found = assess(RULES, sheet_of("recommendation", shown))
    assert found.worth is not None and found.worth.needed.pays is not None
    assert found.worth.needed.pays.middle is None and "arm_needed" not in found.worth.figures
    said = {statement.rule: statement.text for statement in found.money}
    assert "No model can be good enough" in said["money/impossible_share"]
    assert "money/falls_short" not in said and "money/need_beyond" not in said
    enough = assess(RULES, sheet_of("recommendation", {**shown, "margin": 0.12})).worth
    assert enough is not None and enough.needed.pays is not None
    assert enough.needed.pays.middle == pytest.approx(33_666.67 / (1_300_000 * 0.22 * 0.12 * 0.3))
    beyond = assess(RULES, sheet_of("recommendation", {**shown, "rate_today": 0.6, "lift": 0.8})).worth
    assert beyond is not None and "more visits would take something than there are" in beyond.impossible[0].sentence


def test_that_it_probably_pays_is_right_where_it_brings_more_than_it_costs() -> None:
    """A case from a review: 1.16 times its cost, for somebody who said that it probably pays: "Which is right?"."""
    for running, asked in ((10_500, False), (14_000, True)):
        found = assess(RULES, sheet_of("forecasting", {**LOAVES, "running": running}, economics="believed"))
        assert found.worth is not None and found.worth.result == "even"
        assert any(said.rule.startswith("money/guess") for said in found.money) is asked, running


def test_the_share_of_perfection_is_told_only_where_no_quality_is() -> None:
    """A case from a review: money over money, called a quality that hardly any model reaches."""
    near: dict[str, float | Range] = {**CHECKED, "running": 40_000}
    assert not {"money/heroic_share", "money/ambitious_share"} & set(told("segmentation", near))


def test_how_often_each_field_must_be_right_follows_from_the_quality_that_pays() -> None:
    """A case from a review: 0.7 ^ (1 / 12) was taken to a supplier, where it pays from 0.832 only."""
    numbers: dict[str, float | Range] = {**CHECKED, "fields": 12, "running": 35_000}
    worth = assess(RULES, sheet_of("segmentation", numbers)).worth
    assert worth is not None and worth.needed.pays is not None and worth.needed.pays.middle is not None
    found = {name: worth.figures[name].middle for name in ("field_pays", "field_needed")}
    assert found["field_pays"] == pytest.approx(worth.needed.pays.middle ** (1 / 12))
    assert found["field_needed"] == pytest.approx(0.8 ** (1 / 12))
    unknown = {role: number for role, number in numbers.items() if role != "right_untouched"}
    without = assess(RULES, sheet_of("segmentation", unknown)).worth
    assert without is not None and without.figures["field_pays"].middle == pytest.approx(found["field_pays"])


def test_too_small_whatever_the_model_outranks_everything() -> None:
    few = assess(RULES, sheet_of("forecasting", {**LOAVES, "volume": 300}))
    assert [statement.rule for statement in few.money] == ["money/too_few"]
    assert few.worth is not None
    assert few.worth.too_small


CHECKED = {"volume": 30_000, "minutes_today": 4, "minutes_check": 1.2, "minutes_fix": 2.5, "right_untouched": 0.8}
CHECKED |= {"cost_minute": 0.5, "wrong_today": 0.02, "slips": 0.1, "cost_wrong": 15, "running": 12_000, "one_off": 0}


def test_where_checking_takes_longer_than_doing_it_pays_at_no_number_of_cases() -> None:
    """A case from a review: it "could pay from about more documents a year on"."""
    found = assess(RULES, sheet_of("segmentation", {**CHECKED, "minutes_check": 4.8}))
    (said,) = found.money
    assert said.rule == "money/never_enough"
    assert said.text.endswith("It does not pay at any number of documents.")


def test_where_nothing_is_counted_no_number_of_cases_is_named() -> None:
    found = assess(RULES, sheet_of("clustering", {"stake": 5_000, "chance": 0.1, "believed": 0.5, "one_off": 9_000}))
    assert found.value == "change_a_decision"
    assert [statement.rule for statement in found.money] == ["money/too_small"]


def test_the_number_of_cases_from_which_it_could_pay_is_of_the_best_ends() -> None:
    """A case from a review: 280,000 a year by the middles, where the sentence was gone at 160,000 already."""
    ranges = {"running": Range(low=12_000, middle=20_000, high=30_000), "cost_wrong": Range(low=5, middle=10, high=20)}
    few = assess(RULES, sheet_of("segmentation", {**CHECKED, **ranges, "volume": 4_000}))
    assert few.worth is not None
    assert few.worth.too_small
    count = few.worth.count_at_best
    assert count is not None
    assert count == pytest.approx(12_000 / (1.4 + 0.02 * 20))
    assert "from about 6,700 documents a year" in few.money[0].text
    enough = assess(RULES, sheet_of("segmentation", {**CHECKED, **ranges, "volume": 6_700})).worth
    assert enough is not None
    assert not enough.too_small


@pytest.mark.parametrize("minutes", [Range(low=1, middle=3.5, high=4), Range(low=1, middle=4.2, high=5)])
def test_more_than_perfect_answers_bring_no_model_brings(minutes: Range) -> None:
    """A case from a review: 171 % of what perfect answers would bring, and "hardly any model does"."""
    numbers: dict[str, float | Range] = {**CHECKED, "cost_wrong": 0, "volume": 20_000, "minutes_check": minutes}
    found = assess(RULES, sheet_of("segmentation", numbers))
    said = {statement.rule: statement.text for statement in found.money}
    assert "No model can" in said["money/impossible_share"]
    assert "money/heroic_share" not in said


def test_data_that_takes_years_is_named_with_the_years() -> None:
    numbers: dict[str, float | Range] = {"volume": 2_000, "base_rate": 0.004, "value": 30_000, "cost_action": 4}
    numbers |= {"running": 100, "one_off": 100}
    for known, said in (("under_50", True), ("from_200_to_1000", False)):
        found = assess(RULES, sheet_of("binary_classification", numbers, rarest_outcome_count=known))
        told = {statement.rule: statement.text for statement in found.money}.get("money/years_too_many", "")
        assert ("about 12.5 years" in told) is said, "those that are known already need no years"


YEARS: dict[str, float | Range] = {"volume": 2_000, "base_rate": 0.004, "value": 30_000, "cost_action": 4}
YEARS |= {"running": 100, "one_off": 100}
SAID: dict[MoneyKind, tuple[str, dict[str, float | Range]]] = {
    "result": ("forecasting", {**LOAVES, "running": Range(low=1_000, middle=9_000, high=90_000)}),
    "single": ("forecasting", LOAVES),
    "before_cost": ("forecasting", {role: number for role, number in LOAVES.items() if role != "one_off"}),
    "too_small": ("clustering", {"stake": 5_000, "chance": 0.1, "believed": 0.5, "one_off": 9_000}),
    "too_few": ("forecasting", {**LOAVES, "volume": 300}),
    "never_enough": ("segmentation", {**CHECKED, "minutes_check": 4.8}),
    "perfection": ("segmentation", {**CHECKED, "minutes_check": Range(low=1, middle=3.5, high=4), "volume": 20_000}),
    "hope": ("forecasting", {**LOAVES, "error_cut": 0.4}),
    "need": ("forecasting", {**LOAVES, "running": 50_000}),
    "falls_short": ("forecasting", DEAR),
    "target": ("forecasting", LOAVES),
    "like": ("uplift", OFFERED),
    "years": ("binary_classification", YEARS),
    "figure": ("forecasting", LOAVES),
    "guess": ("forecasting", {**LOAVES, "running": 90_000}),
    "mismatch": ("forecasting", {**LOAVES, "volume": 4}),
    "sum": ("forecasting", LOAVES),
    "unused": ("forecasting", {**LOAVES, "precision": 0.3}),
}
"""Numbers with which a sentence of each kind is said; one that is `unpriced` names nothing."""


@cache
def naming_everything() -> RuleBase:
    """The shipped rules, with every sentence about money naming all that its kind may name."""

    def named(item: MoneySentence) -> MoneySentence:
        slots = " ".join(f"{slot} [{{{slot}}}]" for slot in SLOTS_OF[item.kind])
        return item.model_copy(update={"text": f"{item.id}: {slots}"})

    money = tuple(map(named, RULES.money))
    return RULES.model_copy(update={"money": money, "digest": "naming everything"})


@pytest.mark.parametrize("kind", SAID)
def test_whatever_a_sentence_about_money_may_name_is_known_where_it_is_said(kind: MoneyKind) -> None:
    """A `sum` that named the cases passed the check, and every brief with numbers then ended in a KeyError."""
    rules = naming_everything()
    task, numbers = SAID[kind]
    sheet = sheet_of(task, numbers, economics="pays_off", repetition="massive", rarest_outcome_count="under_50")
    found = assess(rules, sheet.model_copy(update={"words": TARGET}))
    told = [said.text for said in (*found.money, *found.contradictions)]
    document = build_document(rules, found)
    told += [said.text for said in statements(document.sections)]
    ids = tuple(f"{item.id}: " for item in RULES.money if item.kind == kind)
    said = [text for text in told if text.startswith(ids)]
    assert said
    assert not [text for text in said if "[]" in text or "{" in text]


def rules_with(**numbers: float) -> RuleBase:
    """The shipped rules with another number in a sentence about money, by its id."""
    changed = {id_: {"number": number} for id_, number in numbers.items()}
    money = tuple(item.model_copy(update=changed.get(item.id)) for item in RULES.money)
    return RULES.model_copy(update={"money": money, "digest": str(numbers)})


def test_what_counts_as_about_even_is_one_number_of_the_rules() -> None:
    """It stood in Python, and again in the sentence and in the limits of three guesses."""
    wide = rules_with(margin=0.6)
    sheet = sheet_of("forecasting", LOAVES, economics="even")
    first, *others = (said.rule for said in assess(RULES, sheet).money)
    assert first.startswith("money/single_pays")
    assert "money/guess_even" in others
    first, *others = (said.rule for said in assess(wide, sheet).money)
    assert first == "money/single_even"
    assert "money/guess_even" not in others
    assert "within 60 % of the cost" in assess(wide, sheet).money[0].text
    assert "within 60 % of the cost" in in_brackets(wide, index_of(wide)["money/margin"].sentence)


def _few_known() -> Sheet:
    return sheet_of("binary_classification", YEARS, rarest_outcome_count="under_50")


def test_how_many_real_cases_are_enough_is_one_number_of_the_rules() -> None:
    fewer = rules_with(enough_cases=20)
    said = {said.rule: said.text for said in assess(fewer, _few_known()).money}
    assert "about 2.5 years until 20 of them are known" in said["money/years_many"]


def test_the_nine_sentences_are_all_there() -> None:
    kinds = {(item.result, item.certainty) for item in RULES.money if item.kind == "result"}
    assert kinds == {(r, c) for r in ("pays", "even", "loses") for c in ("sure", "likely", "open")}


@pytest.mark.parametrize(
    ("numbers", "rules"),
    [
        (LOAVES, set()),
        ({**LOAVES, "running": 90_000}, {"money/check_first"}),
        ({**LOAVES, "running": 900_000}, {"money/check_all_first"}),
    ],
)
def test_the_next_steps_begin_with_what_the_numbers_demand(numbers, rules) -> None:
    """Under "Use machine learning" with numbers against it, nothing is signed or judged before they are settled."""
    found = assess(RULES, sheet_of("forecasting", numbers))
    assert RULES.verdict[found.verdict].uses_model
    demanded = [step for step in found.next_steps if step.rule.startswith("money/")]
    assert {step.rule for step in demanded} == rules
    assert all(step == found.next_steps[0] and step.days for step in demanded)


@pytest.mark.parametrize(
    ("task", "numbers"),
    [
        ("forecasting", {}),
        ("forecasting", LOAVES),
        ("entity_resolution", {"duplicates": 22_000, "one_off": 40_000, "running": 8_000}),
    ],
)
def test_nobody_is_told_to_work_out_what_was_worked_out(task, numbers) -> None:
    """Not every calculation counts cases a year."""
    found = assess(RULES, sheet_of(task, numbers, economics="not_estimated"))
    details = {detail.rule for step in found.plan for detail in step.details}
    assert ("plan/scope/details/work_out_the_value" in details) is (not numbers)


def test_the_margin_is_told_wherever_it_decides() -> None:
    """A case from a review: "at the low end it may not", where the low end gained more than it cost."""
    told = {(item.result, item.certainty) for item in RULES.money if item.kind == "result" and "{margin}" in item.text}
    assert told == {("even", "sure"), ("even", "likely"), ("even", "open"), ("pays", "likely"), ("loses", "likely")}
    loaves = {**LOAVES, "error_cut": Range(low=0.135, middle=0.15, high=0.2)}
    (said, *_) = assess(RULES, sheet_of("forecasting", loaves)).money
    assert said.text.endswith("at the low end it is about even (gain within 25 % of the cost).")


def test_a_loss_beside_a_better_threshold_says_both() -> None:
    """A case from a review: "it does not pay", beside a threshold at which the same model is about even."""
    invited: dict[str, float | Range] = {"volume": 4_200, "base_rate": 0.12, "value": 300, "success_rate": 0.6}
    invited |= {"cost_action": 25, "harm": 40, "recall": 0.75, "precision": 0.4, "rule_recall": 0.6}
    invited |= {"rule_precision": 0.3, "one_off": 15_000, "running": 24_000, "years": 4}
    both = "At the most profitable threshold (29.6 %), the same model is about even (gain within 25 % of the cost)."
    for cost, said in ((24_000, both), (10_000, None), (50_000, None)):
        found = assess(RULES, sheet_of("binary_classification", {**invited, "running": cost}))
        assert found.money[0].text.endswith(said or "how sure that is."), cost
    (pays, *_) = assess(RULES, sheet_of("binary_classification", {**invited, "running": 17_500})).money
    assert pays.text.endswith("The same model pays at the most profitable threshold (29.6 %)."), pays.text
