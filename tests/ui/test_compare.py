"""Comparing ideas on a page: cases, saved ideas by their links, and what is wrong with a link."""

from __future__ import annotations

from framework.model.sheet import Sheet
from framework.store import Purpose
from framework.ui import device, resources
from tests.ui.looking import healthy, words


def test_the_page_asks_for_ideas_until_there_are_two(app):
    at = healthy(app("compare"))
    assert "2 more to go" in words(at)


def test_cases_and_saved_ideas_stand_side_by_side(app, new_work):
    cases = list(resources.rules().case)[:2]
    key = new_work(title="My <b>own</b> idea", answers={})
    at = app("compare")
    at.text_area(key="compared_links").set_value(f"http://localhost/brief?work={key}\nhttp://localhost/x\nhttp://[abc")
    at.multiselect(key="compared_cases").set_value(cases)
    healthy(at.run())
    said = words(at)
    assert "&lt;b&gt;own" in said and "<b>own" not in said
    assert ["Line 2: there is no saved idea" in error.value for error in at.error] == [True, False]
    assert "Line 3" in at.error[1].value
    assert all(resources.rules().case[id_].title[:20] in said for id_ in cases)
    (table,) = [html.value for html in at.html if "Ideas side by side" in html.value]
    assert 'class="stacks"' in table and 'data-column="Verdict:"' in table and table.count('scope="row"') == 3
    assert table.count('<th scope="col" role="columnheader" class="count">') == 4, "numbers leave the room to words"
    healthy(at.selectbox(key="order").set_value("against").run())


def test_the_present_idea_is_one_of_them(app, new_work):
    opening = resources.rules().manifest.interview.opening[0]
    option = resources.rules().questions[opening].options[0].id
    at = app("compare", work=new_work(title="Here", answers={opening: option}))
    assert "Your present idea is included: Here" in words(healthy(at))


def test_a_case_that_is_being_read_is_not_called_ones_own_idea(app):
    case = next(iter(resources.rules().case.values()))
    said = words(healthy(app("compare", case=case.id)))
    assert "The case you are reading is included:" in said and "Your present idea" not in said


def test_a_link_to_read_is_enough_to_compare(app, new_work, store):
    made = store.links.renew(new_work(title="Read only"), Purpose.READ)
    at = app("compare")
    at.text_area(key="compared_links").set_value(f"http://localhost/brief?read={made}")
    at.multiselect(key="compared_cases").set_value(list(resources.rules().case)[:1])
    at = healthy(at.run())
    assert not at.error and "Read only" in words(at)


def test_an_address_with_ideas_of_another_device_says_so(app, new_work, store, monkeypatch):
    key = new_work(title="Mine")
    address = f"{device.mark(key)},0badf00d"
    assert not healthy(app("compare", ideas=address)).warning, "the browser has not told yet"
    monkeypatch.setattr(device, "has_told", lambda: True)
    (told,) = healthy(app("compare", ideas=address)).warning
    assert "not on this device" in told.value
    monkeypatch.setattr(device, "kept", lambda: {key: {}})
    assert not healthy(app("compare", ideas=device.mark(key))).warning
    other = store.work.create("", "other-rules", "x", Sheet(title="Under other rules")).key
    monkeypatch.setattr(device, "kept", lambda: {key: {}, other: {}})
    assert not healthy(app("compare", ideas=device.mark(other))).warning
