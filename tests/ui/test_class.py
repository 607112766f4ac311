"""The pages of a class in memory: what a step hides is not in what the browser is sent, and nothing typed is markup."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
import streamlit as st

from framework.classroom.codes import shown_code
from framework.classroom.plan import plan_of_case
from framework.classroom.session import NEXT, Step
from framework.languages.catalogue import say
from framework.store.participants import Pulse
from framework.ui import address, memory, resources
from framework.ui.components.classroom import live
from tests.ui.looking import buttons, healthy, words


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch):
    """What a page keeps for a second is read anew by each test; a page in memory has no network address."""
    monkeypatch.setattr(live, "_pulse", lambda key: resources.store().participants.pulse(key))


@pytest.fixture
def ready(store):
    rulebase = resources.rules()
    chosen = rulebase.classes[0]
    case = rulebase.case[chosen.case]
    return store.classes.open(plan_of_case(rulebase, case, {"ready": chosen.id}, questions=chosen.questions))


def _to(store, room, *steps):
    for step in steps:
        room = store.classes.go(room.lead_key, step)
    return room


def _all_sent(at) -> str:
    """Everything in the messages to the browser."""
    return "\n".join(str(element.proto) for element in at.main if hasattr(element, "proto")) + words(at)


def test_a_ready_class_is_opened_with_one_tap(app, store):
    at = healthy(app("class"))
    at.button(key=f"open_{resources.rules().classes[0].id}").click().run()
    healthy(at)
    assert at.query_params["lead"]
    assert "Start the first vote" in buttons(at)


def test_the_projector_shows_what_was_advised_before_and_after(app, store, ready):
    store.participants.join(ready.key, (), simulated=6)
    people, room = store.participants.of(ready.key), ready
    for step, round_ in ((Step.FIRST_VOTE, 1), (Step.SECOND_VOTE, 2)):
        while room.step is not step:
            room = _to(store, room, NEXT[room.step][-1])
        answers = dict.fromkeys(ready.plan.questions, "not_sure")
        store.participants.cast_many({person.key: answers for person in people}, round_)
    _to(store, room, Step.REVEAL)
    assert "<h2>First vote</h2>" in (screen := words(healthy(app("class_screen", code=ready.code))))
    assert screen.index("<h2>First vote</h2>") < screen.index("<h2>Second vote</h2>") < screen.index("Published")


def test_the_day_of_deletion_is_in_the_language_of_the_page(app, store, ready):
    months = say("fr", "January February March April May June July August September October November December").split()
    assert months[0] == "janvier"
    day = f"{ready.expires_at.day} {months[ready.expires_at.month - 1]} {ready.expires_at.year}"
    assert day in words(healthy(app("join", code=ready.code, language="fr")))
    assert day in words(healthy(app("class_lead", lead=ready.lead_key, language="fr")))
    me = store.participants.join(ready.key, ())
    room = ready
    while room.step is not Step.CLOSED:
        room = _to(store, room, NEXT[room.step][-1])
    assert day in words(healthy(app("join", code=ready.code, me=me.key, language="fr")))


def test_one_joins_with_the_code_and_comes_back_to_the_same_place(app, store, ready):
    at = healthy(app("join", code=ready.code))
    at.button(key="join").click().run()
    me = at.query_params["me"]
    me = me[0] if isinstance(me, list) else me
    name = store.participants.get(me).nickname
    assert name in words(healthy(at))
    again = healthy(app("join", code=ready.code, me=me))
    assert name in words(again) and len(store.participants.of(ready.key)) == 1


@pytest.mark.parametrize("code", ["K7M4XP", "nonsense", "<b>x</b>"])
def test_a_wrong_code_says_so(app, store, code):
    assert "There is no class with this code now" in words(healthy(app("join", code=code)))


def test_a_student_is_sent_nothing_that_the_step_hides(app, store, ready):
    """All steps before the reveal: neither outcome nor verdicts, and the room's answers only where they are shown."""
    me = store.participants.join(ready.key, ())
    case = resources.rules().case[ready.plan.case]
    room, step = ready, Step.LOBBY
    others = store.participants.join(ready.key, (), simulated=8)
    while True:
        sent = _all_sent(healthy(app("join", code=ready.code, me=me.key)))
        if step is Step.REVEAL:
            assert case.source.what_it_says[:40] in sent.replace("\\", "")
            break
        assert case.source.what_it_says[:40] not in sent.replace("\\", "")
        assert case.lesson and case.lesson not in sent
        assert others.nickname not in sent or step is Step.DISCUSSION
        hall = _all_sent(healthy(app("class_screen", code=ready.code))).replace("\\", "")
        assert not [text for text in (case.source.what_it_says[:40], case.lesson, others.nickname) if text in hall]
        room = _to(store, room, NEXT[step][0])
        step = room.step
        if step in (Step.FIRST_VOTE, Step.SECOND_VOTE):
            answers = dict.fromkeys(ready.plan.questions, "not_sure")
            simulated = [person for person in store.participants.of(ready.key) if person.simulated]
            store.participants.cast_many({person.key: answers for person in simulated}, 1 + (step is Step.SECOND_VOTE))


def test_a_vote_after_the_close_is_refused_on_the_page_too(app, store, ready):
    me = store.participants.join(ready.key, ())
    _to(store, ready, Step.FIRST_VOTE)
    at = healthy(app("join", code=ready.code, me=me.key))
    picks = [button for button in at.button if (button.key or "").startswith(("pick_", "go_"))]
    _to(store, ready, Step.COUNTED)
    tapped = next(button for button in picks if button.key.endswith("not_sure"))
    tapped.click().run()
    assert store.participants.seat(me.key).votes == ()
    assert any("closed" in toast.value for toast in at.toast)


def test_nobody_leads_with_the_code(app, store, ready):
    for lead in (ready.code, ready.key, "x" * 22):
        at = healthy(app("class_lead", lead=lead))
        assert "There is no class under this address" in words(at)
    screen = healthy(app("class_screen", code=ready.code))
    assert ready.lead_key not in _all_sent(screen) and not buttons(screen)
    assert shown_code(ready.code) in words(screen)


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


def test_the_dashboard_shows_the_deciding_question_and_what_to_take_home(app, store, ready):
    at = healthy(app("class_lead", lead=ready.lead_key))
    at.button(key="rehearse").click().run()
    for step in ("first_vote", "counted", "discussion", "second_vote", "reveal"):
        at.button(key=f"go_on_{step}").click().run()
        healthy(at)
    said = words(at)
    case = resources.rules().case[ready.plan.case]
    assert "The room as a whole" in said and case.lesson in said and "As we read the source</p>" in said
    assert len(store.participants.votes(ready.key)) == 2 * 30 * len(ready.plan.questions)
    assert len(at.get("download_button")) == 2
    assert store.classes.by_lead(ready.lead_key).pairs


def _figures(at) -> str:
    """Every number that the page shows about answers, with its words."""
    return "\n".join([*(item.value for item in at.html), *(item.value for item in at.markdown)])


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
    room = _to(store, room, Step.FIRST_VOTE)
    for place, person in enumerate(people):
        store.participants.cast(person.key, 1, {asked[0]: one[place >= 3]} | ({asked[1]: two[0]} if place < 3 else {}))
    room = _to(store, room, Step.COUNTED, Step.HISTOGRAM)
    windows = [
        _figures(healthy(app("join", code=room.code, me=people[0].key))),
        _figures(healthy(app("class_screen", code=room.code))),
        _figures(healthy(app("class_lead", lead=room.lead_key))),
    ]
    for sent in windows:
        assert ("38 %" in sent or "| 3 |" in sent) == small, sent
    assert (few in windows[0]) == (many in windows[0]) == small
    title = rulebase.questions[asked[1]].short
    assert [title in sent for sent in windows[:2]] == [small, small]
    room = _to(store, room, Step.DISCUSSION, Step.SECOND_VOTE)
    for person in people[:3]:
        store.participants.cast(person.key, 2, {asked[0]: one[1]})
    room = _to(store, room, Step.REVEAL)
    at = healthy(app("class_lead", lead=room.lead_key))
    assert ("Second vote |" in _figures(at)) == small
    assert ("Fewer than five have answered a second time" in words(at)) != small
    assert ("Who changed their mind" in words(at)) == small


def test_where_nearly_all_agree_every_window_says_so_in_words(app, store):
    """Twelve, of whom two answer otherwise: fewer than five do, and how many of 100 pairs would tell how many."""
    rulebase = resources.rules()
    case, question = rulebase.case[rulebase.classes[0].case], rulebase.questions[rulebase.classes[0].questions[0]]
    room = store.classes.open(plan_of_case(rulebase, case, questions=[question.id]))
    few, many = (option.id for option in question.options[:2])
    people = [store.participants.join(room.key, ()) for _ in range(12)]
    for step, round_ in ((Step.FIRST_VOTE, 1), (Step.SECOND_VOTE, 2)):
        while room.step is not step:
            room = _to(store, room, NEXT[room.step][0])
        for place, person in enumerate(people):
            store.participants.cast(person.key, round_, {question.id: few if place < 2 else many})
    _to(store, room, Step.REVEAL)
    pages = (
        ("join", {"code": room.code, "me": people[0].key}), ("class_screen", {"code": room.code}),
        ("class_lead", {"lead": room.lead_key}),
    )  # fmt: skip
    for page, where in pages:
        sent = _figures(healthy(app(page, **where)))
        assert "at least 66 %" in sent and "fewer than five" in sent, page
        assert "100 %" not in sent and "17 %" not in sent and "of 100 pairs" not in sent, page
        assert page == "class_screen" or rulebase.answer_text(question.id, many) in sent


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
    _to(store, room, Step.FIRST_VOTE)
    phone = healthy(app("join", code=room.code, me=me.key))
    for answered in (1, 2):
        next(button for button in phone.button if (button.key or "").endswith("not_sure")).click().run()
        assert len({vote.question for vote in store.participants.seat(me.key).votes}) == answered


def test_three_machines_of_one_instructor_take_each_step_once(app, store, ready):
    """Whoever presses late is told so, and then sees where the class stands."""
    machines = [healthy(app("class_lead", lead=ready.lead_key)) for _ in range(3)]
    for at in machines:
        at.button(key="go_on_first_vote").click().run()
        assert "Close the first vote" in buttons(healthy(at))
    assert store.classes.by_lead(ready.lead_key).version == ready.version + 1
    assert all(any("in another window" in toast.value for toast in at.toast) for at in machines[1:])


def test_pages_of_a_hall_lead_nowhere_else(app, store, ready):
    """No link on a phone or the projector leads away from the class, and so to what was published."""
    me = store.participants.join(ready.key, ())
    for at in (app("join", code=ready.code, me=me.key), app("class_screen", code=ready.code)):
        assert len(healthy(at).get("page_link")) == 1
    assert len(app("class_lead", lead=ready.lead_key).get("page_link")) > 3


def test_deleting_a_class_leaves_nothing(app, store, ready):
    at = healthy(app("class_lead", lead=ready.lead_key))
    at.button(key="delete").click().run()
    assert "There is no class under this address" in words(healthy(at))
    assert store.classes.by_code(ready.code, "here") is None


def test_an_exercise_sheet_is_offered_in_every_form(app, store):
    """Beside the classes, with or without its solutions; the number that was typed makes the sheet."""
    at = healthy(app("class"))
    at.text_input(key="exercise_seed").set_value("<b>Ada</b>").run()
    at.radio(key="exercise_part").set_value("solutions").run()
    shown = healthy(at)
    assert [item.proto.label for item in shown.get("download_button")] == ["PDF", "Web page", "Markdown", "Text"]


def test_a_stale_look_at_a_class_is_no_news(monkeypatch):
    """All phones share what was read up to a second ago; one that has just tapped was shown more than that."""
    state: dict[str, object] = {}
    monkeypatch.setattr(memory, "value_of", state.get)
    monkeypatch.setattr(memory, "remember", state.__setitem__)

    def look(version):
        return live.changed(Pulse(version, Step.LOBBY, 1, 0) if version else None)

    live.seen(5)
    assert [look(version) for version in (4, 5, 4, 5)] == [False] * 4
    assert [look(version) for version in (6, 5, 6)] == [True, False, False]
    assert [look(version) for version in (None, None)] == [True, False], "the class is gone"


@pytest.mark.parametrize(
    ("here", "expected"),
    [
        ("http://hall.local:8501/class_lead?lead=x", "http://hall.local:8501/join?language=fr&rules=abc&code=K7M4XP"),
        ("https://uni.edu/ml/class_lead", "https://uni.edu/ml/join?language=fr&rules=abc&code=K7M4XP"),
    ],
)
def test_the_address_to_join_keeps_folder_language_and_rules(here, expected, monkeypatch):
    monkeypatch.setattr(st, "context", SimpleNamespace(url=here))
    monkeypatch.setattr(address, "lasting", lambda: {"language": "fr", "rules": "abc"})
    assert live.join_address("K7M4XP") == expected
    assert live.typed_address("K7M4XP") == expected.partition("://")[2].partition("?")[0]


def _voted(store, room, *given):
    """A class after its first vote, in which one participant gave each of these answers."""
    people = [store.participants.join(room.key, ()) for _ in given]
    room = _to(store, room, Step.FIRST_VOTE)
    for person, answers in zip(people, given, strict=True):
        store.participants.cast(person.key, 1, answers)
    return _to(store, room, Step.COUNTED), people


def test_somebody_without_a_partner_is_told_the_true_reason(app, store, ready):
    """Late, or in a room where all advise the same; the instructor and the projector say the same."""
    answers = {ready.plan.questions[0]: "not_sure"}
    room, (ann, *_) = _voted(store, ready, *[answers] * 5)
    late = store.participants.join(room.key, ())
    lead = healthy(app("class_lead", lead=room.lead_key))
    lead.button(key="go_on_histogram").click().run()
    assert "here you part" not in words(lead) and "you agree on the advice" in words(lead)
    lead.button(key="go_on_discussion").click().run()
    assert store.classes.by_lead(room.lead_key).pairs == ()
    said = {key: words(healthy(app("join", code=room.code, me=key))) for key in (ann.key, late.key)}
    assert "Everybody who voted reached the same advice" in said[ann.key]
    assert "You have not voted" in said[late.key] and "Nobody is left" not in said[late.key]
    assert "find the person" not in words(lead) and "you all reach the same advice" in words(lead)
    screen = words(healthy(app("class_screen", code=room.code)))
    assert "<b>5</b> answered</span><span><b>0</b> answered all" in words(lead)
    assert "find your partner" not in screen and "Nobody reached other advice" in screen


def test_who_brings_another_idea_is_asked_to_explain_it(app, store):
    """Two different ideas: nobody is asked to convince the other; the other's idea is named, as text."""
    from framework.classroom.pairs import SavedGroup
    from framework.classroom.plan import Plan

    room = store.classes.open(Plan(kind="ideas", title="Ideas"))
    ann, bo = (store.participants.join(room.key, ()) for _ in range(2))
    store.participants.set_idea(bo.key, "<b>Late</b> buses")
    room = _to(store, room, Step.FIRST_VOTE, Step.COUNTED)
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
    room = _to(store, ready, Step.FIRST_VOTE, Step.COUNTED)
    group = SavedGroup(members=(ann.key, bo.key), questions=room.plan.questions[:1])
    store.classes.go(room.lead_key, Step.DISCUSSION, [group])
    phones = [app("join", code=room.code, me=person.key) for person in (ann, bo)]
    assert all("Something rude" in words(healthy(phone)) for phone in phones)
    lead = healthy(app("class_lead", lead=room.lead_key))
    lead.selectbox(key="replace").set_value(store.participants.get(ann.key)).run()
    lead.button(key="replace_go").click().run()
    now = store.participants.get(ann.key).nickname
    mine, theirs = (words(healthy(phone.run())) for phone in phones)
    assert f"You are <b>{now}</b>" in mine and "Your instructor has given you this nickname" in mine
    assert f'<p class="big">{now}</p>' in theirs
    assert "rude" not in mine + theirs + words(healthy(lead))


def test_who_comes_after_the_first_vote_can_still_change_the_nickname(app, store, ready):
    room, _ = _voted(store, ready, {ready.plan.questions[0]: "not_sure"})
    late = store.participants.join(room.key, ())
    phone = healthy(app("join", code=room.code, me=late.key))
    phone.text_input(key="nickname").set_value("Late Heron").run()
    assert store.participants.get(late.key).nickname == "Late Heron"


def test_the_end_says_why_and_claims_no_answer_that_was_not_given(app, store, ready):
    """One right answer of several: what was published, and the lesson of the case."""
    case = resources.rules().case[ready.plan.case]
    first = ready.plan.questions[0]
    room, (ann,) = _voted(store, ready, {first: resources.rules().accept(case.answers)[first]})
    room = _to(store, room, Step.DISCUSSION, Step.SECOND_VOTE)
    store.participants.cast(ann.key, 2, {first: case.answers[first]})
    room = _to(store, room, Step.REVEAL)
    phone, screen = healthy(app("join", code=room.code, me=ann.key)), healthy(app("class_screen", code=room.code))
    assert "every question" not in words(phone) and "Each of your answers" in words(phone)
    assert "Fewer than five have answered" in words(phone)
    for at in (phone, screen):
        assert case.lesson in words(at)


def test_pages_look_for_news_as_often_as_there_can_be_some():
    """Less often in a full hall and during a vote; hardly ever once the class has ended."""
    by_step = {step: live.student_pause(400, step) for step in Step}
    assert live.student_pause(10, Step.LOBBY) < by_step[Step.LOBBY] < by_step[Step.FIRST_VOTE]
    assert by_step[Step.CLOSED] == live.lead_pause(Step.CLOSED) == max(by_step.values())
    assert live.lead_pause(Step.FIRST_VOTE) < by_step[Step.LOBBY]


def test_an_instructor_reads_the_case_and_not_its_end_before_opening(app, store):
    """The description of the case that is chosen stands under it, and opens with it."""
    case = max(resources.rules().cases, key=lambda case: case.title)
    at = healthy(app("class"))
    at.selectbox(key="class_case").set_value(case).run()
    assert case.description in words(healthy(at)) and case.source.what_it_says not in words(at)
    at.button(key="open_case").click().run()
    lead = at.query_params["lead"]
    assert store.classes.by_lead(lead if isinstance(lead, str) else lead[0]).plan.case == case.id
