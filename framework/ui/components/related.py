"""What belongs to a rule: the questions it reads, its examples on both sides, the cases it holds in, the lessons.

And what belongs to a source: the rules and lessons that rest on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import streamlit as st
from markupsafe import Markup

from framework.model.advice import Source
from framework.model.citations import citations
from framework.model.condition import Condition, names_in
from framework.model.entries.entry import RuleEntry
from framework.model.lesson import Block, CaseBlock
from framework.model.rule_id import CASES, LESSONS, QUESTIONS, SEPARATOR, SOURCES, parts_of, rule_id
from framework.model.rule_index import index_of
from framework.model.rulebase import RuleBase
from framework.reasoning.conclusions import facts_of
from framework.reasoning.examples import exemplified
from framework.reasoning.interpreter import Facts
from framework.ui.components.like_mine import assessed_cases
from framework.ui.components.statement import href

Links = list[tuple[str, str]]
"""Addresses and titles."""

MOST = 12
"""Links of one kind that are shown at once."""


def show(rulebase: RuleBase, entry: RuleEntry) -> None:
    """Everything that belongs to it, as HTML; nothing where there is nothing."""
    html = _chips("Questions it reads", questions(rulebase, entry)) + _examples(rulebase, entry)
    html += _chips("Worked cases in which it holds", cases(rulebase, entry))
    html += _chips("Rules that rest on it", resting(rulebase, entry))
    html += _chips("Lessons about it", lessons(rulebase, entry))
    if html:
        st.html(Markup('<div class="doc">{}</div>').format(html))


def questions(rulebase: RuleBase, entry: RuleEntry) -> Links:
    """The questions that it or a rule inside it reads, in asking order."""
    found = {leaf.name for condition in _own(rulebase, entry) for leaf in names_in(condition)}
    read = [id_ for id_ in rulebase.questions if id_ in found]
    return [(href("rule", rule=rule_id(QUESTIONS, id_)), rulebase.questions[id_].short) for id_ in read]


def cases(rulebase: RuleBase, entry: RuleEntry) -> Links:
    """The worked cases in which it holds: all its conditions, or those of a rule inside it."""
    index = index_of(rulebase)
    ways = [entry.conditions] if entry.conditions else [index[id_].conditions for id_ in entry.parts if id_ in index]
    if not ways:
        return []
    facts = _facts(rulebase.identity, rulebase)
    return [
        (href("cases", case=case.id), case.title)
        for case in rulebase.cases
        if any(all(facts[case.id].holds(part) is True for part in way) for way in ways)
    ]


def lessons(rulebase: RuleBase, entry: RuleEntry) -> Links:
    """The paragraphs of lessons that name it, or the rule that it is a part of."""
    named = {entry.id, SEPARATOR.join(parts_of(entry.id)[:2])}
    return [
        (f"{href('learn', lesson=lesson.id)}#{block.id}", f"{lesson.title}: {block.heading}")
        for lesson in rulebase.lesson.values()
        for block in lesson.blocks
        if named & _names_in(block)
    ]


def resting(rulebase: RuleBase, entry: RuleEntry) -> Links:
    """The rules that cite this source, each with its own page; none if it is no source."""
    source = source_of(rulebase, entry)
    if source is None:
        return []
    named = (index_of(rulebase)[id_] for id_ in _citations(rulebase.digest, rulebase).get(source.id, ()))
    return [(href("rule", rule=other.id), other.title) for other in named if not other.id.startswith(LESSONS)]


def source_of(rulebase: RuleBase, entry: RuleEntry) -> Source | None:
    """The source that an entry is, if it is one."""
    kind, *rest = parts_of(entry.id)
    return rulebase.source.get(rest[0]) if kind == SOURCES and rest else None


def _names_in(block: Block) -> set[str]:
    """Ids of everything that a paragraph of a lesson names."""
    return {
        *block.rules,
        *(rule_id(QUESTIONS, id_) for id_ in block.questions),
        *(rule_id(CASES, id_) for id_ in (*block.cases, *((block.case,) if isinstance(block, CaseBlock) else ()))),
        *(rule_id(SOURCES, id_) for id_ in block.sources),
    }


@st.cache_resource(show_spinner=False, max_entries=4)
def _facts(identity: tuple[str, str], _rulebase: RuleBase) -> dict[str, Facts]:
    """What is known in each worked case, worked out on first use."""
    return {id_: facts_of(_rulebase, found) for id_, found in assessed_cases(identity, _rulebase).items()}


@st.cache_resource(show_spinner=False, max_entries=4)
def _citations(digest: str, _rulebase: RuleBase) -> Mapping[str, tuple[str, ...]]:
    return citations(_rulebase)


def _own(rulebase: RuleBase, entry: RuleEntry) -> Iterator[Condition]:
    index = index_of(rulebase)
    yield from entry.conditions
    for id_ in entry.parts:
        if id_ in index:
            yield from index[id_].conditions


def _chips(heading: str, found: Links) -> Markup:
    if not found:
        return Markup()
    html = Markup("<h2>{}</h2>{}").format(heading, _list(found[:MOST]))
    if more := found[MOST:]:
        html += Markup('<details class="more"><summary>{} more</summary>{}</details>').format(len(more), _list(more))
    return html


def _list(found: Links) -> Markup:
    items = Markup().join(Markup('<li><a class="chip" href="{}">{}</a></li>').format(*link) for link in found)
    return Markup('<ul class="chips">{}</ul>').format(items)


def _examples(rulebase: RuleBase, entry: RuleEntry) -> Markup:
    own = next((one for one in exemplified(rulebase) if one.id == entry.id), None)
    if own is None or not own.examples:
        return Markup()
    items = Markup().join(
        Markup("<li><strong>{}</strong>: {}</li>").format(
            example.gives,
            "; ".join(
                f"{rulebase.questions[id_].short}: "
                f"{rulebase.answer_text(id_, tuple(given) if isinstance(given, list) else given)}"
                for id_, given in example.answers.items()
                if id_ in rulebase.questions
            ),
        )
        for example in own.examples
    )
    return Markup('<details class="more"><summary>Examples on both sides</summary><ul>{}</ul></details>').format(items)
