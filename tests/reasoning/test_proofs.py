"""Each proof can fail: a planted dead rule, gap, broken promise, silent sentence or explosion is caught and named."""

from __future__ import annotations

from typing import Any

import pytest

from framework import assess, load_rules
from framework.model.condition import NEVER, All, AnyOf, Condition, Is, Not
from framework.model.question import Option, Question, Section
from framework.model.rulebase import RuleBase
from framework.model.rules import Clause, Contradiction, Monotonicity, Outcome, Rule, Status
from framework.model.value import GIVEN
from framework.reasoning.compile import Compiler
from framework.reasoning.decision import outcome_decision
from framework.reasoning.interpreter import Facts
from framework.reasoning.nodes import NODE_BUDGET, DiagramTooLarge
from framework.reasoning.promises import no_guess_decides, promises_kept
from framework.reasoning.proofs import Prover
from tests import proved
from tests.reference import first_that_holds

RULEBASE = load_rules()


def _changed(rulebase: RuleBase, **update: Any) -> RuleBase:
    fields = {name: getattr(rulebase, name) for name in type(rulebase).model_fields}
    return RuleBase.model_construct(**{**fields, "digest": "changed", **update})


def _with_rule(outcome_id: str, when: Condition) -> RuleBase:
    """The shipped rule base with one more rule under an outcome."""
    rule = Rule(id="planted", when=when, because="because", sources=("own",), limits="limits")

    def more(outcome: Outcome) -> Outcome:
        rules = (*outcome.rules, rule) if outcome.id == outcome_id else outcome.rules
        return outcome.model_copy(update={"rules": rules})

    verdicts = tuple(v.model_copy(update={"outcomes": tuple(map(more, v.outcomes))}) for v in RULEBASE.verdicts)
    return _changed(RULEBASE, verdicts=verdicts)


def test_the_shipped_rule_base_is_sound() -> None:
    """Every proof holds for the rules we ship, and each of them checked something."""
    report = proved.report()
    assert [(v.where, v.message) for proof in report.proofs for v in proof.violations] == []
    assert report.sound and all(proof.checked > 0 for proof in report.proofs)
    assert report.sheets == sum(report.sheets_by_verdict.values()) > 10**15
    assert min(report.sheets_by_verdict.values()) > 0


def test_building_and_proving_stay_far_below_the_budget() -> None:
    """A third as many nodes again would still fit; what needs more is looked at before the budget is raised."""
    proved.report()
    assert 10_000 < len(proved.prover().compiler.levels) < NODE_BUDGET * 3 / 4


@pytest.mark.parametrize("when", [NEVER, All((Is("goal_stated", ("vague",)), Is("goal_stated", ("measurable",))))])
def test_a_rule_that_can_never_hold_is_dead(when: Condition) -> None:
    """A contradiction in one rule is found."""
    (violation,) = Prover(_with_rule("use_non_ml", when)).every_rule_decides().violations
    assert violation.where.endswith("/planted") and "never hold" in violation.message


def test_a_rule_that_another_one_covers_is_dead() -> None:
    """A rule that only repeats what others give never decides."""
    broken = Prover(_with_rule("do_not_build", Is("legitimacy", ("prohibited",)))).every_rule_decides()
    assert any(v.where.endswith("/planted") and "never decides" in v.message for v in broken.violations)


def test_an_outcome_that_nothing_reaches_is_found() -> None:
    """A rule that always holds leaves nothing for what comes after it."""
    broken = Prover(_with_rule("do_not_build", All(()))).one_verdict()
    named = {violation.where for violation in broken.violations}
    assert "verdicts/use_ml" in named and "verdicts/use_ml/automate" in named


def test_an_outcome_that_is_called_like_a_verdict_does_not_hide_that_nothing_reaches_it() -> None:
    """Names of verdicts and of outcomes are two sets."""
    rulebase = _with_rule("do_not_build", All(()))

    def renamed(outcome: Outcome) -> Outcome:
        return outcome.model_copy(update={"id": "use_ml"}) if outcome.id == "do_not_build" else outcome

    verdicts = tuple(v.model_copy(update={"outcomes": tuple(map(renamed, v.outcomes))}) for v in rulebase.verdicts)
    order = tuple("use_ml" if id_ == "do_not_build" else id_ for id_ in rulebase.manifest.outcomes)
    manifest = rulebase.manifest.model_copy(update={"outcomes": order})
    broken = Prover(_changed(rulebase, verdicts=verdicts, manifest=manifest)).one_verdict()
    assert "verdicts/use_ml" in {violation.where for violation in broken.violations}


def test_a_gap_among_the_task_types_is_found_with_a_sheet() -> None:
    """Without one task type some sheets have a verdict that needs one and none; the counterexample is such a sheet."""
    order = tuple(id_ for id_ in RULEBASE.manifest.tasks if id_ != "clustering")
    manifest = RULEBASE.manifest.model_copy(update={"tasks": order})
    tasks = tuple(
        task.model_copy(update={"rules": task.rules, "also_fits": ()})
        for task in RULEBASE.tasks
        if task.id != "clustering"
    )
    rulebase = _changed(RULEBASE, manifest=manifest, tasks=tasks)
    violations = Prover(rulebase).verdicts_have_tasks().violations
    assert violations
    for violation in violations:
        assert violation.counterexample is not None and violation.counterexample["answer_kind"] == "find_groups"


def test_a_broken_promise_is_found_with_a_smallest_sheet() -> None:
    """The counterexample leads where it says, and one step along the order leads away."""
    promise = Monotonicity(
        id="planted",
        text="text",
        question="repetition",
        order=("massive", "once"),
        keeps=("use_ml",),
        sources=("own",),
    )
    rulebase = _changed(RULEBASE, monotonicities=(promise,))
    prover = Prover(rulebase)
    (violation,) = promises_kept(rulebase, prover.compiler, prover.verdicts).violations
    assert violation.counterexample is not None and violation.counterexample["repetition"] == "massive"
    decision = outcome_decision(rulebase)

    def verdicts(sheet: dict[str, Any]) -> set[str]:
        outcomes = first_that_holds(decision, Facts(rulebase, sheet))
        return {rulebase.verdict_of[outcome].id for outcome in outcomes}

    assert "use_ml" in verdicts(violation.counterexample)
    assert "use_ml" not in verdicts({**violation.counterexample, "repetition": "once"})


def test_a_status_that_a_stronger_one_always_hides_is_dead() -> None:
    """A clause that can never give its status is named."""
    criterion = RULEBASE.criterion["goal"]
    hidden = Clause(id="hidden", when=Is("goal_stated", ("no_use_named",)), because="because")
    changed = criterion.model_copy(update={Status.UNFAVOURABLE.value: (hidden,)})
    criteria = tuple(changed if other.id == "goal" else other for other in RULEBASE.criteria)
    (violation,) = Prover(_changed(RULEBASE, criteria=criteria)).clauses_effective().violations
    assert violation.where == "criteria/goal/hidden"


def test_something_that_is_never_said_is_found() -> None:
    """A contradiction between answers that cannot be given together is never said."""
    never = All((Is("person_checks", ("none_shown",)), Is("person_impact", ("no_people",))))
    planted = Contradiction(id="planted", when=never, message="message", sources=("own",))
    rulebase = _changed(RULEBASE, contradictions=(*RULEBASE.contradictions, planted))
    assert [v.where for v in Prover(rulebase).advice_reachable().violations] == ["contradictions/planted"]


@pytest.mark.parametrize(
    ("when", "reachable"),
    [
        (Not(Is(GIVEN, ("capacity",))), True),
        (All((Is(GIVEN, ("capacity",)), Not(Is(GIVEN, ("precision",))))), True),
        (Is(GIVEN, ("capacity", "precision")), True),
        (All((Is(GIVEN, ("capacity",)), Not(Is(GIVEN, ("capacity",))))), False),
    ],
)
def test_whether_a_number_is_given_is_free(when: Condition, reachable: bool) -> None:
    """Advice may wait for a number or for the lack of one; only both at once can never be."""
    assert proved.prover().compiler.can_hold(when) is reachable


def test_two_answers_that_nothing_tells_apart_are_found() -> None:
    """An option that is treated like its neighbour in everything is named, and so is a question nobody needs."""
    first, *rest = RULEBASE.sections
    goal = next(question for question in first.questions if question.id == "goal_stated")
    twin = goal.model_copy(
        update={"options": (*goal.options, *(Option(id=id_, text="text") for id_ in ("one", "two")))}
    )
    idle = Question(
        id="idle", kind="one", text="text", short="short", why="why", sources=("own",), options=goal.options
    )
    questions = tuple(twin if question.id == "goal_stated" else question for question in first.questions)
    section: Section = first.model_copy(update={"questions": (*questions, idle)})
    named = {v.where for v in Prover(_changed(RULEBASE, sections=(section, *rest))).answers_matter().violations}
    assert {"questions/goal_stated/two", "questions/idle"} <= named


def test_precedence_is_looked_at_where_rules_overlap() -> None:
    """There are overlaps to look at, and a diagram that ignored the order would be found out."""
    prover = Prover(RULEBASE)
    assert prover.precedence().checked > 10
    prover.outcomes = prover.compiler.decision(
        type(prover.outcome)("outcome", tuple(reversed(prover.outcome.branches)), prover.outcome.otherwise)
    )
    assert not prover.precedence().holds


def test_rules_whose_diagram_would_explode_stop_with_a_clear_error() -> None:
    """Pairs of questions that are far apart in the order need a diagram of exponential size; the budget stops it."""
    pairs = 14
    options = (Option(id="a", text="text"), Option(id="b", text="text"))
    ids = [f"left{n}" for n in range(pairs)] + [f"right{n}" for n in range(pairs)]
    asked = tuple(
        Question(id=id_, kind="one", text="t", short="s", why="w", sources=("s",), options=options) for id_ in ids
    )
    section = Section(id="only", title="t", intro="i", questions=asked)
    same = AnyOf(tuple(All((Is(f"left{n}", ("a",)), Is(f"right{n}", ("a",)))) for n in range(pairs)))
    rulebase = _changed(RULEBASE, sections=(section,), criteria=(), tasks=(), verdicts=())
    with pytest.raises(DiagramTooLarge, match="more than 20,000 nodes"):
        Compiler(rulebase, order=ids, budget=20_000).condition(same)
    beside = [id_ for n in range(pairs) for id_ in (f"left{n}", f"right{n}")]
    assert Compiler(rulebase, order=beside, budget=20_000).condition(same) > 1


@pytest.mark.parametrize("decides", [True, False])
def test_a_verdict_that_turns_on_a_guess_is_found(decides: bool) -> None:
    """Where people usually guess, no verdict may depend on the answer; the sheet shows one that does."""
    least = min(proved.report().influence, key=lambda pair: pair[1])[0]
    question = "legitimacy" if decides else least
    sections = tuple(
        section.model_copy(
            update={
                "questions": tuple(
                    item.model_copy(update={"usually_a_guess": item.id == question}) for item in section.questions
                )
            }
        )
        for section in RULEBASE.sections
    )
    rulebase = _changed(RULEBASE, sections=sections)
    prover = Prover(rulebase)
    proof = no_guess_decides(rulebase, prover.compiler, prover.verdicts)
    assert proof.holds is not decides
    for violation in proof.violations:
        assert violation.where == f"questions/{question}" and violation.counterexample is not None
        found = {
            assess(rulebase, {"answers": {**violation.counterexample, question: option.id}}).verdict
            for option in rulebase.questions[question].options
        }
        assert None not in found and len(found) > 1
