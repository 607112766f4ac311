"""A second rule base, about bicycles, runs through every page: nothing about the shipped one's subject is in Python."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from framework.model.answers import Answer
from framework.model.rulebase import RuleBase
from framework.model.sheet import Sheet
from framework.reasoning.reasoner import reasoner_for
from framework.rulebase import load_rules
from framework.settings import RULES
from framework.ui import resources
from tests.foreign import foreign
from tests.ui.conftest import ROOT
from tests.ui.looking import healthy, key_of, words
from tests.ui.quick import through

TINY = ROOT / "tests" / "tiny_rules"
KEY = re.compile(r"(?<![\w-])[\w-]{22}(?![\w-])")
"""The key of a work: random, so that one in some thousands begins with a word of another subject."""
ANSWERS: dict[str, dict[str, Answer]] = {
    "buy_bicycle": {"trip_length": "short", "trips_per_week": "daily", "hills": "flat", "storage": "indoors",
                    "ready_for": ("rain", "cold")},
    "borrow_first": {"trip_length": "middle", "trips_per_week": "some", "hills": "hilly", "electric": "no",
                     "storage": "street", "ready_for": ("dark",)},
    "keep_bus_pass": {"trip_length": "long", "trips_per_week": "daily", "hills": "hilly", "electric": "yes",
                      "storage": "yard", "ready_for": ("dark",)},
}  # fmt: skip


@pytest.fixture(autouse=True)
def tiny(monkeypatch: pytest.MonkeyPatch) -> RuleBase:
    """The rules of this process are the tiny ones."""
    monkeypatch.setenv(RULES, str(TINY))
    return resources.rules()


def everything(at: AppTest) -> str:
    """Every text in every element, as the browser gets it: visible words, help, alternative texts, figures.

    Left out is what no person reads: style sheets, scripts, names of classes, and addresses of links.
    """
    return "\n".join(_texts(at))


def _texts(at: AppTest) -> Iterator[str]:
    for element in at._tree:
        proto = getattr(element, "proto", None)
        if proto is None:
            continue
        for field, value in _fields(proto):
            if field not in NOT_READ and not value.startswith(("<style>", "<script>")):
                yield ATTRIBUTES.sub(" ", value)


ATTRIBUTES = re.compile(r'\s(?:class|href|id)="[^"]*"|\saria-label=')
"""What no person reads of a tag; what is read aloud stays, without the name of the attribute."""

NOT_READ = {"id", "element_id", "key", "page", "page_script_hash", "query_string", "url", "form_id", "icon", "type"}


def _fields(message: object) -> Iterator[tuple[str, str]]:
    """Every string inside a protobuf message, with the name of its field."""
    for field, value in message.ListFields():  # type: ignore[attr-defined]
        for item in value if field.is_repeated else (value,):
            if field.type == field.TYPE_MESSAGE:
                if hasattr(item, "ListFields"):
                    yield from _fields(item)
            elif field.type == field.TYPE_STRING:
                yield field.name, item


def looked_at(at: AppTest) -> AppTest:
    """The page came up and speaks of its own subject only."""
    healthy(at)
    said = KEY.sub("", everything(at))
    assert len(said) > 200
    assert not foreign(said), foreign(said)
    return at


def test_the_start_speaks_of_bicycles(app, tiny):
    at = looked_at(app())
    assert at.title[0].value == tiny.manifest.name


@pytest.mark.parametrize("wanted", ANSWERS)
def test_the_quick_check_ends_with_each_verdict(app, store, tiny, wanted):
    at = through(app().button(key="begin").click().run(), tiny, ANSWERS[wanted], looked_at)
    assert "settled" in at.title[0].value
    assert resources.assessment_of(store.work.get(key_of(at)).sheet).verdict == wanted
    looked_at(at.button(key="to_brief").click().run())


def test_the_full_interview_goes_through_to_the_end(app, store, tiny):
    given = ANSWERS["borrow_first"]
    at = app("interview", way="full")
    for number, section in enumerate(tiny.sections):
        assert section.title in looked_at(at).title[0].value
        for question in section.questions:
            if question.kind == "one":
                at = at.radio(key=f"answer_{question.id}").set_value(given[question.id]).run()
            elif question.kind == "many":
                for option in given[question.id]:
                    at = at.checkbox(key=f"box_{question.id}_{option}").check().run()
            elif question.kind == "text":
                at = at.text_input(key=f"word_{question.id}").set_value("baker").run()
            else:
                at = at.text_input(key=f"number_{question.id}").set_value("400").run()
            looked_at(at)
        if number + 1 < len(tiny.sections):
            following = tiny.sections[number + 1].title
            button = next(button for button in at.button if following in button.label or "Next" in button.label)
            at = button.click().run()
    sheet = store.work.get(key_of(at)).sheet
    assert sheet.answers == given
    assert sheet.numbers == {"pass_price": 400}
    looked_at(app("review", work=key_of(at)))


@pytest.mark.parametrize("outcome", list(load_rules(TINY).outcome))
@pytest.mark.parametrize("page", ["brief", "what_if", "review"])
def test_every_outcome_on_the_pages_about_it(app, new_work, tiny, page, outcome):
    diagram = reasoner_for(tiny).outcomes
    _, way = diagram.cheapest([[0] * len(variable.members) for variable in diagram.variables])[outcome]
    answers = {
        variable.question: variable.members[way[level]][0] if level in way else variable.values[0]
        for level, variable in enumerate(diagram.variables)
    }
    sheet = Sheet(title="x", answers=answers, words={"traveller": "baker"}, numbers={"pass_price": 400})
    assert resources.assessment_of(sheet).outcome == outcome
    at = looked_at(app(page, work=new_work(**sheet.model_dump(mode="json"))))
    assert page == "review" or tiny.outcome[outcome].title in words(at)


def test_a_brief_of_nothing_and_of_one_answer(app, new_work):
    looked_at(app("brief"))
    looked_at(app("brief", work=new_work(answers={"hills": "hilly"})))


@pytest.mark.parametrize("page", ["review", "what_if", "interview"])
def test_a_partial_answer_reads_as_one_of_several(page, app, new_work):
    answers = {
        "trip_length": ("middle", "long"), "trips_per_week": "daily", "hills": "flat", "storage": "indoors",
        "ready_for": ("rain", "cold"),
    }  # fmt: skip
    at = looked_at(app(page, work=new_work(answers=answers)))
    assert page == "interview" or "3 to 10 km or More than 10 km" in everything(at)


def test_every_rule_has_its_page(app, new_work, tiny):
    key = new_work(answers=ANSWERS["borrow_first"])
    parts = {
        "verdicts": tiny.verdict, "alternatives": tiny.alternative, "criteria": tiny.criterion, "tasks": tiny.task
    }  # fmt: skip
    for folder, found in parts.items():
        for id_ in found:
            at = looked_at(app("rule", work=key, rule=f"{folder}/{id_}"))
            assert f"{folder}/{id_}" in everything(at)
    looked_at(app("rule"))


@pytest.mark.parametrize("page", ["proofs", "decision_map", "learn", "cases"])
def test_pages_about_the_rules_themselves(app, new_work, page):
    looked_at(app(page))
    looked_at(app(page, work=new_work(answers=ANSWERS["buy_bicycle"])))


def test_every_lesson_and_every_case(app, tiny):
    for lesson in tiny.lesson:
        looked_at(app("learn", lesson=lesson))
    for case in tiny.case:
        looked_at(app("cases", case=case))
        looked_at(app("brief", case=case))
        at = looked_at(app("cases", case=case, hidden="yes"))
        looked_at(at.button(key="try").click().run())


@pytest.mark.parametrize("leak", ["a word on the page", "a hint", "the name of a figure's axis"])
def test_a_leak_is_noticed(app, monkeypatch, leak):
    import streamlit as st

    from framework.ui import notices

    def leaking() -> None:
        if leak == "a word on the page":
            st.markdown("Ask whether machine learning helps.")
        elif leak == "a hint":
            st.text_input("Name", help="What the model is called")
        else:
            st.plotly_chart({"data": [{"y": [1]}], "layout": {"xaxis": {"title": {"text": "number of labels"}}}})

    monkeypatch.setattr(notices, "show", leaking)
    with pytest.raises(AssertionError, match=r"machine learning|the model|labels"):
        looked_at(app())
