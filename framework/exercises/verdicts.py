"""Exercises about a verdict: what follows from answers, which of them the deciding rule reads, what another changes."""

from __future__ import annotations

from random import Random

from framework.assessment.assess import assess
from framework.exercises.posed import Posed, PosedPart
from framework.exercises.wording import fill, named
from framework.model.answers import Answer
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


def pose_verdict(rulebase: RuleBase, exercise: VerdictExercise, case: Case, rng: Random) -> Posed | None:
    """The exercise about this case; None if the rule reads too much, or no single answer would change the verdict.

    The part about what decides stands in it only where that can be found by hand.
    """
    assessment = assess(rulebase, Sheet.model_validate({"answers": case.answers}))
    if assessment.verdict is None or not assessment.verdict_rules:
        return None
    deciding = _deciding(rulebase, assessment)
    changes = [(id_, way[0]) for id_, way in assessment.changes.items() if len(way) == 1 and way[0].before is not None]
    if assessment.verdict not in case.expected.acceptable_verdicts or len(deciding) > MAX_READ or not changes:
        return None
    then, change = rng.choice(changes)
    shown = _shown(rulebase, assessment, {*deciding, change.question}, exercise.answers_shown, rng)
    values = _words(rulebase, exercise, case, assessment, deciding, change, then)
    parts = [part for part in exercise.parts if 0 < len(deciding) <= MAX_ASKED or not _about_deciding(part)]
    return Posed(
        exercise=exercise.id,
        case=case.id,
        title=exercise.title,
        minutes=exercise.minutes,
        text=f"{as_sentence(case.title)} {case.description}",
        facts=tuple(_fact(rulebase, id_, assessment.answers[id_]) for id_ in shown),
        choices=tuple(verdict.title for verdict in rulebase.verdict.values()),
        parts=tuple(PosedPart(fill(part.ask, values), fill(part.solution, values)) for part in parts),
    )


def _about_deciding(part: Part) -> bool:
    return any(slot in f"{part.ask} {part.solution}" for slot in ("{deciding}", "{count}"))


def _rule(assessment: Assessment) -> Statement:
    """The rule that decides; where several do, the one that reads least."""
    return min(assessment.verdict_rules, key=lambda rule: len(rule.answers))


def _deciding(rulebase: RuleBase, assessment: Assessment) -> tuple[str, ...]:
    """The questions that the deciding rule reads. None where the last verdict holds because no rule does."""
    if assessment.verdict == rulebase.verdict_of[rulebase.manifest.outcomes[-1]].id:
        return ()
    return tuple(id_ for id_ in _rule(assessment).answers if id_ in assessment.answers)


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
    then: str,
) -> dict[str, str | float]:
    assert assessment.verdict is not None
    assert change.before is not None
    others = [id_ for id_ in case.expected.acceptable_verdicts if id_ != assessment.verdict]
    answers = listed([f"“{_fact(rulebase, id_, assessment.answers[id_])}”" for id_ in deciding], "and")
    return {
        "verdict": rulebase.verdict[assessment.verdict].title,
        "because": _rule(assessment).text,
        "also_right": named(exercise.also_right, [rulebase.verdict[id_].title for id_ in others]),
        "note": case.note if others and case.note else "",
        "deciding": fill(exercise.by_rule, {"answers": answers}),
        "count": str(len(deciding)),
        "question": rulebase.questions[change.question].text,
        "before": rulebase.answer_text(change.question, change.before),
        "after": rulebase.answer_text(change.question, change.after),
        "then": rulebase.verdict[then].title,
        "then_because": _because_changed(rulebase, case, change, then),
    }


def _because_changed(rulebase: RuleBase, case: Case, change: AnswerChange, then: str) -> str:
    """The sentence of the rule that decides after the change; where none does, what the outcome or verdict says."""
    answers = {**case.answers, change.question: change.after}
    changed = assess(rulebase, Sheet.model_validate({"answers": answers}))
    if changed.verdict_rules:
        return _rule(changed).text
    outcome = rulebase.outcome.get(changed.outcome or "")
    return outcome.sentence if outcome else rulebase.verdict[then].meaning


def _fact(rulebase: RuleBase, question: str, answer: Answer) -> str:
    asked = rulebase.questions[question]
    return f"{asked.short or asked.text}: {rulebase.answer_text(question, answer)}"
