"""A class is opened: a ready one, one of a case, one of the instructor's own; and its sheet of exercises."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from framework.classroom.plan import MAX_DESCRIPTION, MAX_TITLE, Plan
from framework.classroom.session import Step
from framework.store.work import WorkTable
from framework.ui import device, resources
from tests.ui.classroom.hall import to
from tests.ui.looking import buttons, healthy, words


@pytest.fixture
def idea_here(new_work):
    return new_work(title="Late parcels")


def test_a_ready_class_is_opened_with_one_tap(app, store):
    at = healthy(app("class"))
    at.button(key=f"open_{resources.rules().classes[0].id}").click().run()
    healthy(at)
    assert at.query_params["lead"]
    assert "Start the first vote" in buttons(at)


def test_a_class_that_was_prepared_on_a_friday_is_there_on_monday(app, store):
    """Unless another life is chosen; the page says which it is."""
    at = healthy(app("class"))
    assert "deleted by itself after 7 days" in words(at)
    room = _opened(at, store)
    assert room.expires_at - room.created_at == timedelta(days=7)
    at = healthy(app("class"))
    at.radio(key="days").set_value(1).run()
    assert "deleted by itself after a day" in words(at)
    room = _opened(at, store)
    assert room.expires_at - room.created_at == timedelta(days=1)


def test_the_link_of_the_instructor_is_in_view_until_the_class_begins(app, store, ready):
    at = healthy(app("class_lead", lead=ready.lead_key))
    assert "Save this link now" in words(at) and "do not project it" in words(at)
    assert ready.lead_key in at.code[0].value and "Your link" not in [fold.label for fold in at.expander]
    to(store, ready, Step.FIRST_VOTE)
    at = healthy(app("class_lead", lead=ready.lead_key))
    assert "Save this link now" not in words(at) and ready.lead_key in at.code[0].value
    assert "Your link" in [fold.label for fold in at.expander]


def test_a_browser_lists_the_classes_that_it_opened(app, store, idea_here, monkeypatch):
    """With title, day and step, the last one first; not among the ideas, and no longer once a class is gone."""
    at = healthy(app("class"))
    assert "Your classes" not in words(at)
    room = _opened(at, store)
    assert room.lead_key in at.session_state[device._KEEP]
    second = store.classes.open(Plan(kind="own", title="Weeds *in* beds"))
    to(store, second, Step.FIRST_VOTE)
    gone = store.classes.open(Plan(kind="own", title="Gone"))
    store.classes.delete(gone.lead_key)
    known = {key: {device._LEADS: ""} for key in (gone.lead_key, room.lead_key, second.lead_key)}
    told = json.dumps({**known, idea_here: {}})
    at = app("class")
    at.session_state[device._TOLD] = told
    said = words(healthy(at.run()))
    assert "Your classes" in said and "Gone" not in said
    assert said.index("Weeds \\*in\\* beds") < said.index(f"**{room.plan.title}**")
    assert "Step: First vote." in said and "Step: Join." in said and str(room.created_at.year) in said
    leads = [link.proto.query_string for link in at.get("page_link") if "lead=" in link.proto.query_string]
    assert [second.lead_key in leads[0], room.lead_key in leads[1], len(leads)] == [True, True, 2]
    asked: list[str] = []
    get_many = WorkTable.get_many

    def noted(self: WorkTable, keys: list[str]) -> object:
        asked.extend(keys)
        return get_many(self, keys)

    monkeypatch.setattr(WorkTable, "get_many", noted)
    at = app("ideas")
    at.session_state[device._TOLD] = told
    at.run()
    assert asked == [idea_here]
    assert "Late parcels" in words(healthy(at.run())) and room.plan.title not in words(at)


def test_the_start_page_leads_back_into_the_classes_of_this_device(app, store):
    """To the last class that was opened here and has not ended, and to the last one that was joined; no others."""
    rooms = [store.classes.open(Plan(kind="own", title=f"Weeds *{number}*")) for number in range(3)]
    ann, bo = (store.participants.join(room.key, ()) for room in rooms[:2])
    phone = healthy(app("join", code=rooms[0].code, me=ann.key))
    assert ann.key in phone.session_state[device._KEEP]
    to(store, rooms[2], *list(Step)[1:])
    store.classes.delete(rooms[1].lead_key)
    known = {room.lead_key: {device._LEADS: ""} for room in rooms} | {
        me.key: {device._TAKES_PART: ""} for me in (ann, bo)
    }
    at = app("start")
    assert not [link for link in at.get("page_link") if "Weeds" in link.proto.label]
    at.session_state[device._TOLD] = json.dumps(known)
    at = healthy(at.run())
    found = [link.proto for link in at.get("page_link") if "Weeds" in link.proto.label]
    assert [link.label for link in found] == [
        "Go on leading your class: Weeds \\*0\\*",
        "Back to your class: Weeds \\*0\\*",
    ]
    assert rooms[0].lead_key in found[0].query_string
    assert ann.key in found[1].query_string and rooms[0].code in found[1].query_string
    assert "Weeds" not in words(healthy(app("ideas")))


def test_nothing_on_the_pages_of_a_class_leads_out_of_it(app, store, ready):
    """The projector view opens beside the page of whoever leads; the name of the site leads a phone to itself."""
    me = store.participants.join(ready.key, ())
    lead = healthy(app("class_lead", lead=ready.lead_key))
    assert "Open the projector view" not in [link.proto.label for link in lead.get("page_link")]
    (screen,) = [link.proto for link in lead.get("link_button")]
    assert f"class_screen?code={ready.code}" in screen.url
    phone = healthy(app("join", code=ready.code, me=me.key))
    assert all(me.key in link.proto.query_string for link in phone.get("page_link"))


def test_a_projector_with_a_wrong_code_leads_to_where_it_can_be_typed_again(app, ready):
    at = healthy(app("class_screen", code="ZZZZZZ", language="fr"))
    (link,) = [link.proto for link in at.get("page_link") if link.proto.label == "Saisir le code de nouveau"]
    assert link.page.endswith("join") and "code" not in link.query_string and "language=fr" in link.query_string


def _opened(at, store):
    at.button(key=f"open_{resources.rules().classes[0].id}").click().run()
    lead = healthy(at).query_params["lead"]
    return store.classes.by_lead(lead if isinstance(lead, str) else lead[0])


@pytest.mark.parametrize("kind", ["own", "ideas"])
def test_a_class_without_a_case_asks_everybody_what_can_matter_for_them(app, store, kind):
    """A case that the instructor typed, and an idea that each group brings: opened on the page, answered on a phone."""
    at = healthy(app("class"))
    at.radio(key="kind").set_value(kind).run()
    at.text_input(key="own_title").set_value("Which *bus* is late?").run()
    at.text_area(key="own_description").set_value("Ten lines, two depots.").run()
    at.button(key="open_own").click().run()
    lead = at.query_params["lead"]
    room = store.classes.by_lead(lead if isinstance(lead, str) else lead[0])
    assert room.plan.kind == kind and room.plan.title == "Which *bus* is late?" and room.plan.questions == ()
    me = store.participants.join(room.key, ())
    phone = healthy(app("join", code=room.code, me=me.key))
    assert any(field.key == "class_idea" for field in phone.text_input) == (kind == "ideas")
    if kind == "ideas":
        phone.text_input(key="class_idea").set_value("Late buses").run()
        assert store.participants.get(me.key).idea == "Late buses"
    to(store, room, Step.FIRST_VOTE)
    phone = healthy(app("join", code=room.code, me=me.key))
    for answered in (1, 2):
        next(button for button in phone.button if (button.key or "").endswith("not_sure")).click().run()
        assert len({vote.question for vote in store.participants.seat(me.key).votes}) == answered


def test_a_case_of_ones_own_keeps_its_paragraphs(app, store):
    """On phones, and on the projector."""
    at = healthy(app("class"))
    at.radio(key="kind").set_value("own").run()
    at.text_input(key="own_title").set_value("Buses").run()
    at.text_area(key="own_description").set_value("Ten lines.\n\n\nTwo *depots*.\n").run()
    at.button(key="open_own").click().run()
    lead = at.query_params["lead"]
    room = store.classes.by_lead(lead if isinstance(lead, str) else lead[0])
    assert room.plan.description == "Ten lines.\nTwo *depots*."
    me = store.participants.join(room.key, ())
    assert "Ten lines.\n\nTwo \\*depots\\*." in words(healthy(app("join", code=room.code, me=me.key)))
    to(store, room, Step.FIRST_VOTE)
    assert "<p>Ten lines.</p><p>Two *depots*.</p>" in words(healthy(app("class_screen", code=room.code)))


@pytest.mark.parametrize(
    ("field", "most"), [("own_title", MAX_TITLE), ("own_description", MAX_DESCRIPTION)], ids=["title", "description"]
)
def test_a_text_that_is_too_long_is_refused_in_words_and_kept(app, store, field, most):
    at = healthy(app("class"))
    at.radio(key="kind").set_value("own").run()
    at.text_input(key="own_title").set_value("Buses").run()
    typed = "a" * (most + 1)
    found = next(each for each in (*at.text_input, *at.text_area) if each.key == field)
    assert not found.proto.max_chars, "a browser ignores what is longer without a word"
    found.set_value(typed).run()
    said = words(at)
    assert f"This has {most + 1:,} characters; at most {most:,} are possible." in said
    at = healthy(at.button(key="open_own").click().run())
    kept = next(each for each in (*at.text_input, *at.text_area) if each.key == field)
    assert kept.value == typed and "lead" not in at.query_params


def test_an_exercise_sheet_is_offered_in_every_form(app, store):
    """Beside the classes, with or without its solutions; the number that was typed makes the sheet."""
    at = healthy(app("class"))
    assert at.radio(key="exercise_part").value == "exercises", "nobody hands out solutions by accident"
    at.text_input(key="exercise_seed").set_value("<b>Ada</b>").run()
    at.radio(key="exercise_part").set_value("solutions").run()
    shown = healthy(at)
    assert [item.proto.label for item in shown.get("download_button")] == ["PDF", "Web page", "Markdown", "Text"]
    at.text_input(key="exercise_seed").set_value("Ada " * 20).run()
    assert "This has 79 characters; at most 40 are possible." in words(healthy(at))
    assert all(item.proto.disabled for item in at.get("download_button")), "no file for a part of the name"


def test_an_instructor_reads_the_case_and_not_its_end_before_opening(app, store):
    """The description of the case that is chosen stands under it, and opens with it."""
    case = max(resources.rules().cases, key=lambda case: case.title)
    at = healthy(app("class"))
    at.selectbox(key="class_case").set_value(case).run()
    assert case.description in words(healthy(at)) and case.source.what_it_says not in words(at)
    at.button(key="open_case").click().run()
    lead = at.query_params["lead"]
    assert store.classes.by_lead(lead if isinstance(lead, str) else lead[0]).plan.case == case.id
