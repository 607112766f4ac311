"""A store that fails after a page came up: what was pressed, and the parts that run alone, say so in words."""

from __future__ import annotations

import json
import sqlite3

import pytest
from sqlalchemy import event

from framework.classroom.plan import Plan
from framework.errors import StoreError
from framework.languages import catalogue
from framework.store import Purpose
from framework.store.links import LinkTable
from framework.store.opinions import OpinionTable
from framework.store.participants import ParticipantTable
from framework.store.work import WorkTable
from framework.ui import device, resources
from framework.ui.components.interview import quick_check
from tests.ui.looking import french, healthy, words

FAILS = "The disk is full."


@pytest.fixture
def broken(monkeypatch):
    """Makes one thing that the store does fail from now on."""

    def make(table, name):
        def fail(*_args, **_kwargs):
            raise StoreError(FAILS, "Free some space.")

        monkeypatch.setattr(table, name, fail)

    return make


@pytest.fixture
def idea(new_work):
    return new_work(title="Late parcels", answers=dict(resources.rules().cases[0].answers))


def on_device(at, *keys):
    at.session_state[device._TOLD] = json.dumps({key: {} for key in keys})
    return healthy(at.run())


def pressed(at, key):
    """Press, and see that the page is still there and says what went wrong."""
    at.button(key=key).click().run()
    assert FAILS in "".join(toast.value for toast in healthy(at).toast)
    assert at.title or at.header
    return at


@pytest.mark.parametrize(("button", "method"), [("copy_0", "create"), ("deleted_{mark}", "delete")])
def test_an_idea_that_cannot_be_changed(app, idea, broken, button, method):
    at = on_device(app("ideas"), idea)
    broken(WorkTable, method)
    assert "Late parcels" in words(pressed(at, button.format(mark=device.mark(idea))))


def test_a_link_that_cannot_be_made(app, idea, broken):
    at = healthy(app("brief", work=idea))
    button = next(button for button in at.button if button.key.startswith("link_read"))
    broken(LinkTable, "renew")
    pressed(at, button.key)


def test_what_cannot_be_saved_is_told_in_the_language_of_the_page_and_logged(app, monkeypatch, caplog):
    said = "There is no saved work under this address.", "It may have been deleted. Start again."

    def fail(*_args, **_kwargs):
        raise StoreError(*said)

    at = healthy(french(app).button(key="begin").click().run())
    for method in ("create", "save"):
        monkeypatch.setattr(WorkTable, method, fail)
    (toast,) = healthy(at.text_input(key="title").set_value("Colis").run()).toast
    assert toast.value == "Ce n'est pas enregistré. " + " ".join(catalogue.say("fr", text) for text in said)
    assert f"store: {said[0]}" in caplog.text


def test_what_the_database_said_is_for_the_log_alone(app, idea, monkeypatch, caplog):
    """It names the machine and the account of the database, which are nobody's business in class."""

    def fail(*_args, **_kwargs):
        raise StoreError(FAILS, "Try again.", reason="connection to 10.0.0.7 failed for user app")

    monkeypatch.setattr(WorkTable, "get", fail)
    at = app("brief", work=idea)
    assert FAILS in words(at) and "Try again." in words(at)
    assert "10.0.0.7" not in words(at) and "The disk is full: connection to 10.0.0.7 failed for user app" in caplog.text


def test_an_opinion_that_cannot_be_asked_for(app, idea, broken):
    at = healthy(app("brief", work=idea))
    broken(OpinionTable, "invite")
    pressed(at, "link_opinion_make")


@pytest.mark.parametrize(("button", "method"), [("hand_in", "hand_in"), ("deleted_{id}", "remove")])
def test_an_opinion_that_cannot_be_handed_in_or_deleted(app, store, idea, new_work, broken, button, method):
    mine = new_work(title="Late parcels", answers=dict(resources.rules().cases[0].answers))
    store.opinions.invite(idea, "Ada", shared=False)
    store.opinions.begin(idea, mine, "Bob")
    at = healthy(app("second_opinion", work=mine if button == "hand_in" else idea))
    broken(OpinionTable, method)
    pressed(at, button.format(id=store.opinions.get(mine).id))


def test_rules_that_cannot_be_taken_over(app, store, broken, idea, monkeypatch):
    store.work.adopt(idea, "0" * 64)
    store.work.save(idea, store.work.get(idea).sheet.answered("gone", "yes"))
    at = healthy(app("review", work=idea))
    broken(WorkTable, "adopt")
    pressed(at, "adopt")


def test_a_line_that_cannot_be_saved_in_class(app, store, broken):
    rulebase = resources.rules()
    plan = Plan(kind="ideas", title="Ours", rulebase=rulebase.manifest.id, digest=rulebase.digest)
    me = store.participants.join(store.classes.open(plan).key, ())
    at = healthy(app("join", me=me.key))
    broken(ParticipantTable, "set_idea")
    at.text_input(key="class_idea").set_value("Parcels").run()
    assert FAILS in "".join(toast.value for toast in healthy(at).toast)


def test_a_mistake_of_ours_in_a_callback_is_told_and_does_not_take_the_page_away(app, idea, monkeypatch):
    at = on_device(app("ideas"), idea)
    monkeypatch.setattr(WorkTable, "delete", lambda *_: 1 / 0)
    at.button(key=f"deleted_{device.mark(idea)}").click().run()
    assert "It is our mistake" in "".join(toast.value for toast in healthy(at).toast)


def test_a_part_that_fails_leaves_the_rest_of_the_page(app, monkeypatch):
    def fail(*_):
        raise StoreError(FAILS, "Free some space.")

    monkeypatch.setattr(quick_check, "show", fail)
    at = app("interview", way="quick")
    assert not at.exception
    assert FAILS in words(at)
    assert "Rules:" in words(at), "the footer, which comes after the part"


@pytest.fixture
def read_only(database):
    """A store on a database that takes no change from now on, as `resources.store()` gives it."""
    store = resources._store(database)

    def make():
        store.engine.dispose()
        event.listen(store.engine, "connect", lambda connection, _: connection.execute("PRAGMA query_only=ON"))

    return make


def _aged(database):
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE work SET opened_at = '2000-01-01 00:00:00.000000'")
    connection.close()


def test_a_brief_can_be_read_in_a_database_that_takes_no_change(app, idea, database, read_only):
    resources.store().links.renew(idea, Purpose.READ)
    link = resources.store().links.renew(idea, Purpose.READ)
    _aged(database)
    read_only()
    assert "Late parcels" in words(healthy(app("brief", work=idea)))
    assert "Late parcels" in words(healthy(app("brief", read=link)))
