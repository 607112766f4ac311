"""What the instructor and the projector show, and what the instructor alone may do."""

from __future__ import annotations

from framework.classroom.codes import shown_code
from framework.classroom.session import NEXT, Step
from framework.ui import resources
from tests.ui.classroom.hall import all_sent, to
from tests.ui.looking import buttons, healthy, words


def test_the_projector_shows_what_was_advised_before_and_after(app, store, ready):
    store.participants.join(ready.key, (), simulated=6)
    people, room = store.participants.of(ready.key), ready
    for step, round_ in ((Step.FIRST_VOTE, 1), (Step.SECOND_VOTE, 2)):
        while room.step is not step:
            room = to(store, room, NEXT[room.step][-1])
        answers = dict.fromkeys(ready.plan.questions, "not_sure")
        store.participants.cast_many({person.key: answers for person in people}, round_)
    to(store, room, Step.REVEAL)
    assert "<h2>First vote</h2>" in (screen := words(healthy(app("class_screen", code=ready.code))))
    assert screen.index("<h2>First vote</h2>") < screen.index("<h2>Second vote</h2>") < screen.index("Published")


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
    assert "The room as a whole" in said and case.lesson in said and "As we read the source</p>" in said
    assert len(store.participants.votes(ready.key)) == 2 * 30 * len(ready.plan.questions)
    assert len(at.get("download_button")) == 2
    assert store.classes.by_lead(ready.lead_key).pairs


def test_three_machines_of_one_instructor_take_each_step_once(app, store, ready):
    """Whoever presses late is told so, and then sees where the class stands."""
    machines = [healthy(app("class_lead", lead=ready.lead_key)) for _ in range(3)]
    for at in machines:
        at.button(key="go_on_first_vote").click().run()
        assert "Close the first vote" in buttons(healthy(at))
    assert store.classes.by_lead(ready.lead_key).version == ready.version + 1
    assert all(any("in another window" in toast.value for toast in at.toast) for at in machines[1:])


def test_deleting_a_class_leaves_nothing(app, store, ready):
    at = healthy(app("class_lead", lead=ready.lead_key))
    at.button(key="delete").click().run()
    assert "There is no class under this address" in words(healthy(at))
    assert store.classes.by_code(ready.code, "here") is None
