"""What is not translated is marked on pages in French, for readers of a page that read aloud."""

from __future__ import annotations

import pytest

from framework.model.rule_index import index_of
from framework.rulebase.translating import in_language
from framework.ui import resources
from tests.ui.looking import french, healthy, marked, words

pytestmark = pytest.mark.usefixtures("half_french")


def untranslated(where: str) -> str:
    """A text of the rules that stays in English, because nobody has translated it."""
    return in_language(resources.own_rules(), "fr").untranslated[where]


def test_what_is_not_translated_is_marked_where_it_stands(app):
    """A reader of the page that reads aloud would pronounce it as French."""
    text = untranslated("risks/alert_fatigue/early_sign")
    assert f'<span lang="en">{text}</span>' in words(french(app, "rule", rule="risks/alert_fatigue"))
    assert 'lang="en"' not in words(healthy(app("rule", rule="risks/alert_fatigue")))
    assert '<br><span lang="en">' in words(french(app, "find", q="data"))
    case = resources.own_rules().cases[0]
    assert case.lesson and untranslated(f"cases/{case.id}/lesson")
    at = french(app, "cases", case=case.id, hidden="yes")
    assert marked(at.main) >= {"description"}, "before its outcome is shown"
    assert marked(french(app, "cases", case=case.id).main) >= {"description", "published", "lesson"}
    assert marked(healthy(app("cases", case=case.id)).main) == set()


def test_a_text_with_places_near_its_start_is_marked_although_they_are_filled(app):
    id_ = "objectives/access_equity"
    assert untranslated(f"{id_}/business_objective").startswith("Bring {business_metric}")
    at = french(app, "rule", rule=id_)
    assert "sentence" in marked(at.main) and "{" not in " ".join(text.value for text in at.markdown)
    title = index_of(in_language(resources.own_rules(), "fr"))[id_].title
    assert '<span lang="en">Bring [' in words(french(app, "find", q=title))
