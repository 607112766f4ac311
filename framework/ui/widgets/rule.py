"""The page of one rule."""

from __future__ import annotations

import streamlit as st

from framework.model.rulebase import RuleBase
from framework.model.rules import Criterion
from framework.reasoning.interpreter import Facts
from framework.ui import links, resources, state
from framework.ui.widgets import conditions, statement
from framework.ui.widgets.plain import md, tag
from framework.ui.widgets.rule_index import Found, find


def show(rulebase: RuleBase, id_: str | None, here: state.Current) -> None:
    """The rule with this id, or what to do when there is none."""
    if not here.empty:
        links.link("brief", "Back to the brief", icon=":material/arrow_back:")
    found = find(rulebase, id_ or "")
    if found is None:
        _unknown(id_)
        return
    facts = _facts(rulebase, here)
    st.caption(f"{found.kind} · `{_code(found.id)}`")
    st.title(md(found.name), anchor=False)
    if found.sentence and found.sentence != found.name:
        st.markdown(md(found.sentence))
    if found.conditions:
        st.header("When it holds", anchor=False)
        if facts is None:
            st.caption("As soon as something is answered, this shows which parts hold.")
        for condition in found.conditions:
            st.html(conditions.tree(rulebase, condition, facts))
    _parts(rulebase, found)
    st.html(f'<div class="doc"><dl class="facts">{_rows(rulebase, found)}</dl></div>')
    if isinstance(found.noun, Criterion) and found.noun.lesson:
        lesson = rulebase.lesson[found.noun.lesson]
        links.link("learn", f"Lesson: {md(lesson.title)}", icon=":material/school:", lesson=lesson.id)


def _facts(rulebase: RuleBase, here: state.Current) -> Facts | None:
    """The person's answers with everything that was concluded from them; None without any."""
    if here.empty or here.problem:
        return None
    found = resources.assessment_of(here.sheet)
    late = {"verdict": found.verdict, "outcome": found.outcome, "alternative": found.alternative}
    task = found.task or ("none" if found.possible_tasks in ((), ("none",)) else None)
    return Facts(rulebase, found.answers, {**late, "task": task})


def _parts(rulebase: RuleBase, found: Found) -> None:
    """Rules inside this one."""
    parts = found.parts
    if not parts:
        return
    st.header("Made of these rules", anchor=False)
    items = "".join(
        f'<li class="plain"><a href="{statement.href("rule", rule=id_)}">{tag(sentence)}</a> '
        f"<code>{tag(id_)}</code></li>"
        for id_, sentence in parts
    )
    st.html(f'<div class="doc"><ul class="lines">{items}</ul></div>')


def _rows(rulebase: RuleBase, found: Found) -> str:
    rows = []
    if found.limits:
        rows.append(("Wrong when", tag(found.limits)))
    if found.sources:
        rows.append(("Source", statement.sources(rulebase, found.sources)))
    where = f", line {found.line}" if found.line else ""
    rows.append(("Where to look", f"<code>rules/{tag(found.file)}</code>{where}"))
    rows.append(("Rules", f"{tag(rulebase.manifest.name)}, version {tag(rulebase.manifest.version)}"))
    return "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in rows)


def _unknown(id_: str | None) -> None:
    st.title("No such rule", anchor=False)
    if id_:
        st.markdown(
            f"There is no rule with the id `{_code(id_[:200])}` in these rules. "
            "They may have changed since the link was made."
        )
    else:
        st.markdown("The address names no rule. Every statement in a brief leads to the rule behind it.")
    links.link("proofs", "What is proved about the rules", icon=":material/verified:")


def _code(text: str) -> str:
    """Text between backticks: without any of its own, and on one line."""
    return " ".join(text.replace("`", "'").split())
