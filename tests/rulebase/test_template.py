"""The small rule base that comes with the package to start from."""

from framework.model.rulebase import RuleBase
from framework.reasoning.proofs import prove
from framework.rulebase import load_rules
from framework.settings import TEMPLATE_RULES


def template() -> RuleBase:
    return load_rules(TEMPLATE_RULES)


def test_the_template_is_sound():
    report = prove(template())
    assert report.sound and not report.notes
    assert set(report.sheets_by_verdict) == {"meet", "write", "wait"} and all(report.sheets_by_verdict.values())


def test_every_file_of_the_template_teaches_or_follows_one_that_does():
    files = [*TEMPLATE_RULES.rglob("*.yaml")]
    explained = [file for file in files if "\n# " in "\n" + file.read_text("utf-8")]
    assert len(files) == 8 and {file.name for file in files} - {file.name for file in explained} <= {
        "write.yaml",
        "wait.yaml",
    }
