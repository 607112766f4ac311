"""What an instructor sees of the votes, on a phone too: no word of a figure is cut."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from framework.classroom.plan import plan_of_case
from framework.classroom.session import NEXT, Step
from framework.store import Store
from tests.browser.visiting import PATIENCE, Visitor

CUT = """
[...document.querySelectorAll('[class*="st-key-picture_answers"]')].flatMap(figure => {
  const place = figure.getBoundingClientRect();
  return [...figure.querySelectorAll('text')].filter(words => {
    const at = words.getBoundingClientRect();
    return at.width && (at.left < place.left || at.right > place.right);
  }).map(words => words.textContent);
})
"""


def test_no_word_of_a_figure_is_cut(visit: Callable[..., Visitor]) -> None:
    """An answer that stands for itself in the second vote only, and in the first among those held back."""
    lead = visit("shipped", looking=False)
    store, rulebase = Store.open(lead.server.database), lead.rulebase
    ready = rulebase.ready_class["framing"]
    asked = [rulebase.questions[id_] for id_ in ready.questions]
    try:
        room = store.classes.open(plan_of_case(rulebase, rulebase.case[ready.case], questions=ready.questions))
        people = [store.participants.join(room.key) for _ in range(30)]
        while room.step is not Step.REVEAL:
            room = store.classes.go(room.lead_key, NEXT[room.step][0])
            if round_ := {Step.FIRST_VOTE: 1, Step.SECOND_VOTE: 2}.get(room.step):
                chosen = [0] * 16 + [1] * 12 + [2] * 2 if round_ == 1 else [0] * 8 + [1] * 12 + [2] * 10
                answers = [{each.id: each.complete_answers[number] for each in asked} for number in range(3)]
                cast = {one.key: answers[number] for one, number in zip(people, chosen, strict=True)}
                store.votes.cast_many(cast, round_)
        lead.open(f"/class_lead?lead={room.lead_key}")
        expect(lead.page.locator(".barlayer").first).to_be_visible(timeout=PATIENCE)
        lead.settle()
        assert "among the others" in lead.page.locator('[class*="st-key-picture_answers"]').first.inner_text()
        assert lead.page.evaluate(CUT) == []
    finally:
        store.close()
