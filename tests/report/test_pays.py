"""Does it pay, for every task type: its own value model, its own words, no noise, a chain and a metric that fit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from framework import assess, load_rules
from framework.assessment.chain import core_first
from framework.economics.formulas import FORMULAS
from framework.model.assessment import Assessment
from framework.model.sheet import Range, Sheet
from framework.reasoning.conclusions import facts_of, primary_metric
from framework.report.document import build_document
from framework.report.front import front_of
from framework.report.sections import pays
from framework.report.sections.context import Context
from framework.report.sections.money import numbers_wanted
from framework.report.text import to_text
from tests.report.test_front import texts
from tests.ui.brief_sheets import sheet_for_task

RULES = load_rules()
IDS = {role: question.id for role, question in RULES.question_in_role.items() if question.kind == "number"}
NUMBERS = {
    "volume": 20_000,
    "base_rate": 0.04,
    "value": 300,
    "success_rate": 0.7,
    "cost_action": 4,
    "harm": 1,
    "capacity": 600,
}
NUMBERS |= {"recall": 0.6, "precision": 0.35, "running": 9_000, "one_off": 20_000, "years": 3, "adoption": 0.9}
NUMBERS |= {"hits_today": 0.04, "hits_hoped": 0.15, "minutes_item": 1.5, "cost_minute": 0.6, "wrong_today": 0.08}
NUMBERS |= {"cost_wrong": 6, "share_auto": 0.65, "wrong_auto": 0.05, "error_today": 6.38, "error_hoped": 4.5}
NUMBERS |= {"cost_unit": 12, "error_cut": 0.15, "cost_under": 2, "cost_over": 0.6, "order_today": 0}
NUMBERS |= {"minutes_today": 8, "minutes_check": 1.5, "minutes_fix": 2.5, "right_untouched": 0.8, "slips": 0.1}
NUMBERS |= {"minutes_now": 6, "minutes_then": 4, "found_now": 0.6, "found_then": 0.75, "cost_not_found": 14}
NUMBERS |= {"rate_today": 0.03, "margin": 12, "extra": 0.7, "lift": 0.02, "rate_without": 0.06, "rate_with": 0.075}
NUMBERS |= {"cost_treat": 1.5, "share_treated": 0.2, "effect_top": 0.06, "options": 2, "gap": 0.005}
NUMBERS |= {"tests_a_year": 12, "stake": 80_000, "chance": 0.25, "believed": 0.5, "duplicates": 10_000}
NUMBERS |= {"cost_miss": 40, "cost_merge": 50, "links_found": 0.8, "links_right": 0.99, "cost_reject": 1.2}
NUMBERS |= {"faults_found_now": 0.77, "good_rejected_now": 0.02, "faults_found": 0.9, "good_rejected": 0.04}
NUMBERS |= {"minutes_finish": 2, "usable": 0.65, "share_answered": 0.7, "settled_right": 0.82, "settled_wrong": 0.04}
NUMBERS |= {"value_settled": 5, "harm_wrong": 30, "attempt_right": 0.8, "noticed": 0.6, "cost_undo": 35}
NUMBERS |= {"share_reviewed": 0.3, "minutes_review": 2.5, "wrong_accepted": 0.012, "cost_run": 400_000, "saving": 0.08}


def sheet_of(task: str, numbers: Mapping[str, float | Range] | None = None, **answers: str) -> Sheet:
    found = sheet_for_task(task)
    assert found is not None, task
    given = {IDS[role]: number for role, number in (numbers or {}).items()}
    return found.model_copy(update={"numbers": given, "words": {}, "answers": {**found.answers, **answers}})


def asked_numbers(assessment: Assessment) -> dict[str, float | Range]:
    """An answer to each question that the value model asks, but not to those that would choose another one."""
    reads = FORMULAS[RULES.value[assessment.value or ""].formula].reads
    choosing = {"capacity", "cost_under", "cost_over"} - {*reads}
    roles = [RULES.questions[id_].role for id_ in assessment.numbers_asked]
    return {role: NUMBERS[role] for role in roles if role in NUMBERS and role not in choosing}


def section(assessment: Assessment) -> str:
    """What the brief says about money, without the rest."""
    document = build_document(RULES, assessment)
    (part,) = (part for part in document.sections if part.id == "money")
    only = replace(part, blocks=tuple(pays.pays(Context(RULES, assessment))), notes=())
    whole = to_text(RULES, assessment, replace(document, sections=(only,)))
    return whole[whole.index(only.title.upper()) :]


def whole(assessment: Assessment) -> str:
    """The whole brief on one line."""
    return " ".join(to_text(RULES, assessment, build_document(RULES, assessment)).split())


@pytest.mark.parametrize("task", list(RULES.task))
def test_every_task_type_has_a_result_in_its_own_words(task: str) -> None:
    """Alerts, thresholds and areas are words of alerts; treating and acting on everyone belong where they are meant."""
    plain = assess(RULES, sheet_of(task))
    if plain.task is None:
        pytest.skip("the rules give this task type under no verdict that was found")
    sheet = sheet_of(task, asked_numbers(plain))
    found = assess(RULES, sheet)
    assert found.worth is not None
    assert found.worth.missing == ()
    assert found.worth.result is not None
    assert found.money
    said = section(found)
    formula = RULES.value[found.value or ""].formula.value
    if formula != "alerts":
        assert found.economics is None
        assert not re.search(r"false alarm|threshold|acting on everyone", said, re.IGNORECASE)
        assert formula == "work_list" or not re.search(r"\balerts?\b|\bAUC\b", said)
    assert formula == "treatment" or not re.search("treating everybody", said, re.IGNORECASE)
    assert "{" not in said
    assert not re.search(r"\d\.\d{6,}|\d[eE]-\d", said), "noise"
    assert found == Assessment.model_validate_json(found.model_dump_json())


def test_a_forecast_with_unequal_costs_is_judged_by_them() -> None:
    found = assess(RULES, sheet_of("forecasting", {"cost_under": 2, "cost_over": 0.6}))
    assert (found.value, found.metric) == ("stock_or_staff", "pinball_loss")
    later = primary_metric(facts_of(RULES, found), found.task)
    assert later is not None
    assert later.metric == found.metric, "the finished assessment knows which numbers were given"
    equal = assess(RULES, sheet_of("forecasting", {"cost_under": 2, "cost_over": 2}))
    assert equal.metric == "mae"
    assert assess(RULES, sheet_of("forecasting")).metric not in ("pinball_loss", "mae")


def test_unequal_costs_make_an_estimate_a_quantity_to_plan_with() -> None:
    assert assess(RULES, sheet_of("regression", action_changes="person_acts")).value == "estimate"
    costs: dict[str, float | Range] = {"cost_under": 2, "cost_over": 0.6}
    assert assess(RULES, sheet_of("regression", costs, action_changes="person_acts")).value == "stock_or_staff"


def test_a_fixed_capacity_makes_alerts_a_list() -> None:
    base = {"action_changes": "person_acts", "objective_family": "cost_efficiency", "input_kind": "table"}
    alerts = assess(RULES, sheet_of("binary_classification", None, **base))
    assert (alerts.task, alerts.value) == ("binary_classification", "act_or_leave")
    listed = assess(RULES, sheet_of("binary_classification", {"capacity": 600}, **base))
    assert (listed.value, listed.metric) == ("top_of_list", "precision_at_k")


@pytest.mark.parametrize("task", ["ranking", "link_prediction"])
def test_a_fixed_capacity_makes_a_work_list_be_judged_by_its_first_places(task: str) -> None:
    worked = {"action_changes": "person_acts"}
    assert assess(RULES, sheet_of(task, None, **worked)).metric in ("ndcg", "map_at_k")
    assert assess(RULES, sheet_of(task, {"capacity": 600}, **worked)).metric == "precision_at_k"
    shown = assess(RULES, sheet_of(task, {"capacity": 600}, action_changes="output_is_product"))
    assert shown.metric in ("ndcg", "map_at_k"), "nobody works down a list that is shown"


def test_known_costs_and_cut_are_judged_by_value() -> None:
    numbers: dict[str, float | Range] = {"value": 300, "cost_action": 4, "precision": 0.35}
    assert assess(RULES, sheet_of("binary_classification", numbers)).metric == "expected_value"


def test_the_chain_of_a_list_of_no_shows_is_about_alerts() -> None:
    """A case from a review: less cost for each case promised a share finished automatically for any task."""
    found = assess(RULES, sheet_of("binary_classification", objective_family="cost_efficiency"))
    assert len(found.chain) == 5
    levels = " ".join(link.level for link in found.chain)
    assert "finished automatically" not in levels
    assert "alerts acted upon" in levels
    assert RULES.metric[found.metric or ""].name in found.chain[3].level
    assert found.chain[4].level.startswith("Training loss: ")


def test_the_loss_of_the_chain_trains_for_the_metric() -> None:
    """A case from a review: two costs made pinball loss the metric, and the loss below it was the absolute error."""
    found = assess(RULES, sheet_of("forecasting", {"cost_under": 2, "cost_over": 0.6}))
    assert (found.metric, found.chain[4].level) == ("pinball_loss", "Training loss: Pinball")
    same = assess(RULES, sheet_of("forecasting", {"cost_under": 2, "cost_over": 2}))
    assert (same.metric, same.chain[4].level) == ("mae", "Training loss: Absolute error")


def test_a_ready_made_model_has_no_training_loss() -> None:
    sheet = {"answers": dict(RULES.case["survey_comment_labels"].answers)}
    found = assess(RULES, sheet)
    assert found.verdict == "pretrained"
    assert not any(link.level.startswith("Training loss") for link in found.chain)


def test_the_first_screen_calls_a_loss_a_loss() -> None:
    """Building counts before anything is called a gain, and it is said over how many years."""
    said = {}
    for one_off in (20_000, 2_000_000):
        found = assess(RULES, sheet_of("binary_classification", {**NUMBERS, "one_off": one_off}))
        said[one_off] = " ".join(texts(front_of(RULES, found)))
    assert re.search(r"[\d,]+ a year, building spread over 3 years\.", said[20_000])
    assert re.search(r"[\d,]+ a year lost, building spread over 3 years\.", said[2_000_000])


def test_only_the_numbers_of_the_value_model_are_asked() -> None:
    found = assess(RULES, sheet_of("forecasting"))
    assert IDS["error_cut"] in found.numbers_asked
    assert IDS["base_rate"] not in found.numbers_asked
    open_ = assess(RULES, {"answers": {}})
    assert IDS["volume"] in open_.numbers_asked
    assert len(open_.numbers_asked) <= 6


LOAVES: dict[str, float | Range] = {"volume": 15_000, "cost_under": 2, "cost_over": 0.6, "error_today": 6.383}
LOAVES |= {"error_cut": 0.15, "running": 9_000, "one_off": 6_000}


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


def test_a_hope_and_a_need_beyond_what_is_published_are_named_with_their_source() -> None:
    beyond = assess(RULES, sheet_of("forecasting", {**LOAVES, "error_cut": 0.4}))
    named = [statement for statement in beyond.money if "published" in statement.rule]
    assert "Your hope of 40 %" in named[0].text
    assert named[0].sources == ("m5",)
    dear = assess(RULES, sheet_of("forecasting", {**LOAVES, "running": 30_000}))
    assert any("better than anything published" in statement.text for statement in dear.money)


ALERTS: dict[str, float | Range] = {"volume": 20_000, "base_rate": 0.04, "value": 300, "success_rate": 0.4}
ALERTS |= {"cost_action": 6, "recall": 0.6, "precision": 0.35, "running": 15_000, "one_off": 40_000}


def test_published_figures_stand_beside_a_quality_that_is_hard_to_reach() -> None:
    """A case from a review: figures about readmission, sepsis and loans were never named."""
    hard = assess(RULES, sheet_of("binary_classification", {**ALERTS, "running": 60_000}))
    named = [statement for statement in hard.money if "published" in statement.rule]
    assert [statement.sources for statement in named] == [("kans",), ("wong",), ("home",)]
    told = section(hard)
    assert all(words in told for words in ("comes back to hospital", "early warning of sepsis", "7,198 teams"))
    easy = assess(RULES, sheet_of("binary_classification", {**ALERTS, "running": 500, "one_off": 0}))
    assert not [statement for statement in easy.money if "published" in statement.rule]


SIGNED = {"action_changes": "person_acts", "gen_task": "draft", "economics": "not_estimated"}


def test_published_figures_of_drafts_and_offers_are_named_where_they_pay_hardly() -> None:
    drafts = {"volume": 10_000, "minutes_today": 10, "minutes_check": 3, "minutes_finish": 2, "cost_minute": 0.6}
    drafts |= {"usable": 0.5, "running": 25_000, "one_off": 0}
    hard = assess(RULES, sheet_of("generation", drafts, **SIGNED))
    assert "about 15 % more settled an hour" in " ".join(said.text for said in hard.money)
    offers = {"volume": 100_000, "value": 40, "cost_treat": 1.5, "rate_without": 0.06, "rate_with": 0.075}
    hard = assess(
        RULES,
        sheet_of("uplift", {**offers, "share_treated": 0.2, "effect_top": 0.05, "running": 12_000, "one_off": 0}),
    )
    assert "not the best to offer to" in " ".join(said.text for said in hard.money)


def test_the_first_numbers_named_as_missing_are_those_that_a_result_rests_on() -> None:
    given: dict[str, float | Range] = {"volume": 10_000, "minutes_today": 10, "minutes_check": 3}
    found = assess(RULES, sheet_of("generation", {**given, "minutes_finish": 2, "cost_minute": 0.6}, **SIGNED))
    core, others = core_first(RULES, found.value, found.numbers_asked)
    assert (len(core), len(others)) == (8, 8)
    wanted = [RULES.question_in_role[role].short for role in ("usable", "one_off", "running")]
    said = numbers_wanted(Context(RULES, found))
    assert [name for name in wanted if f"“{name}”" in said] == wanted
    assert said.count("“") == 3


@pytest.mark.parametrize("task", ["binary_classification", "forecasting"])
def test_less_cost_promises_automatic_cases_only_where_something_acts_alone(task: str) -> None:
    """A case from a review: a list of no-shows "automates the easy cases"."""
    words = ("automatic cases", "automates the easy cases", "nobody looked at")
    acted = {"objective_family": "cost_efficiency", "action_changes": "person_acts"}
    told = whole(assess(RULES, sheet_of(task, None, **acted)))
    assert not [word for word in words if word in told]
    assert "another cost rises that nobody counts" in told
    alone = assess(RULES, sheet_of(task, None, **{**acted, "action_changes": "automatic_action"}))
    assert all(word in whole(alone) for word in words)


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
    assert "from about 6,700 documents a year on" in few.money[0].text
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
    found = assess(RULES, sheet_of("binary_classification", {**numbers, "running": 100, "one_off": 100}))
    said = {statement.rule: statement.text for statement in found.money}
    assert "about 12.5 years" in said["money/years_too_many"]


def test_the_nine_sentences_are_all_there() -> None:
    kinds = {(item.result, item.certainty) for item in RULES.money if item.kind == "result"}
    assert kinds == {(r, c) for r in ("pays", "even", "loses") for c in ("sure", "likely", "open")}


def test_amounts_carry_the_unit_that_the_person_counts_in() -> None:
    sheet = sheet_of("forecasting", LOAVES).model_copy(update={"words": {"currency": "Euros"}})
    said = " ".join(texts(front_of(RULES, assess(RULES, sheet))))
    assert re.search(r"[\d,]+ Euros a year, building spread over 3 years\.", said)
    assert "Amounts are in Euros" in section(assess(RULES, sheet))


def test_what_could_turn_a_loss_is_called_a_gain() -> None:
    """A case from a review: of a loss it was said that no number turns a gain into a loss."""
    loss = section(assess(RULES, sheet_of("forecasting", {**LOAVES, "running": 90_000}))).replace("\n", " ")
    assert re.search(r"turns? +the loss into +a gain|the loss can +turn into a +gain", loss)
    assert not re.search(r"a gain +into a +loss", loss)


def test_a_quality_that_pays_even_at_its_worst_is_no_threshold() -> None:
    """A case from a review: documents of which all could be reviewed "pay from 100 %"."""
    case = RULES.case["cheque_amount_reading"]
    numbers = {**case.numbers, "minutes_review": 0.001, "wrong_reviewed": 0.0}
    found = assess(RULES, {"answers": case.answers, "numbers": numbers})
    assert RULES.manifest.sentences.pays_at_any in list(texts(front_of(RULES, found)))
    assert "any quality with building too" in section(found).replace("\n", " ")


def test_where_learning_is_the_point_no_amount_is_asked_for() -> None:
    said = " ".join(texts(front_of(RULES, assess(RULES, sheet_of("forecasting", economics="learning_goal")))))
    assert "Learning is the point" in said
    assert "Begin with these numbers" not in said


def test_what_to_find_out_first_is_the_same_everywhere() -> None:
    """A case from a review: the result named one number and the picture below it another."""
    ranged: dict[str, float | Range] = {**LOAVES, "error_cut": Range(low=0.01, middle=0.15, high=0.2)}
    worth = assess(RULES, sheet_of("forecasting", ranged)).worth
    assert worth is not None and worth.tornado is not None
    assert worth.first == worth.tornado.find_out_first == "error_cut"


def flat(assessment: Assessment) -> str:
    return " ".join(section(assessment).split())


FOUND: dict[str, float | Range] = {"volume": 45_000, "minutes_now": 7, "minutes_then": 4.5, "cost_minute": 0.8}
FOUND |= {"realised": 0.4, "found_now": 0.62, "found_then": 0.8, "cost_not_found": 16, "one_off": 50_000}
FOUND |= {"running": 24_000, "years": 3}
LINKS: dict[str, float | Range] = {"duplicates": 31_000, "cost_miss": 3, "cost_merge": 90, "links_found": 0.88}
LINKS |= {"links_right": 0.995, "links_found_now": 0.58, "links_right_now": 0.997, "one_off": 25_000, "running": 4_000}
OFFERS: dict[str, float | Range] = {"volume": 60_000, "rate_without": 0.86, "rate_with": 0.875, "value": 180}
OFFERS |= {"cost_treat": 9, "share_treated": 0.2, "effect_top": 0.08, "one_off": 40_000, "running": 20_000, "years": 3}


def searched(numbers: dict[str, float | Range]) -> Sheet:
    return sheet_of("retrieval", numbers, objective_family="speed", action_changes="person_acts")


def joined(numbers: dict[str, float | Range]) -> Sheet:
    return sheet_of("entity_resolution", numbers, objective_family="quality", action_changes="automatic_action")


def test_numbers_that_no_result_uses_are_named_once() -> None:
    """A case from a review: numbers of another kind of sum were dropped without a word."""
    said = flat(assess(RULES, searched({**FOUND, "cost_wrong": 35, "margin": 3})))
    names = [RULES.questions[IDS[role]].short for role in ("margin", "cost_wrong")]
    assert said.count("Not used here, only in other kinds of sum:") == 1
    assert all(f"“{name}”" in said for name in names)
    assert "Not used here" not in flat(assess(RULES, searched(FOUND)))


def test_numbers_are_named_as_unused_where_nothing_is_built() -> None:
    case = next(case for case in RULES.cases if assess(RULES, {"answers": case.answers}).outcome == "do_not_build")
    found = assess(RULES, {"answers": case.answers, "numbers": {IDS["margin"]: 3}})
    assert "Not used here" in to_text(RULES, found, build_document(RULES, found))


def test_only_missing_numbers_are_asked_for() -> None:
    """A case from a review: "begin with these numbers" named some that had been typed."""
    given = {role: number for role, number in OFFERS.items() if role != "value"}
    (said,) = [text for text in texts(front_of(RULES, assess(RULES, sheet_of("uplift", given)))) if "Begin" in text]
    assert said.count("“") == 1
    assert RULES.questions[IDS["value"]].short in said


def test_the_sum_that_is_used_is_named_first() -> None:
    """A case from a review: two sums were possible, and the rosier one was used without saying so."""
    base = {"action_changes": "person_acts", "objective_family": "cost_efficiency", "input_kind": "table"}
    found = assess(RULES, sheet_of("binary_classification", {**NUMBERS}, **base))
    assert found.value == "top_of_list"
    said = flat(found)
    assert said.index("The sum used: “A team looks at the top of a list”") < said.index("Not used here")
    assert "act on the first ones" in (found.ml_objective or "")
    assert "threshold" not in (found.ml_objective or "")


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
    said = flat(assess(RULES, searched(FOUND)))
    assert "better than today" not in said.lower()
    assert "57 % against today before its own cost" in said
    assert "the minutes saved make up for it" in said
    dearer = {**FOUND, "minutes_then": 7}
    assert "make up for it" not in flat(assess(RULES, searched(dearer)))


def test_today_is_what_the_sum_compares_with() -> None:
    """A case from a review: nobody or everybody was treated "today", though another way had been named."""
    said = flat(assess(RULES, sheet_of("uplift", OFFERS)))
    assert "against the better of treating nobody and everybody" in said


def test_no_row_of_a_table_is_impossible() -> None:
    """A case from a review: an offer that works for all of those chosen, where that many cannot be won."""
    worth = assess(RULES, sheet_of("uplift", OFFERS)).worth
    assert worth is not None
    assert worth.curves["quality"][-1][0] == pytest.approx(0.7)
    assert max(x for x, _ in worth.curves["steps"]) <= 0.7


def test_numbers_that_matter_alike_are_named_together() -> None:
    """A case from a review: one of five equal rows was to be found out first."""
    shown: dict[str, float | Range] = {"volume": 6_000_000, "rate_today": 0.021, "margin": 11, "extra": 0.6}
    shown |= {"lift": 0.08, "one_off": 60_000, "running": 40_000, "years": 3}
    said = flat(assess(RULES, sheet_of("recommendation", shown)))
    assert "and one more matter alike: within the range of each" in said
    assert "first: within its range" not in said


def test_what_the_result_depends_on_has_the_basis_of_the_headline() -> None:
    """A case from a review: "a gain can turn into a loss" below a loss, because building was left out."""
    pumps: dict[str, float | Range] = {"volume": 3328, "base_rate": 0.0105, "value": 14_000, "success_rate": 0.9}
    pumps |= {"cost_action": 2600, "adoption": 0.8, "one_off": 130_000, "running": 45_000, "recall": 0.65}
    pumps |= {"precision": 0.35, "rule_recall": 0.3, "rule_precision": 0.25, "years": 4, "in_time": 0.8}
    found = assess(RULES, sheet_of("binary_classification", pumps))
    assert found.worth is not None and found.worth.result == "loses" and found.tornado is not None
    assert found.tornado.measure == "less_cost"
    assert found.tornado.middle == pytest.approx(-29_321, abs=1)
    assert "a gain" not in flat(found).replace("the loss into a gain", "")
    unpriced = {role: number for role, number in pumps.items() if role != "one_off"}
    assert "building not counted" in flat(assess(RULES, sheet_of("binary_classification", unpriced)))


def test_the_numbers_support_a_simple_rule_where_a_model_does_not_pay() -> None:
    """A case from a review: they were said to speak against the verdict."""
    loss = {IDS[role]: number for role, number in {**LOAVES, "running": 90_000}.items()}
    sentences, said = RULES.manifest.sentences, set()
    for case in RULES.cases:
        plain = assess(RULES, {"answers": case.answers})
        if plain.value == "stock_or_staff" and plain.verdict is not None:
            found = assess(RULES, {"answers": case.answers, "numbers": loss})
            note, uses = front_of(RULES, found).note, RULES.verdict[plain.verdict].uses_model
            said.add(uses)
            assert (note == sentences.numbers_against) is uses, case.id
    assert True in said
