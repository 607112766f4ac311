"""`questions`: every question, in asking order."""

from __future__ import annotations

import json
from argparse import Namespace
from typing import Any

from framework.cli.files import rules_of, write
from framework.model.answers import NOT_SURE
from framework.model.rulebase import RuleBase
from framework.reasoning.readable import asked_when
from framework.report.text import wrap

HOW = {
    "one": (
        "Give the one option that fits best, even if another fits in part. If two fit equally well, give the likelier "
        "one. List more only if you cannot say which is likelier: this means “one of these”, and the advice "
        "may stay open."
    ),
    "many": "List every option that holds.",
}
"""How a closed question is answered, by its kind; the page says the same beside its choices."""


def run(options: Namespace) -> int:
    """Print them."""
    rulebase = rules_of(options)
    found = as_data(rulebase)
    write(
        json.dumps(found, ensure_ascii=False, indent=2) + "\n" if options.format == "json" else _text(rulebase, found),
        None,
    )
    return 0


def as_data(rulebase: RuleBase) -> list[dict[str, Any]]:
    """The questions as plain data; closed ones end with "not sure"."""
    return [
        {
            "id": question.id,
            "section": section.id,
            "text": question.text,
            "help": question.help,
            "why": question.why,
            "kind": question.kind,
            "how": HOW.get(question.kind),
            "options": [
                *({"id": option.id, "text": option.text, "help": option.help} for option in question.options),
                *([{"id": NOT_SURE, "text": rulebase.manifest.not_sure, "help": None}] if question.closed else []),
            ],
            "distinctions": [found.model_dump(mode="json", exclude={"id"}) for found in question.distinctions],
            "groups": [group.model_dump(mode="json") for group in question.groups],
            "asked_when": asked_when(rulebase, question.id),
        }
        for section in rulebase.sections
        for question in section.questions
    ]


def _text(rulebase: RuleBase, found: list[dict[str, Any]]) -> str:
    lines = [line for kind, how in HOW.items() for line in wrap(f"({kind}) {how}")]
    titles = {section.id: section.title for section in rulebase.sections}
    section = None
    for question in found:
        if question["section"] != section:
            section = question["section"]
            lines += ["", *wrap(titles[section].upper()), ""]
        lines += wrap(f"{question['id']} ({question['kind']}): {question['text']}")
        if question["asked_when"]:
            lines += wrap(question["asked_when"], "  ")
        for option in question["options"]:
            lines += wrap(f"{option['id']}: {option['text']}", "  - ", "    ")
        for one in question["distinctions"]:
            lines += wrap(f"{' or '.join(one['options'])}? {one['text']}", "  ")
        lines.append("")
    return "\n".join(lines).strip("\n") + "\n"
