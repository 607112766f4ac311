"""What somebody types in a class: the idea of a group and a nickname, and who sees them."""

from __future__ import annotations

import pytest

from framework.classroom.nicknames import MAX_NICKNAME
from framework.classroom.plan import Plan
from framework.classroom.session import Step
from framework.store.participants import MAX_IDEA
from framework.ui import resources
from tests.ui.classroom.hall import to, voted
from tests.ui.looking import healthy, words


@pytest.mark.parametrize("keeps", [False, True])
def test_the_ideas_reach_the_instructor_as_the_phone_says(app, store, keeps):
    """With nicknames only if that was chosen before opening; also from somebody who joins during the vote."""
    room = store.classes.open(Plan(kind="ideas", title="Ideas", keeps_answers=keeps))
    assert "Nobody has written down an idea yet." in words(healthy(app("class_lead", lead=room.lead_key)))
    ann, bo, rude = (store.participants.join(room.key, ()) for _ in range(3))
    store.participants.set_idea(ann.key, "Zebra *crossings*")
    store.participants.set_idea(rude.key, "Something rude")
    store.classes.replace_nickname(room.lead_key, rude.key)
    told = "your instructor, with your nickname" if keeps else "your instructor, without your nickname"
    assert told in words(healthy(app("join", code=room.code)))
    to(store, room, Step.FIRST_VOTE)
    phone = healthy(app("join", code=room.code, me=bo.key))
    assert told in words(phone)
    phone.text_input(key="class_idea").set_value("Late buses").run()
    lead = words(healthy(app("class_lead", lead=room.lead_key)))
    assert "2 ideas" in lead and lead.index("Late buses") < lead.index("Zebra \\*crossings\\*") and "rude" not in lead
    assert (ann.nickname in lead) == keeps
    assert "Late buses" not in words(healthy(app("class_screen", code=room.code)))


@pytest.mark.parametrize(("field", "most"), [("class_idea", MAX_IDEA), ("nickname", MAX_NICKNAME)])
def test_an_idea_or_a_nickname_that_is_too_long_stays_to_be_shortened(app, store, field, most):
    room = store.classes.open(Plan(kind="ideas", title="Ideas"))
    me = store.participants.join(room.key, ())
    store.participants.set_idea(me.key, "Late buses")
    before = store.participants.get(me.key)
    phone = healthy(app("join", code=room.code, me=me.key))
    phone.text_input(key=field).set_value("x" * (most + 1)).run()
    assert f"This has {most + 1} characters; at most {most} are possible." in words(healthy(phone)) and not phone.toast
    assert phone.text_input(key=field).value == "x" * (most + 1)
    assert store.participants.get(me.key) == before
    phone.text_input(key=field).set_value("x" * most).run()
    after = store.participants.get(me.key)
    assert "x" * most in (after.idea, after.nickname) and "Not saved" not in words(phone)


def test_a_nickname_that_is_too_long_is_still_there_after_a_step_without_its_field(app, store, ready):
    me = store.participants.join(ready.key, ())
    phone = app("join", code=ready.code, me=me.key)
    assert phone.text_input(key="nickname").value == me.nickname
    phone = healthy(phone.text_input(key="nickname").set_value("x" * 60).run())
    to(store, ready, Step.FIRST_VOTE)
    phone = healthy(phone.run())
    assert "nickname" not in [field.key for field in phone.text_input]
    to(store, ready, Step.COUNTED)
    phone = healthy(phone.run())
    assert phone.text_input(key="nickname").value == "x" * 60 and "This has 60 characters" in words(phone)
    assert store.participants.get(me.key).nickname == me.nickname


def test_who_brings_another_idea_is_asked_to_explain_it(app, store):
    """Two different ideas: nobody is asked to convince the other; the other's idea is named, as text."""
    from framework.classroom.pairs import SavedGroup

    room = store.classes.open(Plan(kind="ideas", title="Ideas"))
    ann, bo = (store.participants.join(room.key, ()) for _ in range(2))
    store.participants.set_idea(bo.key, "<b>Late</b> buses")
    room = to(store, room, Step.FIRST_VOTE, Step.COUNTED)
    question = next(iter(resources.rules().closed_questions))
    group = SavedGroup(members=(ann.key, bo.key), questions=(question,))
    store.classes.go(room.lead_key, Step.DISCUSSION, [group])
    said = words(healthy(app("join", code=room.code, me=ann.key)))
    assert "&lt;b&gt;Late&lt;/b&gt; buses" in said and "convince" not in said


def test_partners_find_each_other_when_a_nickname_is_replaced(app, store, ready):
    """The instructor replaces it while they discuss: both phones show the same new name, and the old one is nowhere."""
    from framework.classroom.pairs import SavedGroup

    ann, bo = (store.participants.join(ready.key, ()) for _ in range(2))
    store.participants.rename(ann.key, "Something rude")
    room = to(store, ready, Step.FIRST_VOTE, Step.COUNTED)
    group = SavedGroup(members=(ann.key, bo.key), questions=room.plan.questions[:1])
    store.classes.go(room.lead_key, Step.DISCUSSION, [group])
    phones = [app("join", code=room.code, me=person.key) for person in (ann, bo)]
    assert all("Something rude" in words(healthy(phone)) for phone in phones)
    lead = healthy(app("class_lead", lead=room.lead_key))
    lead.selectbox(key="replace").set_value(ann.key).run()
    lead.button(key="replace_go").click().run()
    now = store.participants.get(ann.key).nickname
    mine, theirs = (words(healthy(phone.run())) for phone in phones)
    assert f'<p class="big own">{now}</p>' in mine and "Not there? Join another pair." in mine
    assert "Your instructor has given you this nickname" in mine
    assert f'<p class="big">{now}</p>' in theirs
    assert "rude" not in mine + theirs + words(healthy(lead))


def test_who_comes_after_the_first_vote_can_still_change_the_nickname(app, store, ready):
    room, _ = voted(store, ready, {ready.plan.questions[0]: "not_sure"})
    late = store.participants.join(room.key, ())
    phone = healthy(app("join", code=room.code, me=late.key))
    phone.text_input(key="nickname").set_value("Late Heron").run()
    assert store.participants.get(late.key).nickname == "Late Heron"
