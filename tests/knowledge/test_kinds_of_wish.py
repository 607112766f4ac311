"""What a brief says fits the wish: code, pictures, calls, texts that go out unread, work in a queue."""

from __future__ import annotations

import pytest

from framework import assess, load_rules
from framework.model.assessment import Assessment
from framework.report.document import build_document
from framework.report.text import to_text

RULES = load_rules()

WISH = {
    "answer_kind": "create_content",
    "gen_task": "draft",
    "action_changes": "person_acts",
    "goal_stated": "measurable",
    "plan_aim": "same_aim",
    "success_gap": "possible",
    "removable_cause": "no",
    "objective_family": "cost_efficiency",
    "team_and_owner": "developers_only",
    "input_kind": "text",
    "legitimacy": ["none_of_these"],
    "person_impact": "no_people",
    "error_cost": "costly_fixable",
    "error_control": "person_every",
    "check_effort": "glance",
    "acts_alone": "reversible",
    "outside_text": "only_ours",
    "may_decline": "often",
    "explanation_need": "none",
    "reaction_to_prediction": "no",
    "rule_writable": "know_when_see",
    "exactness": "some_cases_exact",
    "truth_source": "given_text",
    "never_wrong": "few_listed",
    "answer_agreement": "mostly_agree",
    "future_like_past": "mostly",
    "change_rate": "slow_seasonal",
    "pretrained_fit": "exact",
    "pretrained_trial": "untried",
    "past_inputs": "ours",
    "past_answers": "judged",
    "label_problems": ["sound"],
    "feedback_delay": "days_weeks",
    "data_rights": "yes",
    "eval_cases": "over_200",
    "repetition": "frequent",
    "simple_way": "tried_short",
    "done_today": "people_well",
    "economics": "believed",
    "response_time": "overnight",
}
"""A text that a person finishes, with a ready-made model to be tested."""

NUMBERS = {"volume": 3200, "minutes_today": 60, "minutes_check": 20, "minutes_finish": 25, "usable": 0.4}
NUMBERS |= {"cost_minute": 1, "one_off_cost": 90000, "running_cost": 40000}

QUEUE = {
    **{key: given for key, given in WISH.items() if key not in ("gen_task", "check_effort", "eval_cases")},
    "answer_kind": "choose_order",
    "order_kind": "order_candidates",
    "error_cost": "serious",
    "error_control": "order_only",
    "person_impact": "noticeable",
    "signal_evidence": "experts_succeed",
    "rarest_outcome_count": "from_1000_to_10000",
    "done_today": "people_badly",
}
"""Jobs that people do in an order; each is done in the end."""


def found(**other: object) -> Assessment:
    return assess(RULES, {"answers": {**WISH, **other}})


def brief(assessment: Assessment) -> str:
    return " ".join(to_text(RULES, assessment, build_document(RULES, assessment)).split())


OF_REPLIES = ("Find and quote", "Choose among canned replies")
OTHERS = {
    "code": {"gen_task": "code"},
    "pictures": {"gen_task": "media", "input_kind": "images"},
    "transcript": {"gen_task": "convert", "input_kind": "sound"},
    "summary": {"gen_task": "condense"},
    "call": {"gen_task": "act", "input_kind": "sound", "action_changes": "automatic_action", "error_control": "undo"},
}


@pytest.mark.parametrize("wish", OTHERS)
def test_quoting_and_ready_replies_are_other_ways_for_replies_only(wish: str) -> None:
    """A case from a review: an agent that upgrades libraries was to choose among canned replies."""
    said = brief(found(**OTHERS[wish]))
    assert [words for words in OF_REPLIES if words in said] == []


def test_a_reply_may_still_be_quoted_or_chosen() -> None:
    said = brief(found())
    assert all(words in said for words in OF_REPLIES)


def test_for_programs_a_recipe_makes_the_change_first() -> None:
    assert "A recipe makes the change, a model repairs the rest" in brief(found(gen_task="code"))


UNREAD = {"action_changes": "output_is_product", "error_control": "sampled", "input_kind": "table"}


@pytest.mark.parametrize("acts", ["output_is_product", "automatic_action"])
def test_no_person_finishes_what_a_program_publishes(acts: str) -> None:
    """A case from a review: product texts were drafts that "the person would sign after short edits"."""
    out = found(**{**UNREAD, "action_changes": acts})
    assert (out.variant, out.value) == ("publish", "goes_out")
    said = brief(out)
    for words in ("sign it after short edits", "a person finishes", "sent unread", "Better pages", "settled rightly"):
        assert words not in said
    assert "[1 %] of a sample that is checked in each language" in (out.ml_objective or "")


def test_what_a_person_reads_first_is_still_a_draft() -> None:
    assert (found().variant, found().value) == ("draft", "draft")
    assert found(action_changes="output_is_product").variant == "draft"


@pytest.mark.parametrize(
    ("wish", "ways"),
    [
        ("code", ("A bot that changes the version", "experienced developers")),
        ("pictures", ("Pictures, films or sounds that exist",)),
        ("summary", ("A form for the author",)),
    ],
)
def test_the_simple_ways_and_published_figures_are_of_the_same_kind(wish: str, ways: tuple[str, ...]) -> None:
    """A case from a review: pictures had to beat a canned reply, and an agent those who answer customers."""
    said = brief(assess(RULES, {"answers": {**WISH, **OTHERS[wish]}, "numbers": NUMBERS}))
    for words in ("canned reply", "people who answer customers", "signs each one", "request to sent"):
        assert words not in said
    for words in ways:
        assert words in said


def test_where_a_person_checks_each_one_nothing_is_automatic() -> None:
    """A case from a review: a budget holder wanted "a high share of automatic cases" of pictures that people choose."""
    said = brief(found())
    for words in ("nobody looked at", "automatic cases", "automates the easy cases"):
        assert words not in said
    assert "the people who act on the answers need time to check them" in said
    assert "nobody looked at" in brief(found(**UNREAD))


def test_the_ladder_is_for_those_who_may_climb_it() -> None:
    """A case from a review: a transcript that is left to people was to begin with a menu of wishes."""
    people = {"person_impact": "significant", "person_checks": ["target_true", "contestable"]}
    left = found(**people, gen_task="condense", check_effort="as_long", error_cost="serious", simple_way="untried")
    assert (left.alternative, left.ladder_start) == ("human_process", None)
    assert found(gen_task="convert", input_kind="sound").ladder_start is None
    assert found(gen_task="convert").ladder_start == "prompt"


def test_documents_in_disorder_and_a_cause_are_repaired_in_steps_of_their_own() -> None:
    assert found(truth_source="messy_collection").ladder_start == "documents_in_order"
    assert found(removable_cause="yes_untried").ladder_start == "nothing"


def test_an_order_of_work_is_judged_by_what_the_work_showed() -> None:
    """A case from a review: repairs were to be learned from clicks, against the newest or cheapest."""
    out = assess(RULES, {"answers": QUEUE})
    assert (out.task, out.variant) == ("ranking", "queue")
    said = brief(out)
    for words in ("Clicks, choices", "most chosen", "Only what was shown", "Order the candidates by"):
        assert words not in said
    assert "A written list of emergencies first, then whoever has waited longest" in said


def test_a_shortlist_is_no_queue_and_a_list_that_is_shown_is_neither() -> None:
    picked = assess(RULES, {"answers": {**QUEUE, "error_cost": "annoying"}})
    assert picked.variant == "shortlist"
    assert "Clicks, choices" not in brief(picked)
    shown = assess(RULES, {"answers": {**QUEUE, "error_cost": "annoying", "action_changes": "output_is_product"}})
    assert (shown.task, shown.variant) == ("ranking", None)


def test_a_summary_gives_no_false_alarms() -> None:
    """A case from a review: a summary for the ward round was held to false alarms per shift."""
    said = brief(found(gen_task="condense", objective_family="safety"))
    assert "alarm" not in said and "warnings acted on" not in said
    assert "Points missed that mattered" in said


@pytest.mark.parametrize("wish", ["act", "converse"])
def test_what_is_said_on_the_telephone_can_be_misheard(wish: str) -> None:
    """A case from a review: a voice bot for bookings had nothing about voice."""
    spoken = {"gen_task": wish, "input_kind": "sound", "action_changes": "automatic_action", "error_control": "undo"}
    out = found(**spoken)
    assert out.variant == "voice"
    assert "read back before anything is done" in (out.ml_objective or "")
    assert "Names, dates and numbers are misheard" in brief(out)
    assert found(**{**spoken, "input_kind": "text"}).variant == wish


def test_a_summary_has_to_beat_what_readers_go_by_today() -> None:
    """A case from a review: a patient record has no abstract that the author wrote."""
    out = found(gen_task="condense", done_today="people_badly")
    assert out.baseline is not None and out.baseline.startswith("What readers go by today")
