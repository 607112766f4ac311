"""The page of one rule: for every rule that a brief can cite, and for ids that lead nowhere."""

from __future__ import annotations

import pytest

from framework.reasoning.proofs import prove
from framework.reasoning.said import said_conditions
from framework.report.document import build_document, statements
from framework.ui import resources
from framework.ui.widgets.rule_index import find
from tests.ui.brief_sheets import rules, sheet_for
from tests.ui.looking import healthy, words

OUTCOMES = list(rules().outcome)


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_every_rule_that_a_brief_cites_is_found(outcome):
    sheet = sheet_for(outcome)
    document = build_document(rules(), resources.assessment_of(sheet))
    cited = {said.rule for said in statements(document.sections)}
    assert len(cited) > 10
    lost = [id_ for id_ in cited if find(rules(), id_) is None]
    assert not lost


def test_every_condition_has_a_page_with_its_sentence_and_file():
    ids = [id_ for id_, _ in said_conditions(rules())]
    assert len(ids) > 100
    for id_ in ids:
        found = find(rules(), id_)
        assert found is not None, id_
        assert found.conditions, id_
        assert found.sentence, id_
        assert found.file.endswith(".yaml"), id_


def test_every_violation_of_a_proof_leads_to_a_page():
    for proof in prove(rules()).proofs:
        for violation in proof.violations:
            assert find(rules(), violation.where) is not None, violation.where


def test_the_file_is_where_the_rule_stands():
    from framework.settings import Settings

    folder = Settings.from_environment().rules
    for id_ in [id_ for id_, _ in said_conditions(rules())] + [f"questions/{id_}" for id_ in rules().questions]:
        found = find(rules(), id_)
        assert (folder / found.file).is_file(), (id_, found.file)


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
    "id_", ["", "x", "criteria", "criteria/nobody", "criteria//1", "questions/<b>`x`", "/", "plan/0/0"]
)
def test_an_unknown_id_gets_a_clear_message(app, id_):
    at = healthy(app("rule", rule=id_) if id_ else app("rule"))
    assert at.title[0].value == "No such rule"


def test_numbers_out_of_range_are_unknown():
    criterion = next(item for item in rules().criteria if item.favourable)
    assert find(rules(), f"criteria/{criterion.id}/favourable/1") is not None
    for wrong in ("0", "999", "-1", "x"):
        assert find(rules(), f"criteria/{criterion.id}/favourable/{wrong}") is None
