"""How answers lead to verdicts: the gates in order, as a chart and in words."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from framework.model.assessment import Assessment
from framework.model.listing import listed
from framework.model.rule_id import VERDICTS, rule_id
from framework.model.rulebase import Identity, RuleBase
from framework.model.rules import Rule
from framework.reasoning.readable import readable
from framework.report.blocks import Table
from framework.report.charts import gates
from framework.report.charts.gates import Gate
from framework.report.charts.look import percent
from framework.ui import current_work, resources, theme
from framework.ui.components import charts, document, spoken
from framework.ui.components.document import table
from framework.ui.components.statement import href
from framework.ui.escaping import md
from framework.ui.speech import say, written

MAX_NAMED = 4
"""Gates at which an idea may stop that are named; more are only counted."""


def show(rulebase: RuleBase, here: current_work.Current) -> None:
    """The whole page."""
    rows = _gates(rulebase.identity, rulebase)
    mine = None if here.empty or here.problem else resources.assessment_of(here.sheet)
    st.title(say("How answers lead to a verdict"), anchor=False)
    st.markdown(
        say(
            "Your answers are checked at {number} gates, in order. The first gate with a rule that holds stops them "
            "and gives the verdict; otherwise they continue to the next.",
            number=len(rows),
        )
    )
    if mine:
        st.markdown(_here(rulebase, rows, here, mine))
    st.caption(
        say(
            "The filled part of a bar is the share of the possible sets of answers reaching the gate that stop there, "
            "counted exactly. Each set counts once, so this says nothing about how common a situation is."
        )
    )
    alt = f"{say(';')} ".join(
        say(
            "gate {number}, {title}: stops {share}",
            number=gate.number,
            title=rulebase.outcome[gate.outcome].title,
            share=written(percent(gate.here)),
        )
        for gate in rows
    )
    charts.show("decision_map", rulebase, mine, alt=alt)
    overview = Table(
        (say("Gate"), say("Leads to"), say("Rules"), say("Reach it"), say("Stop here")),
        tuple(
            (
                f"{gate.number}. {rulebase.outcome[gate.outcome].title}",
                rulebase.verdict[gate.verdict].title,
                str(gate.rules) if gate.rules else say("all others"),
                written(percent(gate.reached)),
                written(percent(gate.settled)),
            )
            for gate in rows
        ),
        say("Shares of all complete sets of answers"),
    )
    st.html(
        Markup('<div class="doc"><details class="more"><summary>{}</summary>{}</details></div>').format(
            say("The same as a table"), table(overview)
        )
    )
    st.header(say("The rules at each gate"), anchor="rules")
    st.html(Markup('<div class="doc">{}</div>').format(Markup().join(_gate(rulebase, gate) for gate in rows)))


def _here(rulebase: RuleBase, rows: tuple[Gate, ...], here: current_work.Current, mine: Assessment) -> str:
    """Where the open idea or case stops, in one line of Markdown: its mark may be far down."""
    what = say("This case") if here.case else say("This idea") if here.shared else say("Your idea")
    left = [gate for gate in rows if gate.outcome in mine.possible_outcomes]
    if len(left) == 1:
        (gate,) = left
        title = md(rulebase.outcome[gate.outcome].title)
        return say("{what} stops at gate {number}: **{title}**", what=what, number=gate.number, title=title)
    if len(left) > MAX_NAMED:
        return say("{what} can still stop at {number} of them, marked below.", what=what, number=len(left))
    numbers = listed([str(gate.number) for gate in left], say("or"))
    return say("{what} stops at gate {numbers}, marked below.", what=what, numbers=numbers)


@st.cache_resource(show_spinner=False, max_entries=4)
def _gates(identity: Identity, _rulebase: RuleBase) -> tuple[Gate, ...]:
    return gates(_rulebase)


def _gate(rulebase: RuleBase, gate: Gate) -> Markup:
    outcome, verdict = rulebase.outcome[gate.outcome], rulebase.verdict[gate.verdict]
    where = rule_id(VERDICTS, verdict.id, outcome.id)
    items = Markup().join(Markup("<li>{}</li>").format(_rule(rulebase, where, rule)) for rule in outcome.rules)
    body = (
        Markup('<ul class="lines">{}</ul>').format(items)
        if items
        else Markup('<p class="soft">{}</p>').format(say("Everything that no earlier gate has stopped."))
    )
    return Markup(
        '<h3 class="tone {}" style="color:var(--hue)"><span class="sym" aria-hidden="true">{}</span>{}. {}</h3>'
        '<p class="soft small">{}</p>{}'
    ).format(theme.hue(verdict.colour), verdict.icon, gate.number, outcome.title, verdict.title, body)


def _rule(rulebase: RuleBase, where: str, rule: Rule) -> Markup:
    condition, id_ = readable(rulebase, rule.when), rule_id(where, rule.id)
    return Markup(
        '<details class="statement"><summary>{}</summary><div class="provenance"><p>{}</p>'
        '<p><a href="{}"><code>{}</code></a></p></div></details>'
    ).format(spoken.inline(rule.because), say("If {condition}.", condition=condition), href("rule", rule=id_), id_)


document.style()
with st.container(key="read_map"):
    show(resources.rules(), current_work.current())
