"""A class from the lobby to the end: one instructor, a projector and three students, each in a window of their own."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from contextlib import suppress

from playwright.sync_api import Locator, TimeoutError, expect

from framework.classroom.codes import shown_code
from framework.classroom.nicknames import MAX_NICKNAME
from framework.classroom.plan import plan_of_case
from framework.classroom.session import Step
from framework.classroom.votes import ballots
from framework.store import Store
from framework.ui.components.classroom import live
from tests.browser.conftest import HALL, LAPTOP, PHONE, Open
from tests.browser.visiting import PATIENCE, Visitor


def _join(student: Visitor, code: str) -> str:
    """In two taps: the code is in the address, as a QR code opens it."""
    student.open(f"/join?code={code}")
    student.look_once("confirm to join")
    student.tap("join")
    expect(student.page.locator(".me b")).to_be_visible(timeout=PATIENCE)
    student.settle()
    return student.page.locator(".me b").inner_text()


def _vote(student: Visitor, choose: Callable[[int], int]) -> None:
    """Answer every question with the choice of this number."""
    expect(student.page.locator('[class*="st-key-screen_vote_"]')).to_be_visible(timeout=PATIENCE)
    for number in range(8):
        student.ready()
        if student.page.locator('[class*="st-key-pick_again_"]').count():
            return
        screen = student.page.locator('[class*="st-key-screen_vote_"]').get_attribute("class") or ""
        name = next(part for part in screen.split() if part.startswith("st-key-screen_")).removeprefix("st-key-screen_")
        picks = student.page.locator('[class*="st-key-pick_"] button')
        group = student.page.locator('[class*="_group_"] button')
        if group.count():
            group.first.click()
            student.gone(name)
            continue
        picks.nth(choose(number)).click()
        student.gone(name)
    raise AssertionError("the vote does not end")


def _in_front(visitor: Visitor, *, in_front: bool) -> None:
    """Let the page believe that its tab is in front of the others, or behind them."""
    visitor.page.evaluate(
        "hidden => { Object.defineProperty(document, 'hidden', {get: () => hidden, configurable: true});"
        " document.dispatchEvent(new Event('visibilitychange')); }",
        not in_front,
    )


def _open_until(opener: Locator, shown: Locator) -> None:
    """Open a list, and open it again as often as the page takes a change in and closes it, until this stands in it."""
    for _ in range(20):
        if not opener.page.get_by_role("option").count():
            opener.click()
        with suppress(TimeoutError):
            shown.wait_for(timeout=2_000)
            return
    raise AssertionError("the list does not come to show what was waited for")


def _go(lead: Visitor, step: str, shows: str, *, taps: int = 1) -> None:
    lead.tap(f"go_on_{step}", taps)
    asked = lead.page.locator(".st-key-go_on_anyway")
    there = lead.page.locator(".way .now").filter(has_text=shows)
    expect(asked.or_(there).first).to_be_visible(timeout=PATIENCE)
    if asked.is_visible():  # somebody has not answered all
        lead.settle()
        lead.tap("go_on_anyway")
    expect(lead.page.locator(".way .now")).to_have_text(shows, timeout=PATIENCE)
    lead.settle()


def test_a_class_from_the_lobby_to_the_end(window: Open) -> None:
    """One student reloads, one comes late, one votes after the close; names are on no projector."""
    lead, hall, ann, bo, cy = window(LAPTOP), window(HALL), window(PHONE), window(PHONE), window(PHONE)
    lead.open("/class")
    lead.look("class", both=False)
    lead.page.locator(".st-key-small label").first.click()
    lead.settle()
    lead.tap(f"open_{lead.rulebase.classes[0].id}")
    expect(lead.page.locator(".code")).to_be_visible(timeout=PATIENCE)
    code = lead.page.locator(".code").inner_text().replace(" ", "")
    expect(lead.page.get_by_role("button", name="Copy to clipboard")).to_be_visible(timeout=PATIENCE)
    lead.look("lead lobby")
    hall.open(f"/class_screen?code={code}")
    hall.look("projector lobby", both=False)
    ann.open("/join")
    ann.look("join", both=False)
    names = [_join(ann, code), _join(bo, code)]
    ann.look("student lobby", both=False)
    expect(lead.page.locator(".counts")).to_contain_text("2 joined", timeout=PATIENCE)

    _go(lead, "first_vote", "First vote")
    lead.look("lead vote", both=False)
    hall.look("projector vote", both=False)
    _vote(ann, lambda number: 0)
    ann.look("student voted", both=False)
    expect(bo.page.locator('[class*="st-key-screen_vote_"]')).to_be_visible(timeout=PATIENCE)
    bo.look("student votes")
    key = bo.param("me")
    bo.page.reload()
    bo.settle()
    assert bo.page.locator(".me b").inner_text() == names[1]
    _vote(bo, lambda number: 1)
    bo.open(f"/join?code={code}")  # the QR code once more: the browser knows who this is
    expect(bo.page.locator(".me b")).to_have_text(names[1], timeout=PATIENCE)
    assert bo.param("me") == key

    names.append(_join(cy, code))  # late, and slow: the vote closes before the tap arrives
    expect(cy.page.locator('[class*="st-key-screen_vote_"]')).to_be_visible(timeout=PATIENCE)
    cy.ready()
    store = Store.open(lead.server.database)
    room = store.classes.by_code(code, "test")
    assert room
    _go(lead, "counted", "Closed")
    with suppress(TimeoutError):  # the phone may have seen the end of the vote first, and then has nothing to tap
        cy.page.locator('[class*="st-key-pick_"] button').first.click(timeout=2_000)
    expect(cy.page.get_by_role("heading", name="The first vote is closed")).to_be_visible(timeout=PATIENCE)
    expect(cy.page.get_by_role("status").filter(has_text="The first vote is closed")).to_have_count(1, timeout=PATIENCE)
    cy.look("student closed", both=False)
    hall.look("projector closed", both=False)
    first = ballots(store.votes.of(room.key), 1)
    assert len(first) == 2 and cy.param("me") not in first
    lead.look("lead counted")
    _go(lead, "histogram", "Results", taps=2)  # a double click takes one step
    expect(lead.page.get_by_test_id("stToast")).to_have_count(0)
    expect(hall.page.get_by_role("heading", name="You")).to_be_visible(timeout=PATIENCE)
    hall.look("projector histogram")
    lead.look("lead histogram", both=False)
    expect(ann.page.get_by_role("heading", name="What the room said")).to_be_visible(timeout=PATIENCE)
    ann.look("student histogram", both=False)
    _go(lead, "discussion", "Discussion")
    expect(ann.page.locator(".find")).to_be_visible(timeout=PATIENCE)
    ann.look("student discusses", both=False)
    hall.look("projector discussion", both=False)
    lead.look("lead discussion", both=False)
    assert hall.page.locator("body").inner_text().count(names[0]) == 0

    _go(lead, "second_vote", "Second vote")
    expect(ann.page.locator(".st-key-go_keep_all")).to_be_visible(timeout=PATIENCE)
    ann.ready()
    ann.look("student votes again", both=False)
    ann.tap("go_keep_all")
    expect(ann.page.get_by_role("heading", name="You have answered all")).to_be_visible(timeout=PATIENCE)
    _vote(cy, lambda number: 0)
    _go(lead, "reveal", "Reveal")
    lead.look("lead reveal")
    kept = lead.download("get-totals-csv")
    assert re.fullmatch(r"\d{4}-\d\d-\d\d-[\w-]+-totals\.csv", kept.suggested_filename)
    assert kept.path().read_bytes().startswith(codecs.BOM_UTF8)
    expect(ann.page.get_by_role("heading", name="What was published")).to_be_visible(timeout=PATIENCE)
    ann.look("student reveal")
    hall.settle()
    expect(hall.page.get_by_text("Published")).to_be_visible(timeout=PATIENCE)
    hall.look("projector reveal")
    assert not [name for name in names if name in hall.page.locator("body").inner_text()]
    _go(lead, "closed", "End")
    lead.look("lead end", both=False)
    expect(ann.page.get_by_text("The class is over")).to_be_visible(timeout=PATIENCE)
    ann.look("student end", both=False)
    hall.look("projector end", both=False)
    ann.tap("keep")
    expect(ann.page.get_by_role("heading", level=1).first).to_be_visible(timeout=PATIENCE)
    ann.page.wait_for_url("**/brief?work=*")
    store.close()


def test_a_phone_and_an_instructor_who_look_on(window: Open) -> None:
    """The longest nickname stays on the phone; the instructor sees it without a reload. Whoever types the code again is
    recognised as after scanning it: in one browser nobody becomes a second person.
    """
    phone, lead = window(PHONE), window(LAPTOP)
    store = Store.open(phone.server.database)
    ready = phone.rulebase.classes[0]
    room = store.classes.open(plan_of_case(phone.rulebase, phone.rulebase.case[ready.case], questions=ready.questions))
    lead.open(f"/class_lead?lead={room.lead_key}")
    lead.page.get_by_text("Replace a nickname").click()
    expect(lead.page.get_by_text("There is none to replace.")).to_be_visible(timeout=PATIENCE)
    for _ in range(2):  # the page was loaded again before anything came back: the key stays that of the first time
        phone.open(f"/join?code={room.code}")
        expect(phone.page.locator(".st-key-join")).to_be_visible(timeout=PATIENCE)
        phone.settle()
    waiting = phone.page.evaluate("code => localStorage.getItem(`joining_${code}`)", room.code)
    phone.page.wait_for_url(f"**place={waiting}*")
    phone.tap("join")
    expect(phone.page.locator(".me b")).to_be_visible(timeout=PATIENCE)
    phone.settle()
    assert phone.param("me") == waiting
    name = "W" * MAX_NICKNAME
    store.participants.rename(waiting, name)
    names = lead.page.locator(".st-key-replace")
    names.scroll_into_view_if_needed()
    lead.settle()  # a list closes when the page is scrolled
    _open_until(names.get_by_role("button", name="Open"), lead.page.get_by_role("option", name=name))
    phone.page.reload()
    expect(phone.page.locator(".me b")).to_have_text(name, timeout=PATIENCE)
    assert phone.page.locator(".me b").evaluate("name => name.getBoundingClientRect().right <= window.innerWidth")
    phone.open("/join")
    phone.page.get_by_role("textbox", name="Code").fill(shown_code(room.code).lower())
    phone.press("Continue")
    expect(phone.page.locator(".me b")).to_have_text(name, timeout=PATIENCE)
    phone.settle()
    assert len(store.participants.of(room.key)) == 1
    store.close()


def test_the_people_of_a_class_stay_in_view_when_the_next_step_begins(window: Open) -> None:
    """Also where somebody else leads on: what is different in every step stands in a place of its own."""
    lead = window(LAPTOP)
    store = Store.open(lead.server.database)
    ready = lead.rulebase.classes[0]
    room = store.classes.open(plan_of_case(lead.rulebase, lead.rulebase.case[ready.case], questions=ready.questions))
    store.participants.join(room.key, ())
    lead.open(f"/class_lead?lead={room.lead_key}")
    lead.page.get_by_text("Replace a nickname").click()
    names = lead.page.locator(".st-key-replace")
    expect(names).to_be_visible(timeout=PATIENCE)
    for step in (Step.FIRST_VOTE, Step.COUNTED):
        store.classes.go(room.lead_key, step)
        now = lead.page.locator(".way .now")
        expect(now).to_have_text("First vote" if step is Step.FIRST_VOTE else "Closed", timeout=PATIENCE)
        lead.settle()
        expect(names).to_be_visible()
    store.close()


def test_a_window_that_nobody_looks_at_asks_for_nothing(window: Open) -> None:
    """It rests while it is hidden, and shows where the class stands as soon as it is in front again."""
    hall, lead, phone = window(HALL), window(LAPTOP), window(PHONE)
    store = Store.open(hall.server.database)
    ready = hall.rulebase.classes[0]
    room = store.classes.open(plan_of_case(hall.rulebase, hall.rulebase.case[ready.case], questions=ready.questions))
    me = store.participants.join(room.key)
    opened = (
        (hall, f"/class_screen?code={room.code}", "The vote is closed"),
        (lead, f"/class_lead?lead={room.lead_key}", room.plan.title),
        (phone, f"/join?code={room.code}&me={me.key}", "The first vote is closed"),
    )
    asked: list[str | bytes] = []
    for visitor, path, _ in opened:
        visitor.page.on("websocket", lambda socket: socket.on("framesent", lambda sent: asked.append(sent)))
        visitor.open(path)
        _in_front(visitor, in_front=False)
    for visitor, *_ in opened:
        expect(visitor.page.locator(".st-key-rests")).to_be_attached(timeout=PATIENCE)
        visitor.settle()
    before = len(asked)
    for step in (Step.FIRST_VOTE, Step.COUNTED):
        store.classes.go(room.lead_key, step)
    phone.page.wait_for_timeout(1_000 * (live.STUDENT_SECONDS + 1))
    assert len(asked) == before
    for visitor, _, heading in opened:
        _in_front(visitor, in_front=True)
        expect(visitor.page.get_by_role("heading", name=heading)).to_be_visible(timeout=PATIENCE)
        expect(visitor.page.locator(".st-key-looks")).to_be_attached(timeout=PATIENCE)
    expect(lead.page.locator(".way .now")).to_have_text("Closed", timeout=PATIENCE)
    store.classes.go(room.lead_key, Step.HISTOGRAM)
    expect(phone.page.get_by_role("heading", name="What the room said")).to_be_visible(timeout=PATIENCE)
    store.close()
