"""One addressable statement of a rule base, and how the statements inside another one are listed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from framework.model.base import FieldPath, FrozenModel
from framework.model.condition import Condition
from framework.model.rule_id import parts_of, rule_id
from framework.model.rules import Rule

FileKey = tuple[str, ...]
"""What a file of rules holds: its folder and the id of its content, or the name of a list at the top level.

Not its name: a file of questions may have a number in front, which an overlay need not know.
"""


@dataclass(frozen=True)
class RuleEntry:
    """One addressable entry: a criterion, one of its clauses, a field of a task type that a brief cites, ..."""

    id: str
    kind: str
    """The label shown for it: "Criterion"."""
    title: str
    sentence: str
    key: FileKey
    """Which file it stands in."""
    path: FieldPath = ()
    """Keys and positions that lead to it inside the file."""
    when: Condition | None = None
    above: tuple[Condition, ...] = ()
    """Conditions of its parents; they must hold too."""
    sources: tuple[str, ...] = ()
    limits: str | None = None
    lesson: str | None = None
    advice: bool = False
    """Whether its condition is evaluated after the verdict."""
    parts: tuple[str, ...] = ()
    """Ids of the rules inside it."""
    model: FrozenModel | None = field(default=None, repr=False)
    """What stands there in the rule base; None for a text inside it."""

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """Everything that must hold, its own condition last."""
        return (*self.above, self.when) if self.when is not None else self.above


def rule_entries(owner: RuleEntry, rules: Iterable[Rule], path: FieldPath) -> Iterator[RuleEntry]:
    """The rules of an outcome, an alternative or a task type."""
    for number, rule in enumerate(rules):
        yield replace(
            owner,
            id=rule_id(*parts_of(owner.id), rule.id),
            sentence=rule.because,
            path=(*path, number),
            when=rule.when,
            sources=rule.sources,
            limits=rule.limits,
            model=rule,
        )


def field_entries(owner: RuleEntry, fields: Mapping[FieldPath, str | None]) -> Iterator[RuleEntry]:
    """Texts of an entry that a brief cites by field name."""
    for path, text in fields.items():
        if text:
            id_ = rule_id(*parts_of(owner.id), *map(str, path))
            yield replace(owner, id=id_, sentence=text, path=(*owner.path, *path), model=None)


def with_parts(owner: RuleEntry, below: Iterable[RuleEntry]) -> Iterator[RuleEntry]:
    """An entry that lists its parts with a condition, followed by all its parts."""
    inside = tuple(below)
    yield replace(owner, parts=tuple(entry.id for entry in inside if entry.when is not None))
    yield from inside
