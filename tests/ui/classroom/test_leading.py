"""What the instructor and the projector show, and what the instructor alone may do."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from streamlit.runtime.context import ContextProxy

from framework.classroom.codes import shown_code
from framework.classroom.plan import Plan, next_question, plan_of_case
from framework.classroom.session import NEXT, Step
from framework.classroom.votes import MIN_APART, Counted
from framework.model.answers import Answer
from framework.reasoning.reasoner import reasoner_for
from framework.report import typesetting
from framework.ui import device, resources
from framework.ui.components.classroom import bars, live
from framework.ui.components.interview import guard
from tests.ui.classroom.hall import all_sent, to, voted_twice
from tests.ui.looking import buttons, healthy, words


def test_the_projector_shows_what_was_advised_before_and_after(app, store, ready):
    store.participants.join(ready.key, (), simulated=6)
    people, room = store.participants.of(ready.key), ready
    for step, round_ in ((Step.FIRST_VOTE, 1), (Step.SECOND_VOTE, 2)):
        while room.step is not step:
            room = to(store, room, NEXT[room.step][-1])
        answers = dict.fromkeys(ready.plan.questions, "not_sure")
        store.votes.cast_many({person.key: answers for person in people}, round_)
    to(store, room, Step.REVEAL)
    screen = words(healthy(app("class_screen", code=ready.code)))
    assert screen.index(">First vote<") < screen.index(">Second vote<") < screen.index("Published")
    case = resources.rules().case[ready.plan.case]
    for at in ("class_screen", "class_lead"):
        said = words(healthy(app(at, code=ready.code, lead=ready.lead_key)))
        assert html.unescape(said).count(f"Source: {case.source.title} ({case.source.year})") == 1


def test_nobody_leads_with_the_code(app, store, ready):
    assert ready.lead_key in healthy(app("class_lead", lead=ready.lead_key)).code[0].value
    for lead in (ready.code, ready.key, "x" * 22):
        at = healthy(app("class_lead", lead=lead))
        assert "There is no class under this address" in words(at)
    screen = healthy(app("class_screen", code=ready.code))
    assert ready.lead_key not in all_sent(screen) and not buttons(screen)
    assert shown_code(ready.code) in words(screen)


def test_the_dashboard_shows_the_deciding_question_and_what_to_take_home(app, store, ready):
    at = healthy(app("class_lead", lead=ready.lead_key))
    at.button(key="rehearse").click().run()
    for step in ("first_vote", "counted", "discussion", "second_vote", "reveal"):
        at.button(key=f"go_on_{step}").click().run()
        healthy(at)
    said = words(at)
    case = resources.rules().case[ready.plan.case]
    assert "The room as a whole" in said and case.lesson in said and "As we read the source: " in said
    assert len(store.votes.of(ready.key)) == 2 * 30 * len(ready.plan.questions)
    assert [item.proto.label for item in at.get("download_button")] == [
        "Summary (PDF)", "Summary (Markdown)", "Totals (CSV)",
    ]  # fmt: skip
    assert store.classes.by_lead(ready.lead_key).pairs


@pytest.mark.parametrize("installed", [True, False])
def test_a_summary_in_pdf_is_offered_where_it_can_be_made(app, store, ready, installed, monkeypatch):
    monkeypatch.setattr(typesetting, "available", lambda: installed)
    room = ready
    while room.step is not Step.REVEAL:
        room = to(store, room, NEXT[room.step][0])
    offered = healthy(app("class_lead", lead=room.lead_key)).get("download_button")
    assert [item.proto.disabled for item in offered] == [not installed, False, False]


def test_a_second_click_does_not_close_the_vote_that_the_first_has_begun(app, store, ready, monkeypatch):
    """The button of the next step appears under the pointer, and no step can be undone."""
    store.participants.join(ready.key, resources.rules().nicknames, simulated=MIN_APART)
    at = healthy(app("class_lead", lead=ready.lead_key))
    at.button(key="go_on_first_vote").click().run()
    monkeypatch.setattr(guard, "PAUSE", 60)
    healthy(at).button(key="go_on_counted").click().run()
    found = store.classes.by_lead(ready.lead_key)
    assert found and found.step is Step.FIRST_VOTE


def test_three_machines_of_one_instructor_take_each_step_once(app, store, ready):
    """Whoever presses late is told so, and then sees where the class stands."""
    store.participants.join(ready.key, resources.rules().nicknames, simulated=MIN_APART)
    ready = store.classes.by_key(ready.key)
    machines = [healthy(app("class_lead", lead=ready.lead_key)) for _ in range(3)]
    for at in machines:
        at.button(key="go_on_first_vote").click().run()
        assert "Close the first vote" in buttons(healthy(at))
    assert store.classes.by_lead(ready.lead_key).version == ready.version + 1
    assert all(any("in another window" in toast.value for toast in at.toast) for at in machines[1:])


@pytest.mark.parametrize(
    ("joined", "small", "asked"), [(0, False, True), (8, False, True), (9, False, False), (2, True, False)]
)
def test_whoever_starts_with_so_few_that_next_to_nothing_is_shown_is_asked_first(app, store, joined, small, asked):
    """A case from a review: a group of eight learned only after its first vote that it sees nothing."""
    rulebase = resources.rules()
    room = store.classes.open(plan_of_case(rulebase, rulebase.cases[0], {"small": small}))
    if joined:
        store.participants.join(room.key, rulebase.nicknames, simulated=joined)
    at = healthy(app("class_lead", lead=room.lead_key))
    at.button(key="go_on_first_vote").click().run()
    step = store.classes.by_lead(room.lead_key).step
    assert step is (Step.LOBBY if asked else Step.FIRST_VOTE)
    if asked:
        said = words(healthy(at))
        assert (
            f"only {joined}." if joined else "Nobody has joined yet."
        ) in said and "fewer than five people are not shown" in said
        at.button(key="go_on_anyway").click().run()
        assert store.classes.by_lead(room.lead_key).step is Step.FIRST_VOTE
        assert "Start anyway?" not in words(healthy(at))


def test_what_was_published_is_revealed_to_a_group_of_any_size(app, store, ready):
    room = ready
    while room.step is not Step.REVEAL:
        room = to(store, room, NEXT[room.step][0])
    case = resources.rules().case[ready.plan.case]
    assert case.lesson in words(healthy(app("class_lead", lead=room.lead_key)))


def test_deleting_a_class_leaves_nothing(app, store, ready):
    at = healthy(app("class_lead", lead=ready.lead_key))
    assert "Delete this class for good, with everybody in it" in words(at)
    at.button(key="deleted").click().run()
    assert "There is no class under this address" in words(healthy(at))
    assert ready.lead_key in at.session_state[device._FORGET]
    assert store.classes.by_code(ready.code, "here") is None


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("Asia/Tokyo", "1 January 2031 at 08:30 (Asia/Tokyo)"),
        (None, "31 December 2030 at 23:30 (UTC)"),
        ("No/Where", "31 December 2030 at 23:30 (UTC)"),
        ("../../etc/passwd", "31 December 2030 at 23:30 (UTC)"),
    ],
)
def test_the_end_of_a_class_is_told_in_the_time_of_the_browser(app, store, monkeypatch, zone, expected):
    """With the zone; in UTC where the browser tells none, or one that nobody knows."""
    monkeypatch.setattr(ContextProxy, "timezone", zone)
    now = datetime(2030, 12, 24, 23, 30, tzinfo=UTC)
    room = replace(store.classes, clock=lambda: now).open(Plan(kind="own", title="Weeds"))
    at = healthy(app("class_lead", lead=room.lead_key))
    assert f"The class and everything in it will be deleted on {expected}" in words(at)
    phone = words(healthy(app("join", code=room.code)))
    assert f"Everything is deleted on {expected.partition(' at ')[0]}." in phone


def test_who_comes_late_finds_the_address_on_the_projector(app, store, ready, monkeypatch):
    """At every step but the first, which shows it large, and the end, after which nobody can join in."""
    monkeypatch.setattr(live, "typed_address", lambda code: "hall.local/join")
    room = to(store, ready, Step.FIRST_VOTE)
    while True:
        said = words(healthy(app("class_screen", code=ready.code)))
        open_ = room.step is not Step.CLOSED
        assert ("<b>hall.local/join</b>" in said) == (shown_code(ready.code) in said) == open_
        if not open_:
            break
        room = to(store, room, NEXT[room.step][0])


@pytest.mark.parametrize("kind", ["ready", "all", "own", "ideas"])
def test_who_has_answered_all_is_counted_in_every_kind_of_class(app, store, ready, kind):
    """Apart from who is still answering; also where everybody is asked what can matter for their own answers."""
    rulebase = resources.rules()
    of_case = {"ready": ready.plan, "all": plan_of_case(rulebase, rulebase.case[ready.plan.case], full=True)}
    plan = of_case.get(kind) or Plan.model_validate({"kind": kind, "title": "Weeds"})
    room = store.classes.open(plan)
    done, still, _ = (store.participants.join(room.key) for _ in range(3))
    to(store, room, Step.FIRST_VOTE)
    answers: dict[str, Answer] = {}
    while question := next_question(reasoner_for(rulebase), plan, answers):
        answers[question] = "not_sure"
    store.votes.cast(done.key, 1, answers)
    store.votes.cast(still.key, 1, {next(iter(answers)): "not_sure"})
    lead = words(healthy(app("class_lead", lead=room.lead_key)))
    told = ("<b>3</b> joined", "<b>1</b> answered all", "<b>1</b> still answering", "<b>1</b> not begun")
    assert len(answers) > 1 and "".join(f"<span>{each}</span>" for each in told) in lead
    assert "<span>1 answered all</span>" in words(healthy(app("class_screen", code=room.code)))


def test_simulated_students_are_removed_before_the_class_begins(app, store, ready):
    me = store.participants.join(ready.key)
    at = healthy(app("class_lead", lead=ready.lead_key))
    assert "Remove simulated students" not in buttons(at)
    at.button(key="rehearse").click().run()
    assert "Remove simulated students" in buttons(healthy(at)) and "<b>31</b> joined" in words(at)
    at.button(key="rehearsed").click().run()
    assert "<b>1</b> joined" in words(healthy(at)) and store.participants.of(ready.key) == (me,)


@pytest.mark.parametrize("small", [False, True])
def test_a_small_group_is_told_of_the_switch_while_it_can_be_set(app, store, ready, small):
    """With one to eight in the lobby, before they vote, and where nothing is shown; no empty lobby, and no ninth."""
    room = store.classes.open(ready.plan.model_copy(update={"small": small}))

    def told() -> bool:
        return "switch on “Show figures about fewer than five participants”" in words(
            healthy(app("class_lead", lead=room.lead_key))
        )

    found = [told()]
    for joined in range(1, 10):
        store.participants.join(room.key)
        found += [told()] if joined in (1, 8, 9) else []
    to(store, room, Step.FIRST_VOTE, Step.COUNTED)
    assert [*found, told()] == ([False] * 5 if small else [False, True, True, False, True])


@pytest.mark.parametrize("small", [False, True])
def test_what_is_held_back_is_said_once_and_before_a_class_is_opened(app, store, ready, small):
    """The same sentence: where a class is chosen, in the lobby, and on every window that cannot show the answers of
    seven. Nobody who switched the figures on is told it.
    """
    at = healthy(app("class"))
    said = [bars.HELD_BACK in words(at)]
    at = healthy(at.toggle(key="small").set_value(small).run())
    assert [*said, bars.HELD_BACK in words(at)] == [True, not small]
    room = store.classes.open(ready.plan.model_copy(update={"small": small}))
    people = [store.participants.join(room.key) for _ in range(7)]
    lead = healthy(app("class_lead", lead=room.lead_key))
    assert (bars.HELD_BACK in words(lead)) is not small
    questions = resources.rules().questions
    answers = {id_: questions[id_].complete_answers for id_ in room.plan.questions}
    room = to(store, room, Step.FIRST_VOTE)
    for place, person in enumerate(people):
        store.votes.cast(person.key, 1, {id_: given[place < 2] for id_, given in answers.items()})
    room = to(store, room, Step.COUNTED, Step.HISTOGRAM)
    for step in (Step.HISTOGRAM, Step.DISCUSSION, Step.REVEAL):
        while room.step is not step:
            room = to(store, room, NEXT[room.step][0])
        seen = [words(healthy(app("class_screen", code=room.code)))]
        seen += [words(healthy(app("join", code=room.code, me=people[0].key))) for _ in (0,) if step is Step.HISTOGRAM]
        held = not small and (step is not Step.REVEAL or "so none is shown" in seen[0])
        assert [each.count(bars.HELD_BACK) for each in seen] == [int(held)] * len(seen), step
        assert [bars.NOTHING_TOLD in each for each in seen] == [not small and step is not Step.REVEAL] * len(seen), step
    assert words(healthy(app("class_lead", lead=room.lead_key))).count(bars.HELD_BACK) == int(not small)


def test_phones_say_what_each_letter_on_the_projector_means(app, store, ready):
    """Every question with a row in front is explained on the phones."""
    people = [store.participants.join(ready.key, ()) for _ in range(10)]
    room = to(store, ready, Step.FIRST_VOTE)
    rulebase = resources.rules()
    for number, person in enumerate(people):
        answers = {id_: rulebase.questions[id_].complete_answers[number % 2] for id_ in ready.plan.questions}
        store.votes.cast(person.key, 1, answers)
    to(store, room, Step.COUNTED, Step.HISTOGRAM)
    screen = words(healthy(app("class_screen", code=ready.code)))
    phone = words(healthy(app("join", code=ready.code, me=people[0].key)))
    rows = re.findall(r'<div class="row[^"]*"><span>([^<]+)</span>', screen)
    assert len(rows) == len(re.findall(r'<section class="room-question"><h2>([^<]+)</h2>', phone)) > 3
    assert all(f"<h2>{row}</h2>" in phone for row in rows)


def test_a_vote_in_which_people_still_answer_is_closed_after_a_question(app, store, ready):
    """No step is gone back to. Once all have answered nothing is asked."""
    people = [store.participants.join(ready.key) for _ in range(3)]
    room = to(store, ready, Step.FIRST_VOTE)
    all_of_it = dict.fromkeys(ready.plan.questions, "not_sure")
    store.votes.cast(people[0].key, 1, all_of_it)
    at = healthy(app("class_lead", lead=room.lead_key))
    at.button(key="go_on_counted").click().run()
    assert "2 of 3 have not answered all. Close the vote?" in words(healthy(at))
    at.button(key="go_on_later").click().run()
    assert "Close the vote?" not in words(healthy(at))
    assert store.classes.by_lead(room.lead_key).step is Step.FIRST_VOTE
    at.button(key="go_on_counted").click().run()
    at.button(key="go_on_anyway").click().run()
    assert store.classes.by_lead(room.lead_key).step is Step.COUNTED
    to(store, room, Step.DISCUSSION, Step.SECOND_VOTE)
    for person in people:
        store.votes.cast(person.key, 2, all_of_it)
    at = healthy(app("class_lead", lead=room.lead_key))
    at.button(key="go_on_reveal").click().run()
    assert store.classes.by_lead(room.lead_key).step is Step.REVEAL


@pytest.mark.parametrize("stay", [3, 6])
def test_a_table_of_changes_in_which_every_figure_is_held_back_is_one_sentence(app, store, ready, stay):
    """Twelve people: of each six with one answer so many keep it."""
    question = resources.rules().questions[ready.plan.questions[0]]
    one, other = (option.id for option in question.options[:2])

    def answer(place, round_):
        kept = round_ == 1 or place % 6 < stay
        return one if (place < 6) == kept else other

    voted_twice(store, ready, question.id, answer)
    said = words(healthy(app("class_lead", lead=ready.lead_key)))
    assert "Who changed their mind" in said
    assert ("Rows: the first vote" in said, "each figure here would be" in said) == (stay == 6, stay == 3)


@pytest.mark.parametrize(("numbers", "noted"), [((2, 2, 2), True), ((5, 3, 2), False)])
def test_shares_that_do_not_add_up_are_said_to_be_rounded(numbers, noted):
    """Three thirds are 33 % each; a half, 30 % and 20 % are all there is."""
    rulebase = resources.rules()
    question = next(one for one in rulebase.closed_questions.values() if one.kind == "one" and len(one.options) > 2)
    counts: dict[Answer, int | None] = dict(zip((option.id for option in question.options), numbers, strict=False))
    rows = bars.in_order(rulebase, question.id, [Counted(sum(numbers), counts)])
    legend = bars.legend(rows)
    assert ("Rounded, so the shares do not add up to 100\u00a0%." in legend) == noted
    assert re.search(r"\d\u00a0%<", legend) and not re.search(r"\d %<", legend)
