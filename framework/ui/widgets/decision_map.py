"""The decision map: what is looked at first, what settles there, and what goes on."""

from __future__ import annotations

import streamlit as st

from framework.model.rule_id import VERDICTS, rule_id
from framework.model.rulebase import RuleBase
from framework.model.rules import Rule
from framework.reasoning.readable import readable
from framework.report.blocks import Table
from framework.report.charts import gates
from framework.report.charts.gates import Gate
from framework.report.charts.look import percent
from framework.ui import resources, state, theme
from framework.ui.widgets import charts
from framework.ui.widgets.document import table
from framework.ui.widgets.plain import tag
from framework.ui.widgets.statement import href


def show(rulebase: RuleBase, here: state.Current) -> None:
    """The whole page."""
    rows = _gates(rulebase.digest, rulebase)
    mine = None if here.empty or here.problem else resources.assessment_of(here.sheet)
    st.title("How answers lead to a verdict", anchor=False)
    st.markdown(
        f"Your answers come to {len(rows)} gates, one after the other. The first gate with a rule that holds stops "
        "them and gives the verdict; otherwise they go on to the next."
    )
    alt = "; ".join(
        f"gate {gate.number}, {rulebase.outcome[gate.outcome].title}: stops {percent(gate.here)}" for gate in rows
    )
    charts.show("decision_map", rulebase, mine, alt=alt)
    st.caption(
        "The filled part of a bar is the share of all sets of answers arriving at a gate that stop there, counted "
        "exactly. Every set of answers counts the same, so it says nothing about how often people are in that "
        "situation."
    )
    listed = Table(
        ("Gate", "Leads to", "Rules", "Arrive", "Stop here"),
        tuple(
            (
                f"{gate.number}. {rulebase.outcome[gate.outcome].title}",
                rulebase.verdict[gate.verdict].title,
                str(gate.rules) if gate.rules else "what is left",
                percent(gate.reached),
                percent(gate.settled),
            )
            for gate in rows
        ),
        "Shares of all complete sets of answers",
    )
    st.html(
        f'<div class="doc"><details class="more"><summary>The same as a table</summary>{table(listed)}</details></div>'
    )
    st.header("The rules at each gate", anchor="rules")
    st.html(f'<div class="doc">{"".join(_gate(rulebase, gate) for gate in rows)}</div>')


@st.cache_resource(show_spinner=False, max_entries=4)
def _gates(digest: str, _rulebase: RuleBase) -> tuple[Gate, ...]:
    return gates(_rulebase)


def _gate(rulebase: RuleBase, gate: Gate) -> str:
    outcome, verdict = rulebase.outcome[gate.outcome], rulebase.verdict[gate.verdict]
    where = rule_id(VERDICTS, verdict.id, outcome.id)
    items = "".join(f"<li>{_rule(rulebase, where, rule)}</li>" for rule in outcome.rules)
    body = f'<ul class="lines">{items}</ul>' if items else '<p class="soft">Whatever no gate above has stopped.</p>'
    return (
        f'<h3 class="tone {theme.hue(verdict.colour)}" style="color:var(--hue)">'
        f'<span class="sym" aria-hidden="true">{tag(verdict.icon)}</span>{gate.number}. {tag(outcome.title)}</h3>'
        f'<p class="soft small">{tag(verdict.title)}</p>{body}'
    )


def _rule(rulebase: RuleBase, where: str, rule: Rule) -> str:
    condition, id_ = readable(rulebase, rule.when), rule_id(where, rule.id)
    return (
        f'<details class="said"><summary>{tag(rule.because)}</summary><div class="behind"><p>If {tag(condition)}.</p>'
        f'<p><a href="{href("rule", rule=id_)}"><code>{tag(id_)}</code></a></p></div></details>'
    )
