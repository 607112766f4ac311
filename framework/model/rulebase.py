"""The rule base as a whole: everything the product knows, validated and cross-checked by the loader."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import NewType

from pydantic import Field

from framework.languages.catalogue import quoted, say
from framework.model.advice import Decoupling, Fault, LadderStep, PlanStep, Remark, RequirementFamily, Risk, Source
from framework.model.answers import NOT_SURE, Answer, InvalidAnswerError
from framework.model.base import (
    FrozenModel,
)
from framework.model.case import Case
from framework.model.classroom import Disputed, NicknameWords, ReadyClass
from framework.model.content import Metric, Objective, Task
from framework.model.exercise import Exercise
from framework.model.layer import Layer
from framework.model.lesson import Block, Lesson, Synonyms, Term
from framework.model.listing import listed
from framework.model.manifest import Manifest
from framework.model.money import BasisSentence, MoneySentence
from framework.model.question import Question, Section
from framework.model.rules import (
    Alternative,
    Contradiction,
    Criterion,
    Monotonicity,
    NamedCondition,
    Outcome,
    RetiredId,
    Verdict,
)
from framework.model.value import Basis, ValueModel

BEGINNING = 30
"""Characters by which a text is known again of which only the first sentences are shown."""

Identity = NewType("Identity", tuple[str, ...])
"""What tells a rule base from every other in one process."""


class RuleBase(FrozenModel):
    """The contents of a folder of rules. Built only by `framework.rulebase.load_rules`."""

    manifest: Manifest
    digest: str
    """SHA-256 over all files: identifies the exact rules behind a result."""
    sections: tuple[Section, ...]
    criteria: tuple[Criterion, ...] = ()
    verdicts: tuple[Verdict, ...]
    alternatives: tuple[Alternative, ...] = ()
    tasks: tuple[Task, ...] = ()
    values: tuple[ValueModel, ...] = ()
    money: tuple[MoneySentence, ...] = ()
    metrics: tuple[Metric, ...] = ()
    objectives: tuple[Objective, ...] = ()
    requirements: tuple[RequirementFamily, ...] = ()
    risks: tuple[Risk, ...] = ()
    plan: tuple[PlanStep, ...] = ()
    ladder: tuple[LadderStep, ...] = ()
    """From the cheapest way to the dearest; empty where the subject has none."""
    lessons: tuple[Lesson, ...] = ()
    glossary: tuple[Term, ...] = ()
    synonyms: tuple[Synonyms, ...] = ()
    sources: tuple[Source, ...] = ()
    cases: tuple[Case, ...] = ()
    classes: tuple[ReadyClass, ...] = ()
    exercises: tuple[Exercise, ...] = ()
    disputed: tuple[Disputed, ...] = ()
    nicknames: tuple[NicknameWords, ...] = ()
    conditions: tuple[NamedCondition, ...] = ()
    """Those that rules name; the rules hold them written out."""
    contradictions: tuple[Contradiction, ...] = ()
    monotonicities: tuple[Monotonicity, ...] = ()
    faults: tuple[Fault, ...] = ()
    decouplings: tuple[Decoupling, ...] = ()
    remarks: tuple[Remark, ...] = ()
    retired: tuple[RetiredId, ...] = ()
    language: str = ""
    """The language into which its texts are translated; empty for the one in which it is written."""
    untranslated: Mapping[str, str] = Field(default_factory=dict)
    """The texts that are not translated into that language, by where they stand; see `model.texts`."""
    folders: tuple[Path, ...] = ()
    """The folders it was read from: its own, then those laid over it. None if some of it was read from elsewhere."""
    translations: tuple[Layer, ...] = ()
    """The layers that hold texts in other languages, the lowest first."""
    translations_digest: str = ""
    """SHA-256 over all files with such texts. The digest leaves them out: they change no rule."""

    @property
    def identity(self) -> Identity:
        """The rules, the language of their texts, the texts in other languages, and where all of it is from.

        What is made of a rule base is kept under this: by their digest alone, rules that somebody tries would take the
        place of the same rules on pages of everybody.
        """
        folders = map(ascii, self.folders)  # the name of a folder may hold bytes that are no text
        return Identity((self.digest, self.language, self.translations_digest, *folders))

    @cached_property
    def _foreign(self) -> frozenset[str]:
        parts = (where.split("/") for where in self.untranslated)
        return frozenset("/".join(path[:length]) for path in parts for length in range(1, len(path)))

    def speaks(self, *path: str) -> bool:
        """Whether every text at or below a path is translated: `speaks("lessons", "framing")`."""
        where = "/".join(path)
        return where not in self._foreign and where not in self.untranslated

    def language_of(self, *path: str) -> str:
        """The language of the texts at or below a path: empty, that of the rules, where one is not translated."""
        return self.language if self.speaks(*path) else ""

    def is_original(self, text: str) -> bool:
        """Whether a text, or the text that it begins, is one that is not translated."""
        return text[:BEGINNING] in self._beginnings

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        return frozenset(text[:BEGINNING] for text in self.untranslated.values())

    @cached_property
    def questions(self) -> dict[str, Question]:
        """Every question by id, in asking order."""
        return {question.id: question for section in self.sections for question in section.questions}

    @cached_property
    def closed_questions(self) -> dict[str, Question]:
        """The questions that decide, by id, in asking order."""
        return {id_: question for id_, question in self.questions.items() if question.closed}

    def any_closed(self, questions: Iterable[str]) -> bool:
        """Whether one of these questions decides, and does not ask for a number or own words."""
        return any(id_ in self.closed_questions for id_ in questions)

    @cached_property
    def question_in_role(self) -> dict[str, Question]:
        """The number and text questions that have a role, by role."""
        return {question.role: question for question in self.questions.values() if question.role}

    @cached_property
    def basis(self) -> Basis:
        """The numbers on which results about money rest."""
        return Basis(**{item.kind: item.number for item in self.money if isinstance(item, BasisSentence)})

    def role_name(self, role: str) -> str:
        """What a number is called: by the question that asks for it, else by its role."""
        question = self.question_in_role.get(role)
        return question.short if question else role.replace("_", " ")

    @cached_property
    def section_of(self) -> dict[str, Section]:
        """The section that holds each question."""
        return {question.id: section for section in self.sections for question in section.questions}

    @cached_property
    def outcome(self) -> dict[str, Outcome]:
        """Every outcome by id, in order of precedence."""
        found = {outcome.id: outcome for verdict in self.verdicts for outcome in verdict.outcomes}
        return {id_: found[id_] for id_ in self.manifest.outcomes}

    @cached_property
    def verdict_of(self) -> dict[str, Verdict]:
        """The verdict of each outcome."""
        return {outcome.id: verdict for verdict in self.verdicts for outcome in verdict.outcomes}

    def has_task(self, outcomes: Iterable[str]) -> bool:
        """Whether any of these outcomes comes with a task type."""
        return any(self.verdict_of[id_].has_task and not self.outcome[id_].without_task for id_ in outcomes)

    @cached_property
    def verdict(self) -> dict[str, Verdict]:
        """Every verdict by id, in the order they are shown."""
        found = {verdict.id: verdict for verdict in self.verdicts}
        return {id_: found[id_] for id_ in self.manifest.verdicts}

    @cached_property
    def criterion(self) -> dict[str, Criterion]:
        """Every criterion by id."""
        return {criterion.id: criterion for criterion in self.criteria}

    @cached_property
    def task(self) -> dict[str, Task]:
        """Every task type by id, in order of precedence."""
        found = {task.id: task for task in self.tasks}
        return {id_: found[id_] for id_ in self.manifest.tasks}

    @cached_property
    def value(self) -> dict[str, ValueModel]:
        """Every value model by id, in order of precedence, each number with the doubts that count for it."""
        doubts_of = {role: question.doubts for role, question in self.question_in_role.items()}
        found = {value.id: value.with_doubts(doubts_of) for value in self.values}
        return {id_: found[id_] for id_ in self.manifest.values}

    @cached_property
    def alternative(self) -> dict[str, Alternative]:
        """Every alternative by id, in order of precedence."""
        found = {alternative.id: alternative for alternative in self.alternatives}
        return {id_: found[id_] for id_ in self.manifest.alternatives}

    @cached_property
    def metric(self) -> dict[str, Metric]:
        """Every metric by id."""
        return {metric.id: metric for metric in self.metrics}

    @cached_property
    def source(self) -> dict[str, Source]:
        """Every source by id."""
        return {source.id: source for source in self.sources}

    @cached_property
    def case(self) -> dict[str, Case]:
        """Every worked case by id."""
        return {case.id: case for case in self.cases}

    @cached_property
    def ready_class(self) -> dict[str, ReadyClass]:
        """Every ready class by id."""
        return {ready.id: ready for ready in self.classes}

    @cached_property
    def lesson(self) -> dict[str, Lesson]:
        """Every lesson by id, in teaching order."""
        found = {lesson.id: lesson for lesson in self.lessons}
        return {id_: found[id_] for id_ in self.manifest.lessons}

    @cached_property
    def exercise(self) -> dict[str, Exercise]:
        """Every exercise by id, in the order of a sheet."""
        found = {exercise.id: exercise for exercise in self.exercises}
        return {id_: found[id_] for id_ in self.manifest.exercises}

    @cached_property
    def taught(self) -> dict[str, tuple[Lesson, Block]]:
        """The first block of a lesson that is the reason for each question."""
        blocks = ((lesson, block) for lesson in self.lesson.values() for block in lesson.blocks)
        return {id_: found for found in reversed(tuple(blocks)) for id_ in found[1].questions}

    def accept(self, answers: Mapping[str, object]) -> dict[str, Answer]:
        """The usable answers in canonical form: to a question of these rules, valid, and not "not sure".

        Any other counts as not given: a saved sheet may hold answers that a newer edition no longer has.
        """
        accepted = {}
        for id_, given in answers.items():
            question = self.closed_questions.get(id_)
            try:
                answer = question.accept(given) if question else None
            except InvalidAnswerError:
                continue
            if answer is not None:
                accepted[id_] = answer
        return accepted

    def answer_text(self, question_id: str, answer: Answer) -> str:
        """An answer in words: "A", "A and B"; of a partial answer "A or B" or, where many are left, "Not “C”"."""
        question = self.questions[question_id]
        if not isinstance(answer, str):
            if out := question.left_out(answer):
                names = [quoted(self.language, self.answer_text(question_id, id_)) for id_ in out]
                return say(self.language, "Not {answers}", answers=listed(names, say(self.language, "or")))
            texts = [self.answer_text(question_id, id_) for id_ in answer]
            last = say(self.language, "and") if question.kind == "many" else say(self.language, "or")
            return listed(texts, last, say(self.language, ";"))
        if answer == NOT_SURE:
            return self.manifest.not_sure
        option = question.option(answer)
        return option.text if option else say(self.language, "no longer one of the answers ({answer})", answer=answer)
