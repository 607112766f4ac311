"""The projector with the shipped rules: nobody can scroll it, so everything has to fit."""

from __future__ import annotations

from random import Random

import pytest

from framework.classroom import rehearsal
from framework.classroom.plan import MAX_DESCRIPTION, MAX_TITLE, Plan, plan_of_case
from framework.classroom.session import NEXT, Step
from framework.store import Store
from tests.browser.conftest import Open
from tests.browser.contexts import Device

SCREENS = ((1920, 1080), (1280, 720))

FULL = (Step.FIRST_VOTE, Step.HISTOGRAM, Step.DISCUSSION, Step.REVEAL)
"""Steps with more than a headline."""

OUTSIDE = """
[...document.querySelectorAll('.projector, .projector *')].filter(part =>
  part.getBoundingClientRect().bottom > window.innerHeight
  || part.clientWidth && part.scrollWidth > part.clientWidth + 1
).map(part => part.outerHTML.slice(0, 200))
"""
"""What reaches below the window, and what is wider than its place."""


TEXT_SIZE = "parseFloat(getComputedStyle(document.querySelector('.projector')).fontSize)"
USUAL = 0.0165
"""The size of text of a picture that fills the screen, as a part of its width."""

LEAST = 0.0095
"""Of lines that are left when others are cut: the size of their text, as a part of the width of the picture."""

LONG = f"https://example.org/{'a' * 150}\n{'Which parcels are late? ' * 40}\n".ljust(MAX_DESCRIPTION, "w")
LINES = "\n".join(f"No. {number}" for number in range(1000, 1000 + MAX_DESCRIPTION // 9))


@pytest.mark.parametrize("text", [LONG, LINES], ids=["long", "lines"])
def test_a_case_of_ones_own_fits_however_long_it_is(opened: Open, text: str) -> None:
    """As much text as may be typed, in paragraphs, with an address and a title that are one word each; and in hundreds
    of lines, of which those are left out that would make the others too small to read.
    """
    hall = opened("shipped", Device(SCREENS[0]))
    store = Store.open(hall.server.database)
    try:
        room = store.classes.open(Plan(kind="own", title="W" * MAX_TITLE, description=text))
        for step in (Step.LOBBY, Step.FIRST_VOTE):
            if step is not Step.LOBBY:
                store.classes.go(room.lead_key, step)
            for width, height in SCREENS:
                hall.page.set_viewport_size({"width": width, "height": height})
                hall.open(f"/class_screen?code={room.code}")
                hall.settle()
                assert hall.page.evaluate(OUTSIDE) == [], (step, width, height)
                cut = text == LINES and step is Step.FIRST_VOTE
                assert hall.page.get_by_text("The whole text is on the phones.").is_visible() == cut
                if cut:
                    assert hall.page.locator(".case p:visible").count() > 10
                    assert hall.page.evaluate(TEXT_SIZE) >= LEAST * width
    finally:
        store.close()


def test_what_is_little_is_large(opened: Open) -> None:
    """The code, a short case and a headline are read from the last row; the usual size is for pictures that need it."""
    hall = opened("shipped", Device(SCREENS[1]))
    store = Store.open(hall.server.database)
    try:
        room = store.classes.open(Plan(kind="own", title="Late parcels", description="Which parcels are late?"))
        sizes = []
        for step in (Step.LOBBY, Step.FIRST_VOTE, Step.COUNTED):
            if step is not Step.LOBBY:
                store.classes.go(room.lead_key, step)
            hall.open(f"/class_screen?code={room.code}")
            hall.settle()
            sizes.append(hall.page.evaluate(TEXT_SIZE))
            assert hall.page.evaluate(OUTSIDE) == [], step
        assert min(sizes) > 1.3 * USUAL * 1280
    finally:
        store.close()


@pytest.mark.parametrize("ready", ["framing", "generative"])
def test_what_is_shown_fits_on_the_projector(opened: Open, ready: str) -> None:
    """Thirty simulated students, so that every answer has a part of the picture; in the end all but two agree."""
    hall = opened("shipped", Device(SCREENS[0]))
    rulebase, rng = hall.rulebase, Random(1)
    chosen = rulebase.ready_class[ready]
    case = rulebase.case[chosen.case]
    asked = [rulebase.questions[id_] for id_ in chosen.questions]
    store = Store.open(hall.server.database)
    try:
        room = store.classes.open(plan_of_case(rulebase, case, {"ready": ready}, questions=chosen.questions))
        store.participants.join(room.key, rulebase.nicknames, simulated=30)
        people = store.participants.of(room.key)
        while room.step is not Step.CLOSED:
            room = store.classes.go(room.lead_key, NEXT[room.step][0])
            if round_ := {Step.FIRST_VOTE: 1, Step.SECOND_VOTE: 2}.get(room.step):
                reference = rulebase.accept(case.answers)
                cast = {each.key: rehearsal.ballot(rng, asked, reference) for each in people}
                if round_ == 2:
                    cast |= {
                        each.key: {question.id: reference[question.id] for question in asked} for each in people[2:]
                    }
                store.votes.cast_many(cast, round_)
            if room.step not in FULL:
                continue
            hall.open(f"/class_screen?code={room.code}")
            for width, height in SCREENS:
                hall.page.set_viewport_size({"width": width, "height": height})
                hall.settle()
                assert hall.page.locator(".projector").count() == 1
                assert hall.page.evaluate(OUTSIDE) == [], (room.step, width, height)
    finally:
        store.close()
