"""Where a person is in the quick check, what comes next and what came before. The address names the place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import streamlit as st

from framework.model.answers import NOT_SURE, Answer
from framework.model.assessment import Assessment
from framework.model.interview import Stop
from framework.model.question import Group
from framework.model.rulebase import Identity, RuleBase
from framework.model.sheet import Sheet
from framework.reasoning.reasoner import reasoner_for
from framework.reasoning.stops import from_screen, relevant
from framework.ui import address, current_work, resources

QUICK, FRAMING = "quick", "framing"
QUESTION, GROUP, TICKED = "question", "group", "ticked"

STOPS, UNSURE, AFTER_TICK = "stops", "unsure", "ticked"
"""Values of the address parameter `step`: the screen of rare stops; those one is not sure about; a question that
a tick there led to."""

ALL, CHOOSE = "all", "choose"
"""Values of the address parameter `group`: every option; the choice between the groups."""


@dataclass(frozen=True)
class Place:
    """One screen of the quick check."""

    kind: Literal["idea", "groups", "question", "stops", "unsure", "end"]
    question: str | None = None
    group: str | None = None
    """The group whose options are shown; None for all."""
    after_tick: bool = False
    """Whether a tick among the rare stops led here."""

    @property
    def name(self) -> str:
        """An identifier of the screen."""
        return "_".join(part for part in (self.kind, self.question, self.group) if part)


def here(rulebase: RuleBase, sheet: Sheet, assessment: Assessment, way: str) -> Place:
    """The place in the address if there is such a place, otherwise what is due."""
    step, named = address.param(address.STEP), address.param(QUESTION)
    interview = rulebase.manifest.interview
    if way == QUICK and step == address.IDEA and interview.idea:
        return Place("idea")
    if way == QUICK and step in (STOPS, UNSURE) and shown_stops(rulebase, sheet):
        return Place("stops" if step == STOPS else "unsure")
    following = due(rulebase, sheet, assessment, way)
    if named in rulebase.closed_questions and named in {
        *_worth_asking(rulebase, sheet, assessment),
        following.question,
    }:
        return _question(rulebase, sheet, named, address.param(GROUP), after_tick=step == AFTER_TICK)
    if way == QUICK and interview.idea and not (named or sheet.answers or sheet.title):
        return Place("idea")
    return following


def due(rulebase: RuleBase, sheet: Sheet, assessment: Assessment, way: str) -> Place:
    """What comes next: what is asked first, the rare stops, then what settles most; about the framing on request."""
    asked = assessment.task_question if way == FRAMING else assessment.next_question
    if way == QUICK:
        opening = rulebase.manifest.interview.opening
        half = next((id_ for id_ in opening if id_ in sheet.screened and group_of(rulebase, sheet, id_)), None)
        if half or asked in opening:
            return _question(rulebase, sheet, half or asked or "")
        if asked and set(given(rulebase, sheet)) <= set(opening) and shown_stops(rulebase, sheet):
            return Place("stops")
    return _question(rulebase, sheet, asked) if asked else Place("end")


def _worth_asking(rulebase: RuleBase, sheet: Sheet, assessment: Assessment) -> set[str | None]:
    """Questions with an answer, also with one that is none any more, and those whose answer can still matter."""
    diagram = reasoner_for(rulebase).verdicts
    return {*sheet.answers, *diagram.prospects(diagram.known(assessment.answers)), assessment.next_question}


def wants_framing(rulebase: RuleBase, assessment: Assessment) -> bool:
    """Whether the advice is to build something, and the kind of task is still open."""
    return assessment.task_question is not None and rulebase.has_task(assessment.possible_outcomes)


def before(rulebase: RuleBase, sheet: Sheet, place: Place, way: str) -> Place | None:
    """The screen before this one; None on the first."""
    if place.kind == "unsure":
        return Place("stops")
    if place.kind == "question" and place.question and rulebase.questions[place.question].groups:
        return Place("groups", place.question)
    been, opening = _been(rulebase, sheet, way), rulebase.manifest.interview.opening
    at = _among(been, place)
    if at is None and place.question in opening:
        been = [each for each in been if each.kind == "idea" or each.question in opening]
    at = len(been) if at is None else at
    return been[at - 1] if at else None


def _been(rulebase: RuleBase, sheet: Sheet, way: str) -> list[Place]:
    """The screens that somebody has been through, in order."""
    interview, partial = rulebase.manifest.interview, from_screen(rulebase, sheet)
    # "not sure" in a question's own words keeps what the screen of stops said, but that question was seen
    unseen = {
        *sheet.screened,
        *(id_ for id_ in partial if not rulebase.questions[id_].is_partial(sheet.answers[id_])),
    }
    visited = [id_ for id_ in given(rulebase, sheet) if id_ not in unseen]
    first, later = (
        [step for id_ in visited if (id_ in interview.opening) is opening for step in _steps(rulebase, sheet, id_)]
        for opening in (True, False)
    )
    idea = [Place("idea")] if interview.idea else []
    stops = [Place("stops")] if way == QUICK and shown_stops(rulebase, sheet) else []
    return [*idea, *first, *stops, *later]


def passed(rulebase: RuleBase, sheet: Sheet) -> int:
    """How many screens of the quick check lie behind somebody who has left the line of the idea."""
    answered, opening = set(given(rulebase, sheet)), set(rulebase.manifest.interview.opening)
    been = _been(rulebase, sheet, QUICK)
    return len(been) if answered - opening else sum(each.kind != "stops" for each in been)


def _steps(rulebase: RuleBase, sheet: Sheet, id_: str) -> list[Place]:
    """The screens of one question that was answered."""
    place = _question(rulebase, sheet, id_)
    grouped = place.kind == "question" and rulebase.questions[id_].groups
    return [Place("groups", id_), place] if grouped else [place]


def _among(been: Sequence[Place], place: Place) -> int | None:
    """Where a screen stands among others, whichever of its groups it shows."""
    found = (at for at, each in enumerate(been) if (each.kind, each.question) == (place.kind, place.question))
    return next(found, None)


def go(way: str, place: Place, ticked: tuple[str, ...] = ()) -> None:
    """Move to a place; `ticked` are questions that ticks lead to afterwards."""
    step = {"idea": address.IDEA, "stops": STOPS, "unsure": UNSURE}.get(place.kind) or (
        AFTER_TICK if place.after_tick else None
    )
    group = CHOOSE if place.kind == "groups" else place.group
    address.move(
        way=way,
        section=None,
        back=None,
        step=step,
        question=place.question,
        group=group,
        ticked=",".join(ticked) or None,
        unconfirmed=None,
    )


def staying(way: str, place: Place) -> Callable[[], None]:
    """A callback that names the question of this screen in the address. Where the question was only due, its first tick
    would lead away from it.
    """

    def stay() -> None:
        if address.param(QUESTION) != place.question:
            go(way, place)

    return stay


def onward(way: str) -> Callable[[], None]:
    """A callback that goes on: to the next question that a tick leads to, then to what is due."""

    def go_on() -> None:
        rulebase, sheet, assessment = resources.rules(), current_work.current().sheet, current_work.assessment()
        queue = [id_ for id_ in (address.param(TICKED) or "").split(",") if id_ in rulebase.closed_questions]
        follow(way, rulebase, sheet, assessment, queue)

    return go_on


def forward(way: str, place: Place) -> Callable[[], None]:
    """A callback that goes to the screen after one that was answered: the next that one has been through, or on."""

    def go_forward() -> None:
        been = _been(resources.rules(), current_work.current().sheet, way)
        at = _among(been, place)
        if at is None or at + 1 == len(been):
            onward(way)()
        else:
            go(way, been[at + 1])

    return go_forward


def follow(way: str, rulebase: RuleBase, sheet: Sheet, assessment: Assessment, queue: list[str]) -> None:
    """Move to the first question of a queue that applies and can still matter, or to what is due."""
    reasoner, worth = reasoner_for(rulebase), _worth_asking(rulebase, sheet, assessment)
    queue = [id_ for id_ in queue if id_ in worth and reasoner.applies(id_, assessment.answers) is not False]
    if queue:
        go(way, Place("question", queue[0], after_tick=True), tuple(queue[1:]))
    else:
        go(way, due(rulebase, sheet, assessment, way))


def given(rulebase: RuleBase, sheet: Sheet) -> list[str]:
    """The closed questions with a usable answer, "not sure" included, in the order in which they were answered."""
    usable = rulebase.accept(sheet.answers)
    return [
        id_ for id_, x in sheet.answers.items() if id_ in usable or (x == NOT_SURE and id_ in rulebase.closed_questions)
    ]


def group_of(rulebase: RuleBase, sheet: Sheet, question: str) -> Group | None:
    """The group that holds everything that the answer to a question leaves open."""
    answer = rulebase.accept({question: sheet.answers.get(question)}).get(question)
    named = {answer} if isinstance(answer, str) else set(answer or ())
    groups = rulebase.questions[question].groups
    return next((group for group in groups if named and named <= set(group.options)), None)


def shown_stops(rulebase: RuleBase, sheet: Sheet) -> tuple[Stop, ...]:
    """The statements of the screen of rare stops: those that matter after the opening, whatever was said later."""
    opening = rulebase.manifest.interview.opening
    first = rulebase.accept({id_: sheet.answers[id_] for id_ in opening if id_ in sheet.answers})
    return _relevant(rulebase.identity, tuple(first.items()), rulebase)


@st.cache_resource(show_spinner=False, max_entries=64)
def _relevant(identity: Identity, first: tuple[tuple[str, Answer], ...], _rulebase: RuleBase) -> tuple[Stop, ...]:
    return relevant(reasoner_for(_rulebase), dict(first))


def _question(
    rulebase: RuleBase, sheet: Sheet, id_: str, wanted: str | None = None, *, after_tick: bool = False
) -> Place:
    """A question; in two steps where it has groups."""
    groups = {group.id for group in rulebase.questions[id_].groups}
    if not groups or wanted == ALL:
        return Place("question", id_, ALL if groups else None, after_tick)
    if wanted in groups:
        return Place("question", id_, wanted, after_tick)
    own = None if wanted == CHOOSE else group_of(rulebase, sheet, id_)
    return Place("question", id_, own.id, after_tick) if own else Place("groups", id_)
