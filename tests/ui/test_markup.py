"""Markup that is typed into a field is text on every page: none of it comes alive."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from framework.assessment.assess import assess
from framework.model.sheet import Sheet
from framework.report.front import front_of
from framework.ui import resources
from framework.ui.components import front
from tests.ui.brief_sheets import sheet_for
from tests.ui.looking import healthy, key_of
from tests.ui.typed import TYPED, assert_dead, html_of, markdown_of

ROOT = Path(__file__).parents[2]
CALLS = [node for node in ast.walk(ast.parse((ROOT / "app.py").read_text())) if isinstance(node, ast.Call)]
PAGES = [ast.literal_eval(call.args[0]) for call in CALLS if getattr(call.func, "id", "") == "Screen"]
"""Every page of the page table."""


def test_the_page_table_lists_every_script() -> None:
    """So that no page is left out here."""
    scripts = {path.stem for path in (ROOT / "framework" / "ui" / "pages").glob("[a-z]*.py")}
    assert set(PAGES) == scripts and len(PAGES) >= 10


@pytest.mark.parametrize("page", PAGES)
def test_markup_in_every_text_is_dead_on_every_page(app, new_work, page, proved_at_once):
    """Saved in the title and in every text question, and looked at wherever it may turn up."""
    sheet = sheet_for(next(iter(resources.rules().outcome)))
    texts = {id_: TYPED for id_, question in resources.rules().questions.items() if question.kind == "text"}
    key = new_work(
        **Sheet(title=TYPED, answers=sheet.answers, words=texts, numbers=sheet.numbers).model_dump(mode="json")
    )
    at = healthy(app(page, work=key))
    assert_dead(at)
    if page not in ("class_screen", "join"):  # these know nothing of an idea; on all others it is named
        assert "onerror" in html_of(at) + "".join(markdown_of(at))


def test_markup_typed_into_every_field_is_saved_as_text(app, new_work, store):
    """Through the fields themselves: a title, every text and every number, where it is refused with a sentence."""
    rulebase = resources.rules()
    last = rulebase.sections[-1]
    at = healthy(app("interview", work=new_work(title="x"), way="full", section=last.id))
    fields = [field for field in at.text_input if field.key]
    numbers = {question.id for question in last.questions} & set(assess(rulebase, Sheet(title="x")).numbers_asked)
    texts = {question.id for question in last.questions if question.kind == "text"}
    assert len(fields) == len(texts) + len(numbers) > len(texts) > 0
    for field in fields:
        at.text_input(key=field.key).set_value(TYPED)
    at = healthy(at.run())
    assert_dead(at)
    saved = store.work.get(key_of(at)).sheet
    assert set(saved.words) == texts
    assert saved.numbers == {}
    assert any("Not saved" in text for text in markdown_of(at))
    at = healthy(app("review", work=key_of(at)))
    at = healthy(at.text_input(key="title").set_value(TYPED).run())
    assert_dead(at)
    assert "onerror" in store.work.get(key_of(at)).sheet.title


@pytest.mark.parametrize("name", ["work", "case", "try", "rule", "lesson", "section", "question", "way", "back"])
def test_markup_in_the_address_is_dead(app, name):
    """Addresses are passed on by others."""
    for page in ("interview", "rule", "learn", "cases"):
        assert_dead(healthy(app(page, **{name: TYPED})))


def test_a_name_begins_on_the_side_of_its_script() -> None:
    """An Arabic name stood from left to right."""
    rulebase = resources.rules()
    found = front_of(rulebase, assess(rulebase, sheet_for("automate")))
    assert '<span dir="auto">أي العملاء سيرحلون؟</span>' in front.card(found, "أي العملاء سيرحلون؟")
    assert "dir=" not in front.card(found, "")
