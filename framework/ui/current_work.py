"""The current work: found by the key in the address, changed and saved one answer at a time.

The store has the work. The session keeps only what the person was looking at, to detect changes made in another window.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import streamlit as st

from framework.errors import StoreError, UserError
from framework.model.answers import Answer
from framework.model.assessment import Assessment
from framework.model.case import Case
from framework.model.history import NOTHING, History
from framework.model.sheet import Number, Sheet
from framework.store import Purpose, StaleWork, Work
from framework.ui import address, elsewhere, memory, resources
from framework.ui.address import CASE, READ, TRY, WORK
from framework.ui.notices import notify_of
from framework.ui.speech import say

MAX_WORD = 500
"""Maximum length of one text, which its field sees to; it has to fit into a sentence."""

MAX_TITLE = 200
"""Maximum length of a title; likewise."""

_SEEN, _BEGUN = "_seen", "_begun"
_JUST_NOW = 10.0
"""Seconds after which the browser certainly has the address of new work."""


@dataclass(frozen=True)
class Current:
    """What the address refers to. `work` is None until something is answered, and while something is only read."""

    sheet: Sheet
    work: Work | None = None
    case: Case | None = None
    shared: bool = False
    """Whether it is somebody's work, opened with a link that may only read it."""
    problem: UserError | None = None
    """Why the address is invalid."""
    history: History = NOTHING
    """What has happened besides answers."""
    digest: str = ""
    """The exact rules that saved work was last assessed under."""

    @property
    def empty(self) -> bool:
        """Whether nothing is answered yet."""
        return not (self.sheet.answers or self.sheet.words or self.sheet.numbers)


def current() -> Current:
    """The work that the address names, as it is saved now.

    Raises:
        StoreError: the saved work cannot be reached.
    """
    key = address.param(WORK) or _just_begun()
    if key:
        here = _saved(key)
        seen: Work | None = st.session_state.get(_SEEN)
        if here.work and seen and seen.key == here.work.key and seen.revision < here.work.revision:
            elsewhere.tell(resources.rules(), seen, here.work)
        st.session_state[_SEEN] = here.work
        if here.work:
            resources.note_opened(here.work)
        return here
    if address.reading():
        return _shared()
    case_id = address.param(CASE)
    if case_id:
        case = resources.rules().case.get(case_id)
        if case is None:
            return Current(
                Sheet(),
                problem=UserError(say("There is no worked case under this address."), say("Choose one from the list.")),
            )
        return Current(case.sheet(), case=case)
    return Current(_empty_sheet())


def assessment() -> Assessment:
    """The assessment of the current work, cached."""
    return resources.assessment_of(current().sheet)


def begin(sheet: Sheet | None = None) -> str:
    """Create new work and return its key. The caller changes the address (`links.leave`).

    Raises:
        StoreError: it cannot be saved.
    """
    rulebase = resources.rules()
    return resources.store().work.create("", rulebase.manifest.id, rulebase.digest, sheet or Sheet()).key


def answer(question: str, value: Answer | None) -> bool:
    """Save one answer; None clears it. Returns whether it was saved; if not, the person is notified."""
    if value == ():
        value = None
    return apply(lambda sheet: sheet.answered(question, value))


def narrowed(question: str, options: Sequence[str]) -> bool:
    """Save that the answer is one of these options; the question itself is still to be asked."""

    def change(sheet: Sheet) -> Sheet:
        screened = tuple(dict.fromkeys((*sheet.screened, question)))
        return sheet.answered(question, tuple(options)).model_copy(update={"screened": screened})

    return apply(change)


def adopt() -> bool:
    """Note that the answers under the current key have been looked at under the present rules."""
    work = _here().work
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

    seen: Work | None = st.session_state.get(_SEEN)
    if seen and seen.key == key:
        _save(seen, change)
    elif work := resources.store().work.get(key):
        _change(work, change)


def delete() -> bool:
    """Delete the current work permanently."""
    key = address.param(WORK)
    st.session_state.pop(_SEEN, None)
    st.session_state.pop(_BEGUN, None)
    return bool(key) and resources.store().work.delete(key or "")


def link_params(**extra: str | None) -> dict[str, str]:
    """The parameters of a link that keeps the current work, with every `extra` that is not None."""
    return address.params_for(address.param(WORK) or _just_begun(), **extra)


def saved_answer(question: str) -> Answer | None:
    """The answer that the person was looking at, inside a callback."""
    return _here().sheet.answers.get(question)


def _saved(key: str) -> Current:
    work = resources.store().work.get(key)
    if work is None:
        message = say("There is no saved work under this address.")
        hint = say("The address may be incomplete, or the work was deleted. Nothing else was changed.")
        return Current(Sheet(), problem=UserError(message, hint))
    if work.rulebase != resources.rules().manifest.id:
        message = say("This work was created under different rules.")
        return Current(Sheet(), problem=UserError(message, say("It is still saved; open it where it was created.")))
    return _of(work)


def _of(work: Work) -> Current:
    return Current(work.sheet, work=work, history=work.history, digest=work.digest)


def _shared() -> Current:
    """Somebody's work. Its key does not go on, so that no page can show or use it."""
    found = resources.store().links.work_of(address.param(READ), Purpose.READ)
    if found is None:
        return Current(Sheet(), problem=withdrawn())
    here = _saved(found)
    if here.work:
        resources.note_opened(here.work)
    return replace(here, work=None, shared=True)


def withdrawn() -> UserError:
    """What is said of a link under which there is nothing."""
    return UserError(
        say("This link does not work any more."),
        say("It was withdrawn or replaced, or the address is incomplete. Ask whoever sent it for a new one."),
    )


def _empty_sheet() -> Sheet:
    """An empty sheet; with the title of the case that is being tried, if any."""
    tried = resources.rules().case.get(address.param(TRY) or "")
    return Sheet(title=tried.title if tried else "")


def _just_begun() -> str | None:
    """Work created a moment ago on a page without a key: the browser may not have its address yet."""
    key, when, origin = st.session_state.get(_BEGUN, (None, 0.0, None))
    return key if time.monotonic() - when < _JUST_NOW and origin == (address.param(CASE), address.param(TRY)) else None


def apply(change: Callable[[Sheet], Sheet], *, answers: bool = True) -> bool:
    """Apply one change to the saved sheet, by default to `answers`; changes made elsewhere in the meantime are kept."""

    def act(here: Current) -> None:
        if here.work is None:
            _begin_here(change(here.sheet))
        else:
            _save(here.work, lambda work: replace(work, sheet=change(work.sheet)))

    return _done(act, say("Your answer was not saved.") if answers else say("This was not saved."))


def note(change: Callable[[Work], History]) -> bool:
    """Apply one change to the history of the saved work, in the same way; the work must have been begun."""

    def act(here: Current) -> None:
        if here.work is None:
            raise UserError(say("There is no idea of yours here."), say("Answer a first question."))
        _save(here.work, lambda work: replace(work, history=change(work)))

    return _done(act, say("This was not saved."))


def _done(act: Callable[[Current], None], refused: str) -> bool:
    """Act on what the page showed; the person is told what is `refused`, and why, if it cannot be done."""
    try:
        here = _here()
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


def _here() -> Current:
    """What the page showed when the person acted, not what another window may have changed since."""
    seen: Work | None = st.session_state.get(_SEEN)
    key = address.param(WORK) or _just_begun()
    return _of(seen) if seen and seen.key == key else current()


def _save(work: Work, change: Callable[[Work], Work]) -> None:
    saved, found = _change(work, change)
    st.session_state[_SEEN] = saved
    if found:
        elsewhere.tell(resources.rules(), work, found, saved)


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


def _begin_here(sheet: Sheet) -> None:
    key = begin(sheet)
    st.session_state[_BEGUN] = (key, time.monotonic(), (address.param(CASE), address.param(TRY)))
    st.session_state.pop(_SEEN, None)
    memory.move_with_unsaved(case=None, work=key)
