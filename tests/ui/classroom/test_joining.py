"""A phone on its way into a class: the code, the way back to its place, a class that is over or gone."""

from __future__ import annotations

from urllib.parse import parse_qs

import pytest
from sqlalchemy import select, update

from framework.classroom.codes import LENGTH
from framework.classroom.session import NEXT, Step
from framework.languages.catalogue import say
from framework.store import tables
from tests.ui.classroom.hall import to
from tests.ui.looking import french, healthy, words


def test_the_day_of_deletion_is_in_the_language_of_the_page(app, store, ready):
    months = say("fr", "January February March April May June July August September October November December").split()
    assert months[0] == "janvier"
    day = f"{ready.expires_at.day} {months[ready.expires_at.month - 1]} {ready.expires_at.year}"
    assert day in words(healthy(app("join", code=ready.code, language="fr")))
    assert day in words(healthy(app("class_lead", lead=ready.lead_key, language="fr")))
    me = store.participants.join(ready.key, ())
    room = ready
    while room.step is not Step.CLOSED:
        room = to(store, room, NEXT[room.step][-1])
    assert day in words(healthy(app("join", code=ready.code, me=me.key, language="fr")))


def test_a_class_that_is_led_in_french_is_joined_in_french(app, store, ready):
    """From the address on the instructor's page and the projector to the first question; every phone can change the
    language where it is.
    """
    at, room = french(app, "class_lead", lead=ready.lead_key), ready
    (screen,) = [link.proto.url for link in at.get("link_button")]
    assert "language=fr" in screen and "?language=fr</b>" in words(at)
    assert "?language=fr<" in words(french(app, "class_screen", code=ready.code))
    at = healthy(app("join", code=room.code, language="fr"))
    at.button(key="join").click().run()
    assert "Vous y êtes" in words(healthy(at))
    to(store, room, Step.FIRST_VOTE)
    at = healthy(at.run())
    assert "Votez maintenant" in words(at)
    (other,) = [link.proto for link in at.get("page_link") if link.proto.label == "English"]
    there = parse_qs(other.query_string)
    assert there["language"] == ["en"] and there["me"] == [person.key for person in store.participants.of(room.key)]


def test_one_joins_with_the_code_and_comes_back_to_the_same_place(app, store, ready):
    at = healthy(app("join", code=ready.code))
    at.button(key="join").click().run()
    me = at.query_params["me"]
    me = me[0] if isinstance(me, list) else me
    name = store.participants.get(me).nickname
    assert name in words(healthy(at))
    again = healthy(app("join", code=ready.code, me=me))
    assert name in words(again) and len(store.participants.of(ready.key)) == 1


def test_a_second_tap_that_comes_from_the_page_before_leads_to_the_same_place(app, store, ready):
    """Over slow Wi-Fi: the second one, like the page that was loaded again, knows nothing of the first."""
    at = healthy(app("join", code=ready.code))
    at.button(key="join").click().run()
    me = at.query_params["me"]
    at.query_params.clear()
    at.query_params["code"] = ready.code
    again = healthy(at.run())
    assert again.query_params["me"] == me and "You are in" in words(again)
    (person,) = store.participants.of(ready.key)
    other = healthy(app("join", code=ready.code, place=person.key))
    assert f"You are <b>{person.nickname}</b>" in words(other) and "place" not in other.query_params
    new = healthy(app("join", code=ready.code, place="n" * 22))
    new.button(key="join").click().run()
    assert [found.key for found in store.participants.of(ready.key)] == [person.key, "n" * 22]
    next_class = store.classes.open(ready.plan)
    at = healthy(app("join", code=next_class.code, place=person.key))
    at.button(key="join").click().run()
    assert "You are in" in words(healthy(at)) and len(store.participants.of(next_class.key)) == 1


@pytest.mark.parametrize("code", ["K7M4XP", "ABCDEF", "nonsense", "<b>x</b>"])
def test_a_wrong_code_says_so(app, store, code):
    said = "No open class has this code" if len(code) == LENGTH else f"A code has {LENGTH} letters and digits"
    assert said in words(healthy(app("join", code=code)))


@pytest.mark.parametrize("over", [False, True])
def test_who_joins_a_class_that_is_over_knows_it(app, store, ready, over):
    room = ready
    while over and room.step is not Step.CLOSED:
        room = to(store, room, NEXT[room.step][-1])
    assert ("This class is over" in words(healthy(app("join", code=ready.code)))) is over


@pytest.mark.parametrize("end", ["deleted", "its date has passed"])
def test_a_phone_whose_class_is_gone_says_so_and_tries_no_code(app, store, ready, end):
    """However often it wakes up: no code is counted as wrong. The code of the next class leads into that."""
    me = store.participants.join(ready.key, ())
    at = healthy(app("join", code=ready.code, me=me.key))
    if end == "deleted":
        store.classes.delete(ready.lead_key)
    else:
        with store.engine.begin() as connection:
            connection.execute(update(tables.classroom).values(expires_at=ready.created_at))
    for _ in range(3):
        at = healthy(at.run())
        assert at.title[0].value == "The class is over" and "has this code" not in words(at)
    with store.engine.connect() as connection:
        assert connection.execute(select(tables.wrong_code)).all() == []
    following = store.classes.open(ready.plan)
    at.text_input(key="code_typed").set_value(following.code.lower())
    at = healthy(at.button(key="FormSubmitter:code_form-Continue").click().run())
    at = healthy(at.button(key="join").click().run())
    assert len(store.participants.of(following.key)) == 1 and "You are in" in words(at)


def test_a_text_in_place_of_a_code_is_answered_with_how_long_a_code_is(app, store, ready):
    at = healthy(app("join", code="XXXXXX"))
    at.text_input(key="code_typed").set_value("The code is " * 400)
    at = healthy(at.button(key="FormSubmitter:code_form-Continue").click().run())
    said = words(at)
    assert "This has 4,799 characters; at most 12 are possible." in said and "There is no class" not in said
    assert at.text_input(key="code_typed").value == "The code is " * 400
    at.text_input(key="code_typed").set_value(ready.code)
    assert "You get a nickname" in words(at.button(key="FormSubmitter:code_form-Continue").click().run())
