"""An assessment as JSON, for scripts: the model's own keys and nothing else."""

from __future__ import annotations

import json

from framework.model.assessment import Assessment


def to_json(assessment: Assessment) -> str:
    """The whole assessment; ends with a newline. NaN and Infinity are not valid JSON; no assessment has them."""
    return json.dumps(assessment.model_dump(mode="json"), ensure_ascii=False, allow_nan=False, indent=2) + "\n"
