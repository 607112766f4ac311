"""Exercises about a verdict: what follows from answers, which of them the deciding rule reads, what another changes."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from framework.assessment.assess import assess
from framework.exercises.posed import Posed, PosedPart
from framework.exercises.wording import fact, fill, named
from framework.model.assessment import AnswerChange, Assessment, Statement
from framework.model.case import Case
from framework.model.exercise import Part, VerdictExercise
from framework.model.listing import as_sentence, listed
from framework.model.rulebase import RuleBase
from framework.model.sheet import Sheet

MAX_READ = 8
"""A rule that reads more answers makes too long an exercise."""

MAX_ASKED = 3
"""Where more answers decide, nobody is asked to find them: that cannot be done by hand."""

BESIDES = 3
"""At least so many answers are shown that do not decide."""


SELDOM = 0.33
"""The share of draws in which a question that is seldom asked about may be the one."""


def pose_verdict(rulebase: RuleBase, exercise: VerdictExercise, case: Case, rng: Random) -> Posed | None:
    """The exercise about this case; None if too much is read, or no single answer that was drawn changes the verdict.

    Every answer that the rules of both solutions read is among the facts. The part about what decides stands in it only
    where that can be found by hand.
    """
    assessment = _assessed(rulebase, case.answers)
    if assessment.verdict not in case.expected.acceptable_verdicts or not assessment.verdict_rules:
        return None
    drawn = _changed(rulebase, exercise, case, assessment, rng)
    if drawn is None:
        return None
    change, changed = drawn
    deciding = () if _by_default(rulebase, assessment) else _read(assessment)
    shown = _shown(rulebase, assessment, _needed(assessment, change, changed), exercise.answers_shown, rng)
    values = _words(rulebase, exercise, case, assessment, deciding, change, changed)
    parts = [part for part in exercise.parts if 0 < len(deciding) <= MAX_ASKED or not _about_deciding(part)]
    return Posed(
        exercise=exercise.id,
        case=case.id,
        title=exercise.title,
        minutes=exercise.minutes,
        text=f"{as_sentence(case.title)} {case.description}",
        facts=tuple(fact(rulebase, id_, assessment.answers[id_]) for id_ in shown),
        choices=tuple(verdict.title for verdict in rulebase.verdict.values()),
        parts=tuple(PosedPart(fill(part.ask, values), fill(part.solution, values)) for part in parts),
    )


def _assessed(rulebase: RuleBase, answers: Mapping[str, object]) -> Assessment:
    return assess(rulebase, Sheet.model_validate({"answers": answers}))


def _changed(
    rulebase: RuleBase, exercise: VerdictExercise, case: Case, assessment: Assessment, rng: Random
) -> tuple[AnswerChange, Assessment] | None:
    """One answer that changes the verdict, and the assessment with it."""
    ways = [way[0] for way in assessment.changes.values() if len(way) == 1 and way[0].before is not None]
    if rng.random() >= SELDOM:
        ways = [change for change in ways if change.question not in exercise.seldom]
    for change in rng.sample(ways, len(ways)):
        changed = _assessed(rulebase, {**case.answers, change.question: change.after})
        if len(_needed(assessment, change, changed)) <= MAX_READ:
            return change, changed
    return None


def _about_deciding(part: Part) -> bool:
    return any(slot in f"{part.ask} {part.solution}" for slot in ("{deciding}", "{count}"))


def _rule(assessment: Assessment) -> Statement:
    """The rule that decides; where several do, the one that reads least."""
    return min(assessment.verdict_rules, key=lambda rule: len(rule.answers))


def _by_default(rulebase: RuleBase, assessment: Assessment) -> bool:
    """Whether the verdict holds because nothing speaks against it."""
    return assessment.verdict == rulebase.verdict_of[rulebase.manifest.outcomes[-1]].id


def _read(assessment: Assessment) -> tuple[str, ...]:
    """The answered questions that the deciding rule reads."""
    rules = assessment.verdict_rules
    return tuple(id_ for id_ in _rule(assessment).answers if id_ in assessment.answers) if rules else ()


def _needed(assessment: Assessment, change: AnswerChange, changed: Assessment) -> set[str]:
    """The questions without whose answers the solutions cannot be found."""
    return {change.question, *_read(assessment), *_read(changed)}


def _shown(rulebase: RuleBase, assessment: Assessment, needed: set[str], count: int, rng: Random) -> list[str]:
    """The questions whose answers are shown, in asking order: the needed ones and some others."""
    others = [id_ for id_ in assessment.answers if id_ not in needed]
    chosen = needed | set(rng.sample(others, min(len(others), max(BESIDES, count - len(needed)))))
    return [id_ for id_ in rulebase.closed_questions if id_ in chosen]


def _words(
    rulebase: RuleBase,
    exercise: VerdictExercise,
    case: Case,
    assessment: Assessment,
    deciding: tuple[str, ...],
    change: AnswerChange,
    changed: Assessment,
) -> dict[str, str | float]:
    assert change.before is not None
    others = [id_ for id_ in case.expected.acceptable_verdicts if id_ != assessment.verdict]
    answers = listed([f"“{fact(rulebase, id_, assessment.answers[id_])}”" for id_ in deciding], "and")
    return {
        "verdict": _title(rulebase, assessment),
        "because": _because(rulebase, exercise, assessment),
        "also_right": named(exercise.also_right, [rulebase.verdict[id_].title for id_ in others]),
        "note": case.note if others and case.note else "",
        "deciding": fill(exercise.by_rule, {"answers": answers}),
        "count": str(len(deciding)),
        "question": rulebase.questions[change.question].text,
        "before": rulebase.answer_text(change.question, change.before),
        "after": rulebase.answer_text(change.question, change.after),
        "then": _title(rulebase, changed),
        "then_because": _because(rulebase, exercise, changed),
    }


def _title(rulebase: RuleBase, assessment: Assessment) -> str:
    """The verdict as it can be chosen; with its form, where the title of its outcome goes on from there."""
    verdict = rulebase.verdict[assessment.verdict or ""].title
    outcome = rulebase.outcome[assessment.outcome].title if assessment.outcome else ""
    return outcome if outcome.startswith(verdict) else verdict


def _because(rulebase: RuleBase, exercise: VerdictExercise, assessment: Assessment) -> str:
    """The sentence of the rule that decides; where none does, what the outcome or verdict says."""
    if not assessment.verdict_rules:
        outcome = rulebase.outcome.get(assessment.outcome or "")
        return outcome.sentence if outcome else rulebase.verdict[assessment.verdict or ""].meaning
    said = _rule(assessment).text
    return fill(exercise.by_default, {"because": said}) if _by_default(rulebase, assessment) else said
