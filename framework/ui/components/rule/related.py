"""What belongs to a rule: the questions it reads, its examples on both sides, the cases it decides, the lessons.

And what belongs to a source: the rules and lessons that rest on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import streamlit as st
from markupsafe import Markup

from framework.assessment.decided import decided
from framework.assessment.statements import questions_read
from framework.model.advice import Source
from framework.model.citations import citations
from framework.model.condition import Condition
from framework.model.entries.entry import RuleEntry
from framework.model.lesson import Block, CaseBlock
from framework.model.listing import listed
from framework.model.rule_id import (
    CASES,
    LESSONS,
    METRICS,
    QUESTIONS,
    SOURCES,
    TASKS,
    VERDICTS,
    parts_of,
    rule_id,
)
from framework.model.rule_index import index_of
from framework.model.rulebase import Identity, RuleBase
from framework.model.rules import STRONGEST_FIRST, Example, Status
from framework.reasoning.examples import exemplified
from framework.reasoning.readable import STANDS
from framework.ui.components import spoken
from framework.ui.components.like_mine import assessed_cases
from framework.ui.components.rule.fields import chosen_in
from framework.ui.components.rule.kinds import title
from framework.ui.components.statement import href
from framework.ui.speech import say, to_say

Links = list[tuple[str, str]]
"""Addresses and titles."""

MAX_LINKS = 12
"""Links of one kind that are shown at once."""


STANDING: Mapping[Status | None, str] = {
    Status.FAVOURABLE: to_say("Worked cases in which it is met"),
    Status.UNFAVOURABLE: to_say("Worked cases in which it is not met"),
    Status.BLOCKING: to_say("Worked cases in which it is a serious obstacle"),
}
"""The heading over cases by the status that a criterion gets in them."""

APPLIES, DECIDES = to_say("Worked cases in which it applies"), to_say("Worked cases that it decides")

OVER_CASES: Mapping[tuple[str, int], str] = {
    (VERDICTS, 1): to_say("Worked cases with this verdict"),
    (VERDICTS, 2): to_say("Worked cases with this outcome"),
    (VERDICTS, 3): DECIDES,
    (TASKS, 1): to_say("Worked cases with this task type"),
    (TASKS, 2): DECIDES,
    (METRICS, 1): to_say("Worked cases judged by it"),
    (QUESTIONS, 1): DECIDES,
    (QUESTIONS, 2): DECIDES,
}
"""The heading over other cases, by the kind of what decides and the parts of its id after the kind."""

GIVES: Mapping[str, str] = {status.value: words for status, words in STANDS.items()} | {
    "holds": to_say("Holds"),
    "fails": to_say("Does not hold"),
}
"""What an example gives, in words."""


def show(rulebase: RuleBase, entry: RuleEntry) -> None:
    """Everything that belongs to it, as HTML; nothing where there is nothing."""
    html = _chips(say("Questions it reads"), questions(rulebase, entry)) + _examples(rulebase, entry)
    for status, found in cases(rulebase, entry).items():
        html += _chips(say(STANDING.get(status, _over_cases(entry))), found)
    html += _chips(say("Rules that rest on it"), resting(rulebase, entry))
    html += _chips(say("Lessons about it"), lessons(rulebase, entry))
    if html:
        st.html(Markup('<div class="doc">{}</div>').format(html))


def questions(rulebase: RuleBase, entry: RuleEntry) -> Links:
    """The questions that it or a rule inside it reads, directly or through criteria, in asking order."""
    read = questions_read(rulebase, _own(rulebase, entry))
    return [(href("rule", rule=rule_id(QUESTIONS, id_)), rulebase.questions[id_].short) for id_ in read]


def cases(rulebase: RuleBase, entry: RuleEntry) -> Mapping[Status | None, Links]:
    """The worked cases that it decides or in which it applies; for a criterion by the status that it gets there."""
    found: dict[Status | None, Links] = {}
    decides = _decided(rulebase.identity, rulebase)
    for case in rulebase.cases:
        if entry.id in decides[case.id]:
            found.setdefault(decides[case.id][entry.id], []).append((href("cases", case=case.id), case.title))
    return {status: found[status] for status in (*reversed(STRONGEST_FIRST), None) if status in found}


def lessons(rulebase: RuleBase, entry: RuleEntry) -> Links:
    """The paragraphs of lessons that name it, or the rule that it is a part of."""
    named = {entry.id, rule_id(*parts_of(entry.id)[:2])}
    return [
        (f"{href('learn', lesson=lesson.id)}#{block.id}", f"{lesson.title}{say(':')} {block.heading}")
        for lesson in rulebase.lesson.values()
        for block in lesson.blocks
        if named & _names_in(block)
    ]


def resting(rulebase: RuleBase, entry: RuleEntry) -> Links:
    """The rules that cite this source, each with its own page; none if it is no source."""
    source = source_of(rulebase, entry)
    if source is None:
        return []
    named = (index_of(rulebase)[id_] for id_ in _citations(rulebase.identity, rulebase).get(source.id, ()))
    return [(href("rule", rule=other.id), title(other)) for other in named if not other.id.startswith(LESSONS)]


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
def _decided(identity: Identity, _rulebase: RuleBase) -> dict[str, Mapping[str, Status | None]]:
    """What decides in each worked case, worked out on first use."""
    return {id_: decided(_rulebase, found) for id_, found in assessed_cases(identity, _rulebase).items()}


@st.cache_resource(show_spinner=False, max_entries=4)
def _citations(identity: Identity, _rulebase: RuleBase) -> Mapping[str, tuple[str, ...]]:
    return citations(_rulebase)


def _own(rulebase: RuleBase, entry: RuleEntry) -> Iterator[Condition]:
    """The conditions of an entry and of the rules inside it; of a metric, those under which it is chosen."""
    index = index_of(rulebase)
    yield from entry.conditions
    for id_ in entry.parts:
        if id_ in index:
            yield from index[id_].conditions
    kind, *rest = parts_of(entry.id)
    if kind == METRICS:
        yield from (choice.when for _, _, choice in chosen_in(rulebase, rest[0]) if choice.when is not None)


def _over_cases(entry: RuleEntry) -> str:
    """The heading over the cases of what is no criterion."""
    kind, *inside = parts_of(entry.id)
    return APPLIES if entry.advice else OVER_CASES.get((kind, len(inside)), APPLIES)


def _chips(heading: str, found: Links) -> Markup:
    if not found:
        return Markup()
    html = Markup("<h2>{}</h2>{}").format(heading, _list(found[:MAX_LINKS]))
    if more := found[MAX_LINKS:]:
        html += Markup('<details class="more"><summary>{}</summary>{}</details>').format(
            say("{number} more", number=len(more)), _list(more)
        )
    return html


def _list(found: Links) -> Markup:
    chip = Markup('<li><a class="chip" href="{}">{}</a></li>')
    items = Markup().join(chip.format(address, spoken.inline(name)) for address, name in found)
    return Markup('<ul class="chips">{}</ul>').format(items)


def _examples(rulebase: RuleBase, entry: RuleEntry) -> Markup:
    found = [example for one in exemplified(rulebase) for example in one.examples if _is_of(example, one.id, entry)]
    if not found:
        return Markup()
    items = Markup().join(
        Markup("<li><strong>{}</strong>{} {}{}</li>").format(
            say(GIVES.get(example.gives, example.gives)),
            say(":"),
            _given(rulebase, example),
            f" ({example.note})" if example.note else "",
        )
        for example in found
    )
    return Markup('<details class="more"><summary>{}</summary><ul>{}</ul></details>').format(
        say("Examples on both sides"), items
    )


def _is_of(example: Example, owner: str, entry: RuleEntry) -> bool:
    """Whether an example of an owner speaks of an entry: the owner, what the owner is a part of, or a rule inside."""
    parts = parts_of(entry.id)
    if parts_of(owner)[: len(parts)] == parts:
        return True
    named = (*example.clauses, *((example.rule,) if example.rule else ()))
    return entry.id in (rule_id(owner, id_) for id_ in named)


def _given(rulebase: RuleBase, example: Example) -> str:
    """The answers of an example in words; of a question with several, each is one example."""
    given = {id_: ([answer] if isinstance(answer, str) else [tuple(answer)]) for id_, answer in example.answers.items()}
    given |= {id_: list(answers) for id_, answers in example.each.items()}
    lines = []
    for id_, answers in given.items():
        if id_ in rulebase.questions:
            said = listed([rulebase.answer_text(id_, one) for one in answers], say("or"))
            lines.append(f"{rulebase.questions[id_].short}{say(':')} {said}")
    return say("; ").join(lines)
