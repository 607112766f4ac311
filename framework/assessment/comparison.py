"""Several ideas side by side: which is at least as good as which, and which missing fact would settle most of them.

Nothing is weighed or multiplied: an idea is at least as good as another only if it is so in every criterion and in
money.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations

from framework.assessment.undecided import hanging_on, why_undecided
from framework.errors import UserError
from framework.model.assessment import Assessment
from framework.model.comparison import ComparedIdea, Comparison, MissingFact
from framework.model.rulebase import RuleBase
from framework.model.rules import Status
from framework.model.sheet import Range
from framework.reasoning.conclusions import facts_of
from framework.reasoning.reasoner import Reasoner, reasoner_for
from framework.reasoning.stops import seen_there_only

MIN_IDEAS, MAX_IDEAS = 2, 12
"""How many ideas can be compared: more do not fit side by side."""


def compare(rulebase: RuleBase, assessments: Sequence[Assessment]) -> Comparison:
    """Compare two to twelve assessments under the same rules.

    Raises:
        UserError: there are fewer than two or more than twelve.
    """
    if not MIN_IDEAS <= len(assessments) <= MAX_IDEAS:
        raise UserError(
            f"{len(assessments)} {'idea' if len(assessments) == 1 else 'ideas'} cannot be compared.",
            f"Choose {MIN_IDEAS} to {MAX_IDEAS}.",
        )
    pairs = permutations(range(len(assessments)), 2)
    known = [_known(rulebase, given) for given in assessments]
    return Comparison(
        ideas=tuple(_idea(one, [*known[:i], *known[i + 1 :]]) for i, one in enumerate(known)),
        at_least_as_good=tuple((a, b) for a, b in pairs if at_least_as_good(assessments[a], assessments[b])),
        parting=tuple(
            id_ for id_ in rulebase.closed_questions if len({_answer(given, id_) for given in assessments}) > 1
        ),
        missing=_missing(reasoner_for(rulebase), assessments),
    )


def at_least_as_good(one: Assessment, other: Assessment) -> bool:
    """Whether an idea is at least as good as another in every criterion and in money: a partial order.

    Favourable is better than anything and blocking worse. Open and unfavourable cannot be compared, since what is open
    may turn out either way. Money is at least as good if both ends of its range are; unknown money compares only with
    unknown money.
    """
    return all(status_at_least(one.criteria[id_], other.criteria[id_]) for id_ in one.criteria) and _money(one, other)


def status_at_least(one: Status, other: Status) -> bool:
    """Whether one status of a criterion is at least as good as another, whatever open ones turn out to be."""
    return one is other or one is Status.FAVOURABLE or other is Status.BLOCKING


def _better(one: Status, other: Status) -> bool:
    return one is not other and status_at_least(one, other)


def _money(one: Assessment, other: Assessment) -> bool:
    mine, theirs = _total(one), _total(other)
    if mine is None or theirs is None:
        return mine is theirs
    return mine.low >= theirs.low and mine.high >= theirs.high


def _total(assessment: Assessment) -> Range | None:
    """The worth of the whole project; None where it is not known, or rests on numbers that cannot be true."""
    worth = assessment.worth
    return worth.total if worth else None


@dataclass(frozen=True)
class _Known:
    """An idea, and the criteria that are not known of it, each with the questions that are open."""

    assessment: Assessment
    missing: dict[str, tuple[str, ...]]
    not_applicable: tuple[str, ...]
    followed: frozenset[str]
    """Questions of which only the screen of rare stops said something."""

    def better(self, other: _Known, criterion: str) -> bool:
        """Whether it is better in a criterion of which both are known."""
        known = criterion not in self.missing and criterion not in other.missing
        return known and _better(self.assessment.criteria[criterion], other.assessment.criteria[criterion])


def _known(rulebase: RuleBase, assessment: Assessment) -> _Known:
    facts = facts_of(rulebase, assessment)
    open_ = [one for one in rulebase.criteria if assessment.criteria[one.id] is Status.OPEN]
    found = ((one.id, hanging_on(facts, one, assessment.answers)) for one in open_)
    return _Known(
        assessment,
        missing={id_: missing for id_, missing in found if missing},
        not_applicable=tuple(
            one.id for one in open_ if why_undecided(facts, one, assessment.answers) == "not_applicable"
        ),
        followed=seen_there_only(rulebase, assessment.sheet),
    )


def _idea(one: _Known, others: Sequence[_Known]) -> ComparedIdea:
    assessment = one.assessment

    def having(status: Status) -> tuple[str, ...]:
        return tuple(id_ for id_, found in assessment.criteria.items() if found is status)

    def perhaps(criterion: str) -> bool:
        untold = [criterion in other.missing for other in others]
        told = (one.better(other, criterion) for other in others if criterion not in other.missing)
        return assessment.criteria[criterion] is Status.FAVOURABLE and any(untold) and all(told)

    unknown = tuple(item.question for item in assessment.unknowns)
    deciding = tuple(item.question for item in assessment.sufficient_reason if item.question not in one.followed)
    return ComparedIdea(
        title=assessment.title,
        verdict=assessment.verdict,
        possible_verdicts=assessment.possible_verdicts,
        outcome=assessment.outcome,
        hangs_on=deciding if assessment.verdict else unknown,
        total=_total(assessment),
        blocking=having(Status.BLOCKING),
        against=having(Status.UNFAVOURABLE),
        open=having(Status.OPEN),
        favourable=having(Status.FAVOURABLE),
        ahead=tuple(id_ for id_ in assessment.criteria if all(one.better(other, id_) for other in others)),
        perhaps_ahead=tuple(filter(perhaps, assessment.criteria)),
        not_applicable=one.not_applicable,
        not_known=one.missing,
    )


def _answer(assessment: Assessment, question: str) -> str | frozenset[str] | None:
    given = assessment.answers.get(question)
    return frozenset(given) if isinstance(given, tuple) else given


def _missing(reasoner: Reasoner, assessments: Sequence[Assessment]) -> tuple[MissingFact, ...]:
    """Exact, from what each open question leaves possible under each of its answers."""
    always: dict[str, list[int]] = {}
    sometimes: dict[str, list[int]] = {}
    for index, assessment in enumerate(assessments):
        diagram = reasoner.verdicts
        found = diagram.prospects(diagram.known(assessment.answers)) if not assessment.verdict else {}
        for question, masks in found.items():
            settling = [mask.bit_count() == 1 for mask in masks]
            if any(settling) and reasoner.applies(question, assessment.answers):
                (always if all(settling) else sometimes).setdefault(question, []).append(index)
    facts = [
        MissingFact(question=id_, always=tuple(always.get(id_, ())), sometimes=tuple(sometimes.get(id_, ())))
        for id_ in reasoner.rulebase.closed_questions
        if id_ in always or id_ in sometimes
    ]
    return tuple(sorted(facts, key=lambda fact: (-len(fact.always), -len(fact.sometimes))))
