"""One rule: what it says, when it holds, its value under the current answers, and when it is wrong."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st
from markupsafe import Markup

from framework.model.entries.entry import RuleEntry
from framework.model.rule_id import SOURCES, rule_id
from framework.model.rule_index import index_of
from framework.model.rulebase import RuleBase
from framework.reasoning.conclusions import facts_of
from framework.rulebase.locating import locate
from framework.ui import address, current_work, links, resources
from framework.ui.components import conditions, document, related, statement
from framework.ui.escaping import md


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
        st.markdown(md(entry.sentence))
    if entry.conditions:
        st.header("When it holds", anchor=False)
        if facts is None:
            st.caption("When you have answered questions, this shows which parts hold.")
        for condition in entry.conditions:
            st.html(conditions.tree(rulebase, condition, facts))
    _parts(rulebase, entry)
    source = related.source_of(rulebase, entry)
    if source:
        rows = (("Where", statement.source(source)), ("How it was read", source.read))
        st.html(Markup('<div class="doc"><dl class="facts">{}</dl></div>').format(_terms(rows)))
    related.show(rulebase, entry)
    st.html(Markup('<div class="doc"><dl class="facts">{}</dl></div>').format(_rows(rulebase, entry)))
    if entry.lesson:
        lesson = rulebase.lesson[entry.lesson]
        links.link("learn", f"Lesson: {md(lesson.title)}", icon=":material/school:", lesson=lesson.id)


def _parts(rulebase: RuleBase, entry: RuleEntry) -> None:
    """Rules inside this one."""
    if not entry.parts:
        return
    st.header("Made of these rules", anchor=False)
    items = Markup().join(
        Markup('<li class="plain"><a href="{}">{}</a> <code>{}</code></li>').format(
            statement.href("rule", rule=id_), index_of(rulebase)[id_].sentence, id_
        )
        for id_ in entry.parts
    )
    st.html(Markup('<div class="doc"><ul class="lines">{}</ul></div>').format(items))


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
