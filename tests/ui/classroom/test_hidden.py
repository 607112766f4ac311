"""What a step hides is not in what a browser is sent, nothing tells of a few, and nothing typed is markup."""

from __future__ import annotations

import re
from urllib.parse import parse_qs

import pytest

from framework.classroom.plan import plan_of_case
from framework.classroom.session import NEXT, Step
from framework.ui import resources
from tests.ui.classroom.hall import all_sent, figures, to
from tests.ui.looking import healthy


def _windows(room, person):
    """The pages of a phone, of the projector and of the instructor, with what stands in their addresses."""
    phone, screen = {"code": room.code, "me": person.key}, {"code": room.code}
    return {"join": phone, "class_screen": screen, "class_lead": {"lead": room.lead_key}}


def test_a_student_is_sent_nothing_that_the_step_hides(app, store, ready):
    """All steps before the reveal: neither outcome nor verdicts, and the room's answers only where they are shown."""
    me = store.participants.join(ready.key, ())
    case = resources.rules().case[ready.plan.case]
    room, step = ready, Step.LOBBY
    others = store.participants.join(ready.key, (), simulated=8)
    while True:
        sent = all_sent(healthy(app("join", code=ready.code, me=me.key)))
        if step is Step.REVEAL:
            assert case.source.what_it_says[:40] in sent.replace("\\", "")
            break
        assert case.source.what_it_says[:40] not in sent.replace("\\", "")
        assert case.lesson and case.lesson not in sent
        assert others.nickname not in sent or step is Step.DISCUSSION
        hall = all_sent(healthy(app("class_screen", code=ready.code))).replace("\\", "")
        assert not [text for text in (case.source.what_it_says[:40], case.lesson, others.nickname) if text in hall]
        room = to(store, room, NEXT[step][0])
        step = room.step
        if step in (Step.FIRST_VOTE, Step.SECOND_VOTE):
            answers = dict.fromkeys(ready.plan.questions, "not_sure")
            simulated = [person for person in store.participants.of(ready.key) if person.simulated]
            store.votes.cast_many({person.key: answers for person in simulated}, 1 + (step is Step.SECOND_VOTE))


def test_what_people_type_is_text(app, store):
    from framework.classroom.plan import Plan

    harmful = "<script>alert(1)</script>[x](http://y)"
    room = store.classes.open(Plan(kind="own", title=harmful, description=harmful))
    me = store.participants.join(room.key, ())
    store.participants.rename(me.key, "<img src=x>*b*")
    for at in (app("join", code=room.code, me=me.key), app("class_lead", lead=room.lead_key),
               app("class_screen", code=room.code)):  # fmt: skip
        for html in healthy(at).html:
            assert "<script>alert" not in html.value and "<img src=x" not in html.value
        for text in (*at.markdown, *at.title):
            assert "](http" not in text.value.replace("\\]", "")


@pytest.mark.parametrize("small", [False, True])
def test_no_window_shows_a_figure_about_fewer_than_five(app, store, small):
    """Eight answer the first question, three of them otherwise, and three the next; three vote a second time."""
    rulebase = resources.rules()
    case = rulebase.case[rulebase.classes[0].case]
    asked = rulebase.classes[0].questions[:2]
    room = store.classes.open(plan_of_case(rulebase, case, {"small": small}, questions=asked))
    people = [store.participants.join(room.key, ()) for _ in range(8)]
    one, two = ([option.id for option in rulebase.questions[id_].options][:2] for id_ in asked)
    few, many = rulebase.answer_text(asked[0], one[0]), rulebase.answer_text(asked[0], one[1])
    room = to(store, room, Step.FIRST_VOTE)
    for place, person in enumerate(people):
        store.votes.cast(person.key, 1, {asked[0]: one[place >= 3]} | ({asked[1]: two[0]} if place < 3 else {}))
    room = to(store, room, Step.COUNTED, Step.HISTOGRAM)
    windows = [
        figures(healthy(app("join", code=room.code, me=people[0].key))),
        figures(healthy(app("class_screen", code=room.code))),
        figures(healthy(app("class_lead", lead=room.lead_key))),
    ]
    for sent in windows:
        assert ("38 %" in sent or "| 3 |" in sent) == small, sent
    assert (few in windows[0]) == (many in windows[0]) == small
    title = rulebase.questions[asked[1]].short
    assert [title in sent for sent in windows[:2]] == [small, small]
    room = to(store, room, Step.DISCUSSION, Step.SECOND_VOTE)
    for person in people[:3]:
        store.votes.cast(person.key, 2, {asked[0]: one[1]})
    room = to(store, room, Step.REVEAL)
    at = healthy(app("class_lead", lead=room.lead_key))
    assert "| 8 |" in figures(at), "all have an answer in the second vote: five that of the first"
    assert ("| 3 |" in figures(at)) == small


def test_where_nearly_all_agree_every_window_says_so_in_words(app, store):
    """Twelve, of whom two answer otherwise: fewer than five do, and how many of 100 pairs would tell how many."""
    rulebase = resources.rules()
    case, question = rulebase.case[rulebase.classes[0].case], rulebase.questions[rulebase.classes[0].questions[0]]
    room = store.classes.open(plan_of_case(rulebase, case, questions=[question.id]))
    few, many = (option.id for option in question.options[:2])
    people = [store.participants.join(room.key, ()) for _ in range(12)]
    for step, round_ in ((Step.FIRST_VOTE, 1), (Step.SECOND_VOTE, 2)):
        while room.step is not step:
            room = to(store, room, NEXT[room.step][0])
        for place, person in enumerate(people):
            store.votes.cast(person.key, round_, {question.id: few if place < 2 else many})
    to(store, room, Step.REVEAL)
    for page, where in _windows(room, people[0]).items():
        sent = figures(healthy(app(page, **where)))
        assert "at least 66 %" in sent and "fewer than five" in sent, page
        assert "100 %" not in sent and "17 %" not in sent and "of 100 pairs" not in sent, page
        assert page == "class_screen" or rulebase.answer_text(question.id, many) in sent


def test_advice_is_a_rough_number_in_every_window_where_a_count_is_held_back(app, store):
    """Of 24 one answers otherwise, and two questions make a difference: exact numbers could tell what."""
    rulebase = resources.rules()
    case = rulebase.case[rulebase.classes[0].case]
    asked, reference = rulebase.classes[0].questions, rulebase.accept(case.answers)
    room = store.classes.open(plan_of_case(rulebase, case, questions=asked))
    people = [store.participants.join(room.key, ()) for _ in range(24)]
    changes = [{"action_changes": "output_is_product"}] * 6 + [{"action_changes": "person_acts"}]
    changes += [{"action_changes": "automatic_action"}] * 8
    changes += [{"action_changes": "automatic_action", "plan_aim": "every_case"}] * 9
    for step, round_ in ((Step.FIRST_VOTE, 1), (Step.SECOND_VOTE, 2)):
        while room.step is not step:
            room = to(store, room, NEXT[room.step][0])
        for person, change in zip(people, changes, strict=True):
            answers = {id_: reference[id_] for id_ in asked} | change
            store.votes.cast(person.key, round_, answers)
    to(store, room, Step.REVEAL)
    for page, where in _windows(room, people[0]).items():
        sent = figures(healthy(app(page, **where)))
        rows = re.findall(r"room-verdicts.*?</ul>", sent, re.DOTALL)
        shares = re.findall(r'<b class="n">(.*?)</b>', "".join(rows))
        assert shares and all(re.fullmatch(r"about \d*[05] %", share) for share in shares), (page, shares)
        assert " pairs" not in sent or "In some pairs" in sent


def test_pages_of_a_hall_lead_nowhere_else(app, store, ready):
    """No link on a phone or the projector leads away from the class, and so to what was published: there is the name of
    the site, and the same place in the other language.
    """
    me = store.participants.join(ready.key, ())
    for page, here in (("join", {"code": ready.code, "me": me.key}), ("class_screen", {"code": ready.code})):
        _, other = (link.proto for link in healthy(app(page, **here)).get("page_link"))
        assert other.label == "Français" and other.page == page
        assert parse_qs(other.query_string) == {name: [value] for name, value in {**here, "language": "fr"}.items()}
    assert len(app("class_lead", lead=ready.lead_key).get("page_link")) > 3
