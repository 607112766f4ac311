"""Join a class by its code, and take part in it. The key of the participant is in the address and in the browser."""

from __future__ import annotations

import secrets
from pathlib import Path

import streamlit as st

from framework.classroom.codes import LENGTH, characters, read_code
from framework.classroom.session import Step
from framework.errors import StoreError, UserError
from framework.store.classes import Classroom
from framework.store.work import is_key
from framework.ui import address, device, memory, notices, resources, scripts, trials
from framework.ui.address import CODE, ME, PLACE, RULES
from framework.ui.components import text_field
from framework.ui.components.classroom import attention, live, look, student, voting
from framework.ui.components.interview import guard, top_of_page
from framework.ui.dates import day
from framework.ui.escaping import md
from framework.ui.speech import as_text, say
from framework.ui.trouble import guarded, in_words

_TYPED, MAX_CODE = "code_typed", 12
"""The field for a code; characters that somebody may type for one."""

_REMEMBER, _ANNOUNCE = (Path(live.__file__).with_name(name) for name in ("remember.js", "announce.js"))


def show() -> None:
    """The page."""
    look.apply()
    with st.container(key="student"):
        me, place = resources.store().participants.get(address.param(ME)), None
        now = live.pulse(me.classroom) if me else None
        if me and now:
            guard.watch()
            device.keep_place(me.key)
            live.seen(now.version)
            with st.container(key="known"):
                _body(me.key)
            attention.looking(_watch, live.student_pause(now.joined, now.step))(me.classroom)
        elif is_key(address.param(ME)):
            _over()
        else:
            place = _find()
    with st.container(key="class_script"):
        code = read_code(address.param(CODE) or "")
        scripts.add(_REMEMBER, code, address.param(ME), bool(me and now), place)
        scripts.add(_ANNOUNCE)
        if not (me and now):
            top_of_page.go_to("join")


@st.fragment
@in_words()
def _body(key: str) -> None:
    """Everything that a tap changes."""
    seat = resources.store().participants.seat(key)
    classroom = live.classroom(seat.who.classroom, seat.version) if seat else None
    if seat is None or classroom is None:
        st.rerun()
    live.seen(seat.version)
    student.show(classroom, seat.who, live.student(classroom, seat))
    top_of_page.go_to(f"join_{voting.taken()}")  # after one's own tap; a phone that goes on by itself is not moved
    notices.show()


def _watch(key: str) -> None:
    """Look for the next step; only this small part runs while nothing happens."""
    if live.changed(live.pulse(key)):
        st.rerun()


def _find() -> str | None:
    """Type the code, or confirm to join; gives the key that they then have."""
    typed = address.param(CODE) or ""
    classroom, problem = None, ""
    if typed:
        try:
            classroom = resources.store().classes.by_code(typed, live.client())
            if not classroom:
                _look_elsewhere(typed)
            problem = "" if classroom else _no_class(typed)
        except StoreError:
            raise  # the page tries again
        except UserError as error:
            problem = as_text(error)
    if classroom:
        place = _place(classroom)
        if (there := resources.store().participants.get(place)) and there.classroom == classroom.key:
            address.move(
                code=classroom.code, me=place, place=None
            )  # joined with a tap of which this window knows nothing
            st.rerun()
        _confirm(classroom, place)
        return place
    st.title(say("Join a class"), anchor=False)
    _ask(problem)
    return None


def _no_class(typed: str) -> str:
    if len(characters(typed)) != LENGTH:
        return say("A code has {number} letters and digits. Check it against the screen.", number=LENGTH)
    return say("No open class has this code. Check it against the screen.")


def _look_elsewhere(code: str) -> None:
    """Go on under the rules with which the class of this code was opened, where those are tried and not these: nobody
    types more than a code.
    """
    here = address.param(RULES)
    there = None if here else trials.with_class(code, live.client())
    if here or there:
        address.move(rules=there)
        st.rerun()


def _place(classroom: Classroom) -> str:
    """The key that somebody has in a class once they have joined: the same for every tap in this window, and for those
    after the page was loaded again (`remember.js`).
    """
    brought, key = address.param(PLACE), memory.begin_with(f"_place_{classroom.key}", secrets.token_urlsafe(16))
    return brought if is_key(brought) else str(memory.value_of(key))


def _over() -> None:
    """The class of this phone is gone. Its code is not looked up again: it would count as a wrong one."""
    device.forget(address.param(ME) or "")
    st.title(say("The class is over"), anchor=False)
    st.markdown(
        say("It was deleted, or its date has passed. To join another class, type its code here or scan its QR code.")
    )
    _ask()


def _ask(problem: str = "") -> None:
    """The field for a code, and what was wrong with the one before."""
    with st.form("code_form"):
        text_field.line(say("Code"), _TYPED, MAX_CODE, placeholder="K7M 4XP", autocomplete="off")
        st.form_submit_button(say("Continue"), type="primary", width="stretch", on_click=guarded(_typed))
    if problem:
        st.markdown(f":red[:material/error:] {md(problem)}")
    st.caption(
        say("The code is on the screen in front. It has six letters and digits; capitals and spaces do not matter.")
    )


def _confirm(classroom: Classroom, place: str) -> None:
    plan = classroom.plan
    st.title(md(plan.title), anchor=False)
    st.markdown(say("You get a nickname; nobody asks who you are."))
    if classroom.step is Step.CLOSED:
        st.markdown(say("This class is over: you can only read what came out of it."))
    told = [
        say("Your instructor can take home each participant's answers under the nickname.")
        if plan.keeps_answers
        else say("Your instructor sees what the room answered, and nobody's own answers.")
    ]
    if plan.kind == "ideas":
        told.append(voting.who_sees_ideas(plan))
    if plan.small:
        told.append(say("Figures are shown even if fewer than five take part."))
    told.append(say("Everything is deleted on {day}.", day=day(classroom.expires_at)))
    st.button(
        say("Join"),
        type="primary",
        width="stretch",
        key="join",
        icon=":material/login:",
        on_click=guarded(_join),
        args=(classroom, place),
    )
    st.caption(" ".join(told))


def _typed() -> None:
    texts = text_field.fitting({_TYPED: MAX_CODE})
    code = texts[_TYPED].replace(" ", "").upper() if texts else ""
    address.move(code=code or None, me=None, place=None)


def _join(classroom: Classroom, place: str) -> None:
    me = resources.store().participants.join(classroom.key, resources.rules().nicknames, key=place)
    address.move(code=classroom.code, me=me.key, place=None)


show()
