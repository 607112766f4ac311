"""The current work: found by the key in the address, begun and deleted. What is changed in it is saved by `saving`.

The store has the work. The session keeps only what the person was looking at, to detect changes made in another window.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace

import streamlit as st

from framework.errors import UserError
from framework.model.answers import Answer
from framework.model.assessment import Assessment
from framework.model.case import Case
from framework.model.history import NOTHING, History
from framework.model.rule_index import index_of
from framework.model.sheet import Sheet
from framework.store import Purpose, Work
from framework.ui import address, elsewhere, memory, resources
from framework.ui.address import CASE, READ, TRY, WORK
from framework.ui.speech import say

_SEEN, _BEGUN = "_seen", "_begun"
_JUST_NOW = 10.0
"""Seconds after which the browser certainly has the address of new work."""


class NothingHere(UserError):
    """The address of a page names nothing that is there."""


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
        seen = last_seen()
        if here.work and seen and seen.key == here.work.key and seen.revision < here.work.revision:
            elsewhere.tell(resources.rules(), seen, here.work)
        now_shows(here.work)
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


def shown() -> Current:
    """What the page showed when the person acted, not what another window may have changed since."""
    seen, key = last_seen(), address.param(WORK) or _just_begun()
    return _of(seen) if seen and seen.key == key else current()


def last_seen() -> Work | None:
    """The work that this window showed last, as it was then; None where it showed none."""
    seen: Work | None = st.session_state.get(_SEEN)
    return seen


def now_shows(work: Work | None) -> None:
    """Note the work as this window knows it from now on; None where its address leads to none."""
    st.session_state[_SEEN] = work


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


def begin_here(sheet: Sheet) -> None:
    """Create new work on the page that is open, in place of what its address named.

    Raises:
        StoreError: it cannot be saved.
    """
    key = begin(sheet)
    st.session_state[_BEGUN] = (key, time.monotonic(), (address.param(CASE), address.param(TRY)))
    st.session_state.pop(_SEEN, None)
    memory.move_with_unsaved(case=None, work=key)


def delete() -> bool:
    """Delete the current work permanently; False where the address names none, or it is gone already."""
    key = address.param(WORK)
    st.session_state.pop(_SEEN, None)
    st.session_state.pop(_BEGUN, None)
    return bool(key) and resources.store().work.delete(key or "")


def link_params(**extra: str | None) -> dict[str, str]:
    """The parameters of a link that keeps the current work, with every `extra` that is not None."""
    return address.params_for(address.param(WORK) or _just_begun(), **extra)


def saved_answer(question: str) -> Answer | None:
    """The answer that the person was looking at, inside a callback."""
    return shown().sheet.answers.get(question)


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


def carried_over(work: Work) -> Work:
    """The work with its ticks at the steps that replaced those that were withdrawn since."""
    return replace(work, history=work.history.under(index_of(resources.rules())))


def _of(work: Work) -> Current:
    work = carried_over(work)
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


def withdrawn() -> NothingHere:
    """What is said of a link under which there is nothing."""
    return NothingHere(
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
