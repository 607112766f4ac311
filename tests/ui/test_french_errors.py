"""What went wrong, and what to do, in French: errors of saved work reach whoever votes or saves an idea."""

from __future__ import annotations

import re
import sqlite3

import pytest
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from framework.classroom.plan import plan_of_case
from framework.errors import UserError
from framework.model.sheet import Sheet
from framework.store import participants
from framework.store.as_json import sheet_json
from framework.store.participants import MAX_PARTICIPANTS
from framework.ui import resources, speech
from tests.ui.looking import french, healthy, words


def test_an_error_of_the_store_is_said_in_french(app, store):
    rulebase = resources.own_rules()
    case = rulebase.cases[0]
    room = store.classes.open(plan_of_case(rulebase, case, {}))
    store.participants.join(room.key, rulebase.nicknames, simulated=MAX_PARTICIPANTS)
    at = french(app, "join", code=room.code)
    at = healthy(at.button(key="join").click().run())
    assert "Cette classe est complète." in words(at)


@pytest.mark.parametrize(
    ("trouble", "told"),
    [
        (PoolTimeout(), ("Vous n'avez pas pu entrer\u00a0: trop d'autres", "Réessayez dans un instant.")),
        (
            OperationalError("", None, sqlite3.OperationalError("database is locked")),
            ("Vous n'avez pas pu entrer.", "toujours là. Réessayez dans un instant."),
        ),
    ],
    ids=["too many at once", "locked"],
)
def test_a_database_that_is_busy_is_told_in_french(app, store, asked, monkeypatch, trouble, told):
    """What could not be done and what to do: each is a text of its own. The words of the database are for the log."""

    def busy(*_: object) -> None:
        raise trouble

    room = store.classes.open(plan_of_case(resources.own_rules(), resources.own_rules().cases[0], {}))
    at = french(app, "join", code=room.code)
    monkeypatch.setattr(participants, "locked_for_votes", busy)
    said = words(healthy(at.button(key="join").click().run()))
    assert [text for text in told if text not in said] == [] and asked.lacking == []
    assert "locked" not in said


def test_an_answer_that_is_too_large_is_told_in_french(monkeypatch):
    monkeypatch.setenv("SHOULD_I_USE_ML_LANGUAGE", "fr")
    sheet = Sheet(words={f"word_{number}": "long " * 100 for number in range(4_000)})
    with pytest.raises(UserError) as error:
        sheet_json(sheet)
    assert "at most 256 kB" in error.value.message
    said, hint = speech.explained(error.value)
    assert re.match(r"Ces réponses occupent \d\u202f\d{3} ko", said) and hint.startswith("Raccourcissez")


def test_an_error_in_one_line_ends_where_its_words_end(monkeypatch):
    monkeypatch.setenv("SHOULD_I_USE_ML_LANGUAGE", "fr")
    full = UserError("This class is full.", "Choose another one.")
    assert speech.as_text(full) == "Cette classe est complète. Choisissez-en un autre."
    assert speech.as_text(UserError("No hint.")) == "No hint."
