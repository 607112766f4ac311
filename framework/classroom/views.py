"""What each kind of window is sent: the room (projector and phones), and one student.

Pages of the room and of students get these and nothing else, so what a step hides is not in the data at all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from framework.classroom.fewest import fewest
from framework.classroom.pairs import SavedGroup
from framework.classroom.plan import Plan, Upcoming, all_answered, upcoming
from framework.classroom.results import Result, both_rounds, sheet
from framework.classroom.session import FIRST, SECOND, Show, Step, open_round, shown
from framework.classroom.votes import Vote, ballots, standing
from framework.model.answers import Answer
from framework.reasoning.reasoner import Reasoner


@dataclass(frozen=True)
class RoomView:
    """What everybody in the room may see at this step."""

    step: Step
    title: str
    description: str
    kind: str
    first: Result | None
    second: Result | None
    case: str | None
    """The case whose outcome was published, once that is shown."""


@dataclass(frozen=True)
class StudentView:
    """What one student may see: the room's view, and what is their own."""

    room: RoomView
    ballot: dict[str, Answer]
    """Their answers in the round that is open, or what counts of them after the last; in the order in which they were
    asked.
    """
    before: dict[str, Answer]
    """Their answers in the first round, while they vote a second time."""
    asked: tuple[str, ...]
    """The questions in the order in which they are asked: in the second round the one just discussed comes first. Empty
    where it depends on the answers what is asked.
    """
    next_question: str | None
    total: int | None
    """How many questions there are; None while that depends on the answers still to come."""
    partners: tuple[str, ...]
    """Keys of the people to find."""
    parting: tuple[str, ...]
    """The questions because of which they were chosen."""
    not_by_all: tuple[str, ...]
    """Of these, the ones that not all of the group have answered."""
    not_asked: tuple[str, ...]
    """Of these, the ones that were not asked here, as nothing was left to ask."""
    answers: dict[str, Answer] | None
    """The sheet that their verdict follows from, once verdicts are shown."""
    differing: tuple[str, ...]
    """Then: their answers that differ from the published case."""
    deciding: tuple[str, ...]
    """Of these, the ones that alone lead to another verdict."""
    deciding_together: tuple[str, ...]
    """The fewest of these that together lead to what follows from the published case, where none does alone."""


def room_view(reasoner: Reasoner, plan: Plan, step: Step, votes: Sequence[Vote], *, histogram: bool) -> RoomView:
    """The room's view; results are worked out only where they are shown."""
    see = shown(step, histogram=histogram)
    rounds = see & {Show.FIRST, Show.SECOND}
    known = both_rounds(reasoner, plan, votes, done=Show.SECOND in see) if rounds else None
    return RoomView(
        step=step,
        title=plan.title,
        description=plan.description,
        kind=plan.kind,
        first=known.first if known and Show.FIRST in see else None,
        second=known.second if known else None,
        case=plan.case or None if Show.OUTCOME in see else None,
    )


def student_view(
    reasoner: Reasoner, plan: Plan, room: RoomView, me: str, own: Sequence[Vote], pairs: Sequence[SavedGroup]
) -> StudentView:
    """One student's view. `own` are their votes alone, in the order sent; `room` has what the step shows."""
    first = ballots(own, FIRST).get(me, {})
    open_now = open_round(room.step)
    after_second = room.step in (Step.REVEAL, Step.CLOSED)
    ballot = ballots(own, SECOND).get(me, {}) if open_now == SECOND else first
    if after_second:
        ballot = standing(own, SECOND).get(me, {})
    paired = next((item for item in pairs if me in item.members), None)
    discussed = tuple(id_ for id_ in paired.questions if id_ in first) if paired and open_now == SECOND else ()
    in_turn = tuple(dict.fromkeys((*discussed, *plan.questions))) if plan.questions else ()
    asked = in_turn or dict.fromkeys((*discussed, *(vote.question for vote in own)))
    place = {id_: number for number, id_ in enumerate(asked)}
    ballot = dict(sorted(ballot.items(), key=lambda item: place.get(item[0], len(place))))
    following = _next(reasoner, plan, (*discussed, *in_turn), ballot) if open_now else Upcoming(None, None)
    see = shown(room.step, histogram=False)
    group = paired if Show.PARTNER in see else None
    parting = group.questions if group else ()
    settled = bool(parting) and not plan.questions and all_answered(reasoner, plan, ballot)
    answers = sheet(reasoner, plan, ballot) if Show.OUTCOME in see else None
    differing, deciding, together = _apart(reasoner, plan, ballot) if answers is not None and room.case else _NOTHING
    return StudentView(
        room=room,
        ballot=ballot,
        before=first if open_now == SECOND else {},
        asked=in_turn,
        next_question=following.question,
        total=following.total,
        partners=tuple(key for key in group.members if key != me) if group else (),
        parting=parting,
        not_by_all=group.not_by_all if group else (),
        not_asked=tuple(id_ for id_ in parting if id_ not in ballot) if settled else (),
        answers=answers,
        differing=differing,
        deciding=deciding,
        deciding_together=together,
    )


def _next(reasoner: Reasoner, plan: Plan, first: Sequence[str], ballot: Mapping[str, Answer]) -> Upcoming:
    question = next((id_ for id_ in first if id_ not in ballot), None)
    if question is None:
        return upcoming(reasoner, plan, ballot)
    return Upcoming(question, len(plan.questions) or None)


_Questions = tuple[str, ...]

_NOTHING: tuple[_Questions, _Questions, _Questions] = ((), (), ())


def _apart(reasoner: Reasoner, plan: Plan, ballot: Mapping[str, Answer]) -> tuple[_Questions, _Questions, _Questions]:
    """The answers that differ from those of the case, which of them alone change the verdict, and if none does, the
    fewest that do together.
    """
    case = reasoner.rulebase.case.get(plan.case)
    if case is None or not ballot:
        return _NOTHING
    reference, diagram = reasoner.rulebase.accept(case.answers), reasoner.verdicts

    def verdicts(corrected: Sequence[str]) -> tuple[str, ...]:
        changed = {**ballot, **{id_: reference[id_] for id_ in corrected}}
        return diagram.possible_under(sheet(reasoner, plan, changed))

    differing = tuple(id_ for id_, answer in ballot.items() if id_ in reference and answer != reference[id_])
    now, there = verdicts(()), verdicts(differing)
    alone = tuple(id_ for id_ in differing if verdicts((id_,)) != now)
    together = () if alone or now == there else fewest(differing, lambda chosen: verdicts(chosen) == there)
    return differing, alone, together
