"""The size of printed pages: usual where the browser is set up, until somebody chooses another."""

from __future__ import annotations

import pytest
from streamlit.runtime.context import ContextProxy

from framework.ui.components import paper
from tests.ui.brief_sheets import rules, sheet_for
from tests.ui.looking import healthy


@pytest.mark.parametrize(
    ("locale", "usual"),
    [
        ("en-US", "letter"),
        ("en-US-u-hc-h12", "letter"),
        ("es-MX", "letter"),
        ("fr-FR", "a4"),
        ("sv", "a4"),
        ("ca", "a4"),
        (None, "a4"),
    ],
)
def test_the_usual_size_is_that_of_the_territory_and_not_of_the_language(monkeypatch, locale, usual) -> None:
    """`sv` is Swedish, and SV is El Salvador."""
    monkeypatch.setattr(ContextProxy, "locale", locale)
    assert paper.chosen() == usual


def test_the_size_that_somebody_chose_stays_on_other_pages(app, new_work) -> None:
    at = healthy(app("brief", work=new_work(**sheet_for([*rules().outcome][-1]).model_dump(mode="json"))))
    assert at.radio(key="paper").value == "a4"
    at.radio(key="paper").set_value("letter").run()
    assert (healthy(at).radio(key="paper").value, at.session_state["paper_chosen"]) == ("letter", "letter")
