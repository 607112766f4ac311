"""What is proved about the advice, over every possible answer sheet."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from framework.model.rule_id import QUESTIONS, rule_id
from framework.model.rulebase import Identity, RuleBase
from framework.reasoning.findings import Report
from framework.reasoning.proofs import prove
from framework.report.charts.look import percent
from framework.ui import resources, theme, trials
from framework.ui.components import document, proof_report
from framework.ui.components.statement import href
from framework.ui.escaping import md
from framework.ui.speech import say, say_count, written

MAX_QUESTIONS = 12

COMMAND = "should-i-use-ml check"


def show(rulebase: RuleBase) -> None:
    """The whole page."""
    st.title(say("What is proved about this advice"), anchor=False)
    st.markdown(
        say(
            "Every set of answers must lead to exactly one verdict, every rule must be able to decide something, "
            "and no answer may be without effect. This is not tried out on examples. It is worked out "
            "for every possible set of answers."
        )
    )
    with st.spinner(say("Checking every set of answers …")):
        report = _proved(rulebase.identity, rulebase)
    _counts(rulebase, report)
    _statements(report)
    _verdicts(rulebase, report)
    _influence(rulebase, report)
    st.header(say("Repeat it"), anchor="repeat")
    st.markdown(say("The same proofs run on every change to the rules. To run them on the command line:"))
    st.code(COMMAND, language="bash")
    st.caption(
        say(
            "Rules: {name}, version {version}, digest {digest}",
            name=md(report.name),
            version=md(report.version),
            digest=md(report.digest[:16]),
        )
    )


@st.cache_resource(show_spinner=False, max_entries=4)
def _proved(identity: Identity, _rulebase: RuleBase) -> Report:
    if not trials.current():
        return prove(_rulebase)
    with trials.ONE_AT_A_TIME:
        return prove(_rulebase, trials.PROVE_SECONDS)


def _counts(rulebase: RuleBase, report: Report) -> None:
    failing = [proof for proof in report.proofs if not proof.holds]
    if failing:
        st.warning(
            say_count(
                len(failing),
                "{number} statement does not hold for these rules; see below.",
                "{number} statements do not hold for these rules; see below.",
            ),
            icon=":material/error:",
        )
    else:
        st.success(say("All {number} statements hold.", number=len(report.proofs)), icon=":material/verified:")
    st.markdown(
        say(
            "{questions}, {rules} that decide, and {sheets} different complete sets of answers, in a diagram of "
            "{nodes} nodes.",
            questions=say_count(report.questions, "{number} question", "{number} questions"),
            rules=say_count(report.rules, "{number} rule", "{number} rules"),
            sheets=proof_report.magnitude(report.sheets),
            nodes=written(f"{report.nodes:,}"),
        )
    )
    others = len(rulebase.questions) - report.questions
    st.caption(
        say(
            "A sheet is one complete set of answers. In the diagram, a node is a place where the answer to one "
            "question decides how to go on; sheets for which the rest is the same share their nodes."
        )
        + " "
        + say_count(
            others,
            "{number} more question asks for a number or for words of your own: it decides no verdict and is not "
            "counted here.",
            "{number} more questions ask for numbers or for words of your own: they decide no verdict and are not "
            "counted here.",
        )
    )


def _statements(report: Report) -> None:
    st.header(say("Statements"), anchor="statements")
    items = Markup().join(Markup("<li>{}</li>").format(proof_report.statement(proof)) for proof in report.proofs)
    st.html(Markup('<div class="doc"><ul class="lines">{}</ul></div>').format(items))


def _verdicts(rulebase: RuleBase, report: Report) -> None:
    st.header(say("Where the sets of answers lead"), anchor="verdicts")
    st.caption(say("Every set of answers counts the same here. This says nothing about how common each situation is."))
    rows = []
    for id_, count in report.sheets_by_verdict.items():
        verdict, share = rulebase.verdict[id_], count / report.sheets if report.sheets else 0.0
        rows.append(
            Markup(
                '<tr><th scope="row" class="{}">{}{}</th><td class="number">{}</td><td class="number">{}</td></tr>'
            ).format(
                theme.hue(verdict.colour),
                verdict.title,
                _bar(share),
                written(percent(share)),
                proof_report.magnitude(count),
            )
        )
    _table(
        (say("Verdict"), say("Share of sets"), say("Sets of answers")), rows, say("Sets of answers behind each verdict")
    )


def _influence(rulebase: RuleBase, report: Report) -> None:
    st.header(say("Which questions decide most"), anchor="questions")
    st.caption(
        say("The share of sets of answers for which changing the answer to this question alone changes the verdict.")
    )
    most = max((share for _, share in report.influence), default=0.0)
    rows = []
    for id_, share in report.influence[:MAX_QUESTIONS]:
        if share:
            link = Markup('<a href="{}">{}</a>').format(
                href("rule", rule=rule_id(QUESTIONS, id_)), rulebase.questions[id_].short
            )
            bar = _bar(share / most)
            rows.append(
                Markup('<tr><th scope="row">{}{}</th><td class="number">{}</td></tr>').format(
                    link, bar, written(percent(share))
                )
            )
    _table((say("Question"), say("Share of sets")), rows, say("Questions that decide most"))


def _bar(share: float) -> Markup:
    return Markup('<span class="bar" style="width:{:.2f}%" aria-hidden="true"></span>').format(100 * share)


def _table(columns: tuple[str, ...], rows: Sequence[Markup], label: str) -> None:
    name, *numbers = columns
    head = Markup('<th scope="col">{}</th>').format(name) + Markup().join(
        Markup('<th scope="col" class="number">{}</th>').format(n) for n in numbers
    )
    st.html(
        Markup(
            '<div class="doc"><div class="table bars" role="region" tabindex="0" aria-label="{}">'
            "<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div></div>"
        ).format(label, head, Markup().join(rows))
    )


document.style()
with st.container(key="read_proofs"):
    show(resources.rules())
