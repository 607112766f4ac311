"""Every field that a rule file has for an entry, in words: its heading and what stands in it, as HTML.

Python knows fields by name only. What has a page of its own is a link; a template shows in brackets what belongs there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from markupsafe import Markup, escape

from framework.assessment.words import in_brackets
from framework.model.base import FrozenModel
from framework.model.content import MetricChoice, Stakeholder, Task, TaskVariant
from framework.model.entries.entry import RuleEntry
from framework.model.formulas import FormulaId
from framework.model.manifest import Headings
from framework.model.rule_id import (
    ALTERNATIVES,
    CASES,
    CRITERIA,
    LESSONS,
    METRICS,
    QUESTIONS,
    SOURCES,
    TASKS,
    VARIANTS,
    parts_of,
    rule_id,
)
from framework.model.rule_index import index_of
from framework.model.rulebase import RuleBase
from framework.model.texts import fields_of
from framework.model.value import QualityNumber
from framework.reasoning.readable import readable
from framework.ui.components import spoken, statement
from framework.ui.components.rule import kinds
from framework.ui.components.rule.headings import HEADINGS
from framework.ui.speech import say

LEADS = ("title", "name", "who", "level", "metric", "role", "along", "now")
"""Fields that name an item of a list: the first that it has stands in front."""

SAID = ("text", "plain", "sentence", "statement", "what", "words", "wants", "figure", "label", "say")
"""Fields that are said without a heading inside an item, in this order."""

BRIEFLY = frozenset({"outcomes", "requirements", "variants"})
"""Lists of items with a page of their own, of which only the first words are shown."""

BY_RULES = frozenset({"rules", "also_fits", "examples", "favourable", "unfavourable", "blocking"})
"""Fields that the page shows elsewhere: as rules with conditions, or as examples."""

SHOWN_ELSEWHERE = frozenset({LESSONS, CASES, SOURCES})
"""Kinds whose entries are shown on other pages, or in another way."""

REFERENCES: Mapping[str, str] = {
    "metric": METRICS,
    "for_metrics": METRICS,
    "to": TASKS,
    "question": QUESTIONS,
    "speaks_for": CRITERIA,
    "topic": LESSONS,
}
"""Fields that hold ids, and of what."""

MAX_UNFOLDED = 4
"""Items of a list with texts of their own that are shown unfolded."""


def of(rulebase: RuleBase, entry: RuleEntry) -> Markup:
    """The fields of an entry that say more than its first sentence; nothing where there are none."""
    value = entry.model
    if value is None or parts_of(entry.id)[0] in SHOWN_ELSEWHERE:
        return Markup()
    shown = Fields(rulebase, entry)
    rows = [
        (heading, shown.value(name, content))
        for name, heading, content in shown.of(value)
        if content != entry.sentence and name not in BY_RULES and not (name == "limits" and entry.limits)
    ]
    return Markup('<dl class="parts">{}</dl>').format(statement.terms(rows)) if rows else Markup()


class Fields:
    """Writes what stands in the fields of one entry."""

    def __init__(self, rulebase: RuleBase, entry: RuleEntry) -> None:
        self._rulebase = rulebase
        self._entry = entry
        _, owner, *_ = (*parts_of(entry.id), "")
        task = rulebase.task.get(owner)
        self._verb = task.verb if task else None

    def of(self, model: FrozenModel) -> Iterator[tuple[str, str, Any]]:
        """Name, heading and content of every field that has both, in the order of its kind."""
        own = self._rulebase.manifest.headings
        for name in type(model).model_fields:
            content = getattr(model, name)
            heading = (getattr(own, name) if name in Headings.model_fields else None) or (
                say(HEADINGS[name]) if name in HEADINGS else ""
            )
            said = name != "role" or isinstance(model, Stakeholder)
            if heading and said and content not in (None, "", ()) and not isinstance(content, FormulaId):
                yield name, heading, content

    def value(self, name: str, content: Any) -> Markup:
        """What stands in a field: a text, a list, a link, or a part with fields of its own."""
        if isinstance(content, tuple):
            items = [self.value(name, item) for item in content]
            return _list(items, MAX_UNFOLDED if isinstance(content[0], FrozenModel) else len(items))
        if isinstance(content, FrozenModel):
            return self._part(name, content)
        if isinstance(content, str) and content in self._rulebase.question_in_role:
            return self._link(rule_id(QUESTIONS, self._rulebase.question_in_role[content].id))
        if kind := REFERENCES.get(name):
            return self._link(rule_id(kind, content))
        if content in kinds.VALUES:
            return escape(say(str(content)))
        return escape(self._text(str(content)))

    def _part(self, field: str, part: FrozenModel) -> Markup:
        """A part in a few lines: what names it, what it says, then its other fields with their headings."""
        lead = next((name for name in LEADS if getattr(part, name, None)), None)
        lead = None if isinstance(part, QualityNumber) else lead  # its role is one of the formula, with no question
        texts = {name for name, prose in fields_of(type(part)) if prose and isinstance(getattr(part, name), str)}
        said = [name for name in SAID if name in texts and name != lead]
        lines = [self.value(name, getattr(part, name)) for name in said]
        if lead:
            lines.insert(0, Markup("<strong>{}</strong>").format(self.value(lead, getattr(part, lead))))
        if field not in BRIEFLY:
            lines += [
                _line(heading, self.value(name, content))
                for name, heading, content in self.of(part)
                if name not in (*said, lead, *BY_RULES)
            ]
        if (when := getattr(part, "when", None)) is not None:
            lines.append(_line(say("Used if"), escape(readable(self._rulebase, when))))
        named = tuple(id_ for id_ in getattr(part, "sources", ()) if id_ not in self._entry.sources)
        if named and field not in BRIEFLY:
            lines.append(Markup('<span class="soft small">{}</span>').format(statement.sources(self._rulebase, named)))
        if (page := self._page(field, part)) and lines and lead not in REFERENCES:
            lines[0] = Markup('<a href="{}">{}</a>').format(page, lines[0])
        return Markup("<br>").join(lines)

    def _page(self, field: str, part: FrozenModel) -> str | None:
        """The address of the page of a part; None where it has none."""
        own = getattr(part, "id", None) or getattr(part, "metric", None)
        if not own:
            return None
        for id_ in (rule_id(self._entry.id, field, own), rule_id(self._entry.id, own)):
            if id_ in index_of(self._rulebase):
                return statement.href("rule", rule=id_)
        return None

    def _link(self, id_: str) -> Markup:
        entry = index_of(self._rulebase).get(id_)
        title = spoken.inline(kinds.title(entry)) if entry else id_
        return Markup('<a href="{}">{}</a>').format(statement.href("rule", rule=id_), title)

    def _text(self, text: str) -> Markup | str:
        return spoken.inline(text, in_brackets(self._rulebase, text, self._verb))


Choices = Iterator[tuple[Task, TaskVariant | None, MetricChoice]]
"""A task type, the kind of wish within it or None, and a metric that it may be judged by."""


def chosen_in(rulebase: RuleBase, metric: str) -> Choices:
    """Where a metric may be chosen."""
    for task in rulebase.tasks:
        yield from ((task, None, choice) for choice in task.metrics if choice.metric == metric)
        for kind in task.variants:
            yield from ((task, kind, choice) for choice in kind.metrics or () if choice.metric == metric)


def used_in(rulebase: RuleBase, metric: str) -> Markup:
    """What judges by a metric: task types, kinds of wish within them (why, and when it is used), and alternatives."""
    items = []
    for task, kind, choice in chosen_in(rulebase, metric):
        where, name = rule_id(TASKS, task.id), Markup("{}").format(spoken.inline(task.name))
        if kind is not None:
            where = rule_id(TASKS, task.id, VARIANTS, kind.id)
            name += Markup("{} {}").format(say(":"), spoken.inline(kind.name))
        link = Markup('<a href="{}">{}</a>').format(statement.href("rule", rule=where), name)
        lines = [link, Markup("{}").format(spoken.inline(choice.why))]
        if choice.when is not None:
            lines.append(_line(say("Used if"), escape(readable(rulebase, choice.when))))
        items.append(Markup("<br>").join(lines))
    for other in rulebase.alternatives:
        if other.metric == metric:
            address = statement.href("rule", rule=rule_id(ALTERNATIVES, other.id))
            items.append(Markup('<a href="{}">{}</a>').format(address, spoken.inline(other.title)))
    return _list(items, MAX_UNFOLDED) if items else Markup()


def _line(heading: str, text: Markup) -> Markup:
    return Markup('<span class="soft">{}{}</span> {}').format(heading, say(":"), text)


def _list(items: Sequence[Markup], most: int) -> Markup:
    """A list, of which about so many items are unfolded; a single one is not folded away."""
    most += len(items) == most + 1
    shown, more = items[:most], items[most:]
    html = Markup("<ul>{}</ul>").format(Markup().join(Markup("<li>{}</li>").format(item) for item in shown))
    if more:
        folded = _list(more, len(more))
        html += Markup('<details class="more"><summary>{}</summary>{}</details>').format(
            say("{number} more", number=len(more)), folded
        )
    return html
