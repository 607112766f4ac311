"""Is the rule base sound? Every statement here is proved on the diagram over all complete sheets, not sampled.

A violation carries a smallest counterexample: an answer sheet that can be loaded and looked at.
"""

from __future__ import annotations

from collections.abc import Iterator

from framework.model.condition import AnyOf, Condition
from framework.model.rule_id import ALTERNATIVES, CRITERIA, QUESTIONS, TASKS, VERDICTS, rule_id
from framework.model.rule_index import index_of
from framework.model.rulebase import RuleBase
from framework.model.rules import Status
from framework.reasoning.compile import Compiler
from framework.reasoning.decision import NO_TASK, Decision, alternative_decision, outcome_decision, task_decision
from framework.reasoning.examples import cases_hold, examples_hold
from framework.reasoning.findings import Proof, Report, Violation
from framework.reasoning.nodes import FALSE, TRUE
from framework.reasoning.promises import no_guess_decides, promises_kept, smallest


class Prover:
    """The compiled rule base with everything that is proved about it."""

    def __init__(self, rulebase: RuleBase):
        self.rulebase = rulebase
        self.compiler = Compiler(rulebase)
        self.outcome = outcome_decision(rulebase)
        self.outcomes = self.compiler.decision(self.outcome)
        names = {id_: verdict.id for id_, verdict in rulebase.verdict_of.items()}
        self.verdicts = self.compiler.renamed(self.outcomes, names)
        self.decisions: dict[str, Decision] = {"outcome": self.outcome}
        self.compiler.results |= {"outcome": self.outcomes, "verdict": self.verdicts}
        for name, decision in (("alternative", alternative_decision(rulebase)), ("task", task_decision(rulebase))):
            if decision:
                self.decisions[name] = decision
        if "task" in self.decisions:
            self.compiler.results["task"] = self.compiler.decision(self.decisions["task"])
        if "alternative" in self.decisions:
            chosen = self.compiler.decision(self.decisions["alternative"])
            naming = [verdict.id for verdict in rulebase.verdicts if verdict.has_alternative]
            named = self.compiler.where(self.verdicts, naming)
            self.compiler.results["alternative"] = self.compiler.ite(
                named, chosen, self.compiler.leaf("no alternative")
            )

    def report(self) -> Report:
        """Prove everything."""
        counts, total = self.counts()
        return Report(
            name=self.rulebase.manifest.name,
            version=self.rulebase.manifest.version,
            digest=self.rulebase.digest,
            questions=len(self.rulebase.closed_questions),
            rules=sum(1 for _ in self._rules()),
            nodes=self.compiler.diagram(self.verdicts).size,
            sheets=total,
            sheets_by_verdict=counts,
            influence=self.influence(),
            proofs=(
                self.one_verdict(),
                self.tasks_found(),
                self.precedence(),
                self.rules_alive(),
                self.statuses_alive(),
                self.said_alive(),
                self.answers_alive(),
                promises_kept(self.rulebase, self.compiler, self.verdicts),
                no_guess_decides(self.rulebase, self.compiler, self.verdicts),
                examples_hold(self.rulebase),
                cases_hold(self.rulebase),
            ),
        )

    def one_verdict(self) -> Proof:
        """Every complete sheet reaches exactly one verdict, and every verdict and outcome is reached."""
        reached = {self.compiler.diagram(self.verdicts).leaves, self.compiler.diagram(self.outcomes).leaves}
        known = {name for names in reached for name in names}
        violations = [
            Violation(
                rule_id(VERDICTS, verdict.id),
                f"no sheet leads to the verdict `{verdict.id}`: earlier ones take them all",
            )
            for verdict in self.rulebase.verdicts
            if verdict.id not in known
        ]
        violations += [
            Violation(self._outcome_id(id_), f"no sheet leads to the outcome `{id_}`")
            for id_ in self.rulebase.outcome
            if id_ not in known
        ]
        strange = known - set(self.rulebase.verdict) - set(self.rulebase.outcome)
        violations += [
            Violation(rule_id(VERDICTS), f"some sheets lead to `{name}`, which is no verdict")
            for name in sorted(strange)
        ]
        statement = "Every complete sheet leads to exactly one verdict, and every verdict and outcome is reached."
        return Proof(
            "one_verdict", statement, len(self.rulebase.outcome) + len(self.rulebase.verdict), tuple(violations)
        )

    def tasks_found(self) -> Proof:
        """A verdict that needs a task type has one."""
        needing = [verdict.id for verdict in self.rulebase.verdicts if verdict.has_task]
        violations = []
        if "task" in self.decisions:
            no_task = self.compiler.where(self.compiler.results["task"], [NO_TASK])
            for id_ in needing:
                gap = self.compiler.all_of([self.compiler.where(self.verdicts, [id_]), no_task])
                if gap != FALSE:
                    message = f"sheets lead to `{id_}`, which needs a task type, and no task type fits"
                    violations.append(Violation(rule_id(TASKS), message, smallest(self.compiler, gap)))
        statement = "Every sheet whose verdict needs a task type has one."
        return Proof("tasks_found", statement, len(needing), tuple(violations))

    def precedence(self) -> Proof:
        """Where two outcomes' rules hold together, the one listed first is taken, and nothing else overlaps."""
        conditions = [(name, self.compiler.condition(condition)) for name, condition in self.outcome.branches]
        violations, overlaps = [], 0
        for index, (name, own) in enumerate(conditions):
            for later, other in conditions[index + 1 :]:
                both = self.compiler.all_of([own, other])
                if both == FALSE:
                    continue
                overlaps += 1
                wrong = self.compiler.all_of([both, self.compiler.where(self.outcomes, [later])])
                if wrong != FALSE:
                    message = f"`{later}` is taken although `{name}` holds and comes first"
                    violations.append(Violation(self._outcome_id(later), message, smallest(self.compiler, wrong)))
        statement = "Where the rules of two outcomes hold together, the one that is listed first is taken."
        return Proof("precedence", statement, overlaps, tuple(violations))

    def rules_alive(self) -> Proof:
        """Every rule decides something that no other rule decides."""
        violations, looked_at = [], 0
        for where, kind, owner, index, condition in self._rules():
            looked_at += 1
            if self.compiler.condition(condition) == FALSE:
                violations.append(Violation(where, "this rule can never hold"))
            elif self._without(kind, owner, index) == self._decided(kind):
                violations.append(
                    Violation(where, "this rule never decides: wherever it holds, other rules give the same")
                )
        statement = "Every rule of a verdict, an alternative or a task type decides a sheet that no other decides."
        return Proof("rules_alive", statement, looked_at, tuple(violations))

    def statuses_alive(self) -> Proof:
        """Every status of every criterion, and every clause, can occur."""
        violations, looked_at = [], 0
        for criterion in self.rulebase.criteria:
            for status in (Status.BLOCKING, Status.UNFAVOURABLE, Status.FAVOURABLE):
                clauses = criterion.clauses(status)
                whole = self.compiler.status(criterion.id, status)
                for clause in clauses:
                    looked_at += 1
                    where = rule_id(CRITERIA, criterion.id, clause.id)
                    if self.compiler.all_of([self.compiler.condition(clause.when), whole]) == FALSE:
                        violations.append(Violation(where, "this clause never gives its status"))
        statement = "Every clause of every criterion can give its status."
        return Proof("statuses_alive", statement, looked_at, tuple(violations))

    def said_alive(self) -> Proof:
        """Everything that can be said after the verdict can be said to somebody."""
        violations, looked_at = [], 0
        for where, condition in self._advice():
            looked_at += 1
            if self.compiler.condition(condition) == FALSE:
                violations.append(Violation(where, "this is never said: its condition cannot hold"))
        statement = "Every requirement, risk, plan detail, metric, next step, contradiction and remark can come up."
        return Proof("said_alive", statement, looked_at, tuple(violations))

    def answers_alive(self) -> Proof:
        """Every question matters, and every option differs from every other in something."""
        roots = [self.outcomes, *(self.compiler.results[name] for name in self.decisions)]
        roots += [
            self.compiler.status(criterion.id, status)
            for criterion in self.rulebase.criteria
            for status in (Status.BLOCKING, Status.UNFAVOURABLE, Status.FAVOURABLE)
        ]
        roots += [self.compiler.condition(condition) for _, condition in self._advice()]
        nodes = self.compiler.below(roots)
        violations, looked_at = [], 0
        for level, id_ in enumerate(self.compiler.order):
            question, values = self.rulebase.closed_questions[id_], self.compiler.values[level]
            looked_at += len(question.options)
            classes = self.compiler.classes(level, nodes)
            if max(classes) == 0:
                violations.append(Violation(rule_id(QUESTIONS, id_), "no answer to this question changes anything"))
                continue
            if question.kind == "many":
                continue
            for index, value in enumerate(values):
                twin = classes.index(classes[index])
                if twin != index:
                    message = f"nothing tells this answer apart from `{values[twin]}`"
                    violations.append(Violation(rule_id(QUESTIONS, id_, str(value)), message))
        statement = (
            "Every question matters for something, and no two answers to a question are treated alike in everything."
        )
        return Proof("answers_alive", statement, looked_at, tuple(violations))

    def counts(self) -> tuple[dict[str, int], int]:
        """Number of different complete sheets that lead to each verdict, and in all.

        A question that does not apply has no answer; to count each sheet once, it is held at its first value.
        """
        once = TRUE
        for level, id_ in reversed(list(enumerate(self.compiler.order))):
            first = self.compiler.node(level, (TRUE, *(FALSE for _ in self.compiler.values[level][1:])))
            once = self.compiler.ite(self.compiler.ite(self.compiler.applies(id_), TRUE, first), once, FALSE)
        counted = self.compiler.diagram(
            self.compiler.ite(once, self.verdicts, self.compiler.leaf("not counted"))
        ).count()
        counts = {id_: counted.get(id_, 0) for id_ in self.rulebase.verdict}
        return counts, sum(counts.values())

    def influence(self) -> tuple[tuple[str, float], ...]:
        """For each question the share of sheets on which another answer to it alone gives another verdict."""
        shares: dict[str, float] = {}
        for level, id_ in enumerate(self.compiler.order):
            classes = self.compiler.classes(level, self.compiler.below([self.verdicts]))
            chosen = [classes.index(number) for number in range(max(classes) + 1)]
            first, *others = [self.compiler.restricted(self.verdicts, level, value) for value in chosen]
            changed = self.compiler.any_of(self.compiler.differ(first, other) for other in others)
            counted = self.compiler.diagram(changed).count()
            shares[id_] = counted.get("yes", 0) / sum(counted.values())
        return tuple(sorted(shares.items(), key=lambda pair: -pair[1]))

    def _rules(self) -> Iterator[tuple[str, str, str, int, Condition]]:
        for id_, outcome in self.rulebase.outcome.items():
            for index, rule in enumerate(outcome.rules):
                yield rule_id(self._outcome_id(id_), rule.id), "outcome", id_, index, rule.when
        for alternative in self.rulebase.alternative.values():
            for index, rule in enumerate(alternative.rules):
                yield rule_id(ALTERNATIVES, alternative.id, rule.id), "alternative", alternative.id, index, rule.when
        for task in self.rulebase.task.values():
            for index, rule in enumerate(task.rules):
                yield rule_id(TASKS, task.id, rule.id), "task", task.id, index, rule.when

    def _outcome_id(self, outcome: str) -> str:
        return rule_id(VERDICTS, self.rulebase.verdict_of[outcome].id, outcome)

    def _advice(self) -> Iterator[tuple[str, Condition]]:
        """Every condition of what is said after the verdict, by rule id."""
        for entry in index_of(self.rulebase).values():
            if entry.advice and entry.when is not None:
                yield entry.id, entry.when

    def _decided(self, kind: str) -> int:
        return self.compiler.results["task"] if kind == "task" else self.compiler.decision(self.decisions[kind])

    def _without(self, kind: str, owner: str, index: int) -> int:
        """The decision without one rule."""
        decision = self.decisions[kind]
        branches = tuple(
            (name, _without_part(condition, index) if name == owner else condition)
            for name, condition in decision.branches
        )
        return self.compiler.decision(Decision(kind, branches, decision.otherwise))


def _without_part(condition: Condition, index: int) -> Condition:
    """The branch of a decision without one of its rules."""
    assert isinstance(condition, AnyOf), "a branch is any of its rules"
    return AnyOf(condition.parts[:index] + condition.parts[index + 1 :])


def prove(rulebase: RuleBase) -> Report:
    """Prove everything about a rule base.

    Raises:
        DiagramTooLarge: when the rules need more nodes than the budget.
    """
    return Prover(rulebase).report()
