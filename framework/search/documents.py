"""What can be found: lessons, worked cases, questions, rules and words, each as plain text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from framework.model import rule_id as ids
from framework.model.lesson import Lesson
from framework.model.rule_index import index_of
from framework.model.rulebase import RuleBase

LESSON, CASE, QUESTION, RULE, TERM = "lesson", "case", "question", "rule", "term"

RULES = (ids.CRITERIA, ids.VERDICTS, ids.ALTERNATIVES, ids.TASKS, ids.METRICS, ids.OBJECTIVES, ids.REQUIREMENTS,
         ids.RISKS, ids.PLAN, ids.FAULTS)  # fmt: skip
"""Kinds of rules of which each entry with an id of two parts is a page to find."""


@dataclass(frozen=True)
class Document:
    """One page that can be found. `keywords` weigh more than `text`, the title most."""

    kind: str
    id: str
    title: str
    keywords: str
    text: str


def documents_of(rulebase: RuleBase) -> Iterator[Document]:
    """Every document, in the order of kinds."""
    for lesson in rulebase.lesson.values():
        headings = " ".join(block.heading for block in lesson.blocks)
        yield Document(LESSON, lesson.id, lesson.title, headings, f"{lesson.summary} {_text_of(lesson)}")
    for case in rulebase.cases:
        task = rulebase.task.get(case.expected.task)
        about = " ".join((*case.words.values(), task.name if task else ""))
        said = " ".join((case.description, case.lesson or "", case.source.title, case.source.what_it_says))
        yield Document(CASE, case.id, case.title, about, said)
    for question in rulebase.questions.values():
        if question.closed:
            options = " ".join(f"{option.text} {option.help or ''}" for option in question.options)
            yield Document(QUESTION, question.id, question.short, question.text, f"{question.why} {options}")
    for entry in index_of(rulebase).values():
        kind, *rest = entry.id.split(ids.SEPARATOR)
        if kind in RULES and len(rest) == 1:
            yield Document(RULE, entry.id, entry.title, entry.sentence, " ".join((entry.limits or "", entry.kind)))
    for term in rulebase.glossary:
        yield Document(TERM, term.id, term.name, " ".join(term.also), term.means)


def _text_of(lesson: Lesson) -> str:
    """Every text of a lesson's blocks, the words of its controls and choices left out."""
    parts: list[str] = []
    for block in lesson.blocks:
        for field in ("text", "points", "lesson", "conclusion"):
            value = getattr(block, field, ())
            parts += [value] if isinstance(value, str) else list(value)
    return " ".join(parts)
