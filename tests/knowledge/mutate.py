"""Small damages to a condition: a part deleted, negated or widened. A sound set of examples notices each of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from framework.model.condition import All, AnyOf, AtLeast, Condition, Is, Not
from framework.model.rulebase import RuleBase
from framework.model.rules import Status


def mutants(condition: Condition, rulebase: RuleBase) -> Iterator[tuple[str, Condition]]:
    """Every damage to one place of a condition, with a word for it."""
    if not isinstance(condition, Not):
        yield "negated", Not(condition)
    match condition:
        case Is(name, values):
            yield "deleted", All(())
            for value in _others(rulebase, name, values):
                yield f"widened by {value}", replace(condition, values=(*values, value))
            if len(values) > 1:
                for value in values:
                    yield f"without {value}", replace(condition, values=tuple(v for v in values if v != value))
        case Not(part):
            yield "negation deleted", part
            for what, damaged in mutants(part, rulebase):
                yield f"not: {what}", Not(damaged)
        case All(parts) | AnyOf(parts):
            make = type(condition)
            for index, part in enumerate(parts):
                if len(parts) > 1:
                    yield f"part {index + 1} deleted", make(parts[:index] + parts[index + 1 :])
                for what, damaged in mutants(part, rulebase):
                    yield f"part {index + 1}: {what}", make((*parts[:index], damaged, *parts[index + 1 :]))
        case AtLeast(count, parts):
            if count > 1:
                yield "one fewer", AtLeast(count - 1, parts)
            if count < len(parts):
                yield "one more", AtLeast(count + 1, parts)
            for index, part in enumerate(parts):
                yield (
                    f"part {index + 1} deleted",
                    AtLeast(min(count, len(parts) - 1), parts[:index] + parts[index + 1 :]),
                )
                for what, damaged in mutants(part, rulebase):
                    yield f"part {index + 1}: {what}", AtLeast(count, (*parts[:index], damaged, *parts[index + 1 :]))


def _others(rulebase: RuleBase, name: str, values: tuple[str, ...]) -> list[str]:
    if name in rulebase.closed_questions:
        known = [option.id for option in rulebase.closed_questions[name].options]
    else:
        known = [status.value for status in (Status.FAVOURABLE, Status.UNFAVOURABLE, Status.BLOCKING)]
    return [value for value in known if value not in values]
