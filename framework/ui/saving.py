"""Saves what a person changes in the current work, one answer at a time; what another window saved meanwhile is kept.

What changes the sheet or the history notifies the person where it cannot be saved, so that a callback only asks whether
it was; the others raise `StoreError`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from framework.errors import StoreError, UserError
from framework.model.answers import Answer
from framework.model.history import History
from framework.model.sheet import Number, Sheet
from framework.reasoning.stops import still_meant, without
from framework.store import StaleWork, Work
from framework.ui import current_work, elsewhere, resources
from framework.ui.current_work import Current
from framework.ui.notices import notify_of
from framework.ui.speech import say


def answer(question: str, value: Answer | None) -> bool:
    """Save one answer; None clears it. Returns whether it was saved; if not, the person is notified."""
    return apply(lambda sheet: changed(sheet, question, value))


def changed(sheet: Sheet, question: str, value: Answer | None) -> Sheet:
    """The sheet with one answer; where it is cleared, with what the screen of rare stops said in its place."""
    rulebase = resources.rules()
    after = sheet.answered(question, value) if value else without(rulebase, sheet, question)
    return still_meant(rulebase, sheet, after)


def narrowed(question: str, options: Sequence[str]) -> bool:
    """Save that the answer is one of these options; the question itself is still to be asked."""

    def change(sheet: Sheet) -> Sheet:
        screened = tuple(dict.fromkeys((*sheet.screened, question)))
        after = sheet.answered(question, tuple(options)).model_copy(update={"screened": screened})
        return still_meant(resources.rules(), sheet, after)

    return apply(change)


def adopt() -> bool:
    """Note that the answers under the current key have been looked at under the present rules."""
    work = current_work.shown().work
    return work is not None and resources.store().work.adopt(work.key, resources.rules().digest)


def word(slot: str, text: str) -> bool:
    """Save one text in the person's own words, as a field gives it; an empty one clears it."""

    def change(sheet: Sheet) -> Sheet:
        words = {id_: given for id_, given in sheet.words.items() if id_ != slot}
        return sheet.model_copy(update={"words": {**words, slot: text} if text else words})

    return apply(change)


def number(name: str, value: Number | None) -> bool:
    """Save one number or range; None clears it."""

    def change(sheet: Sheet) -> Sheet:
        numbers = {id_: given for id_, given in sheet.numbers.items() if id_ != name}
        return sheet.model_copy(update={"numbers": numbers if value is None else {**numbers, name: value}})

    return apply(change)


def title(text: str) -> bool:
    """Save the name of the idea."""
    return apply(lambda sheet: sheet.model_copy(update={"title": text}), answers=False)


def rename(key: str, text: str) -> None:
    """Give any work a new name. If this window has shown it before, that it has changed is no news to it."""

    def change(work: Work) -> Work:
        return replace(work, sheet=work.sheet.model_copy(update={"title": text}))

    seen = current_work.last_seen()
    if seen and seen.key == key:
        _save(seen, change)
    elif work := resources.store().work.get(key):
        _change(work, change)


def apply(change: Callable[[Sheet], Sheet], *, answers: bool = True) -> bool:
    """Apply one change to the saved sheet, by default to `answers`; changes made elsewhere in the meantime are kept."""

    def act(here: Current) -> None:
        if here.work is None:
            current_work.begin_here(change(here.sheet))
        else:
            _save(here.work, lambda work: replace(work, sheet=change(work.sheet)))

    return _done(act, say("Your answer was not saved.") if answers else say("This was not saved."))


def note(change: Callable[[Work], History]) -> bool:
    """Apply one change to the history of the saved work, in the same way; the work must have been begun."""

    def act(here: Current) -> None:
        if here.work is None:
            raise UserError(say("There is no idea of yours here."), say("Answer a first question."))
        _save(here.work, lambda work: replace(work, history=change(current_work.carried_over(work))))

    return _done(act, say("This was not saved."))


def _done(act: Callable[[Current], None], refused: str) -> bool:
    """Act on what the page showed; the person is told what is `refused`, and why, if it cannot be done."""
    try:
        here = current_work.shown()
        if here.problem:
            raise here.problem
        if here.shared:
            raise UserError(
                say("This link is for reading."), say("Ask for the link to edit, or check an idea of your own.")
            )
        act(here)
    except UserError as error:
        notify_of(error, refused)
        return False
    return True


def _save(work: Work, change: Callable[[Work], Work]) -> None:
    """Save one change to the work that this window shows; what another one had saved meanwhile is said."""
    saved, found = _change(work, change)
    current_work.now_shows(current_work.carried_over(saved))
    if found:
        elsewhere.tell(resources.rules(), work, current_work.carried_over(found), saved)


def _change(work: Work, change: Callable[[Work], Work]) -> tuple[Work, Work | None]:
    """The work as saved after one change, and what had been saved elsewhere in the meantime, if anything."""
    found = None
    for _ in range(20):
        try:
            new = change(work)
            history = None if new.history == work.history else new.history
            return resources.store().work.save(work.key, new.sheet, work.revision, history=history), found
        except StaleWork as error:
            work = found = error.current
    raise StoreError(say("This work keeps being changed in another window."), say("Try again."))
