"""Do the rules give for their own examples, and for the worked cases, what is expected there?

Examples teach a reader where a rule holds and where it does not; a case is a problem whose outcome was published. Both
stand in the rule base, so anybody's rule base is held to its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from framework.languages.catalogue import to_say
from framework.model.answers import Answer
from framework.model.base import FieldPath
from framework.model.case import Case
from framework.model.condition import AnyOf, Condition
from framework.model.listing import listed
from framework.model.rule_id import ALTERNATIVES, CASES, CRITERIA, TASKS, VERDICTS, rule_id
from framework.model.rulebase import RuleBase
from framework.model.rules import Criterion, Example
from framework.reasoning.conclusions import Conclusions, conclude
from framework.reasoning.decision import NO_TASK
from framework.reasoning.findings import Proof, Violation
from framework.reasoning.interpreter import Facts
from framework.reasoning.readable import readable
from framework.reasoning.reasoner import Reasoner, reasoner_for

MAX_QUESTIONS = 5
"""How many of the questions on which a result hangs are named."""


@dataclass(frozen=True)
class WithExamples:
    """Something with examples: its id, and the conditions that they speak of by the id of a rule."""

    id: str
    examples: tuple[Example, ...]
    criterion: Criterion | None = None
    rules: tuple[tuple[str, Condition], ...] = ()
    main: tuple[str, ...] = ()
    """The rules that count for an example that names none."""
    last_outcome: str | None = None
    """The outcome that has no rules and is reached where no other is."""


def exemplified(rulebase: RuleBase) -> Iterator[WithExamples]:
    """Every criterion, outcome, alternative and task type."""
    for criterion in rulebase.criteria:
        yield WithExamples(rule_id(CRITERIA, criterion.id), criterion.examples, criterion)
    for verdict in rulebase.verdicts:
        for outcome in verdict.outcomes:
            rules = tuple((rule.id, rule.when) for rule in outcome.rules)
            ids = tuple(id_ for id_, _ in rules)
            last = None if outcome.rules else outcome.id
            yield WithExamples(rule_id(VERDICTS, verdict.id, outcome.id), outcome.examples, None, rules, ids, last)
    for alternative in rulebase.alternatives:
        rules = tuple((rule.id, rule.when) for rule in alternative.rules)
        ids = tuple(id_ for id_, _ in rules)
        yield WithExamples(rule_id(ALTERNATIVES, alternative.id), alternative.examples, None, rules, ids)
    for task in rulebase.tasks:
        rules = tuple((rule.id, rule.when) for rule in (*task.rules, *task.also_fits))
        ids = tuple(rule.id for rule in task.rules)
        yield WithExamples(rule_id(TASKS, task.id), task.examples, None, rules, ids)


def examples_hold(rulebase: RuleBase) -> Proof:
    """Every rule gives the result that its examples expect, and they answer only questions that apply."""
    violations: list[Violation] = []
    checked = 0
    for owner in exemplified(rulebase):
        for index, example in enumerate(owner.examples):
            checked += 1
            violations += _example(rulebase, owner, example, ("examples", index))
    statement = to_say(
        "Every rule gives the result that its examples expect, and they answer only questions that apply to them."
    )
    return Proof("examples_hold", statement, checked, tuple(violations))


def cases_hold(rulebase: RuleBase) -> Proof:
    """Every worked case reaches what its source supports; where it states more, or the answers leave more open, a note
    says why.
    """
    reasoner = reasoner_for(rulebase)
    violations = [violation for case in rulebase.cases for violation in _case(reasoner, case)]
    statement = to_say(
        "Every worked case reaches a verdict and a task type that its source supports, and answers only questions that "
        "apply to it."
    )
    return Proof("cases_hold", statement, len(rulebase.cases), tuple(violations))


def sheets_of(example: Example) -> Iterator[tuple[FieldPath, dict[str, Answer]]]:
    """The sheets that an example stands for: one, or one for each answer under `each`; with the path to that answer."""
    base = {id_: given if isinstance(given, str) else tuple(given) for id_, given in example.answers.items()}
    if not example.each:
        yield (), base
    for id_, values in example.each.items():
        for index, value in enumerate(values):
            yield ("each", id_, index), {**base, id_: value}


def _example(rulebase: RuleBase, owner: WithExamples, example: Example, at: FieldPath) -> Iterator[Violation]:
    known = {id_ for id_, _ in owner.rules}
    if example.rule is not None and example.rule not in known:
        yield Violation(owner.id, f"the example speaks of a rule `{example.rule}` that is not here", path=(*at, "rule"))
        return
    for path, sheet in sheets_of(example):
        facts = Facts(rulebase, sheet)
        yield from _not_asked(owner.id, facts, sheet, (*at, "answers"))
        given = _given(facts, owner, example)
        if given != example.gives:
            message = f"the example expects `{example.gives}`, the rules give `{given}`"
            yield Violation(owner.id, message, dict(sheet), (*at, *(path or ("gives",))))
        elif owner.criterion is not None and example.clauses:
            clauses = owner.criterion.clauses(facts.status(owner.criterion.id))
            speaking = tuple(clause.id for clause in clauses if facts.holds(clause.when))
            if set(speaking) != set(example.clauses):
                message = f"the example expects {_listed(example.clauses)} to hold, the rules give {_listed(speaking)}"
                yield Violation(owner.id, message, dict(sheet), (*at, "clauses"))


def _given(facts: Facts, owner: WithExamples, example: Example) -> str:
    """A criterion: its status. Anything else: whether a rule holds; one that is false or unknown fails."""
    if owner.criterion is not None:
        return facts.status(owner.criterion.id).value
    if owner.last_outcome is not None:
        reasoner = reasoner_for(facts.rulebase)
        reached = conclude(reasoner, reasoner.applicable_answers(facts)).outcome == owner.last_outcome
        return "holds" if reached else "fails"
    wanted = (example.rule,) if example.rule else owner.main
    holds = facts.holds(AnyOf(tuple(condition for id_, condition in owner.rules if id_ in wanted)))
    return "holds" if holds else "fails"


def _case(reasoner: Reasoner, case: Case) -> Iterator[Violation]:
    rulebase, where, expected = reasoner.rulebase, rule_id(CASES, case.id), case.expected
    facts = Facts(rulebase, rulebase.accept(case.answers))
    yield from _not_asked(where, facts, facts.answers, ("answers",))
    answers = reasoner.applicable_answers(facts)
    found = conclude(reasoner, answers)
    task_open = found.needs_task and len(found.possible_tasks) > 1
    reached = (
        ("verdict", found.verdict, found.verdict is None, expected.verdict, expected.acceptable_verdicts),
        ("task", found.task or NO_TASK, task_open, expected.task, expected.acceptable_tasks),
    )
    for kind, got, is_open, wanted, acceptable in reached:
        shown = _left_open(reasoner, answers, kind, found) if is_open else f"the rules give `{got}`"
        at: FieldPath = ("expected", kind)
        if kind == "verdict" and is_open and set(found.possible_verdicts) <= set(acceptable):
            if case.note is None:
                yield Violation(where, f"{shown}, and no `note` says so", dict(facts.answers), at)
        elif got not in acceptable:
            message = f"the source supports the {kind} {_listed(acceptable)}; {shown}"
            yield Violation(where, message, dict(facts.answers), at)
        elif got != wanted and case.note is None and kind == "verdict":
            message = f"the source states the {kind} `{wanted}`; {shown}, and no `note` says why"
            yield Violation(where, message, dict(facts.answers), at)


def _left_open(reasoner: Reasoner, answers: Mapping[str, Answer], kind: str, found: Conclusions) -> str:
    """What is still possible, and the questions that it hangs on."""
    diagram = reasoner.tasks if kind == "task" and reasoner.tasks else reasoner.verdicts
    possible = found.possible_tasks if kind == "task" else found.possible_verdicts
    hangs_on = tuple(diagram.prospects(diagram.known(answers)))
    shown = [f"`{id_}`" for id_ in hangs_on[:MAX_QUESTIONS]]
    more = len(hangs_on) - len(shown)
    questions = listed([*shown, f"{more} more"] if more else shown, "and")
    return f"the answers leave the {kind} open between {_listed(possible)}, which hangs on {questions}"


def _not_asked(where: str, facts: Facts, answers: Mapping[str, Answer], at: FieldPath) -> Iterator[Violation]:
    """Answers to questions that do not apply to this sheet: they count for nothing, so somebody was mistaken."""
    for id_ in answers:
        if facts.applies(id_) is False:
            condition = facts.rulebase.questions[id_].asked_when
            when = f"; it is asked if {readable(facts.rulebase, condition)}" if condition else ""
            yield Violation(where, f"the question `{id_}` does not apply to this sheet{when}", path=(*at, id_))


def _listed(ids: tuple[str, ...]) -> str:
    return ", ".join(f"`{id_}`" for id_ in ids) or "none"
