"""How the problem is framed: the sentence, the baseline, what else fits, and what cannot work."""

from __future__ import annotations

from collections.abc import Collection

from framework.assessment.statements import because, questions_read, rule_statement, rule_statements
from framework.assessment.words import Words
from framework.model.assessment import Fault, Statement, TaskOption
from framework.model.content import Task, TaskVariant
from framework.model.question import TextRole
from framework.model.rule_id import DECOUPLINGS, FAULTS, MANIFEST, TASKS, VALUES, rule_id
from framework.model.rulebase import RuleBase
from framework.model.value import ValueModel
from framework.reasoning.conclusions import suggested_baseline
from framework.reasoning.interpreter import Facts
from framework.reasoning.variants import Worded


def sentence(facts: Facts, worded: Worded[Task] | None, words: Words, *, needs_task: bool, learns: bool) -> str | None:
    """The framing sentence; None while the task type is open, or where the rule base has no template for it.

    `needs_task` says whether a possible verdict needs a learning task; if not, the sentence is the one without.
    `learns` says whether past answers are learned from, or only tested on.
    """
    template, _ = framing_template(facts, worded, learns=learns)
    if not template or (worded is None and needs_task):
        return None
    return words.fill(template, worded.whole.verb if worded else None)


def framing_template(facts: Facts, worded: Worded[Task] | None, *, learns: bool) -> tuple[str | None, str]:
    """The template of the framing sentence and its rule: that of the task type or its variant comes first."""
    sentences = facts.rulebase.manifest.sentences
    if worded and worded.whole.framing:
        return worded.whole.framing, worded.where("framing")
    if worded is None:
        template, name = sentences.no_task, "no_task"
    elif sentences.framing_without_record and any(
        fault.spoils_record and facts.holds(fault.when) for fault in facts.rulebase.faults
    ):
        template, name = sentences.framing_without_record, "framing_without_record"
    elif sentences.framing_tested and not learns:
        template, name = sentences.framing_tested, "framing_tested"
    else:
        template, name = sentences.framing, "framing"
    return template, rule_id(MANIFEST, "sentences", name)


def defaults(task: Task | None) -> dict[TextRole, str]:
    """What a task type says in place of words that the person did not give."""
    return {TextRole.OUTPUT: f"{task.output[:1].lower()}{task.output[1:].rstrip('.')}"} if task else {}


def ml_objective(worded: Worded[Task], value: ValueModel | None) -> tuple[str, str]:
    """The template of the ML objective and its rule: that of a value model that its own rule chose comes first."""
    own = worded.variant.ml_objective if isinstance(worded.variant, TaskVariant) else None
    if value is not None and value.ml_objective and own is None and worded.whole.id not in value.tasks:
        return value.ml_objective, rule_id(VALUES, value.id, "ml_objective")
    return worded.whole.ml_objective, worded.where("ml_objective")


def baseline(facts: Facts, task: Task | None, words: Words) -> str | None:
    """The person's own baseline if they named one, otherwise the one that the task type suggests."""
    if task is None:
        return None
    suggested = suggested_baseline(facts, task.id)
    return words.in_role(TextRole.BASELINE) or (suggested.text if suggested else None)


def alternatives(facts: Facts, primary: Task | None, possible: Collection[str]) -> tuple[TaskOption, ...]:
    """Other task types that fit, each with its reason and the question that decides between it and the primary one.

    `possible` are the task types that the answers leave: those that the person is between come first.
    """
    if primary is None:
        return ()
    named: list[TaskOption] = []
    fitting: list[TaskOption] = []
    for task in facts.rulebase.task.values():
        if task.id == primary.id:
            continue
        where = rule_id(TASKS, task.id)
        may_hold = [rule for rule in task.rules if task.id in possible and facts.holds(rule.when) is not False]
        reasons = rule_statements(facts, where, (*task.rules, *task.also_fits))
        if may_hold or reasons:
            reason = reasons[0] if reasons else rule_statement(facts, where, may_hold[0])
            option = TaskOption(task=task.id, because=reason, question=_deciding(facts.rulebase, primary, task))
            (named if may_hold else fitting).append(option)
    return (*named, *fitting)


def _deciding(rulebase: RuleBase, primary: Task, other: Task) -> str | None:
    """The question whose answer distinguishes two task types: the last one, in asking order, that both rules read."""
    ours = set(questions_read(rulebase, [rule.when for rule in primary.rules]))
    theirs = questions_read(rulebase, [rule.when for rule in (*other.rules, *other.also_fits)])
    shared = [id_ for id_ in theirs if id_ in ours]
    return shared[-1] if shared else (theirs[-1] if theirs else None)


def faults(facts: Facts) -> tuple[Fault, ...]:
    """Why this framing cannot work, each with the way out."""
    return tuple(
        Fault(
            **because(facts, rule_id(FAULTS, fault.id), fault.message, fault.sources, fault.when).model_dump(),
            fatal=fault.fatal,
            way_out=fault.way_out,
        )
        for fault in facts.rulebase.faults
        if facts.holds(fault.when)
    )


def decouplings(facts: Facts) -> tuple[Statement, ...]:
    """Why the objective is better split into several models, and how to combine them."""
    return tuple(
        because(facts, rule_id(DECOUPLINGS, item.id), f"{item.message} {item.combine}", item.sources, item.when)
        for item in facts.rulebase.decouplings
        if facts.holds(item.when)
    )
