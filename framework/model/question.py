"""Questions: what a person is asked. Closed questions decide; numbers feed the arithmetic; texts carry the nouns."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum
from functools import cached_property
from itertools import combinations
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from framework.errors import describe, did_you_mean
from framework.model.answers import NOT_SURE, Answer, AnswerProblem, InvalidAnswerError, is_unknown, left_open
from framework.model.base import FrozenModel, Id, QuestionId, SourceId, Text
from framework.model.condition import Condition
from framework.model.doubt import Doubt

MAX_WAVERED = 3
"""Options between which a person can be said to waver; where more are left, some were only ruled out."""


class Change(StrEnum):
    """How hard a fact is to change in the world; a fixed fact is never proposed as a change."""

    FREE = "free"
    EFFORT = "effort"
    FIXED = "fixed"


class TextRole(StrEnum):
    """What the answer to a text question is used for, apart from the sentences that name the question itself."""

    UNIT = "unit"
    """What one answer is about; charts count in it."""
    OUTPUT = "output"
    """What the answer says; a task type has a general wording for it."""
    LABEL = "label"
    """How the right answer becomes known later: what is learned from."""
    ACTOR = "actor"
    """Who acts on the answer; a sentence may need an article before it."""
    BASELINE = "baseline"
    """The way it is done today: what a model must beat."""
    METRIC = "metric"
    """The number that shows that things got better, with its value today and the one to reach."""
    METRIC_TODAY = "metric_today"
    METRIC_TARGET = "metric_target"
    UNIT_OF_VALUE = "unit_of_value"
    """What amounts are counted in: a currency, hours, ..."""


class Option(FrozenModel):
    """One possible answer. `change` says how hard it is to get *to* it; by default as hard as the question says."""

    id: Id
    text: Text
    help: Text | None = None
    change: Change | None = None
    exclusive: bool = False
    """In a question with several answers: chosen alone or not at all ("none of these")."""
    as_change: Text | None = None
    """The sentence part that follows "If ..." when this answer is proposed as a change."""


class Examples(FrozenModel):
    """A strong and a weak answer, in words, that show what the question is after."""

    strong: Text
    weak: Text


class Group(FrozenModel):
    """Options that belong together: one first chooses a group, then one of its options."""

    id: Id
    text: Text
    help: Text | None = None
    options: tuple[Id, ...] = Field(min_length=1)


class Distinction(FrozenModel):
    """How to tell options apart, for a person who is between them and for people who chose differently."""

    id: Id
    options: tuple[Id, ...] = Field(min_length=2)
    text: Text


class For(NamedTuple):
    """Marks a field that is meant for some kinds of question only."""

    kinds: tuple[str, ...]


_CLOSED, _ONE, _OPEN, _TEXT, _NUMBER = (
    For(kinds) for kinds in (("one", "many"), ("one",), ("number", "text"), ("text",), ("number",))
)


class Question(FrozenModel):
    """One question. `one` and `many` are closed; `number` and `text` are optional details in the person's own terms."""

    id: Id
    kind: Literal["one", "many", "number", "text"]
    text: Text
    short: Text
    """Two to four words: the label on chips and in tables."""
    why: Text
    help: Text | None = None
    find_out: Text | None = None
    """How to find the answer when one is not sure; becomes a task in the plan."""
    takes: Text | None = None
    """How long that takes: "half a day"."""
    answered_by_numbers: Annotated[bool, _CLOSED] = False
    """Whether the arithmetic of a brief answers this, once there are numbers."""
    while_open: Annotated[Text | None, _CLOSED] = None
    """What a brief has to leave out as long as there is no answer."""
    examples: Examples | None = None
    sources: tuple[SourceId, ...] = ()
    asked_when: Annotated[Condition | None, _CLOSED] = None
    change: Annotated[Change, _CLOSED] = Change.EFFORT
    usually_a_guess: Annotated[bool, _CLOSED] = False
    """People usually guess here, so no verdict may turn on it. Proved."""
    options: Annotated[tuple[Option, ...], _CLOSED] = ()
    groups: Annotated[tuple[Group, ...], _ONE] = ()
    """Where there are any, every option is in one: the question is asked in two steps."""
    distinctions: Annotated[tuple[Distinction, ...], _ONE] = ()
    """Options that people often waver between."""
    placeholder: Annotated[Text | None, _OPEN] = None
    """What stands in a sentence while the field is empty. For `number`: the example shown in the field."""
    preceded_by: Annotated[tuple[Text, ...], _TEXT] = ()
    """Words left out in front of it, because a sentence has said them already or says them otherwise."""
    prepositions: Annotated[tuple[Text, ...], _TEXT] = ()
    """First words before which a sentence leaves out its own: "before a sale", not "at before a sale"."""
    clause_word: Annotated[Text | None, _TEXT] = None
    """What stands before a clause: "when the door opens"; without it, clauses are taken as nouns."""
    refers_to: Annotated[QuestionId | None, _TEXT] = None
    """The text question whose answer its own words point back to."""
    by_itself: Annotated[Text | None, _TEXT] = None
    """How it is asked while that other question has no answer."""
    before_length: Annotated[Text | None, _TEXT] = None
    """What stands before a mere length of time in place of the sentence's own: "within 6 months"."""
    unit: Annotated[Text | None, _NUMBER] = None
    """The unit, shown after the field."""
    minimum: Annotated[float | None, _NUMBER] = None
    maximum: Annotated[float | None, _NUMBER] = None
    whole: Annotated[bool, _NUMBER] = False
    """Whether it must be a whole number, as a count of a few things; the mean of a range need not be one."""
    doubts: Annotated[tuple[Doubt, ...], _NUMBER] = ()
    """When the number is doubtful, wherever a value model asks for it and has no `doubts` of its own for it."""
    role: Annotated[Id | None, _OPEN] = None
    """Which quantity of the arithmetic this is. For `text`: a `TextRole`."""

    @property
    def is_share(self) -> bool:
        """Whether its number is a share, from 0 to 1."""
        return (self.minimum, self.maximum) == (0, 1)

    @property
    def closed(self) -> bool:
        """Whether the answers are options."""
        return self.kind in ("one", "many")

    def change_to(self, option_id: str) -> Change:
        """How hard it is to make an option hold: the option's own word, or else that of the question."""
        option = self.option(option_id)
        return (option.change if option else None) or self.change

    def option(self, option_id: str) -> Option | None:
        """The option with this id, or None."""
        return self._options.get(option_id)

    def accept(self, given: object) -> Answer | None:
        """What was given as an answer in its canonical form, or None where it says nothing ("not sure", empty).

        The canonical form is the id of an option, or several ids in the order of the options: where several may hold,
        those that do; where one does, it is one of these (a partial answer). One of all the options says nothing.

        Raises:
            InvalidAnswerError: with everything that is wrong: an option that does not exist, an exclusive option or
                "not sure" together with another.
        """
        if isinstance(given, (str, tuple)) and given in self._complete:
            return given
        if is_unknown(given):
            return None
        chosen = given if isinstance(given, list | tuple) else (given,)
        problems = tuple(
            self._unknown_option(item, index if isinstance(given, list | tuple) else None)
            for index, item in enumerate(chosen)
            if not isinstance(item, str) or item not in self._options
        )
        if problems:
            raise InvalidAnswerError(problems)
        answer = tuple(option_id for option_id in self._options if option_id in chosen)
        if self.kind == "one":
            return answer[0] if len(answer) == 1 else None if len(answer) == len(self._options) else answer
        alone = [option_id for option_id in answer if self._options[option_id].exclusive]
        if alone and len(answer) > 1:
            raise InvalidAnswerError(
                (AnswerProblem("exclusive", f"`{alone[0]}` cannot be chosen together with others"),)
            )
        return answer

    def recorded(self, given: object) -> Answer | None:
        """What was given as a sheet keeps it: an answer as by `accept`; where it says nothing, `NOT_SURE`, so that the
        question is not asked again; None where nothing was given at all.

        Raises:
            InvalidAnswerError: with everything that is wrong.
        """
        answer = self.accept(given)
        return answer if answer is not None or not given else NOT_SURE

    def allowed(self, answer: Answer) -> tuple[Answer, ...]:
        """The complete answers that an answer leaves open: one, or each option of a partial answer."""
        return (answer,) if answer in self._complete else left_open(self.complete_answers, answer)

    def is_partial(self, answer: Answer | None) -> bool:
        """Whether an answer leaves several complete ones open, and not all."""
        return self.kind == "one" and isinstance(answer, tuple) and len(answer) > 1

    def left_out(self, answer: Answer | None) -> tuple[str, ...]:
        """The options that a partial answer rules out, where naming these says it better than naming what is left."""
        if not answer or not self.is_partial(answer) or len(answer) <= MAX_WAVERED:
            return ()
        out = tuple(option.id for option in self.options if option.id not in answer)
        return out if len(out) < len(answer) else ()

    def distinctions_among(self, options: Collection[str]) -> tuple[Distinction, ...]:
        """What tells some of these options apart."""
        return tuple(found for found in self.distinctions if set(found.options) <= set(options))

    def distinctions_from(self, answer: Answer | None) -> tuple[Distinction, ...]:
        """What tells an answer, or what is left of one, apart from others; all there is without an answer."""
        if not answer or answer == NOT_SURE:
            return self.distinctions
        given = {answer} if isinstance(answer, str) else set(answer)
        return tuple(found for found in self.distinctions if given & set(found.options))

    def to_find_out(self, answer: Answer | None) -> str | None:
        """How to find the answer: between two or three options what tells them apart, where the rules say it."""
        among = self.distinctions_among(answer) if answer and self.is_partial(answer) else ()
        told = {id_ for found in among for id_ in found.options}
        if answer and told == set(answer) and len(told) <= MAX_WAVERED:
            return " ".join(found.text for found in among)
        return self.find_out

    def toggle(self, given: Answer | None, option_id: str, *, chosen: bool) -> Answer | None:
        """The answer after one option of several was ticked or cleared.

        An option that is exclusive, and "not sure", replaces the others; any other replaces those. None when no option
        is left.
        """
        before = (given,) if isinstance(given, str) else given or ()
        if not chosen:
            after = [other for other in before if other != option_id]
        elif self.is_exclusive(option_id):
            after = [option_id]
        else:
            after = [*(other for other in before if not self.is_exclusive(other)), option_id]
        return NOT_SURE if after == [NOT_SURE] else tuple(id_ for id_ in self._options if id_ in after) or None

    @cached_property
    def complete_answers(self) -> tuple[Answer, ...]:
        """Every answer in its canonical form: the options, or every set of them that may be chosen together."""
        if self.kind == "one":
            return tuple(self._options)
        together = [option.id for option in self.options if not option.exclusive]
        sets = (chosen for size in range(1, len(together) + 1) for chosen in combinations(together, size))
        return (*sets, *((option.id,) for option in self.options if option.exclusive))

    @cached_property
    def _complete(self) -> frozenset[Answer]:
        return frozenset(self.complete_answers)

    @cached_property
    def _options(self) -> dict[str, Option]:
        return {option.id: option for option in self.options}

    def is_exclusive(self, option_id: str) -> bool:
        """Whether an option holds only if no other does; so does "not sure"."""
        option = self.option(option_id)
        return option is None or option.exclusive

    def _unknown_option(self, item: object, index: int | None) -> AnswerProblem:
        if item == NOT_SURE:
            return AnswerProblem("exclusive", f"`{NOT_SURE}` cannot be chosen together with others", "", index)
        if not isinstance(item, str):
            message = f"an answer is the id of an option, found {describe(item)}"
            return AnswerProblem("wrong_type", message, did_you_mean("", self._options), index)
        hint = did_you_mean(item, (*self._options, NOT_SURE))
        return AnswerProblem("unknown_option", f"`{self.id}` has no option `{item}`", hint, index, item)


FIELDS_OF_KINDS: Mapping[str, tuple[str, ...]] = {
    name: mark.kinds
    for name, field in Question.model_fields.items()
    for mark in field.metadata
    if isinstance(mark, For)
}
"""The kinds of question for which each marked field is meant; the others are for all."""


class Section(FrozenModel):
    """A page of the interview."""

    id: Id
    title: Text
    intro: Text
    questions: tuple[Question, ...] = Field(min_length=1)
