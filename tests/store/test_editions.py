"""Earlier briefs and histories: kept with their work, taken along, deleted with it, never replaced silently."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from framework.errors import StoreError
from framework.model.earlier import Answered, Chapter, EarlierBrief, Named, Passage
from framework.model.history import Decision, History, Result, Round, review_due
from framework.model.sheet import Sheet
from framework.store import StaleWork, Store
from framework.store.editions import MAX_EDITIONS, EditionTable
from framework.store.portable import from_json, to_json

from .helpers import SHEET, at_once, create

DAY = date(2026, 5, 3)
ORDER = ("decide", "scope", "build")


def brief(digest: str) -> EarlierBrief:
    return EarlierBrief(
        read_on=DAY,
        version="1.0.0",
        digest=digest,
        title="Wer kündigt?",
        kicker="k",
        headline="<b>",
        why="w",
        note="",
        icon="i",
        colour="blue",
        front=(Chapter(title="Next", passages=(Passage(lines=("c",), numbered=True),)),),
        chapters=(Chapter(title="Why", passages=(Passage(lines=("a", "b")), Passage(columns=("x",), rows=(("y",),)))),),
        verdicts=(Named(id="a", text="A"),),
        reasons=(),
        asked=(Answered(question="q", text="Q?", answer="谁"),),
        open=(),
        sheet=SHEET,
    )


def ended(sent_back_by: str | None = None, back_to: str | None = None) -> Round:
    return Round(
        ended_on=DAY, tried="t", verdict="A", steps={}, sheet=SHEET, sent_back_by=sent_back_by, back_to=back_to
    )


HISTORY = History(
    steps={"scope": DAY},
    rounds=(ended(sent_back_by="build", back_to="scope"),),
    result=Result(noted_on=DAY, decision=Decision.DONE, measured="5 %"),
)


def test_one_brief_is_kept_for_each_edition_the_newest_first_and_only_so_many(store: Store) -> None:
    work, start = create(store), datetime(2026, 1, 1, tzinfo=UTC)
    numbers = iter(range(100))
    table = EditionTable(store.engine, lambda: start + timedelta(days=next(numbers)))
    for number in range(MAX_EDITIONS + 2):
        table.keep(work.key, brief(str(number)))
    table.keep(work.key, brief("5").model_copy(update={"headline": "later"}))
    kept = table.of(work.key)
    assert len(kept) == MAX_EDITIONS
    assert [each.digest for each in kept[:3]] == ["5", str(MAX_EDITIONS + 1), str(MAX_EDITIONS)]
    assert kept[0].headline == "later" and kept[1] == brief(kept[1].digest)


def test_two_windows_that_keep_the_same_brief_at_once_leave_one(store: Store) -> None:
    work = create(store)

    def keep() -> None:
        for _ in range(20):
            store.editions.keep(work.key, brief("d"))

    assert at_once(keep, keep) == []
    assert store.editions.of(work.key) == (brief("d"),)


def test_briefs_and_history_go_with_their_work(store: Store) -> None:
    work, other = create(store), create(store)
    for each in (work, other):
        store.editions.keep(each.key, brief("d"))
    store.work.save(work.key, SHEET, work.revision, history=HISTORY)
    assert store.work.delete(work.key)
    assert store.editions.of(work.key) == () and store.editions.of(other.key) == (brief("d"),)
    with pytest.raises(StoreError):
        store.editions.keep(work.key, brief("d"))


def test_a_save_of_answers_leaves_the_history_and_a_stale_one_replaces_nothing(store: Store) -> None:
    work = create(store)
    assert work.history == History() == store.work.get(work.key).history
    store.work.save(work.key, SHEET, work.revision, history=HISTORY)
    saved = store.work.save(work.key, Sheet(title="new"), work.revision + 1)
    assert saved.history == HISTORY == store.work.get(work.key).history
    with pytest.raises(StaleWork):
        store.work.save(work.key, SHEET, work.revision, history=History())
    assert store.work.get(work.key).history == HISTORY


def test_both_travel_in_a_file_and_files_without_them_still_come_in(store: Store) -> None:
    work = create(store, sheet=SHEET.model_copy(update={"review": DAY}))
    work = store.work.save(work.key, work.sheet, history=HISTORY)
    store.editions.keep(work.key, brief("a"), brief("b"))
    text = to_json([work], store.editions.of_many([work.key]))
    (idea,) = from_json(text)
    (again,) = store.bring_in([idea])
    assert again.history == HISTORY and again.sheet.review == DAY
    assert to_json([again], store.editions.of_many([again.key])) == text
    without = idea.model_dump(mode="json", exclude={"history", "earlier"})
    assert type(idea).model_validate(without).history == History()


@pytest.mark.parametrize(
    ("back_to", "left"), [("scope", ["decide"]), (None, ["decide", "scope", "build"]), ("x", ORDER)]
)
def test_after_a_round_the_steps_before_the_one_gone_back_to_stay_done(back_to: str | None, left: list[str]) -> None:
    """And the notes, which the round that has ended takes with it, come back with it."""
    history = History(steps=dict.fromkeys(ORDER, DAY), tried="t")
    last = ended(back_to=back_to).model_copy(update={"steps": history.steps})
    after = history.after(last, ORDER)
    assert list(after.steps) == list(left)
    assert (after.tried, after.reopened()) == ("", history)
    begun = after.model_copy(update={"tried": "u"})
    assert begun.reopened().tried == "u", "what was typed since is not replaced"


def test_a_review_is_due_from_its_day_until_something_is_noted() -> None:
    sheet, result = Sheet(review=DAY), History(result=Result(noted_on=DAY, decision=Decision.OPEN))
    assert not review_due(Sheet(), History(), DAY) and not review_due(sheet, History(), DAY - timedelta(days=1))
    assert review_due(sheet, History(), DAY) and not review_due(sheet, result, DAY)
    assert review_due(Sheet(review=DAY + timedelta(days=9)), result, DAY + timedelta(days=9)), "the next one"
