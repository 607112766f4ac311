"""What travels: every form, its bytes, the way back in, and what people type as data in each."""

from __future__ import annotations

import io
import json
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from framework import assess
from framework.errors import SheetError, UserError
from framework.model.rulebase import RuleBase
from framework.model.sheet import Sheet
from framework.reasoning.stops import answers_after
from framework.report import typesetting
from framework.report.forms import FORMS, PAPERS, file_name, offered, render
from framework.report.json_ import SCHEMA, schema
from framework.rulebase import read_sheet
from framework.rulebase.briefs import MAX_BRIEF
from tests.references import same_as_file
from tests.report.briefs import RULEBASE, SHEETS

FULL = ("text", "markdown", "html", "pdf", "adr")
"""The forms that hold everything."""

NASTY = (
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)> {{ 7 * 7 }} {% raw %}',
    '#panic("code") #let x = 1; $x^2$ @label <label> *bold* _soft_ `raw` // note',
    "[a link](https://example.org) ![](x) | cell | <b>",
    '=HYPERLINK("http://example.org";"pay")',
    "مسافر \u202eevil\u202c \u2067שלום\u2069 \u200f",
    "👩‍👩‍👧 café 漢字 ﬁ",
    "nul \x00 bell \x07 \x1b[31m line\u2028end\x85",
    "x" * 10_000,
    "many words " * 900,
    "\ufeff \ufffe \x7f \U000e0041",
)


def _sheet(words: str, name: str = "clerk") -> dict[str, Any]:
    return {**SHEETS[name], "title": words, "words": {"traveller": words, "destination": words}}


def _made(form: str, sheet: dict[str, Any]) -> bytes:
    return render(form, RULEBASE, assess(RULEBASE, sheet))


def _pdf(form: str, sheet: dict[str, Any]) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(_made(form, sheet)))


class _Tags(HTMLParser):
    """The tags of a page, and its words."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, tuple[str, ...]]] = []
        self.words = ""
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(name for name, _ in attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.mark.parametrize("form", FORMS)
def test_the_same_input_gives_the_same_bytes(form: str) -> None:
    """No clock, no random name: two people who compare files see no difference."""
    first = _made(form, SHEETS["clerk"])
    typesetting._compiler.cache_clear()
    assert _made(form, SHEETS["clerk"]) == first
    assert len(first) > 200


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ["empty", "open", "contradicting", "motor"])
def test_every_form_takes_every_kind_of_sheet(form: str, name: str) -> None:
    """Nothing answered, a verdict that is open, answers that contradict each other."""
    assert _made(form, SHEETS[name])


@pytest.mark.parametrize("form", FULL)
def test_a_full_form_has_every_question_with_its_answer_and_the_digest(form: str) -> None:
    """In the question's own words."""
    sheet = {**SHEETS["clerk"], "numbers": {"pass_price": 400}}
    made = _made(form, sheet)
    said = made.decode() if form != "pdf" else "".join(page.extract_text() for page in _pdf(form, sheet).pages)
    plain = "".join(said.replace("\\", "").replace("&#39;", "'").split())
    asked = [*sheet["answers"], *sheet["words"], *sheet["numbers"]]
    assert len(asked) > 5
    missing = [id_ for id_ in asked if "".join(RULEBASE.questions[id_].text.split()) not in plain]
    assert missing == []
    assert RULEBASE.digest in plain
    assert "400" in plain


def test_what_was_not_sure_and_what_does_not_apply_is_told() -> None:
    """Every question that was asked is there, whatever became of its answer."""
    answers = {"hills": "flat", "electric": "yes", "storage": "not_sure", "trips_per_week": ["daily", "some"]}
    said = _made("markdown", {"answers": answers}).decode()
    assert "does not count: the question does not apply" in said
    assert f"{RULEBASE.manifest.not_sure} |" in said


def test_what_the_screen_of_rare_stops_said_is_one_answer() -> None:
    """Nobody has seen the questions behind it."""
    answers, screened = answers_after(RULEBASE, (), Sheet())
    said = _made("markdown", {"answers": answers, "screened": screened}).decode().split("Every question and answer")[1]
    stops = RULEBASE.manifest.interview.stops
    assert stops and f"{stops.text}\n" in said and f"| {stops.none} |" in said
    assert not [id_ for id_ in answers if RULEBASE.questions[id_].text in said]


@pytest.mark.parametrize(("form", "pages"), [("canvas-pdf", 1), ("onepage", 1), ("pdf", None)])
@pytest.mark.parametrize("paper", PAPERS)
def test_a_pdf_is_tagged_titled_and_of_the_size_asked_for(form: str, pages: int | None, paper: str) -> None:
    """It can be read aloud, holds its fonts, and carries no date."""
    made = render(form, RULEBASE, assess(RULEBASE, SHEETS["clerk"]), paper=paper)
    read = pypdf.PdfReader(io.BytesIO(made))
    root: Any = read.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in root and root["/Lang"].startswith("en")
    assert b"pdfuaid:part" in root["/Metadata"].get_data()
    assert read.metadata.title == SHEETS["clerk"]["title"]
    assert "/CreationDate" not in read.metadata
    assert pages in (None, len(read.pages))
    sides = sorted(round(float(side)) for side in read.pages[0].mediabox[2:])
    assert sides == {"a4": [595, 842], "letter": [612, 792]}[paper]
    fonts = {font["/BaseFont"] for page in read.pages for font in _fonts(page)}
    assert fonts and all("+" in name for name in fonts), "a font that is not embedded"


def _fonts(page: Any) -> list[Any]:
    return [font.get_object() for font in page["/Resources"].get("/Font", {}).values()]


@pytest.mark.parametrize("words", NASTY, ids=range(len(NASTY)))
def test_typed_words_are_data_in_html(words: str) -> None:
    """The page has the same tags as with harmless words, of which as much can be seen."""
    like = "harmless" if "".join(filter(str.isprintable, words)).strip() else "\U000e0042"
    for form in ("html", "canvas-html"):
        found, harmless = _Tags(_made(form, _sheet(words))), _Tags(_made(form, _sheet(like)))
        assert found.tags == harmless.tags
    assert "<script" not in _made("html", _sheet(words)).decode()


@pytest.mark.parametrize("words", NASTY, ids=range(len(NASTY)))
@pytest.mark.parametrize("form", ["pdf", "onepage", "canvas-pdf", "slide", "slide-png"])
def test_typed_words_are_data_for_the_typesetter(form: str, words: str) -> None:
    """No code runs, nothing fails, and a canvas stays one page."""
    made = _made(form, _sheet(words))
    if form in ("canvas-pdf", "onepage"):
        assert len(pypdf.PdfReader(io.BytesIO(made)).pages) == 1


def test_code_that_was_typed_is_printed() -> None:
    """Letter by letter."""
    said = "".join(page.extract_text() for page in _pdf("pdf", _sheet(NASTY[2])).pages)
    assert '#panic("code")' in said
    assert "$x^2$" in said


@pytest.mark.parametrize("script", ["Ωραίο ταξίδι", "Хорошая дорога", "Żółć, ñandú, ß"])
def test_latin_greek_and_cyrillic_need_no_font_of_the_machine(script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The fonts that come along have every letter."""
    tried, compiler = [], typesetting._compiler

    def noted(template: str, *, system_fonts: bool) -> Any:
        tried.append(system_fonts)
        return compiler(template, system_fonts=system_fonts)

    monkeypatch.setattr(typesetting, "_compiler", noted)
    said = "".join(page.extract_text() for page in _pdf("canvas-pdf", _sheet(script)).pages)
    assert script in said
    assert tried == [False]


@settings(max_examples=40, deadline=None)
@given(words=st.text(max_size=60) | st.sampled_from(NASTY), other=st.text(max_size=20))
def test_any_brief_can_be_taken_up_again(words: str, other: str) -> None:
    """Out of its JSON comes the same sheet, and exported again it is the same bytes."""
    sheet = {**SHEETS["clerk"], "title": words, "words": {"traveller": other, "destination": words}}
    made = _made("json", sheet)
    again = read_sheet(made, RULEBASE)
    assert again.title == words and again.words == sheet["words"]
    assert render("json", RULEBASE, assess(RULEBASE, again)) == made


@settings(max_examples=25, deadline=None)
@given(words=st.text(max_size=80).map("a{}".format))
def test_no_text_breaks_a_form(words: str) -> None:
    """Whatever it is, a form is made, and HTML keeps its tags."""
    assert _Tags(_made("html", _sheet(words))).tags == _Tags(_made("html", _sheet("harmless"))).tags
    assert _made("canvas-pdf", _sheet(words)).startswith(b"%PDF")
    for form in ("markdown", "adr", "canvas"):
        lines = _made(form, _sheet(words)).decode().splitlines()
        assert [line for line in lines if line.startswith(("<", "    "))] == []


def test_the_published_schema_is_that_of_the_file(request: pytest.FixtureRequest) -> None:
    """And files keep to it."""
    same_as_file(SCHEMA, schema(), request)
    validator = Draft202012Validator(json.loads(SCHEMA.read_text()))
    for name, sheet in SHEETS.items():
        made = json.loads(_made("json", sheet))
        assert list(validator.iter_errors(made)) == [], name
    assert list(validator.iter_errors({**made, "trace": [{"rule": 1}]}))


def test_a_file_that_is_too_large_is_refused_with_its_limit() -> None:
    """Ten megabytes are not read."""
    with pytest.raises(SheetError, match=f"too_large.*{MAX_BRIEF:,} bytes"):
        read_sheet(b'{"sheet": {"title": "' + b"x" * 10_000_000 + b'"}}', RULEBASE)


@pytest.mark.parametrize(
    "broken", ['{"sheet": ', '{"sheet": {"answers": 3}}', '{"sheet" {}}', "[" * 100_000, '{"a": {"b": 1}}']
)
def test_what_is_no_brief_gets_a_located_error(broken: str) -> None:
    """And never a stack trace."""
    with pytest.raises(SheetError, match=r"sheet:\d+:\d+: "):
        read_sheet(broken.encode(), RULEBASE)


def test_without_the_typesetter_one_is_told_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The other forms need nothing more."""
    monkeypatch.setitem(sys.modules, "typst", None)
    typesetting._compiler.cache_clear()
    with pytest.raises(UserError, match=r"pip install .should-i-use-ml\[pdf\]"):
        _made("pdf", SHEETS["clerk"])
    assert [form for form, made in FORMS.items() if not made.typeset and not _made(form, SHEETS["clerk"])] == []


def test_rules_without_a_canvas_do_not_offer_one() -> None:
    """Asked for all the same, it is an error for people."""
    manifest = RULEBASE.manifest.model_copy(update={"canvas": None})
    without: RuleBase = RULEBASE.model_copy(update={"manifest": manifest})
    assert set(offered(RULEBASE)) - set(offered(without)) == {"canvas", "canvas-html", "canvas-pdf"}
    with pytest.raises(UserError, match="no canvas"):
        render("canvas", without, assess(RULEBASE, SHEETS["clerk"]))
    with pytest.raises(UserError, match="no form `pfd`"):
        render("pfd", RULEBASE, assess(RULEBASE, SHEETS["clerk"]))


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Late parcels!", "late-parcels.pdf"),
        ("../../etc", "etc.pdf"),
        ("Café Zoë & Söhne, Straße 2", "cafe-zoe-sohne-strasse-2.pdf"),
        ("Σχέδιο πώλησης", "σχεδιο-πωλησης.pdf"),
        ("हिन्दी 漢字", "हिन्दी-漢字.pdf"),
        ("a very long name of an idea that goes on and on", "a-very-long-name-of-an-idea-that-goes-on.pdf"),
        ("x" * 50, f"{'x' * 40}.pdf"),
        ("🎉 ?", "brief.pdf"),
        ("", "brief.pdf"),
    ],
)
def test_a_file_name_is_safe(title: str, name: str) -> None:
    """Whatever the idea is called."""
    assert file_name("pdf", title) == name


def test_templates_travel_beside_the_code() -> None:
    """Where the wheel looks for them."""
    assert {path.suffix for path in typesetting.TEMPLATES.iterdir()} >= {".typ", ".html", ".css"}
    assert Path(SCHEMA).is_file()
