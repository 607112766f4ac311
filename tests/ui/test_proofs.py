"""The page of the proofs."""

from __future__ import annotations

from pathlib import Path

import pytest
from markupsafe import escape as tag

from framework import load_rules
from framework.reasoning.findings import Proof, Violation
from framework.reasoning.proofs import prove
from framework.settings import RULES
from framework.ui.components import proof_report
from tests.ui.looking import healthy, words

TINY = Path(__file__).parents[1] / "tiny_rules"


def test_every_statement_every_verdict_and_the_command_are_there(app, monkeypatch):
    """Of the small rules, which are proved in no time; `make check` proves those that ship."""
    monkeypatch.setenv(RULES, str(TINY))
    rulebase = load_rules(TINY)
    at = healthy(app("proofs"))
    said = words(at)
    report = prove(rulebase)
    assert len(report.proofs) > 10
    assert all(tag(proof.statement) in said for proof in report.proofs)
    assert all(tag(verdict.title) in said for verdict in rulebase.verdicts)
    assert tag(rulebase.questions[report.influence[0][0]].short) in said
    assert [block.value for block in at.code] == ["should-i-use-ml check"]


def test_a_violation_is_shown_with_its_counterexample_as_text():
    broken = Proof(
        "x",
        "Nothing is <b>broken</b>.",
        3,
        (Violation("verdicts/x", "it is <i>", {"goal": "<u>", "many": ("a", "b")}),),
    )
    said = proof_report.statement(broken)
    assert "Does not hold" in said
    assert "<b>" not in said
    assert "goal: &lt;u&gt;; many: a, b" in said


@pytest.mark.parametrize(
    ("count", "words_"), [(0, "0"), (1234, "1,234"), (10**9, "1.0 × 10⁹"), (7_689 * 10**18, "7.7 × 10²¹")]
)
def test_astronomic_counts_stay_readable(count, words_):
    assert proof_report.magnitude(count) == words_
