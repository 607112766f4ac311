"""The page of one rule: for every rule that a brief can cite, and for ids that lead nowhere."""

from __future__ import annotations

import pytest

from framework.model.rule_index import index_of
from framework.report.document import build_document, statements
from framework.ui import resources
from tests import proved
from tests.ui.brief_sheets import rules, sheet_for
from tests.ui.looking import healthy, words

OUTCOMES = list(rules().outcome)


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_every_rule_that_a_brief_cites_is_found(outcome):
    sheet = sheet_for(outcome)
    document = build_document(rules(), resources.assessment_of(sheet))
    cited = {said.rule for said in statements(document.sections)}
    assert len(cited) > 10
    lost = [id_ for id_ in cited if id_ not in index_of(rules())]
    assert not lost


def test_every_violation_of_a_proof_leads_to_a_page():
    for proof in proved.report().proofs:
        for violation in proof.violations:
            assert index_of(rules()).resolve(violation.where) is not None, violation.where


def test_a_rule_shows_which_parts_hold(app, new_work):
    outcome = OUTCOMES[0]
    sheet = sheet_for(outcome)
    rule = resources.assessment_of(sheet).verdict_rules[0]
    at = healthy(app("rule", work=new_work(**sheet.model_dump(mode="json")), rule=rule.rule))
    assert "holds</span>" in words(at)
    assert "Wrong when" in words(at)
    assert any("Back to the brief" in link.proto.label for link in at.get("page_link"))


def test_a_rule_can_be_read_without_any_answers(app):
    criterion = rules().criteria[0]
    at = healthy(app("rule", rule=f"criteria/{criterion.id}"))
    assert criterion.title in at.title[0].value.replace("\\", "")
    assert "Made of these rules" in words(at)


@pytest.mark.parametrize(
    "id_",
    [
        "",
        "x",
        "criteria",
        "criteria/nobody",
        "criteria//1",
        "questions/<b>`x`",
        "/",
        "plan/0/0",
        "criteria/goal/favourable/99",
    ],
)
def test_an_unknown_id_gets_a_clear_message(app, id_):
    at = healthy(app("rule", rule=id_) if id_ else app("rule"))
    assert at.title[0].value == "No such rule"


def test_an_old_link_leads_to_the_rule_that_took_its_place(app):
    retired = next(item for item in rules().retired if item.id.startswith("criteria/"))
    at = healthy(app("rule", rule=retired.id))
    assert f"`{retired.replaced_by}`" in words(at)
