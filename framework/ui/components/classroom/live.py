"""A class as the pages see it: read from the store, and kept for a moment where a whole hall asks for the same."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlencode, urlsplit

import streamlit as st

from framework import deployment, settings
from framework.classroom import results
from framework.classroom.plan import all_answered
from framework.classroom.results import BothRounds
from framework.classroom.session import FIRST, Step, open_round
from framework.classroom.views import RoomView, StudentView, room_view, student_view
from framework.classroom.votes import ballots
from framework.deployment import Networks
from framework.languages.catalogue import ENGLISH, NAMES
from framework.model.answers import Answer
from framework.reasoning.reasoner import reasoner_for
from framework.store.classes import Classroom
from framework.store.participants import Pulse, Seat
from framework.ui import memory, resources
from framework.ui.address import LANGUAGE
from framework.ui.components.pass_on import address_of
from framework.ui.speech import language

LEAD_SECONDS = 2
"""How often an instructor's page and the projector look for something new."""

STUDENT_SECONDS, PEOPLE_A_SECOND, VOTERS_A_SECOND = 5, 50, 20
"""The same for a phone; in a full hall less often, so that at most so many phones ask in a second. During a vote fewer
ask, as each answer tells a phone how things stand."""

PEOPLE_SECONDS = 5
"""How often the list of nicknames on an instructor's page is made anew: people join and rename themselves meanwhile."""

END_SECONDS = 60
"""The same for a phone and an instructor's page once the class has ended: all that can still come is its deletion."""

HERE = "127.0.0.1"
"""What Streamlit tells as no address: the browser, or a proxy, on this machine."""


_KEPT_SECONDS = 1.0
_SEEN = "_seen_version"
_GONE = 0
"""In place of the version of a class that is no more."""


def pulse(key: str) -> Pulse | None:
    """How a class stands; up to a second old, since all its phones ask."""
    return _pulse(key)


def classroom(key: str, version: int) -> Classroom | None:
    """A class as it stood at a version, or later."""
    return _classroom(key, version)


def room(classroom: Classroom, version: int) -> RoomView:
    """What the room may see. Votes are closed wherever results are shown, so it changes only with the version."""
    return _room(classroom.key, version, classroom)


def both_rounds(classroom: Classroom, *, done: bool) -> BothRounds:
    """What the votes of a class come to, for the instructor; `done`: the second vote is closed too.

    Votes are closed wherever results are shown, so the result changes only with the version of the class.
    """
    return _both_rounds(classroom.key, classroom.version, done, classroom)


def finished(classroom: Classroom) -> int:
    """How many have answered all that they are asked in the vote that is open; up to a second old."""
    return _finished(classroom.key, classroom.version, classroom)


def student(classroom: Classroom, seat: Seat) -> StudentView:
    """What one student may see."""
    sees = room(classroom, seat.version)
    return student_view(
        reasoner_for(resources.rules()), classroom.plan, sees, seat.who.key, seat.votes, classroom.pairs
    )


def student_pause(joined: int, step: Step) -> float:
    """Seconds between two looks of a phone."""
    if step is Step.CLOSED:
        return END_SECONDS
    return max(STUDENT_SECONDS, joined / (VOTERS_A_SECOND if is_voting(step) else PEOPLE_A_SECOND))


def lead_pause(step: Step) -> float:
    """Seconds between two looks of an instructor's page."""
    return END_SECONDS if step is Step.CLOSED else LEAD_SECONDS


def changed(now: Pulse | None) -> bool:
    """Whether this window still shows an older version, or the class is gone; it is noted as seen.

    What is kept for all phones may be older than what this one was shown a moment ago: that is no news, and a page that
    ran again for it would do so until the next look.
    """
    version = now.version if now else _GONE
    before = memory.value_of(_SEEN)
    is_news = before is None or version > before or (version == _GONE != before)
    if is_news:
        memory.remember(_SEEN, version)
    return is_news and before is not None


def seen(version: int) -> None:
    """Note which version is on its way to the window."""
    memory.remember(_SEEN, version)


def client() -> str:
    """The network address of the browser, for counting wrong codes.

    Whoever sends a request writes `X-Forwarded-For` as well, so it counts only as far as proxies that are believed have
    added to it: its last address that is none of theirs.

    Raises:
        UserError: the setting that names the proxies cannot be read.
    """
    believed = deployment.proxies()
    chain = [*st.context.headers.get("X-Forwarded-For", "").split(","), st.context.ip_address or HERE]
    found = HERE
    for each in reversed([each.strip() for each in chain if each.strip()]):
        found = each
        if not _is_proxy(each, believed):
            break
    return found


def join_address(code: str) -> str:
    """The address that phones open."""
    return address_of("join", code=code)


def typed_address(code: str) -> str:
    """The address at which a class is joined, as somebody types it who types the code as well.

    The language of this page is in it only if it is not the usual one. Rules on trial are not: the code leads to them.
    """
    bare, here = join_address(code).rpartition("://")[2].partition("?")[0], language()
    usual = settings.default_language()
    if here == (usual if usual in NAMES else ""):
        return bare
    return f"{bare}?{urlencode({LANGUAGE: here or ENGLISH})}"


def only_here() -> bool:
    """Whether phones cannot open the address at which a class is joined, as it names this very machine."""
    host = urlsplit(st.context.url or "").hostname or "localhost"
    return host == "localhost" or host.startswith("127.")


def is_voting(step: Step) -> bool:
    """Whether votes are taken."""
    return step in (Step.FIRST_VOTE, Step.SECOND_VOTE)


@st.cache_resource(show_spinner=False, ttl=_KEPT_SECONDS, max_entries=200)
def _pulse(key: str) -> Pulse | None:
    return resources.store().participants.pulse(key)


@st.cache_resource(show_spinner=False, ttl=60, max_entries=200)
def _classroom(key: str, version: int) -> Classroom | None:
    return resources.store().classes.by_key(key)


@st.cache_resource(show_spinner=False, ttl=60, max_entries=50)
def _room(key: str, version: int, _classroom: Classroom) -> RoomView:
    votes = resources.store().votes.of(key)
    return room_view(
        reasoner_for(resources.rules()), _classroom.plan, _classroom.step, votes, histogram=_classroom.histogram
    )


@st.cache_resource(show_spinner=False, ttl=60, max_entries=50)
def _both_rounds(key: str, version: int, done: bool, _classroom: Classroom) -> BothRounds:
    votes = resources.store().votes.of(key)
    return results.both_rounds(reasoner_for(resources.rules()), _classroom.plan, votes, done=done)


@st.cache_resource(show_spinner=False, ttl=_KEPT_SECONDS, max_entries=200)
def _finished(key: str, version: int, _classroom: Classroom) -> int:
    votes = resources.store().votes.of(key)
    reasoner, nothing_left, number = reasoner_for(resources.rules()), _nothing_left(key), 0
    for ballot in ballots(votes, open_round(_classroom.step) or FIRST).values():
        given = tuple(ballot.items())
        if given not in nothing_left:
            nothing_left[given] = all_answered(reasoner, _classroom.plan, ballot)
        number += nothing_left[given]
    return number


@st.cache_resource(show_spinner=False, max_entries=50)
def _nothing_left(key: str) -> dict[tuple[tuple[str, Answer], ...], bool]:
    """Of each ballot in a class whether nothing is left to ask, worked out once: for hundreds of ballots it takes some
    hundredths of a second, which every other window would notice.
    """
    return {}


def _is_proxy(address: str, believed: Networks) -> bool:
    try:
        at = ip_address(address)
    except ValueError:
        return False
    at = getattr(at, "ipv4_mapped", None) or at
    return at.is_loopback or any(at in network for network in believed)
