"""A brief as JSON, for scripts and for taking it up again: the assessment, every question asked, and the trace.

`framework.rulebase.read_sheet` reads the sheet back out of it; exported again, it gives the same bytes.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from framework.assessment.undecided import WhyUndecided, why_undecided
from framework.model.assessment import Assessment
from framework.model.earlier import Answered
from framework.model.rulebase import RuleBase
from framework.model.rules import Status
from framework.model.trace import Tried
from framework.reasoning.trace import trace
from framework.report.sections.answers import asked
from framework.report.sections.context import Context

SCHEMA = Path(__file__).with_name("brief.schema.json")
"""The published schema of the file; generated, and compared by a test."""

DIGITS = 10
"""Significant digits of what is calculated; what somebody typed is written as it is."""

_NOT_IN_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""What JSON allows in a text and YAML, as which sheets are read, does not."""

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
"""What no encoding can write."""


class BriefFile(Assessment):
    """The keys of the file: those of the assessment, then what one needs to check it."""

    asked: tuple[Answered, ...]
    """Every question that was answered, in asking order, "not sure" included."""
    undecided: dict[str, WhyUndecided]
    """Why each criterion is undecided whose status is `open`."""
    trace: tuple[Tried, ...]
    """Every rule with a condition: what it read, and whether it fired."""


def to_json(rulebase: RuleBase, assessment: Assessment) -> str:
    """The whole brief; ends with a newline. NaN and Infinity are not valid JSON; no assessment has them."""
    data, ctx = assessment.model_dump(mode="json"), Context(rulebase, assessment)
    data["worth"] = _rounded(data["worth"])
    data["asked"] = [answered.model_dump(mode="json") for answered in asked(ctx)]
    data["undecided"] = {
        one.id: why_undecided(ctx.facts, one, assessment.answers)
        for one in rulebase.criteria
        if assessment.criteria[one.id] is Status.OPEN
    }
    data["trace"] = [tried.model_dump(mode="json") for tried in trace(rulebase, assessment)]
    return _written(data)


def schema() -> str:
    """The JSON Schema of the file, as `SCHEMA` holds it."""
    described = BriefFile.model_json_schema(mode="serialization")
    return _written({"$schema": "https://json-schema.org/draft/2020-12/schema", **described, "title": "A brief"})


def _rounded(data: Any) -> Any:
    """JSON data with every float rounded to `DIGITS` significant digits: 916649.9999999999 becomes 916650.0."""
    if isinstance(data, dict):
        return {key: _rounded(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_rounded(value) for value in data]
    return float(f"{data:.{DIGITS}g}") if isinstance(data, float) else data


def _written(data: Any) -> str:
    text = json.dumps(data, ensure_ascii=False, allow_nan=False, indent=2)
    return _LONE_SURROGATE.sub("\ufffd", _NOT_IN_YAML.sub(lambda char: f"\\u{ord(char[0]):04x}", text)) + "\n"
