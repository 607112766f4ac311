"""One rule: what it says, when it holds, its value under the current answers, and when it is wrong."""

from __future__ import annotations

from itertools import groupby

import streamlit as st
from markupsafe import Markup

from framework.assessment.words import in_brackets
from framework.model.assessment import Assessment
from framework.model.condition import Condition
from framework.model.entries.entry import RuleEntry
from framework.model.rule_id import METRICS, SOURCES, parts_of, rule_id
from framework.model.rule_index import index_of
from framework.model.rulebase import RuleBase
from framework.model.rules import STRONGEST_FIRST, Outcome, Status
from framework.reasoning.conclusions import facts_of
from framework.reasoning.readable import STANDS, readable
from framework.rulebase.locating import locate, name_of
from framework.ui import address, current_work, links, resources
from framework.ui.components import document, spoken, statement
from framework.ui.components.document import View
from framework.ui.components.rule import conditions, fields, kinds, related
from framework.ui.escaping import md
from framework.ui.speech import say

FIELDS_WITH_CONDITIONS = frozenset(
    {"metrics", "baselines", "reframings", "next_steps", "published", "details", "requirements"}
)
"""Fields whose items have conditions, and are shown among the fields."""

MAX_WORDING_CHARS = 240
"""Characters of a condition that can be read as a sentence."""


def show(rulebase: RuleBase, id_: str | None, here: current_work.Current) -> None:
    """The rule with this id, or a message if there is none."""
    if not here.empty:
        links.link("brief", say("Back to the brief"), icon=":material/arrow_back:")
    entry = index_of(rulebase).resolve(id_ or "")
    if entry is None:
        _unknown(id_)
        return
    known = None if here.empty or here.problem else _known(rulebase, resources.assessment_of(here.sheet))
    st.caption(" · ".join(filter(None, (kinds.word(entry.kind), _if_it_holds(entry)))))
    with spoken.around(kinds.title(entry), "title"):
        st.title(md(kinds.title(entry)), anchor=False)
    if entry.sentence != entry.title:
        spoken.prose(entry.sentence, "sentence", in_brackets(rulebase, entry.sentence))
    _owner(rulebase, entry)
    if entry.conditions:
        st.header(say("When it holds"), anchor=False)
        if known is None:
            st.caption(say("When you have answered questions, this shows which parts hold."))
        for condition in entry.conditions:
            st.html(conditions.tree(rulebase, condition, known))
    if isinstance(entry.model, Outcome) and not entry.model.rules:
        st.header(say("When it holds"), anchor=False)
        st.markdown(say("Where no other outcome holds."))
    _parts(rulebase, entry)
    _fields(rulebase, entry)
    source = related.source_of(rulebase, entry)
    if source:
        rows = ((say("Where"), statement.source(source)), (say("How it was read"), source.read))
        st.html(Markup('<div class="doc"><dl class="facts">{}</dl></div>').format(statement.terms(rows)))
    related.show(rulebase, entry)
    st.html(Markup('<div class="doc"><dl class="facts">{}</dl></div>').format(_rows(rulebase, entry)))
    if entry.lesson:
        lesson = rulebase.lesson[entry.lesson]
        links.link("learn", say("Lesson: {title}", title=md(lesson.title)), icon=":material/school:", lesson=lesson.id)


def _known(rulebase: RuleBase, found: Assessment) -> conditions.Known:
    return conditions.Known(facts_of(rulebase, found), View(rulebase, found).given)


def _owner(rulebase: RuleBase, entry: RuleEntry) -> None:
    """A link to what an entry is a part of, if it is part of anything."""
    above = parts_of(entry.id)
    for length in range(len(above) - 1, 1, -1):
        if owner := index_of(rulebase).get(rule_id(*above[:length])):
            label = say("Part of: {title}", title=md(kinds.title(owner)))
            if kinds.title(owner) == kinds.title(entry):  # which stands above already
                label = say("{kind}: see all of it", kind=kinds.word(owner.kind))
            with spoken.around(kinds.title(owner), "part_of"):
                links.link("rule", label, icon=":material/arrow_upward:", rule=owner.id)
            return


def _parts(rulebase: RuleBase, entry: RuleEntry) -> None:
    """The rules inside this one that decide, each with what it says, when it holds, and when it is wrong.

    What is chosen among its fields, a metric for instance, stands with the fields.
    """
    index = index_of(rulebase)
    inside = [index[id_] for id_ in entry.parts if not FIELDS_WITH_CONDITIONS.intersection(map(str, index[id_].path))]
    if not inside:
        return
    st.header(say("Made of these rules"), anchor=False)
    html = Markup()
    for heading, rules in groupby(inside, key=lambda rule: _group(entry, rule)):
        items = Markup().join(_part(rulebase, entry, rule) for rule in rules)
        html += Markup("<h3>{}</h3>").format(heading) if heading else Markup()
        html += Markup('<ul class="lines">{}</ul>').format(items)
    st.html(Markup('<div class="doc">{}</div>').format(html))


def _part(rulebase: RuleBase, owner: RuleEntry, rule: RuleEntry) -> Markup:
    rows: list[tuple[str, str]] = [(say("Holds if"), _in_words(rulebase, rule.when))] if rule.when else []
    if rule.limits and rule.limits != owner.limits:
        rows.append((say("When it does not hold"), spoken.inline(rule.limits)))
    sentence = spoken.inline(rule.sentence, in_brackets(rulebase, rule.sentence))
    return Markup('<li class="plain"><a href="{}">{}</a><dl class="facts small">{}</dl></li>').format(
        statement.href("rule", rule=rule.id), sentence, statement.terms(rows)
    )


def _in_words(rulebase: RuleBase, condition: Condition) -> str:
    """A condition as a sentence; one that is too long for that as a list, folded."""
    words = readable(rulebase, condition)
    if len(words) <= MAX_WORDING_CHARS:
        return words
    tree = conditions.tree(rulebase, condition, None)
    return Markup('<details class="more"><summary>{}</summary>{}</details>').format(say("Several conditions"), tree)


def _group(owner: RuleEntry, rule: RuleEntry) -> str:
    """What the rules of a group have in common: the status that they give, or the outcome; empty where nothing."""
    return _gives(rule) or (rule.title if rule.title != owner.title else "")


def _if_it_holds(rule: RuleEntry) -> str:
    """How a criterion stands if a rule holds ("if this holds: met"), which says nothing about the reader's own idea.

    Empty for what is no rule of a criterion.
    """
    stands = _gives(rule)
    return say("if this holds: {stands}", stands=stands.lower()) if stands else ""


def _gives(rule: RuleEntry) -> str:
    """How its criterion stands where a rule holds, in words; empty for what is no rule of a criterion."""
    inside = rule.path[:1]
    return say(STANDS[Status(inside[0])]) if inside and inside[0] in set(STRONGEST_FIRST) else ""


def _fields(rulebase: RuleBase, entry: RuleEntry) -> None:
    """What else the file of an entry says about it, and where a metric is used."""
    kind, *inside = parts_of(entry.id)
    html = fields.of(rulebase, entry)
    if html:
        st.header(say("What the rules say about it"), anchor=False)
        st.html(Markup('<div class="doc">{}</div>').format(html))
    used = fields.used_in(rulebase, inside[0]) if kind == METRICS and len(inside) == 1 else Markup()
    if used:
        st.header(say("Where it is used"), anchor=False)
        st.html(Markup('<div class="doc">{}</div>').format(used))


def _rows(rulebase: RuleBase, entry: RuleEntry) -> Markup:
    rows: list[tuple[str, str]] = []
    if entry.limits:
        rows.append((say("When it does not hold"), spoken.inline(entry.limits)))
    if entry.sources:
        rows.append((say("Source"), _sources(rulebase, entry)))
    place = locate(rulebase, entry)
    if place:
        line = say("line {line}", line=place.line)
        rows.append((say("File"), Markup("<code>{}</code>, {}").format(name_of(rulebase, place), line)))
    rows.append((say("Id"), Markup('<code class="copied">{}</code>').format(entry.id)))
    rows.append(
        (say("Rules"), say("{name}, version {version}", name=rulebase.manifest.name, version=rulebase.manifest.version))
    )
    return statement.terms(rows)


def _sources(rulebase: RuleBase, entry: RuleEntry) -> Markup:
    """The sources of an entry as HTML, each on its own line with a link to everything that rests on it."""
    lines = (
        Markup('{} · <a href="{}">{}</a>').format(
            statement.source(rulebase.source[id_]),
            statement.href("rule", rule=rule_id(SOURCES, id_)),
            say("What rests on this source"),
        )
        for id_ in entry.sources
        if id_ in rulebase.source
    )
    return Markup("<br>").join(lines)


def _unknown(id_: str | None) -> None:
    st.title(say("No such rule"), anchor=False)
    if id_:
        st.markdown(
            say(
                "There is no rule with the id `{id}` in these rules. They may have changed since the link was made.",
                id=_code(id_[:200]),
            )
        )
    else:
        st.markdown(say("The address names no rule. Every statement in a brief links to its rule."))
    links.link("proofs", say("What is proved about the rules"), icon=":material/verified:")


def _code(text: str) -> str:
    """Text between backticks: without any of its own, and on one line."""
    return " ".join(text.replace("`", "'").split())


document.style()
with st.container(key="read_rule"):
    show(resources.rules(), address.param("rule"), current_work.current())
