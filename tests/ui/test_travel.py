"""Taking a brief along, and bringing one in."""

from __future__ import annotations

import json

import pytest
from streamlit.testing.v1 import AppTest

from framework.report.forms import render
from framework.ui import current_work, links, resources
from tests.ui.brief_sheets import rules, sheet_for
from tests.ui.looking import words

OUTCOME = next(iter(rules().outcome))


def _page() -> None:
    from datetime import date

    from framework.ui import resources
    from framework.ui.components import download
    from framework.ui.components.ideas import importing
    from tests.ui.brief_sheets import rules, sheet_for

    download.show(rules(), resources.assessment_of(sheet_for(next(iter(rules().outcome)))), date(2026, 11, 27))
    importing.show(())


@pytest.fixture
def page(app) -> AppTest:
    """Both components on a page of their own; `app` sets the store."""
    return AppTest.from_function(_page, default_timeout=20).run()


def _pasted(page: AppTest, text: str) -> AppTest:
    page.text_area(key="import_text").set_value(text)
    return page.button(key="import").click().run()


def test_nothing_is_made_before_it_is_asked_for(app, monkeypatch):
    """The menu costs no more than its buttons."""
    monkeypatch.setattr("framework.report.forms.FORMS", {})
    at = AppTest.from_function(_page, default_timeout=20).run()
    assert not at.exception


def test_nothing_pasted_is_said(page):
    assert "Choose a file or paste a text first" in _pasted(page, " ").warning[0].value


def test_what_is_wrong_is_listed_by_line_and_the_text_stays(page):
    text = "title: <b>x</b>\nanswers: {no_such: yes}\nwords: {nor_this: x}"
    after = _pasted(page, text)
    said = after.error[0].value
    assert "Line 2" in said and "Line 3" in said and "Nothing was changed" in said
    assert after.text_area(key="import_text").value == text


def test_the_text_of_a_refused_file_can_be_corrected_in_the_field(page, monkeypatch):
    """The file is let go of, as it would be read again in place of what was corrected."""
    opened: list[str] = []
    monkeypatch.setattr(links, "leave", lambda name, **_: opened.append(name))
    page.file_uploader[0].upload("sheet.yaml", b"title: Parcels\nanswers: {no_such: yes}", "application/yaml")
    after = page.button(key="import").click().run()
    assert "Line 2" in after.error[0].value and not opened
    field = after.text_area(key="import_text")
    assert field.value == "title: Parcels\nanswers: {no_such: yes}"
    field.set_value(field.value.replace("no_such: yes", ""))
    assert not after.button(key="import").click().run().error and opened == ["brief"]


def test_a_file_that_is_no_text_is_only_refused(page):
    page.file_uploader[0].upload("sheet.yaml", b"title: Stra\xdfe", "application/yaml")
    after = page.button(key="import").click().run()
    assert after.error and not after.text_area(key="import_text").value


def test_a_text_that_is_cut_is_named(page, monkeypatch):
    """With how much of it was kept; what fits is not named."""
    asked = [id_ for id_, question in rules().questions.items() if question.kind == "text"][:2]
    monkeypatch.setattr(links, "leave", lambda *_, **__: None)
    sheet = {"title": "t" * 300, "answers": {}, "words": {asked[0]: "w" * 900, asked[1]: "short"}}
    after = _pasted(page, json.dumps(sheet))
    ((told, _),) = after.session_state["_notices"]
    first, second = (rules().questions[id_].short for id_ in asked)
    assert "the name (200 characters)" in told and f"“{first}” (500 characters)" in told and second not in told
    fits = _pasted(page, json.dumps({**sheet, "title": "t", "words": {}}))
    assert len(fits.session_state["_notices"]) == 1, "nothing more to say"


def test_ten_megabytes_get_a_clear_error(page):
    after = _pasted(page, "x" * 10_000_000)
    assert "This has 10,000,000 characters; at most 4,000,000 are possible." in words(after) and not after.error
    assert len(after.text_area(key="import_text").value) == 10_000_000
    after.file_uploader[0].upload("brief.json", b"x" * 10_000_000, "application/json")
    said = after.button(key="import").click().run().error[0].value
    assert "10.0 MB" in said and "4 MB" in said


def test_a_brief_becomes_an_idea_of_its_own(app, monkeypatch):
    """The sheet in it is saved; texts are cut to what a field takes."""
    sheet = sheet_for(OUTCOME).model_copy(update={"title": "a\x00b " + "x" * 999})
    made = json.loads(render("json", rules(), resources.assessment_of(sheet)))
    kept = []

    def begin(sheet):
        kept.append(sheet)
        return "key"

    monkeypatch.setattr(current_work, "begin", begin)
    monkeypatch.setattr(links, "leave", lambda page, **params: kept.append((page, params)))
    _pasted(AppTest.from_function(_page, default_timeout=20).run(), json.dumps(made))
    saved, went = kept
    assert went == ("brief", {"work": "key"})
    assert saved.answers == sheet.answers
    assert saved.title == ("a b " + "x" * 999)[:200]
