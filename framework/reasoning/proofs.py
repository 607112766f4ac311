"""Is the rule base sound? Every statement here is proved on the diagram over all complete sheets, not sampled.

A violation carries a smallest counterexample: an answer sheet that can be loaded.
"""

from __future__ import annotations

from collections.abc import Iterator

from framework.languages.catalogue import to_say
from framework.model.condition import All, Condition
from framework.model.entries.entry import RuleEntry
from framework.model.rule_id import CRITERIA, QUESTIONS, TASKS, VERDICTS, rule_id
from framework.model.rule_index import index_of
from framework.model.rulebase import RuleBase
from framework.model.rules import STRONGEST_FIRST
from framework.reasoning.compile import Compiler
from framework.reasoning.deciding import DecidingRules, deciding_rules, outcome_rule_id
from framework.reasoning.decision import NO_TASK, Decision, alternative_decision, outcome_decision, task_decision
from framework.reasoning.examples import cases_hold, examples_hold
from framework.reasoning.findings import Proof, Report, Violation
from framework.reasoning.gaps import gaps
from framework.reasoning.nodes import FALSE, TRUE, recursion_as_too_large
from framework.reasoning.promises import no_guess_decides, promises_kept, smallest
from framework.reasoning.repairs import repairs_hold
from framework.reasoning.told_apart import told_apart


class Prover:
    """The compiled rule base with everything that is proved about it."""

    def __init__(self, rulebase: RuleBase, seconds: float | None = None):
        self.rulebase = rulebase
        self.compiler = Compiler(rulebase, seconds=seconds)
        self.outcome = outcome_decision(rulebase)
        self.outcomes = self.compiler.decision(self.outcome)
        self.verdicts = self.compiler.verdicts(self.outcomes)
        self.decisions: dict[str, Decision] = {"outcome": self.outcome}
        self.decided = {"outcome": self.outcomes}
        """Of each decision its diagram, whatever the verdict."""
        self.compiler.results |= {"outcome": self.outcomes, "verdict": self.verdicts}
        for name, decision in (("alternative", alternative_decision(rulebase)), ("task", task_decision(rulebase))):
            if decision:
                self.decisions[name] = decision
                self.decided[name] = self.compiler.decision(decision)
        if "task" in self.decisions:
            self.compiler.results["task"] = self.decided["task"]
        if "alternative" in self.decisions:
            chosen = self.decided["alternative"]
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
            rules=len(deciding_rules(self.rulebase)),
            nodes=self.compiler.diagram(self.verdicts).size,
            sheets=total,
            sheets_by_verdict=counts,
            influence=self.influence(),
            proofs=(
                self.one_verdict(),
                self.verdicts_have_tasks(),
                self.precedence(),
                self.every_rule_decides(),
                self.clauses_effective(),
                self.advice_reachable(),
                self.answers_matter(),
                promises_kept(self.rulebase, self.compiler, self.verdicts),
                no_guess_decides(self.rulebase, self.compiler, self.verdicts),
                examples_hold(self.rulebase),
                cases_hold(self.rulebase),
                repairs_hold(self.rulebase),
            ),
            notes=gaps(self.rulebase),
        )

    def one_verdict(self) -> Proof:
        """Every verdict and outcome is reached. That a sheet reaches one and only one is how the diagram is built."""
        verdicts, outcomes = (set(self.compiler.diagram(root).leaves) for root in (self.verdicts, self.outcomes))
        violations = [
            Violation(
                rule_id(VERDICTS, verdict.id),
                f"no sheet leads to the verdict `{verdict.id}`: earlier ones take them all",
            )
            for verdict in self.rulebase.verdicts
            if verdict.id not in verdicts
        ]
        violations += [
            Violation(outcome_rule_id(self.rulebase, id_), f"no sheet leads to the outcome `{id_}`")
            for id_ in self.rulebase.outcome
            if id_ not in outcomes
        ]
        statement = to_say(
            "Every complete sheet leads to exactly one verdict, and every verdict and outcome is reached."
        )
        return Proof(
            "one_verdict", statement, len(self.rulebase.outcome) + len(self.rulebase.verdict), tuple(violations)
        )

    def verdicts_have_tasks(self) -> Proof:
        """An outcome that needs a task type has one."""
        needing = [id_ for id_ in self.rulebase.outcome if self.rulebase.has_task([id_])]
        violations = []
        if "task" in self.decisions:
            no_task = self.compiler.where(self.compiler.results["task"], [NO_TASK])
            for id_ in needing:
                parts = (self.compiler.where(self.outcomes, [id_]), no_task)
                if self.compiler.meet(*parts):
                    gap = self.compiler.all_of(parts)
                    message = f"sheets lead to `{id_}`, which needs a task type, and no task type fits"
                    violations.append(Violation(rule_id(TASKS), message, smallest(self.compiler, gap)))
        statement = to_say("Every sheet whose outcome needs a task type has one.")
        return Proof("verdicts_have_tasks", statement, len(needing), tuple(violations))

    def precedence(self) -> Proof:
        """Where two outcomes' rules hold together, the one listed first is taken; counted are the pairs that can."""
        conditions = [(name, self.compiler.condition(condition)) for name, condition in self.outcome.branches]
        violations, overlaps = [], 0
        for index, (name, own) in enumerate(conditions):
            taken = self.compiler.leaves_under(own, self.outcomes)
            for later, other in conditions[index + 1 :]:
                overlaps += self.compiler.meet(own, other)
                if self.compiler.leaf(later) in taken:
                    wrong = self.compiler.all_of([own, self.compiler.where(self.outcomes, [later])])
                    message = f"`{later}` is taken although `{name}` holds and comes first"
                    violations.append(
                        Violation(outcome_rule_id(self.rulebase, later), message, smallest(self.compiler, wrong))
                    )
        statement = to_say("Where the rules of two outcomes hold together, the one that is listed first is taken.")
        return Proof("precedence", statement, overlaps, tuple(violations))

    def every_rule_decides(self) -> Proof:
        """Every rule decides something that no other rule decides."""
        violations = []
        rules = DecidingRules(self.rulebase, self.compiler, self.decisions, self.decided)
        for rule in rules.all:
            if self.compiler.condition(rule.when) == FALSE:
                violations.append(Violation(rule.id, "this rule can never hold"))
            elif not rules.decides(rule):
                violations.append(Violation(rule.id, f"this rule never decides: {rules.instead_of(rule)}"))
        statement = to_say(
            "Every rule of a verdict, an alternative or a task type decides a sheet that no other decides."
        )
        return Proof("every_rule_decides", statement, len(rules.all), tuple(violations))

    def clauses_effective(self) -> Proof:
        """Every status of every criterion, and every clause, can occur."""
        violations, checked = [], 0
        for criterion in self.rulebase.criteria:
            for status in STRONGEST_FIRST:
                clauses = criterion.clauses(status)
                whole = self.compiler.status(criterion.id, status)
                for clause in clauses:
                    checked += 1
                    where = rule_id(CRITERIA, criterion.id, clause.id)
                    if not self.compiler.meet(self.compiler.condition(clause.when), whole):
                        violations.append(Violation(where, "this clause never gives its status"))
        statement = to_say("Every clause of every criterion can give its status.")
        return Proof("clauses_effective", statement, checked, tuple(violations))

    def advice_reachable(self) -> Proof:
        """Everything that may follow the verdict can appear for some sheet."""
        violations, checked = [], 0
        for entry, _ in self._advice():
            checked += 1
            if not self.compiler.can_hold(All(entry.conditions)):
                violations.append(Violation(entry.id, "this can never appear: its condition cannot hold"))
        statement = to_say(
            "Every requirement, risk, plan detail, metric, next step, contradiction and remark can come up."
        )
        return Proof("advice_reachable", statement, checked, tuple(violations))

    def answers_matter(self) -> Proof:
        """Every question matters, and every option differs from every other in something."""
        roots = [self.outcomes, *(self.compiler.results[name] for name in self.decisions)]
        roots += [
            self.compiler.status(criterion.id, status)
            for criterion in self.rulebase.criteria
            for status in STRONGEST_FIRST
        ]
        violations, checked = [], 0
        found = told_apart(self.compiler, roots, [condition for _, condition in self._advice()])
        for level, (id_, classes) in enumerate(zip(self.compiler.order, found, strict=True)):
            question, values = self.rulebase.closed_questions[id_], self.compiler.values[level]
            checked += len(question.options)
            if max(classes) == 0:
                violations.append(Violation(rule_id(QUESTIONS, id_), "no answer to this question changes anything"))
                continue
            if question.kind == "many":
                continue
            for index, value in enumerate(values):
                twin = classes.index(classes[index])
                if twin != index:
                    message = f"this answer always has the same effect as `{values[twin]}`"
                    violations.append(Violation(rule_id(QUESTIONS, id_, str(value)), message))
        statement = to_say(
            "Every question matters for something, and no two answers to a question are treated alike in everything."
        )
        return Proof("answers_matter", statement, checked, tuple(violations))

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
        return tuple(sorted(self.compiler.diagram(self.verdicts).influence().items(), key=lambda pair: -pair[1]))

    def _advice(self) -> Iterator[tuple[RuleEntry, Condition]]:
        """Everything that is said after the verdict only where a condition holds, with that."""
        for entry in index_of(self.rulebase).values():
            if entry.advice and entry.when is not None:
                yield entry, entry.when


@recursion_as_too_large()
def prove(rulebase: RuleBase, seconds: float | None = None) -> Report:
    """Prove everything about a rule base, in at most about this much processor time.

    Raises:
        DiagramTooLarge: when the rules need more nodes than the budget, or more time.
    """
    return Prover(rulebase, seconds).report()
