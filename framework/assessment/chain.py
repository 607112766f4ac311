"""The chain from the loss at the bottom to the outcome at the top, as it is for this task and not for any.

The outcome comes from the family of objectives, process and decision policy from the value model, metric and loss from
the task type. Without a value model the family's own chain is told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from framework.model.content import ChainLink, MetricChoice, Objective, Task
from framework.model.manifest import NAME
from framework.model.rulebase import RuleBase
from framework.model.sheet import Number
from framework.model.value import MAX_CORE, ValueModel
from framework.reasoning.interpreter import Facts


def chain(
    rulebase: RuleBase,
    objective: Objective | None,
    value: ValueModel | None,
    task: Task | None,
    metric: MetricChoice | None,
    facts: Facts,
    own: str | None = None,
) -> tuple[ChainLink, ...]:
    """From the business outcome down to the training loss: the links that hold (`facts` with the verdict).

    `own` is the number by which the person wants to see that things got better. Empty while no family of objectives is
    known.
    """
    if objective is None:
        return ()
    words = rulebase.manifest.chain
    if value is None or task is None or metric is None or words is None:
        return objective.chain
    measure, loss = rulebase.metric[metric.metric], task.losses_for(metric.metric)[0]
    links = (
        objective.chain[0],
        *([_filled(words.own, own)] if words.own and own else []),
        value.process,
        value.policy,
        _filled(words.metric, measure.name, measure.misleads_when),
    )
    trained = words.loss.when is None or facts.holds(words.loss.when)
    return (*links, _filled(words.loss, loss.name, loss.choose_when)) if trained else links


def value_model(facts: Facts, task: str | None) -> ValueModel | None:
    """The value model of a task type: the first with a rule that holds, else the default. `facts` with the results."""
    if task is None:
        return None
    models = facts.rulebase.value.values()
    special = (model for model in models if any(facts.holds(rule.when) for rule in model.rules))
    found = next(special, None) or next((model for model in models if task in model.tasks), None)
    if found is None or found.quality.stand_in_when is None or facts.holds(found.quality.stand_in_when):
        return found
    return found.without_report()


def demanded(facts: Facts, value: ValueModel) -> frozenset[str]:
    """The roles that must be given because of an answer: to count an error as 0 would hide what it costs."""
    return frozenset(item.role for item in value.numbers if item.demanded_when and facts.holds(item.demanded_when))


def counted(facts: Facts, value: ValueModel, numbers: Mapping[str, Number]) -> dict[str, Number]:
    """The numbers by role that are calculated with: all but those that an answer says there are none of."""
    left_out = {item.role for item in value.numbers if item.not_when is not None and facts.holds(item.not_when)}
    return {role: number for role, number in numbers.items() if role not in left_out}


def numbers_asked(rulebase: RuleBase, value: ValueModel | None) -> tuple[str, ...]:
    """The number questions of a value model, in its order; while none is known, those that most models share.

    A rule base without value models asks for every number.
    """
    asked = rulebase.question_in_role
    if value is not None:
        return tuple(asked[item.role].id for item in value.numbers if item.role in asked)
    numbers = {role: question for role, question in asked.items() if question.kind == "number"}
    models = rulebase.values
    sharing = Counter(role for model in models for role in {item.role for item in model.numbers})
    return tuple(numbers[role].id for role in numbers if not models or 2 * sharing[role] > len(models))


def core_first(facts: Facts, value: str | None, ids: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Number questions in two parts: those that a first result of a value model rests on, and all others.

    Numbers that an answer demands join the first part if it then has at most `MAX_CORE`; otherwise they begin the
    second.
    """
    rulebase, several = facts.rulebase, tuple(ids)
    model = rulebase.value.get(value or "")
    core = {item.role for item in model.numbers if item.core} if model else set[str]()
    if model is None or not core:
        return several, ()
    role = {id_: rulebase.questions[id_].role for id_ in several}
    late = demanded(facts, model) - core
    if len(core | late) <= MAX_CORE:
        core |= late
    first = tuple(id_ for id_ in several if role[id_] in core)
    return first, tuple(sorted((id_ for id_ in several if id_ not in first), key=lambda id_: role[id_] not in late))


def _filled(link: ChainLink, name: str, said: str = "") -> ChainLink:
    def fill(text: str) -> str:
        return text.replace("{is_said}", said).replace(NAME, name)

    return ChainLink(level=fill(link.level), assumption=fill(link.assumption), test=fill(link.test))
