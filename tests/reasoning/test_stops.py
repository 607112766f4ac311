"""The screen of rare stops: what ticks say, what was said before, and which statements are shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from framework import assess, load_rules
from framework.model.condition import Is
from framework.model.sheet import Sheet
from framework.reasoning.reasoner import reasoner_for
from framework.reasoning.stops import (
    answers_after,
    from_screen,
    none_ticked,
    relevant,
    said_there,
    seen_there_only,
    still_meant,
    without,
)

RULEBASE = load_rules(Path(__file__).parents[1] / "tiny_rules")


def _after(ticked: set[str], before: Sheet | None = None, shown: set[str] | None = None) -> Sheet:
    answers, screened = answers_after(RULEBASE, ticked, before or Sheet(), shown)
    return Sheet(answers=answers, screened=screened)


def test_none_ticked_says_all_but_those() -> None:
    """One-choice questions get a partial answer that is asked on; one with several its exclusive option."""
    after = _after(set())
    assert after.answers == {
        "trip_length": ("short", "middle"),
        "storage": ("indoors", "yard"),
        "ready_for": ("nothing",),
    }
    assert after.screened == ("trip_length", "storage")


def test_a_tick_says_one_of_its_options() -> None:
    """A single option is a complete answer, so there is nothing left to ask; others follow as if not ticked."""
    after = _after({"far", "dark", "rain"})
    assert after.answers == {"trip_length": "long", "storage": ("indoors", "yard"), "ready_for": ("rain", "dark")}
    assert after.screened == ("storage",)
    assert assess(RULEBASE, after).verdict == "keep_bus_pass"


def test_another_look_at_the_screen_replaces_what_came_from_it() -> None:
    """Ticked and cleared again, the answers are those of the last look."""
    assert _after(set(), _after({"outside"}, _after(set()))).answers["trip_length"] == ("short", "middle")
    assert _after({"far"}, _after(set())).answers["trip_length"] == "long"
    assert _after(set(), _after({"cold"})).answers["ready_for"] == ("nothing",)


@pytest.mark.parametrize(
    ("own", "ticked", "answer", "screened"),
    [
        ("short", set(), "short", False),
        ("short", {"far"}, "long", False),
        ("long", set(), ("short", "middle"), True),
        (("short", "long"), set(), "short", False),
        (("short", "middle"), set(), ("short", "middle"), False),
        (("short", "middle"), {"far"}, "long", False),
        ("not_sure", set(), ("short", "middle"), False),
    ],
)
def test_own_words_are_kept_where_they_fit(own: object, ticked: set[str], answer: object, screened: bool) -> None:
    """Kept, narrowed to what both say, or replaced; only what was replaced is asked once more."""
    after = _after(ticked, Sheet.model_validate({"answers": {"trip_length": own}}))
    assert after.answers["trip_length"] == answer
    assert ("trip_length" in after.screened) is screened


def test_what_only_the_screen_said_is_told_from_answers_in_own_words() -> None:
    """Where nothing shows that somebody was on the screen, every answer counts as one in own words."""
    after = _after({"dark"})
    assert seen_there_only(RULEBASE, after) == {"trip_length", "storage"}
    assert said_there(RULEBASE, after, {"trip_length", "storage"}) == RULEBASE.manifest.interview.stops.none
    assert said_there(RULEBASE, after, {"ready_for"}) == "I would ride in the dark."
    assert seen_there_only(RULEBASE, _after(set())) == {"trip_length", "storage", "ready_for"}
    assert seen_there_only(RULEBASE, Sheet(answers={"ready_for": ("nothing",)})) == frozenset()


def test_statements_that_were_not_shown_say_nothing() -> None:
    """And what else was answered stays."""
    before = Sheet(answers={"hills": "flat", "trip_length": ("middle", "long")}, screened=("trip_length",))
    after = _after(set(), before, {"outside"})
    assert after.answers == {**before.answers, "storage": ("indoors", "yard")}
    assert after.screened == ("trip_length", "storage")


def test_only_statements_that_can_matter_are_shown() -> None:
    """All at first; none once the verdict is settled; none about a question that is answered."""
    reasoner = reasoner_for(RULEBASE)
    assert [stop.id for stop in relevant(reasoner, {})] == ["far", "outside", "rain", "cold", "dark"]
    assert [stop.id for stop in relevant(reasoner, {"storage": "yard"})] == ["far", "rain", "cold", "dark"]
    assert relevant(reasoner, {"trip_length": "long"}) == ()
    interview = RULEBASE.manifest.interview.model_copy(update={"stops": None})
    manifest = RULEBASE.manifest.model_copy(update={"interview": interview})
    assert relevant(reasoner_for(RULEBASE.model_copy(update={"manifest": manifest})), {}) == ()


def test_without_an_answer_in_own_words_the_screen_is_remembered() -> None:
    """Whoever looks at a question, answers it and takes that back has the verdict of before."""
    rules = load_rules()
    case = next(case for case in rules.cases if case.expected.verdict == "use_ml").sheet()
    answers, screened = answers_after(rules, (), Sheet())
    kept = {id_: given for id_, given in case.answers.items() if id_ not in answers}
    sheet = Sheet(answers={**kept, **answers}, screened=screened)
    before = assess(rules, sheet)
    for id_ in answers:
        option = rules.closed_questions[id_].options[0].id
        again = without(rules, sheet.answered(id_, option), id_)
        assert again.answers == sheet.answers and set(again.screened) == set(sheet.screened), id_
        assert assess(rules, again).possible_verdicts == before.possible_verdicts
    alone = Sheet(answers={"plan_aim": "other_aim"})
    assert without(rules, alone, "plan_aim") == Sheet(), "nobody was on the screen"
    assert "input_kind" not in without(rules, sheet, "input_kind").answers, "no statement is about it"


def test_a_statement_is_only_for_those_it_is_meant_for() -> None:
    """To others it is not shown, and what it would say is not taken for their answer."""
    stops = RULEBASE.manifest.interview.stops
    assert stops is not None
    meant = [
        stop.model_copy(update={"when": Is("trips_per_week", ("daily",))}) if stop.id == "outside" else stop
        for stop in stops.statements
    ]
    interview = RULEBASE.manifest.interview.model_copy(
        update={"stops": stops.model_copy(update={"statements": tuple(meant)})}
    )
    manifest = RULEBASE.manifest.model_copy(update={"interview": interview})
    rules = RULEBASE.model_copy(update={"manifest": manifest, "digest": "outside only for some"})
    reasoner = reasoner_for(rules)
    daily, rare = Sheet(answers={"trips_per_week": "daily"}), Sheet(answers={"trips_per_week": "rare"})
    assert "outside" in {stop.id for stop in relevant(reasoner, daily.answers)}
    for other in (rare, Sheet()):
        assert "outside" not in {stop.id for stop in relevant(reasoner, other.answers)}
        assert "storage" not in answers_after(rules, (), other)[0]
        assert "storage" not in none_ticked(rules, other)
    answers, screened = answers_after(rules, (), daily)
    after = Sheet(answers=answers, screened=screened)
    assert answers["storage"] == ("indoors", "yard") and "storage" in from_screen(rules, after)
    own = without(rules, after.answered("storage", "yard"), "storage")
    assert own.answers["storage"] == ("indoors", "yard")
    said = Sheet(
        answers={**rare.answers, "trip_length": ("short", "middle"), "storage": "yard"}, screened=("trip_length",)
    )
    assert "storage" not in from_screen(rules, said)
    assert "storage" not in without(rules, said, "storage").answers


def test_what_a_statement_said_goes_with_the_need_that_it_was_meant_for() -> None:
    """Whoever says "none of these" about something to be written, and then wants a forecast, was never asked these."""
    rules = load_rules()
    need = Sheet(answers={"answer_kind": "create_content"})
    answers, screened = answers_after(rules, (), need)
    before = Sheet(answers=answers, screened=screened)
    assert {"pretrained_fit", "pretrained_trial", "rule_writable", "error_cost"} <= {*screened}
    after = still_meant(rules, before, before.answered("answer_kind", "future_value"))
    assert not {"pretrained_fit", "pretrained_trial", "acts_alone"} & (after.answers.keys() | {*after.screened})
    assert after.answers["error_cost"] == before.answers["error_cost"], "a statement for everybody"
    asked = answers_after(rules, (), Sheet(answers={"answer_kind": "future_value"}))[0]
    assert after.answers["rule_writable"] == asked["rule_writable"] != before.answers["rule_writable"]
    assert {"error_cost", "rule_writable"} <= {*after.screened}
    ticked_page = Sheet(answers={**answers, "rule_writable": ("table_of_cases", "short_recipe")}, screened=screened)
    page = still_meant(rules, ticked_page, ticked_page.answered("answer_kind", "future_value"))
    assert "rule_writable" not in page.answers and "rule_writable" not in page.screened
    same = before.answered("gen_task", "draft")
    assert still_meant(rules, before, same) == same
