"""The steps of a class, as a small state machine, and what each of them may show to whom."""

from __future__ import annotations

from enum import StrEnum

from framework.errors import UserError
from framework.languages.catalogue import to_say

FIRST, SECOND = 1, 2
"""The two rounds of votes."""


class Step(StrEnum):
    """Where a class stands."""

    LOBBY = "lobby"
    FIRST_VOTE = "first_vote"
    COUNTED = "counted"
    """The first vote is closed; the instructor decides whether the room sees it."""
    HISTOGRAM = "histogram"
    DISCUSSION = "discussion"
    SECOND_VOTE = "second_vote"
    REVEAL = "reveal"
    CLOSED = "closed"


NEXT: dict[Step, tuple[Step, ...]] = {
    Step.LOBBY: (Step.FIRST_VOTE,),
    Step.FIRST_VOTE: (Step.COUNTED,),
    Step.COUNTED: (Step.HISTOGRAM, Step.DISCUSSION),
    Step.HISTOGRAM: (Step.DISCUSSION,),
    Step.DISCUSSION: (Step.SECOND_VOTE,),
    Step.SECOND_VOTE: (Step.REVEAL,),
    Step.REVEAL: (Step.CLOSED,),
    Step.CLOSED: (),
}
"""Step to the steps that can follow; the first is the usual one. No step is ever gone back to, so a vote that is closed
stays closed: an instructor sees its results, and what changed in a second closing would tell what one person answered.
"""

_ROUND = {Step.FIRST_VOTE: FIRST, Step.SECOND_VOTE: SECOND}


class Show(StrEnum):
    """What a view may contain beyond a person's own answers."""

    FIRST = "first"
    """The room's answers in the first vote."""
    PARTNER = "partner"
    SECOND = "second"
    OUTCOME = "outcome"
    """Verdicts, one's own included, and what was published."""


_SHOWN: dict[Step, frozenset[Show]] = {
    Step.HISTOGRAM: frozenset({Show.FIRST}),
    Step.DISCUSSION: frozenset({Show.PARTNER}),
    Step.REVEAL: frozenset(Show) - {Show.PARTNER},
    Step.CLOSED: frozenset(Show) - {Show.PARTNER},
}


def open_round(step: Step) -> int | None:
    """The round in which votes are taken; None while none is open."""
    return _ROUND.get(step)


def after(step: Step, wanted: Step) -> Step:
    """The step that follows.

    Raises:
        UserError: `wanted` does not follow this step; somebody else may have gone on already.
    """
    if wanted not in NEXT[step]:
        raise UserError(
            to_say("The class has gone on in another window."), to_say("This page now shows where it stands.")
        )
    return wanted


def shown(step: Step, *, histogram: bool) -> frozenset[Show]:
    """What the room may see. `histogram`: whether the answers of the first vote were shown; they then stay in view
    while people discuss, and not while they vote again.
    """
    found = _SHOWN.get(step, frozenset())
    return found | {Show.FIRST} if histogram and step is Step.DISCUSSION else found
