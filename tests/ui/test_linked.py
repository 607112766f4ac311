"""Lessons, worked cases and rules lead to one another, and no link leads nowhere."""

from __future__ import annotations

import pytest

from framework.model.citations import citations
from framework.model.rule_id import SOURCES, parts_of, rule_id
from framework.model.rule_index import index_of
from framework.ui import resources
from tests.ui.brief_sheets import rules
from tests.ui.looking import dangling, healthy, words

ONE_OF_EACH = {parts_of(id_)[0]: id_ for id_ in index_of(rules()) if len(parts_of(id_)) == 2}
"""A rule of each kind."""


def test_a_link_that_leads_nowhere_is_noticed():
    lesson = rules().lessons[0]
    for link in ("rule?rule=criteria/nobody", "cases?case=x", "learn?lesson=x", f"learn?lesson={lesson.id}#x"):
        assert dangling(f'<a href="{link}">')
    assert not dangling(f'<a href="learn?lesson={lesson.id}#{lesson.blocks[0].id}">')


@pytest.mark.parametrize("id_", ONE_OF_EACH.values(), ids=ONE_OF_EACH)
def test_a_rule_of_each_kind_leads_only_to_what_exists(app, id_):
    assert not dangling(words(healthy(app("rule", rule=id_))))


def test_a_case_leads_to_the_lessons_that_use_it(app):
    lesson, block, case = next(
        (lesson, block, block.cases[0]) for lesson in rules().lessons for block in lesson.blocks if block.cases
    )
    said = words(healthy(app("cases", case=case)))
    assert f"lesson={lesson.id}#{block.id}" in said
    assert not dangling(said)


def test_a_source_shows_how_it_was_read_and_what_rests_on_it(app):
    source = rules().sources[0]
    said = words(healthy(app("rule", rule=rule_id(SOURCES, source.id))))
    assert source.read in said
    assert source.url in said
    resting = [id_ for id_ in citations(rules())[source.id] if not id_.startswith("lessons")]
    assert f"rule={resting[0].replace('/', '%2F')}" in said


@pytest.mark.parametrize(("query", "wanted", "said"), [
    ("Kleinberg", "sources/kmr", "J. Kleinberg, S. Mullainathan, M. Raghavan"),
    ("notebook only the research half", "remarks/notebook_is_research", "A result in a notebook is only"),
    ("help that reaches the people who need it", "objectives/access_equity", "[the number that counts]"),
])  # fmt: skip
def test_the_search_leads_to_pages_of_rules_and_says_what_they_are_about(app, query, wanted, said):
    page = words(healthy(app("find", q=query)))
    line = page.partition(f'rule={wanted.replace("/", "%2F")}"')[2].partition("</li>")[0]
    assert said in line
    assert not dangling(page)


def test_a_misspelled_word_finds_what_was_meant(app):
    """Without a further tap where it finds nothing itself; what is spelled right is not spoken of."""
    said, after = words(healthy(app("find", q="retreival"))), words(healthy(app("find", q="retrieval")))
    assert "Results for “retrieval”" in said and "Nothing was found" not in said
    assert "Results for" not in after and said.count("<li") == after.count("<li") > 0


def test_a_word_that_no_page_has_is_not_replaced_where_others_are_found(app):
    at = healthy(app("find", q="*loan* arrears"))
    assert "Results for" not in words(at) and words(at).count("<li") == len(resources.search().find("loan arrears"))
    (link,) = [link for link in at.get("page_link") if "Did you mean" in link.proto.label]
    assert link.proto.label == "Did you mean “\\*loan\\* areas”?"
    assert "areas" in link.proto.query_string


def test_the_search_says_where_no_page_has_all_words(app):
    assert "No page has all of these words." in words(healthy(app("find", q="random forest")))
    assert "No page has" not in words(healthy(app("find", q="overfitting")))
