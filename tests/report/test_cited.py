"""A source is named so that it can be found: its authors, its whole title, and an address that can be followed."""

from __future__ import annotations

import io

import pypdf
import pytest

from framework.model.advice import Source
from framework.report.document import full_document
from framework.report.forms import render
from framework.report.html import linked
from framework.report.wording import cited
from tests.knowledge.cases import CASES, RULEBASE, result_of

A_SOURCE = Source(id="a", title="T", author="A", year="2023", url="https://a.example/b", read="full")


@pytest.mark.parametrize(
    ("author", "named"),
    [
        ("C. Huyen, O'Reilly", "C. Huyen"),
        ("S. Kapoor, A. Narayanan, Patterns", "S. Kapoor, A. Narayanan"),
        ("A. Halfaker and R. S. Geiger, Proceedings", "A. Halfaker, R. S. Geiger"),
        ("A. Wang, S. Kapoor, S. Barocas, A. Narayanan", "A. Wang and others"),
        ("J. Perdomo, T. Britton, M. Hardt and R. Abebe", "J. Perdomo and others"),
        ("S.-I. Lee, Ö. Şimşek", "S.-I. Lee, Ö. Şimşek"),
        ("V. Magesh et al., Journal", "V. Magesh and others"),
        ("M. Otani and others, CVPR", "M. Otani and others"),
        ("K. Banachewicz, L. Massaron (after a guide)", "K. Banachewicz, L. Massaron"),
        ("Data Sciences Institute, University of Toronto", "Data Sciences Institute"),
        ("HM Revenue and Customs, a blog", "HM Revenue and Customs"),
    ],
)
def test_authors_are_named_in_one_way(author: str, named: str) -> None:
    said = cited(A_SOURCE.model_copy(update={"author": author}))
    assert said == f"{named} 2023: T. https://a.example/b"


def test_a_source_that_was_named_above_is_named_in_short() -> None:
    source = A_SOURCE.model_copy(update={"author": "A. M. van Wang, S.-K. Lee, B. Or"})
    assert cited(source, titled=False) == "van Wang and others 2023. https://a.example/b"
    assert cited(A_SOURCE.model_copy(update={"author": "M. Wu, U.S. Ott"}), titled=False).startswith("Wu, Ott 2023.")


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Regulation (EU) 2016/679, Article 22", "Regulation (EU) 2016/679"),
        ("Rules (43 rules; number given)", "Rules"),
        ("Rates (help): conversion rate", "Rates"),
        ("Beyond prediction: big data", "Beyond prediction"),
        ("Production, ch. 4 and 5 (cites others)", "Production"),
    ],
)
def test_a_title_ends_where_a_subtitle_or_a_remark_begins(title: str, told: str) -> None:
    assert cited(A_SOURCE.model_copy(update={"title": title})) == f"A 2023: {told}. https://a.example/b"


def test_no_source_is_cited_with_half_a_bracket() -> None:
    said = [cited(source) for source in RULEBASE.sources]
    assert len(said) > 200
    assert [line for line in said if line.count("(") != line.count(")") or "et al" in line] == []


def test_addresses_of_sources_can_be_followed_in_html_and_pdf() -> None:
    found = result_of(RULEBASE, CASES["store_item_sales"])
    sources = [RULEBASE.source[id_] for id_ in full_document(RULEBASE, found).sources]
    urls = {source.url for source in sources if not source.editorial}
    page = render("html", RULEBASE, found).decode()
    pages = pypdf.PdfReader(io.BytesIO(render("pdf", RULEBASE, found))).pages
    notes = [note.get_object() for page in pages for note in page.get("/Annots") or ()]
    linked_to = {note["/A"].get("/URI") for note in notes if "/A" in note}
    assert len(urls) > 3
    assert {url for url in urls if f'<a href="{url}">{url}</a>' not in page} == set()
    assert urls - linked_to == set()


def test_what_is_linked_stays_a_text() -> None:
    said = linked('<b>"x" https://a.example/?b=1&c=2; https://d.example.')
    assert said.startswith("&lt;b&gt;&#34;x&#34; ")
    assert '<a href="https://a.example/?b=1&amp;c=2">https://a.example/?b=1&amp;c=2</a>; ' in said
    assert said.endswith('<a href="https://d.example">https://d.example</a>.')
