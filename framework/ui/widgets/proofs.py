"""The report of the proofs about a rule base, for a sceptic: what was shown, over how much, and how to repeat it."""

from __future__ import annotations

import math

import streamlit as st

from framework.model.rule_id import QUESTIONS, rule_id
from framework.model.rulebase import RuleBase
from framework.reasoning.findings import Proof, Report, Violation
from framework.reasoning.proofs import prove
from framework.report.charts.look import percent
from framework.ui import theme
from framework.ui.widgets.plain import md, one_or_many, tag
from framework.ui.widgets.statement import href

MOST_VIOLATIONS = 20
"""Violations of one statement that are listed; the command prints all."""

MOST_QUESTIONS = 12

COMMAND = "should-i-use-ml check"


def show(rulebase: RuleBase) -> None:
    """The whole page."""
    st.title("What is proved about this advice", anchor=False)
    st.markdown(
        "Nothing here is sampled or estimated: each statement is checked on every set of answers that can be given."
    )
    with st.spinner("Going through every set of answers …"):
        report = _proved(rulebase.digest, rulebase)
    _counts(report)
    _statements(report)
    _verdicts(rulebase, report)
    _influence(rulebase, report)
    st.header("Repeat it", anchor="repeat")
    st.markdown("The same proofs run on every change of the rules, and from the command line:")
    st.code(COMMAND, language="bash")
    st.caption(f"Rules: {md(report.name)}, version {md(report.version)}, digest {md(report.digest[:16])}")


@st.cache_resource(show_spinner=False, max_entries=4)
def _proved(digest: str, _rulebase: RuleBase) -> Report:
    return prove(_rulebase)


def _counts(report: Report) -> None:
    failing = [proof for proof in report.proofs if not proof.holds]
    if failing:
        st.warning(
            f"{one_or_many(len(failing), 'statement does', 'statements do')} not hold for these rules; see below.",
            icon=":material/error:",
        )
    else:
        st.success(f"All {len(report.proofs)} statements hold.", icon=":material/verified:")
    st.markdown(
        f"{one_or_many(report.questions, 'question', 'questions')}, "
        f"{one_or_many(report.rules, 'rule', 'rules')} that decide, "
        f"and {magnitude(report.sheets)} different complete sets of answers, in a diagram of {report.nodes:,} nodes."
    )


def _statements(report: Report) -> None:
    st.header("Statements", anchor="statements")
    items = "".join(f"<li>{_proof(proof)}</li>" for proof in report.proofs)
    st.html(f'<div class="doc"><ul class="lines">{items}</ul></div>')


def _proof(proof: Proof) -> str:
    state, symbol, said = ("holds", "check_circle", "Proved.") if proof.holds else ("fails", "cancel", "Does not hold.")
    line = (
        f'<span class="cond {state}"><span class="sym" aria-hidden="true">{symbol}</span>'
        f'<span class="state">{said}</span></span> {tag(proof.statement)} '
        f'<span class="soft small">({proof.looked_at:,} checked)</span>'
    )
    if proof.holds:
        return f'<div class="plain">{line}</div>'
    shown = proof.violations[:MOST_VIOLATIONS]
    items = "".join(f"<li>{_violation(violation)}</li>" for violation in shown)
    more = len(proof.violations) - len(shown)
    rest = f"<li>and {more:,} more: see the command below</li>" if more else ""
    count = one_or_many(len(proof.violations), "violation", "violations")
    return (
        f'<div class="plain">{line}<details class="more"><summary>{count}</summary>'
        f'<ul class="parts">{items}{rest}</ul></details></div>'
    )


def _violation(violation: Violation) -> str:
    where = f'<a href="{href("rule", rule=violation.where)}"><code>{tag(violation.where)}</code></a>'
    sheet = ""
    if violation.counterexample:
        pairs = (
            f"{id_}: {value if isinstance(value, str) else ', '.join(value)}"
            for id_, value in violation.counterexample.items()
        )
        sheet = f'<br><span class="soft">For example with {tag("; ".join(pairs))}</span>'
    return f"{where}: {tag(violation.message)}{sheet}"


def _verdicts(rulebase: RuleBase, report: Report) -> None:
    st.header("Where the sets of answers lead", anchor="verdicts")
    st.caption(
        "Every set of answers counts the same here. That says nothing about how often people are in that situation."
    )
    rows = []
    for id_, count in report.sheets_by_verdict.items():
        verdict, share = rulebase.verdict[id_], count / report.sheets if report.sheets else 0.0
        rows.append(
            f'<tr><th scope="row" class="{theme.hue(verdict.colour)}">{tag(verdict.title)}{_bar(share)}</th>'
            f'<td class="number">{tag(percent(share))}</td><td class="number">{tag(magnitude(count))}</td></tr>'
        )
    _table(("Verdict", "Share", "Sets of answers"), rows, "Sets of answers behind each verdict")


def _influence(rulebase: RuleBase, report: Report) -> None:
    st.header("Which questions decide most", anchor="questions")
    st.caption("The share of sets of answers for which another answer to this question alone gives another verdict.")
    most = max((share for _, share in report.influence), default=0.0)
    rows = []
    for id_, share in report.influence[:MOST_QUESTIONS]:
        if share:
            link = f'<a href="{href("rule", rule=rule_id(QUESTIONS, id_))}">{tag(rulebase.questions[id_].short)}</a>'
            bar = _bar(share / most)
            rows.append(f'<tr><th scope="row">{link}{bar}</th><td class="number">{tag(percent(share))}</td></tr>')
    _table(("Question", "Share"), rows, "Questions that decide most")


def _bar(share: float) -> str:
    return f'<span class="bar" style="width:{100 * share:.2f}%" aria-hidden="true"></span>'


def _table(columns: tuple[str, ...], rows: list[str], label: str) -> None:
    name, *numbers = columns
    head = f'<th scope="col">{tag(name)}</th>' + "".join(
        f'<th scope="col" class="number">{tag(n)}</th>' for n in numbers
    )
    st.html(
        f'<div class="doc"><div class="table bars" role="region" tabindex="0" aria-label="{tag(label)}">'
        f"<table><thead><tr>{head}</tr></thead>"
        f"<tbody>{''.join(rows)}</tbody></table></div></div>"
    )


def magnitude(count: int) -> str:
    """A count that may be astronomic: in full up to a billion, else as 7.7 × 10²¹."""
    if count < 10**9:
        return f"{count:,}"
    exponent = int(math.log10(count))
    digits = str(exponent).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))
    return f"{count / 10**exponent:.1f} × 10{digits}"
