"""Work saved under other rules: what still fits is kept, what does not is asked again, and nothing is lost silently."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest

from framework.model.earlier import Named
from framework.model.sheet import Sheet
from framework.report.earlier import earlier_brief
from framework.store import Purpose
from framework.ui import device, resources
from framework.ui.components.outdated import outdated
from tests.ui.looking import healthy, words

PAGES = ["interview", "review"]


@pytest.fixture
def questions():
    """Two questions with one answer each, always asked."""
    found = [q for q in resources.rules().closed_questions.values() if q.kind == "one" and q.asked_when is None]
    return found[:2]


@pytest.fixture
def older(store, questions):
    """A row written under older rules: one answer that still fits, one whose option is gone, one whose question is."""
    good, changed = questions
    answers = {good.id: good.options[0].id, changed.id: "option_of_old", "question_of_old": ("one", "two")}
    rulebase = resources.rules()
    return store.work.create(
        "", rulebase.manifest.id, "digest of older rules", Sheet(title="Mine", answers=answers)
    ).key


def listed(at) -> bool:
    return "option_of_old" in words(at)


def test_what_does_not_fit_is_found_and_what_does_is_not(questions):
    good, changed = questions
    both = (good.options[0].id, good.options[1].id)
    sheet = Sheet(answers={good.id: both, changed.id: (changed.options[0].id, "gone"), "no_question": "x"})
    assert [(item.id, item.old) for item in outdated(resources.rules(), sheet)] == [
        (changed.id, (changed.options[0].id, "gone")),
        ("no_question", ("x",)),
    ]


@pytest.mark.parametrize("page", PAGES)
def test_the_list_names_question_and_old_answer(app, older, questions, store, page):
    at = healthy(app(page, work=older))
    said = words(at).replace("\\", "")
    assert "2 answers no longer fit the questions" in [item.label for item in at.expander]
    assert questions[1].text in said
    assert "`option_of_old`" in said
    assert "`question_of_old`" in said
    assert "`one`, `two`" in said
    assert questions[0].text not in [link.proto.label for link in at.get("page_link")]
    assert resources.assessment_of(store.work.get(older).sheet).answers == {questions[0].id: questions[0].options[0].id}


def test_an_answer_takes_its_line_away_and_only_that(app, older, questions, store):
    changed = questions[1]
    at = healthy(app("interview", work=older, way="quick", question=changed.id))
    assert at.title[0].value == changed.text
    at = healthy(at.button(key=f"pick_{changed.id}_{changed.options[0].id}").click().run())
    assert not listed(at)
    assert "question_of_old" in words(at)
    assert store.work.get(older).sheet.answers["question_of_old"] == ("one", "two")


@pytest.mark.parametrize("page", PAGES)
def test_the_list_can_be_put_away_and_the_old_answers_stay_in_the_row(app, older, store, page):
    before = store.work.get(older).sheet
    at = healthy(app(page, work=older).button(key="adopt").click().run())
    assert not listed(at) or page == "review"  # each line of the review still says what is there
    assert "adopt" not in [button.key for button in at.button]
    assert "adopt" not in [button.key for button in app(page, work=older).button]
    assert store.work.get(older).sheet == before


@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_said_where_all_answers_fit(app, store, questions, page):
    rulebase = resources.rules()
    sheet = Sheet(answers={questions[0].id: questions[0].options[0].id, questions[1].id: "not_sure"})
    key = store.work.create("", rulebase.manifest.id, "digest of older rules", sheet).key
    assert "no longer fit" not in words(healthy(app(page, work=key)))


FIRST = "1" * 64


@pytest.fixture
def read_before(store):
    """An idea whose brief was read under an earlier edition, with another verdict, one other reason and answer."""
    rulebase = resources.rules()
    case = next(case for case in rulebase.cases if case.expected.verdict == "use_ml")
    sheet = Sheet(title="Mine", answers=rulebase.accept(case.answers))
    key = store.work.create("", rulebase.manifest.id, FIRST, sheet).key
    brief = earlier_brief(rulebase, resources.assessment_of(sheet), date(2026, 1, 5))
    asked = brief.asked[0]
    old = brief.model_copy(
        update={
            "version": "1.0.0",
            "digest": FIRST,
            "headline": "The old headline",
            "verdicts": (Named(id="ask_an_oracle", text="Ask an oracle"),),
            "reasons": (*brief.reasons, Named(id="criteria/gone", text="It was said to be so.")),
            "asked": (asked.model_copy(update={"answer": "An old <b>answer</b>"}), *brief.asked[1:]),
        }
    )
    store.editions.keep(key, old)
    return key


def test_the_old_brief_stays_as_it_was_until_somebody_assesses_again(app, read_before, store):
    at = healthy(app("brief", work=read_before))
    said = words(at)
    assert "The old headline" in said and "edition 1.0.0" in said and "5 January 2026" in said
    assert "Ask an oracle → **" in said and "It was said to be so." in said
    assert "An old &lt;b&gt;answer&lt;/b&gt;" in said
    assert "The rules have changed since." in words(_listed(app, read_before))
    at = healthy(at.button(key="assess_again").click().run())
    assert "The old headline" not in words(at) and "The rules have changed" not in words(at)
    assert store.work.get(read_before).digest == resources.rules().digest
    kept = store.editions.of(read_before)
    assert {brief.digest for brief in kept} == {FIRST, resources.rules().digest}
    link = next(each for each in at.get("page_link") if "edition 1.0.0" in each.proto.label)
    assert f"edition={FIRST[:12]}" in link.proto.query_string
    at = healthy(app("earlier", work=read_before, edition=FIRST[:12]))
    assert "The old headline" in words(at) and "Ask an oracle → **" in words(at)
    assert "edition 1.0.0" in words(healthy(app("earlier", work=read_before)))


def _listed(app, key):
    at = app("ideas")
    at.session_state[device._TOLD] = json.dumps({key: {}})
    return healthy(at.run())


def test_a_brief_of_other_answers_is_at_hand_and_not_in_the_way(app, read_before, store):
    work = store.work.get(read_before)
    question = next(iter(work.sheet.answers))
    store.work.save(read_before, work.sheet.answered(question, "not_sure"), work.revision)
    at = healthy(app("brief", work=read_before))
    assert "The old headline" not in words(at) and "you read one under edition 1.0.0" in words(at)
    assert "The brief of 5 January 2026" in words(at)
    assert healthy(at.button(key="assess_again").click().run())
    assert store.work.get(read_before).digest == resources.rules().digest


def test_who_may_only_read_sees_the_old_brief_and_no_button(app, read_before, store):
    at = healthy(app("brief", read=store.links.renew(read_before, Purpose.READ)))
    assert "The old headline" in words(at)
    assert "assess_again" not in [button.key for button in at.button]
    assert store.work.get(read_before).digest == FIRST


def test_rules_that_say_the_same_are_taken_over_without_a_word(app, store, read_before):
    rulebase = resources.rules()
    sheet = store.work.get(read_before).sheet
    same = earlier_brief(rulebase, resources.assessment_of(sheet), date(2026, 1, 5))
    store.editions.keep(read_before, same.model_copy(update={"digest": FIRST, "version": "1.0.0"}))
    assert "The rules have changed" not in words(healthy(app("brief", work=read_before)))
    assert store.work.get(read_before).digest == rulebase.digest


def test_who_reads_in_another_language_is_not_told_that_everything_changed(app, store, read_before, monkeypatch):
    """A brief that was kept in English is compared with the present one in English."""
    rulebase, sheet = resources.own_rules(), store.work.get(read_before).sheet
    same = earlier_brief(rulebase, resources.assessment_of(sheet), date(2026, 1, 5))
    old = same.model_copy(update={"digest": FIRST, "version": "1.0.0"})
    store.editions.keep(read_before, old.model_copy(update={"headline": "The old headline"}))
    said = words(healthy(app("brief", language="fr", work=read_before)))
    assert "The old headline" in said and "Les règles ont changé" in said
    (change,) = re.findall(r"\*\*Verdict.*", said)
    assert "The old headline →" in change
    assert not re.search(r"(Reworded|Removed|asked before as)", said)
    store.editions.keep(read_before, old)
    assert "Les règles ont changé" not in words(healthy(app("brief", language="fr", work=read_before)))
    assert store.work.get(read_before).digest == rulebase.digest


def test_a_brief_that_was_kept_in_one_language_stays_while_it_says_the_same_in_another(app, new_work, store):
    key = new_work(title="Mine", answers=dict(resources.rules().cases[0].answers))
    healthy(app("brief", language="fr", work=key))
    (first,) = store.editions.of(key)
    assert first.language == "fr"
    healthy(app("brief", work=key))
    assert store.editions.of(key) == (first,)
    fields = first.model_dump(exclude={"language"})
    assert type(first).model_validate(fields).language == "", "kept before languages were"


def test_a_brief_is_kept_when_it_is_read_and_again_when_it_says_something_else(app, new_work, store):
    key = new_work(title="Mine", answers=dict(resources.rules().cases[0].answers))
    at = healthy(app("brief", work=key))
    (first,) = store.editions.of(key)
    assert first.sheet == store.work.get(key).sheet and first.digest == resources.rules().digest
    work = store.work.get(key)
    store.work.save(key, work.sheet.answered(next(iter(work.sheet.answers)), "not_sure"), work.revision)
    healthy(at.run())
    (second,) = store.editions.of(key)
    assert second.sheet == store.work.get(key).sheet != first.sheet
