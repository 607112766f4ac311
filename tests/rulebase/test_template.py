"""The small rule base that comes with the package to start from."""

import re

import pytest

from framework import assess
from framework.model.rulebase import RuleBase
from framework.reasoning.proofs import prove
from framework.report.forms import render
from framework.rulebase import load_rules
from framework.settings import TEMPLATE_RULES


def template() -> RuleBase:
    return load_rules(TEMPLATE_RULES)


def test_the_template_is_sound():
    report = prove(template())
    assert report.sound and not report.notes
    assert set(report.sheets_by_verdict) == {"meet", "write", "wait"} and all(report.sheets_by_verdict.values())


@pytest.mark.parametrize("form", ["text", "markdown", "adr"])
@pytest.mark.parametrize(
    "answers", [{}, {"purpose": "inform"}, {"purpose": "decide", "opinions": "different", "preparation": "written"}]
)
def test_a_brief_by_the_template_says_nothing_about_what_it_does_not_have(form: str, answers: dict[str, str]) -> None:
    """It has no aims and a single criterion."""
    said = render(form, template(), assess(template(), {"answers": answers})).decode()
    assert len(said) > 300
    assert not re.search(r"You named|\b1 criteria\b| [.,;:]( |$)|(?i:objectives)", said, re.MULTILINE), said
    assert form == "adr" or "1 criterion: " in said


def test_every_file_of_the_template_teaches_or_follows_one_that_does():
    files = [*TEMPLATE_RULES.rglob("*.yaml")]
    explained = [file for file in files if "\n# " in "\n" + file.read_text("utf-8")]
    assert len(files) == 8 and {file.name for file in files} - {file.name for file in explained} <= {
        "write.yaml",
        "wait.yaml",
    }
