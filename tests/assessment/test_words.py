"""Sentences carry what a person typed, read as English, and never show a gap."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from framework import load_rules
from framework.assessment.words import MAX_WORDS, Words
from framework.rulebase.translating import in_language

FRAMING = "For {unit:each} at {moment}, so that {actor} {action:can}; {business_metric} {from_to_by}."


@pytest.fixture(scope="module")
def filled():
    shipped = load_rules()

    def fill(template: str, **given: str) -> str:
        return Words(shipped, given).fill(template)

    return fill


@pytest.mark.parametrize(
    ("moment", "reads"),
    [
        ("check-in", "each [case] at check-in,"),
        ("at check-in", "each [case] at check-in,"),
        ("At check-in", "each [case] at check-in,"),
        ("before the van is loaded", "each [case], before the van is loaded,"),
        ("Every Monday", "each [case] every Monday,"),
        ("the evening before", "each [case] the evening before,"),
        ("the evenings", "each [case] at the evenings,"),
        ("at", "each [case] at at,"),
        ("before", "each [case] before,"),
        ("", "each [case] at [the moment of the decision],"),
    ],
)
def test_no_word_stands_twice_and_a_moment_brings_its_own_preposition(filled, moment, reads):
    assert reads in filled(FRAMING, moment=moment)


@pytest.mark.parametrize(
    ("verb", "output", "reads"),
    [
        ("draft", "a draft letter", "Draft a letter."),
        ("draft", "a draft of the letter", "Draft the letter."),
        ("draft", "the draft answer", "Draft the answer."),
        ("draft", "drafts of replies", "Draft replies."),
        ("draft", "Draft replies", "Draft replies."),
        ("draft", "drafts", "Draft drafts."),
        ("draft", "a draft", "Draft a draft."),
        ("draft", "drafting rules", "Draft drafting rules."),
        ("draft", "a letter", "Draft a letter."),
        ("estimate", "an estimate of the price", "Estimate the price."),
        ("outline", "the outline of the tumour", "Outline the tumour."),
        ("predict", "predict whether they leave", "Predict whether they leave."),
        ("choose", "choose in which order", "Choose in which order."),
        ("draft", "the draft in the folder", "Draft the draft in the folder."),
    ],
)
def test_what_is_said_by_the_verb_is_not_repeated(verb, output, reads):
    """A case from a review: "draft a draft letter"."""
    assert Words(load_rules(), {"output": output}).fill("{verb} {output}.", verb) == reads


def test_a_persons_own_words_are_never_taken_for_a_repetition(filled):
    assert "so that our team can team up with sales" in filled(FRAMING, actor="our team", action="team up with sales")
    assert filled("using {inputs}", inputs="using past orders") == "Using past orders"


def test_a_verb_is_taken_with_and_without_to(filled):
    assert "can call them" in filled(FRAMING, action="to call them")
    assert "can call them" in filled(FRAMING, action="call them")


def test_the_word_for_what_is_done_is_the_task_types_or_the_usual_one():
    words = Words(load_rules(), {})
    assert words.fill("{verb} it", "extract") == "Extract it"
    assert words.fill("{verb} it") == "Predict it"


@pytest.mark.parametrize(
    ("given", "reads"),
    [
        ({}, "from [today's value] to [a target]."),
        ({"metric_today": "from 19 days"}, "from 19 days to [a target]."),
        ({"metric_target": "12 days"}, "from [today's value] to 12 days."),
        ({"metric_today": "19", "metric_target": "to 12", "deadline": "by May"}, "from 19 to 12 by May."),
        ({"metric_today": "19", "metric_target": "12", "deadline": "within a year"}, "from 19 to 12 within a year."),
        ({"deadline": "May"}, "to [a target] by May."),
    ],
)
def test_a_clause_says_only_what_was_given(filled, given, reads):
    assert filled(FRAMING, **given).endswith(reads)


@pytest.mark.parametrize(
    ("unit", "reads"),
    [
        ("the customer", "Each customer"),
        ("customers", "Each of the customers"),
        ("patients of the ward", "Each of the patients of the ward"),
        ("question about sales", "Each question about sales"),
        ("parcel without scans", "Each parcel without scans"),
        ("bus", "Each bus"),
        ("series of readings", "Each series of readings"),
        ("顧客", "Each 顧客"),
        ("<b>{output}</b>", "Each <b>{output}</b>"),
        ("x" * 10_000, "Each " + "x" * (MAX_WORDS - 1) + "…"),
        ("two\nlines\x00.", "Each of the two lines"),
    ],
)
def test_awkward_nouns_stay_one_readable_noun(filled, unit, reads):
    assert filled("{unit:each}", unit=unit) == reads


def test_a_headline_leaves_out_when_a_unit_comes_up(filled):
    """A case from a reader: "for any pump, every Monday"."""
    assert filled("Start for {unit:any}", unit="pump, every Monday") == "Start for any pump"


@pytest.mark.parametrize(
    ("deadline", "reads"),
    [
        ("the annual report in May", "by the annual report in May"),
        ("next September", "by next September"),
        ("end of June", "by the end of June"),
        ("by end of June", "by the end of June"),
        ("Start of the season", "by the start of the season"),
        ("last week of term", "by the last week of term"),
        ("the end of March", "by the end of March"),
        ("end of year", "by end of year"),
    ],
)
def test_a_month_or_a_season_is_a_deadline_and_no_sentence(filled, deadline, reads):
    assert filled("Do it by {deadline}.", deadline=deadline) == f"Do it {reads}."


AWKWARD = Path(__file__).with_name("awkward_words.yaml")
"""Awkward inputs and the sentence each gives; every one was read."""


def _awkward(kind: str) -> list[dict[str, str]]:
    read: dict[str, list[dict[str, str]]] = yaml.safe_load(AWKWARD.read_text(encoding="utf-8"))
    return read[kind]


@pytest.mark.parametrize("case", _awkward("words"), ids=lambda case: case["reads"][:60])
def test_whatever_is_typed_the_sentence_reads(case):
    """A clause, a plural, a question, a noun where a verb is asked for, another script, markup."""
    shipped = load_rules()
    own = Words(shipped, {slot: text for slot, text in case.items() if slot != "reads"})
    assert own.fill(shipped.manifest.sentences.own_words) == case["reads"]


@pytest.mark.parametrize("case", _awkward("moments"), ids=lambda case: case["moment"])
def test_a_moment_is_a_time_a_clause_or_a_name(case):
    own = Words(load_rules(), {"unit": "order", "moment": case["moment"], "output": "it"})
    assert own.fill("For {unit:each} {at_moment}, predict {output}.") == case["reads"]


@pytest.mark.parametrize("case", _awkward("outputs"), ids=lambda case: case["output"])
def test_an_answer_that_says_what_is_so_becomes_a_question(case):
    """A case from a reader: "predict it is ripe, yes or no"."""
    assert Words(load_rules(), {"output": case["output"]}).fill("{verb} {output}.") == case["reads"]


@pytest.mark.parametrize(
    ("unit", "reads"),
    [("Open invoice", "For each open invoice,"), ("the machine and the day", "For each machine and day,")],
)
def test_a_unit_reads_as_one_noun(filled, unit, reads):
    assert filled("For {unit:each},", unit=unit) == reads


@pytest.mark.parametrize(
    ("inputs", "reads"),
    [
        ("from the photo", "using the photo"),
        ("the photo is known", "using “the photo is known”"),
        ("Customer and amount", "using customer and amount"),
        ("we know the route", "using “we know the route”"),
        ("They leave", "using “they leave”"),
        ("the route", "using the route"),
    ],
)
def test_a_sentence_where_a_noun_is_needed_is_quoted(filled, inputs, reads):
    assert filled("For {unit:each} {using}", inputs=inputs).endswith(reads)


def test_unit_moment_and_inputs_appear_in_the_framing_of_every_task_type():
    shipped = load_rules()
    given = {"unit": "zebra", "moment": "dawn", "inputs": "stripes", "output": "speed"}
    templates = [shipped.manifest.sentences.framing]
    templates += [task.framing for task in shipped.tasks if task.framing]
    templates += [variant.framing for task in shipped.tasks for variant in task.variants if variant.framing]
    assert len(templates) > 5
    for template in templates:
        sentence = Words(shipped, given).fill(template)
        assert all(word in sentence for word in ("each zebra", "at dawn", "stripes", "speed")), sentence


@pytest.mark.parametrize(
    ("actor", "reads"),
    [
        ("radiologist", "so that the radiologist can check"),
        ("mail server", "so that the mail server can check"),
        ("officer in charge", "so that the officer in charge can check"),
        ("a radiologist", "so that a radiologist can check"),
        ("radiologists", "so that radiologists can check"),
        ("nobody", "so that nobody can check"),
        ("whoever", "so that whoever can check"),
        ("marketing", "so that marketing can check"),
        ("night staff", "so that night staff can check"),
        ("Dr. Meyer", "so that Dr. Meyer can check"),
    ],
)
def test_one_person_or_device_that_acts_has_an_article(filled, actor, reads):
    assert filled("so that {actor} {action:can}", actor=actor, action="check").lower() == reads.lower()


def test_no_english_article_stands_in_another_language():
    known = in_language(load_rules(), "fr")
    assert Words(known, {"actor": "conseiller"}).fill("pour que {actor} agisse") == "Pour que conseiller agisse"


@pytest.mark.parametrize("nothing", ["none", "None.", "n/a", "N/A", "-", "–", "TBD", "unknown", "not known"])
def test_what_says_that_there_is_nothing_counts_as_not_given(filled, nothing):
    assert filled("better than with {baseline}", baseline=nothing) == "Better than with [today's way]"
    assert filled("better than with {baseline}", baseline=f"{nothing} at all") != "Better than with [today's way]"
