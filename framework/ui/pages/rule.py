"""One rule: what it says, when it holds, its value under the current answers, and when it is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

import streamlit as st
from markupsafe import Markup

from framework.assessment.words import in_brackets
from framework.model.condition import Condition
from framework.model.entries.entry import RuleEntry
from framework.model.rule_id import METRICS, SOURCES, parts_of, rule_id
from framework.model.rule_index import index_of
from framework.model.rulebase import RuleBase
from framework.model.rules import STRONGEST_FIRST, Outcome, Status
from framework.reasoning.conclusions import facts_of
from framework.reasoning.readable import readable
from framework.report.wording import STANDS
from framework.rulebase.locating import locate
from framework.ui import address, current_work, links, resources
from framework.ui.components import conditions, document, related, rule_fields, statement
from framework.ui.escaping import md

FIELDS_WITH_CONDITIONS = frozenset(
    {"metrics", "baselines", "reframings", "next_steps", "published", "details", "requirements"}
)
"""Fields whose items have conditions, and are shown among the fields."""

MOST_WORDS = 240
"""Characters of a condition that can be read as a sentence."""


def show(rulebase: RuleBase, id_: str | None, here: current_work.Current) -> None:
    """The rule with this id, or a message if there is none."""
    if not here.empty:
        links.link("brief", "Back to the brief", icon=":material/arrow_back:")
    entry = index_of(rulebase).resolve(id_ or "")
    if entry is None:
        _unknown(id_)
        return
    facts = None if here.empty or here.problem else facts_of(rulebase, resources.assessment_of(here.sheet))
    st.caption(f"{entry.kind} · `{entry.id}`")
    st.title(md(entry.title), anchor=False)
    if entry.sentence != entry.title:
        st.markdown(md(in_brackets(rulebase, entry.sentence)))
    _owner(rulebase, entry)
    if entry.conditions:
        st.header("When it holds", anchor=False)
        if facts is None:
            st.caption("When you have answered questions, this shows which parts hold.")
        for condition in entry.conditions:
            st.html(conditions.tree(rulebase, condition, facts))
    if isinstance(entry.model, Outcome) and not entry.model.rules:
        st.header("When it holds", anchor=False)
        st.markdown("Where no other outcome holds.")
    _parts(rulebase, entry)
    _fields(rulebase, entry)
    source = related.source_of(rulebase, entry)
    if source:
        rows = (("Where", statement.source(source)), ("How it was read", source.read))
        st.html(Markup('<div class="doc"><dl class="facts">{}</dl></div>').format(_terms(rows)))
    related.show(rulebase, entry)
    st.html(Markup('<div class="doc"><dl class="facts">{}</dl></div>').format(_rows(rulebase, entry)))
    if entry.lesson:
        lesson = rulebase.lesson[entry.lesson]
        links.link("learn", f"Lesson: {md(lesson.title)}", icon=":material/school:", lesson=lesson.id)


def _owner(rulebase: RuleBase, entry: RuleEntry) -> None:
    """A link to what it is a part of."""
    above = parts_of(entry.id)
    for length in range(len(above) - 1, 1, -1):
        if owner := index_of(rulebase).get(rule_id(*above[:length])):
            links.link("rule", f"Part of: {md(owner.title)}", icon=":material/arrow_upward:", rule=owner.id)
            return


def _parts(rulebase: RuleBase, entry: RuleEntry) -> None:
    """The rules inside this one that decide, each with what it says, when it holds, and when it is wrong.

    What is chosen among its fields, a metric for instance, stands with the fields.
    """
    index = index_of(rulebase)
    inside = [index[id_] for id_ in entry.parts if not FIELDS_WITH_CONDITIONS.intersection(map(str, index[id_].path))]
    if not inside:
        return
    st.header("Made of these rules", anchor=False)
    html = Markup()
    for heading, rules in groupby(inside, key=lambda rule: _group(entry, rule)):
        items = Markup().join(_part(rulebase, entry, rule) for rule in rules)
        html += Markup("<h3>{}</h3>").format(heading) if heading else Markup()
        html += Markup('<ul class="lines">{}</ul>').format(items)
    st.html(Markup('<div class="doc">{}</div>').format(html))


def _part(rulebase: RuleBase, owner: RuleEntry, rule: RuleEntry) -> Markup:
    rows: list[tuple[str, str]] = [("Holds if", _in_words(rulebase, rule.when))] if rule.when else []
    if rule.limits and rule.limits != owner.limits:
        rows.append(("Wrong when", rule.limits))
    rows.append(("Rule", Markup("<code>{}</code>").format(rule.id)))
    return Markup('<li class="plain"><a href="{}">{}</a><dl class="facts small">{}</dl></li>').format(
        statement.href("rule", rule=rule.id), in_brackets(rulebase, rule.sentence), _terms(rows)
    )


def _in_words(rulebase: RuleBase, condition: Condition) -> str:
    """A condition as a sentence; one that is too long for that as a list, folded."""
    words = readable(rulebase, condition)
    if len(words) <= MOST_WORDS:
        return words
    tree = conditions.tree(rulebase, condition, None)
    return Markup('<details class="more"><summary>Several conditions</summary>{}</details>').format(tree)


def _group(owner: RuleEntry, rule: RuleEntry) -> str:
    """What the rules of a group have in common: the status that they give, or the outcome; empty where nothing."""
    if rule.path and rule.path[0] in set(STRONGEST_FIRST):
        return STANDS[Status(rule.path[0])]
    return rule.title if rule.title != owner.title else ""


def _fields(rulebase: RuleBase, entry: RuleEntry) -> None:
    """Everything else that its file says, and where a metric is used."""
    kind, *inside = parts_of(entry.id)
    html = rule_fields.fields(rulebase, entry)
    if html:
        st.header("What the rules say about it", anchor=False)
        st.html(Markup('<div class="doc">{}</div>').format(html))
    used = rule_fields.used_in(rulebase, inside[0]) if kind == METRICS and len(inside) == 1 else Markup()
    if used:
        st.header("Where it is used", anchor=False)
        st.html(Markup('<div class="doc">{}</div>').format(used))


def _rows(rulebase: RuleBase, entry: RuleEntry) -> Markup:
    rows: list[tuple[str, str]] = []
    if entry.limits:
        rows.append(("Wrong when", entry.limits))
    if entry.sources:
        rows.append(("Source", _sources(rulebase, entry)))
    place = locate(rulebase, entry)
    where = f", line {place.line}" if place else ""
    rows.append(("File", Markup("<code>rules/{}</code>{}").format(entry.file, where)))
    rows.append(("Rules", f"{rulebase.manifest.name}, version {rulebase.manifest.version}"))
    return _terms(rows)


def _terms(rows: Iterable[tuple[str, str]]) -> Markup:
    return Markup().join(Markup("<dt>{}</dt><dd>{}</dd>").format(name, value) for name, value in rows)


def _sources(rulebase: RuleBase, entry: RuleEntry) -> Markup:
    """Its sources, each with a link to everything that rests on it."""
    lines = (
        Markup('{} · <a href="{}">What rests on this source</a>').format(
            statement.source(rulebase.source[id_]), statement.href("rule", rule=rule_id(SOURCES, id_))
        )
        for id_ in entry.sources
        if id_ in rulebase.source
    )
    return Markup("<br>").join(lines)


def _unknown(id_: str | None) -> None:
    st.title("No such rule", anchor=False)
    if id_:
        st.markdown(
            f"There is no rule with the id `{_code(id_[:200])}` in these rules. "
            "They may have changed since the link was made."
        )
    else:
        st.markdown("The address names no rule. Every statement in a brief links to its rule.")
    links.link("proofs", "What is proved about the rules", icon=":material/verified:")


def _code(text: str) -> str:
    """Text between backticks: without any of its own, and on one line."""
    return " ".join(text.replace("`", "'").split())


document.style()
with st.container(key="read_rule"):
    show(resources.rules(), address.param("rule"), current_work.current())
