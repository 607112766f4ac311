"""What can be found: lessons, worked cases, questions, rules, sources and words, each as plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from framework.model import rule_id as ids
from framework.model.lesson import CheckBlock, ExampleBlock, Lesson, RepairBlock
from framework.model.rule_id import parts_of, rule_id
from framework.model.rule_index import index_of
from framework.model.rulebase import RuleBase
from framework.model.texts import texts_of

LESSON, CASE, QUESTION, RULE, TERM = "lesson", "case", "question", "rule", "term"

RULES = (ids.CRITERIA, ids.VERDICTS, ids.ALTERNATIVES, ids.TASKS, ids.VALUES, ids.METRICS, ids.OBJECTIVES,
         ids.REQUIREMENTS, ids.RISKS, ids.PLAN, ids.LADDER, ids.FAULTS, ids.CONTRADICTIONS, ids.DECOUPLINGS,
         ids.REMARKS, ids.SOURCES)  # fmt: skip
"""Kinds of rules of which each entry with an id of two parts is a page to find; of requirements also each one."""

_NOT_SAID = {"rules", "also_fits", "examples", "variants", "favourable", "unfavourable", "blocking",
             "stakeholders", "doubts", "requirements"}  # fmt: skip
"""Parts of an entry that say more about other entries than about it, or have a page of their own."""


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
    yield from _rules(rulebase)
    for term in rulebase.glossary:
        yield Document(TERM, term.id, term.name, " ".join(term.also), term.means)


def _rules(rulebase: RuleBase) -> Iterator[Document]:
    """Every rule with a page, with all that its file says about it; a source with its author and year."""
    told: dict[str, list[str]] = {}
    for where, text in texts_of(rulebase).items():
        kind, id_, *inside = (*where.split(ids.SEPARATOR), "", "")
        owner = rule_id(kind, id_)
        if kind == ids.REQUIREMENTS and inside[0] == ids.REQUIREMENTS:
            owner, inside = rule_id(kind, id_, inside[1]), inside[2:]
        if not _NOT_SAID.intersection(inside):
            told.setdefault(owner, []).append(text)
    for entry in index_of(rulebase).values():
        kind, *rest = parts_of(entry.id)
        if kind not in RULES or len(rest) != 1 + (kind == ids.REQUIREMENTS and entry.when is not None):
            continue
        if kind == ids.SOURCES:  # by its text alone, so that it comes after the rules that rest on it
            source = rulebase.source[rest[0]]
            yield Document(RULE, entry.id, "", "", f"{source.author} {source.title} {source.year or ''} {entry.kind}")
            continue
        text = " ".join(_SLOT.sub("", part) for part in told.get(entry.id, ()))
        yield Document(RULE, entry.id, entry.title, _SLOT.sub("", entry.sentence), f"{text} {entry.kind}")


_SLOT = re.compile(r"\{[^{}]*\}")
"""A place in a template for somebody's own words."""


def _text_of(lesson: Lesson) -> str:
    """What a lesson's blocks say: texts, tables, checks with their answers and reasons, summaries.

    The words of controls, and the many forms of what an interactive says, are left out.
    """
    parts: list[str] = []
    for block in lesson.blocks:
        match block:
            case ExampleBlock():
                parts += [*block.columns, *chain.from_iterable(block.rows)]
            case CheckBlock():
                parts += [f"{choice.text} {choice.because}" for choice in block.choices]
            case RepairBlock():
                parts.append(block.because)
        for field in ("text", "points", "lesson", "conclusion", "do"):
            value = getattr(block, field, ())
            parts += [value] if isinstance(value, str) else list(value)
    return " ".join(parts)
