"""What a person is working on. The only module that touches session state and the address.

The address names the work (`work=<key>`, or `case=<id>` for a worked case that is only being read) and the place in it
(`section`, `way`, `question`, ...). The store holds the work. A session holds nothing that would be missed.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import streamlit as st

from framework.errors import StoreError, UserError
from framework.model.assessment import Assessment
from framework.model.case import Case
from framework.model.sheet import Range, Sheet
from framework.store import StaleWork, Work
from framework.ui import resources
from framework.ui.widgets.plain import clean

WORK, CASE, TRY, WAY = "work", "case", "try", "way"

MAX_WORD = 500
"""Characters of one text; it has to fit into a sentence."""

MAX_TITLE = 200
"""Characters of a title."""

_SEEN, _NOTICES, _BEGUN, _SHOWN = "_seen", "_notices", "_begun", "_shown"
_JUST_NOW = 10.0
"""Seconds in which a browser has surely learned the address of a work that was begun."""


@dataclass(frozen=True)
class Current:
    """What the address leads to. `work` is None as long as nothing was answered, and while a case is only read."""

    sheet: Sheet
    work: Work | None = None
    case: Case | None = None
    problem: UserError | None = None
    """Why the address leads nowhere."""

    @property
    def empty(self) -> bool:
        """Whether nothing was answered yet."""
        return not (self.sheet.answers or self.sheet.words or self.sheet.numbers)


def current() -> Current:
    """The work that the address names, as it is saved now.

    Raises:
        StoreError: the saved work cannot be reached.
    """
    key = param(WORK) or _just_begun()
    if key:
        here = _saved(key)
        st.session_state[_SEEN] = here.work
        return here
    case_id = param(CASE)
    if case_id:
        case = resources.rules().case.get(case_id)
        if case is None:
            return Current(
                Sheet(), problem=UserError("There is no worked case under this address.", "Pick one from the list.")
            )
        return Current(sheet_of(case), case=case)
    return Current(_empty_sheet())


def assessment() -> Assessment:
    """What comes out for the current work; nothing is worked out twice."""
    return resources.assessment_of(current().sheet)


def sheet_of(case: Case) -> Sheet:
    """The answers of a worked case as a sheet."""
    answers = {id_: given if isinstance(given, str) else tuple(given) for id_, given in case.answers.items()}
    return Sheet(title=case.title, answers=answers, words=case.words, numbers=dict(case.numbers))


def begin(sheet: Sheet | None = None) -> str:
    """Begin a new piece of work; its key. The address is the caller's business (`links.anew`).

    Raises:
        StoreError: it cannot be saved.
    """
    rulebase = resources.rules()
    return resources.store().work.create("", rulebase.manifest.id, rulebase.digest, sheet or Sheet()).key


def answer(question: str, value: str | tuple[str, ...] | None) -> bool:
    """Save one answer at once; None takes it back. Whether it was saved; if not, the person is told."""
    if value == ():
        value = None

    def change(sheet: Sheet) -> Sheet:
        # at the end, so that the order of answers is the order in which they were given
        answers = {id_: given for id_, given in sheet.answers.items() if id_ != question}
        return sheet.model_copy(update={"answers": answers if value is None else {**answers, question: value}})

    return _change(change)


def word(slot: str, text: str) -> bool:
    """Save one text in the person's own words; an empty one takes it back."""
    text = _clipped(text, MAX_WORD)

    def change(sheet: Sheet) -> Sheet:
        words = {id_: given for id_, given in sheet.words.items() if id_ != slot}
        return sheet.model_copy(update={"words": {**words, slot: text} if text else words})

    return _change(change)


def number(name: str, value: float | Range | None) -> bool:
    """Save one number, or a range of it; None takes it back."""

    def change(sheet: Sheet) -> Sheet:
        numbers = {id_: given for id_, given in sheet.numbers.items() if id_ != name}
        return sheet.model_copy(update={"numbers": numbers if value is None else {**numbers, name: value}})

    return _change(change)


def title(text: str) -> bool:
    """Save what the person calls the idea."""
    text = _clipped(text, MAX_TITLE)
    return _change(lambda sheet: sheet.model_copy(update={"title": text}))


def delete() -> bool:
    """Delete the current work for good."""
    key = param(WORK)
    st.session_state.pop(_SEEN, None)
    st.session_state.pop(_BEGUN, None)
    return bool(key) and resources.store().work.delete(key or "")


def address(**extra: str | None) -> dict[str, str]:
    """The parameters that lead to the current work, and `extra` ones that are not None: for every link."""
    kept = {name: value for name in (WORK, CASE, TRY, WAY) if (value := param(name))}
    if WORK not in kept and (begun := _just_begun()):
        kept[WORK] = begun
    if WORK in kept:
        kept.pop(CASE, None)
    return {**kept, **{name: value for name, value in extra.items() if value is not None}}


def param(name: str) -> str | None:
    """A parameter of the address; None when it is missing or empty."""
    return st.query_params.get(name) or None


def place(**params: str | None) -> None:
    """Change where in the work the address points, as a new entry of the browser's history; None removes."""
    for name, value in params.items():
        if value is None:
            st.query_params.pop(name, None)
        elif st.query_params.get(name) != value:
            st.query_params[name] = value


def show_address() -> None:
    """Have the browser show the address that this run answers.

    A link from a page to itself with other parameters runs the page on them, but leaves the browser's address behind;
    a reload, or the next button, would fall back to it. Said once for each address: said with every run, it would
    overtake a person who types something and follows a link with the same click.
    """
    here = st.query_params.to_dict()
    if st.session_state.get(_SHOWN) != here:
        st.query_params.from_dict(here)
        st.session_state[_SHOWN] = here


def saved_answer(question: str) -> str | tuple[str, ...] | None:
    """The answer that the person was looking at, inside a callback."""
    return _here().sheet.answers.get(question)


def tell(text: str, icon: str = ":material/info:") -> None:
    """Tell the person something in passing, on this run or the next."""
    st.session_state.setdefault(_NOTICES, []).append((text, icon))


def notices() -> list[tuple[str, str]]:
    """What is to be told, once: text and icon."""
    found: list[tuple[str, str]] = st.session_state.pop(_NOTICES, [])
    return found


def widget(key: str, value: Any) -> str:
    """Make a widget with this key show what is saved, whatever the browser remembers; gives the key back."""
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value
    return key


def value_of(key: str) -> Any:
    """What a person has put into a widget, inside its callback."""
    return st.session_state.get(key)


def remember(key: str, value: Any) -> None:
    """Keep something for this session that may be lost, such as a text that is not a number yet; None forgets it."""
    if value is None:
        st.session_state.pop(key, None)
    else:
        st.session_state[key] = value


def _saved(key: str) -> Current:
    work = resources.store().work.get(key)
    if work is None:
        problem = UserError(
            "There is no saved work under this address.",
            "The address may be incomplete, or the work was deleted. Nothing else was changed.",
        )
        return Current(Sheet(), problem=problem)
    if work.rulebase != resources.rules().manifest.id:
        problem = UserError(
            "This work answers questions of other rules.", "It is still saved; open it where it was begun."
        )
        return Current(Sheet(), problem=problem)
    return Current(work.sheet, work=work)


def _empty_sheet() -> Sheet:
    """Nothing answered; while a case is being tried, under its title."""
    tried = resources.rules().case.get(param(TRY) or "")
    return Sheet(title=tried.title if tried else "")


def _just_begun() -> str | None:
    """The work begun a moment ago on a page whose address named none: the browser may not have heard of it yet."""
    key, when, origin = st.session_state.get(_BEGUN, (None, 0.0, None))
    return key if time.monotonic() - when < _JUST_NOW and origin == (param(CASE), param(TRY)) else None


def _change(change: Callable[[Sheet], Sheet]) -> bool:
    """Apply one change to what is saved; what was changed elsewhere in the meantime is kept."""
    try:
        here = _here()
        if here.problem:
            raise here.problem
        if here.work is None:
            _begin_here(change(here.sheet))
        else:
            _save(here.work, change)
    except UserError as error:
        tell(f"This was not saved. {error}", ":material/error:")
        return False
    return True


def _here() -> Current:
    """What the page showed when the person acted on it, not what another window may have made of it since."""
    seen: Work | None = st.session_state.get(_SEEN)
    key = param(WORK) or _just_begun()
    return Current(seen.sheet, work=seen) if seen and seen.key == key else current()


def _save(work: Work, change: Callable[[Sheet], Sheet]) -> None:
    stale = False
    for _ in range(20):
        try:
            st.session_state[_SEEN] = resources.store().work.save(work.key, change(work.sheet), work.revision)
            break
        except StaleWork as error:
            work, stale = error.current, True
    else:
        raise StoreError("This work is being changed in another window all the time.", "Try again.")
    if stale:
        text = "This work was changed in another window too. Its answers are shown here now, and the last one counts."
        tell(text, ":material/sync:")


def _begin_here(sheet: Sheet) -> None:
    key = begin(sheet)
    st.session_state[_BEGUN] = (key, time.monotonic(), (param(CASE), param(TRY)))
    st.session_state.pop(_SEEN, None)
    place(case=None, work=key)


def _clipped(text: str, most: int) -> str:
    if len(text) > most:
        tell(f"That text was too long. Its first {most} characters were kept.", ":material/content_cut:")
    return clean(text[:most])
