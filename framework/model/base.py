"""The base of every model of a rule base: immutable, no unknown keys, references that name what they refer to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Self, get_args

from pydantic import BaseModel, ConfigDict, StringConstraints

FieldPath = tuple[str | int, ...]
"""Keys and positions that lead to a value inside a file."""


class FrozenModel(BaseModel):
    """An immutable value object; unknown keys are errors, and numbers are never read as text."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=False, arbitrary_types_allowed=True)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy with some fields changed; cached properties are dropped, as they may depend on those fields."""
        copied = super().model_copy(update=update, deep=deep)
        for name in copied.__dict__.keys() - type(self).model_fields.keys():
            del copied.__dict__[name]
        return copied


@dataclass(frozen=True)
class Ref:
    """Marks a field as the id of something else; the loader checks every such field in one place."""

    kind: str

    KEY: ClassVar[str] = "x-refers-to"
    """Under this key a JSON Schema of the field says what it refers to."""

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        """The schema of the field, marked."""
        return {**handler(schema), self.KEY: self.kind}


KIND = "kind"
"""The key that says which of several models a mapping in a list is."""

TAG = "kind:"
"""Before the name of a kind in the path of an error: no key of a file begins with it."""


def kind_of(item: Any) -> str | None:
    """The kind of a model, or of plain data that shall become one; None where it names none."""
    kind = item.get(KIND) if isinstance(item, dict) else getattr(item, KIND, None)
    return kind if isinstance(kind, str) else None


def tag_of(item: Any) -> str | None:
    """The tag of a model, or of plain data that shall become one."""
    kind = kind_of(item)
    return f"{TAG}{kind}" if kind else None


def pieces_of(annotation: Any, marks: Iterable[Any] = ()) -> Iterator[Any]:
    """What an annotation is made of, from outside inwards, itself included, and what marks each part; of a field also
    its own `marks`.
    """
    yield from marks
    yield annotation
    for part in get_args(annotation):
        yield from pieces_of(part)


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models that an annotation names, in order."""
    return (part for part in pieces_of(annotation) if isinstance(part, type) and issubclass(part, BaseModel))


class Prose:
    """Marks a field as words in a language, which a translation may put into another."""


Id = Annotated[str, StringConstraints(strict=True, pattern=r"^[a-z0-9][a-z0-9_]*$", max_length=60)]
Word = Annotated[str, StringConstraints(strict=True, strip_whitespace=True, min_length=1, max_length=4000)]
"""A text that stays as it is in every language: an id of anything, a name, an address."""

Text = Annotated[Word, Prose()]

CriterionId = Annotated[str, StringConstraints(strict=True), Ref("criterion")]
SourceId = Annotated[str, StringConstraints(strict=True), Ref("source")]
QuestionId = Annotated[str, StringConstraints(strict=True), Ref("question")]
SlotId = Annotated[str, StringConstraints(strict=True), Ref("slot")]
VerdictId = Annotated[str, StringConstraints(strict=True), Ref("verdict")]
OutcomeId = Annotated[str, StringConstraints(strict=True), Ref("outcome")]
AlternativeId = Annotated[str, StringConstraints(strict=True), Ref("alternative")]
TaskId = Annotated[str, StringConstraints(strict=True), Ref("task")]
MetricId = Annotated[str, StringConstraints(strict=True), Ref("metric")]
SectionId = Annotated[str, StringConstraints(strict=True), Ref("section")]
RoleId = Annotated[str, StringConstraints(strict=True), Ref("role")]
ValueId = Annotated[str, StringConstraints(strict=True), Ref("value")]
PlanStepId = Annotated[str, StringConstraints(strict=True), Ref("step")]
LessonId = Annotated[str, StringConstraints(strict=True), Ref("lesson")]
CaseId = Annotated[str, StringConstraints(strict=True), Ref("case")]
