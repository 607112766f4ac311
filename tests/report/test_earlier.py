"""A brief in words only: nothing of it needs the rules, and what is different in a later one is named."""

from __future__ import annotations

from datetime import date

from framework import assess
from framework.model.brief import BRIEF_SECTIONS
from framework.model.earlier import EarlierBrief
from framework.report.blocks import Document
from framework.report.decision_record import decision_record
from framework.report.earlier import AGAIN, GONE, NEW, NOT_ASKED, REWORDED, compare_briefs, earlier_brief
from framework.report.forms import render
from framework.rulebase import read_sheet
from tests.report.briefs import RULEBASE, SHEETS

DAY = date(2026, 5, 3)


def brief(**more: object) -> EarlierBrief:
    return earlier_brief(RULEBASE, assess(RULEBASE, {**SHEETS["clerk"], **more}), DAY)


def test_it_says_what_the_full_text_says_and_comes_back_as_it_was() -> None:
    found = brief()
    said = found.model_dump_json()
    assert EarlierBrief.model_validate_json(said) == found
    assert found.headline and found.asked and len(found.chapters) == len(BRIEF_SECTIONS) and found.front
    assert {verdict.id for verdict in found.verdicts} <= set(RULEBASE.verdict)


def test_the_same_brief_reads_alike_and_its_name_or_date_are_not_its_answers() -> None:
    found = brief()
    assert found.reads_like(found.model_copy(update={"read_on": date(2027, 1, 1), "digest": "x", "version": "9"}))
    assert not found.reads_like(found.model_copy(update={"why": "Another reason"}))
    assert found.is_of(brief(title="Another name", review=DAY).sheet) and not found.is_of(brief(words={}).sheet)
    assert compare_briefs(found, found).nothing


def test_every_kind_of_difference_is_named() -> None:
    new = brief()
    first, second, third, *rest = new.asked
    old = new.model_copy(
        update={
            "asked": (
                first.model_copy(update={"answer": "Other"}),
                third.model_copy(update={"text": "Once asked so?"}),
                *rest,
                first.model_copy(update={"question": "gone", "text": "Gone?"}),
            ),
            "reasons": tuple(reason.model_copy(update={"text": "Other"}) for reason in new.reasons[1:]),
            "verdicts": (),
        }
    )
    found = compare_briefs(old, new)
    assert found.verdict_changed and found.kept == len(rest)
    assert [(each.question, each.then) for each in found.answers[:2]] == [
        (first.question, "Other"),
        (second.question, "not asked"),
    ]
    assert "asked before as: Once asked so?" in found.answers[2].text
    assert (found.answers[3].now, found.answers[3].still_asked) == (NOT_ASKED, False)
    assert {how for _, how in found.reasons} == {NEW, REWORDED}
    invalid = first.model_copy(update={"answer": "x (not an answer of these rules)"})
    assert compare_briefs(new, new.model_copy(update={"asked": (invalid, *new.asked[1:])})).answers[0].now == AGAIN


def test_another_outcome_another_headline_and_other_deciding_rules_are_differences() -> None:
    """Although verdict, criteria and answers are the same."""
    found = (earlier_brief(RULEBASE, assess(RULEBASE, sheet), DAY) for sheet in SHEETS.values())
    new = next(each for each in found if each.decided)
    assert new.decided and new.outcome
    old = new.model_copy(
        update={
            "decided": (new.decided[0].model_copy(update={"id": "verdicts/x/y", "text": "Once so"}),),
            "outcome": new.outcome.model_copy(update={"text": "If a test succeeds"}),
        }
    )
    changed = compare_briefs(old, new)
    assert (changed.before, changed.after) == ("If a test succeeds", new.outcome.text) and not changed.nothing
    assert (new.decided[0].text, NEW) in changed.reasons and ("Once so", GONE) in changed.reasons
    headline = compare_briefs(new.model_copy(update={"headline": "Another"}), new)
    assert (headline.before, headline.after) == ("Another", new.headline)
    typed = new.sheet.model_copy(update={"words": {"traveller": "a pilot"}})
    assert compare_briefs(new.model_copy(update={"headline": "Another", "sheet": typed}), new).nothing


def test_a_brief_kept_before_rules_that_decided_were_is_compared_without_them() -> None:
    new = brief()
    kept = new.model_copy(update={"decided": None, "outcome": None, "kicker": "Label"})
    assert kept.reads_like(new) and new.reads_like(kept) and compare_briefs(kept, new).nothing


def test_the_review_date_travels_in_json_and_stands_in_the_decision_record() -> None:
    found = assess(RULEBASE, {**SHEETS["clerk"], "review": "2030-12-31"})
    text = render("json", RULEBASE, found)
    assert b'"review": "2030-12-31"' in text
    assert render("json", RULEBASE, assess(RULEBASE, read_sheet(text, RULEBASE))) == text
    assert "On 31 December 2030" in _reviewed(decision_record(RULEBASE, found))
    assert "On 1 January 2031" in _reviewed(decision_record(RULEBASE, found, date(2031, 1, 1))), (
        "what is asked for counts"
    )
    assert b'"review"' not in render("json", RULEBASE, assess(RULEBASE, SHEETS["clerk"]))


def _reviewed(record: Document) -> str:
    return str(next(section for section in record.sections if section.id == "review").blocks)
