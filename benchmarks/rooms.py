"""Claim: five hundred sheets are compared, counted and paired, each within a second; so are two thousand paired."""

from __future__ import annotations

from random import Random

from benchmarks.timing import spread
from framework import load_rules
from framework.classroom.pairing import pair
from framework.classroom.plan import Plan, all_answered, next_question
from framework.classroom.rehearsal import ballot
from framework.classroom.sheets import Sheets
from framework.classroom.short_path import given_facts, short_path
from framework.classroom.votes import known
from framework.model.answers import Answer
from framework.model.case import Case
from framework.model.rulebase import RuleBase
from framework.reasoning.reasoner import Reasoner, reasoner_for

STUDENTS = (250, 500, 2000)
MOST = 500
OWN = Plan(kind="own", title="A case of one's own")
ROUNDS = 5


def main() -> None:
    """Print milliseconds for the ready classes, on the short path and with every question."""
    rulebase = load_rules()
    reasoner = reasoner_for(rulebase)
    for ready in rulebase.classes:
        case = rulebase.case[ready.case]
        for path, questions in (
            ("short path", short_path(reasoner, case)),
            ("all questions", tuple(rulebase.closed_questions)),
        ):
            for students in STUDENTS:
                name = f"{ready.id:<11} {path:<14} {students:>4} students"
                print(f"{name}  {_times(rulebase, reasoner, case, questions, students)}")
    for asked in (1, 4, 8):
        ballots = _own(reasoner, asked)
        counting, _ = spread(lambda some: [all_answered(reasoner, OWN, each) for each in some], [ballots] * ROUNDS)
        print(f"own case, {asked} answered, {MOST} students  counted {counting * 1000:>4.0f} ms")


def _own(reasoner: Reasoner, asked: int) -> list[dict[str, Answer]]:
    """Students who have answered up to so many of the questions that they are asked about a case that is in no library:
    a process that comes to such a class finds out of each whether that was all.
    """
    rng, rulebase, found = Random(1), reasoner.rulebase, []
    for _ in range(MOST // 10):
        answers: dict[str, Answer] = {}
        reference = rulebase.accept(rng.choice(rulebase.cases).answers)
        while len(answers) < asked and (question := next_question(reasoner, OWN, answers)):
            answers |= ballot(rng, [rulebase.questions[question]], reference)
        found.append(answers)
    return found * 10


def _times(rulebase: RuleBase, reasoner: Reasoner, case: Case, questions: tuple[str, ...], students: int) -> str:
    rng, asked = Random(1), [rulebase.questions[id_] for id_ in questions]
    reference, given = rulebase.accept(case.answers), given_facts(rulebase, case, questions)
    sheets = [known(ballot(rng, asked, reference), given) for _ in range(students)]

    def compare(_: int) -> Sheets:
        compared = Sheets.of(reasoner, sheets, questions)
        assert compared.deciding  # worked out when it is asked for, and so is the next
        assert compared.together
        return compared

    comparing, _ = spread(compare, range(ROUNDS))
    pairing, _ = spread(pair, [compare(0)] * ROUNDS)
    return f"compared {comparing * 1000:>5.0f} ms  paired {pairing * 1000:>5.0f} ms"
