"""An assessment as JSON, for scripts: the model's own keys and nothing else."""

from __future__ import annotations

import json

from framework.model.assessment import Assessment


def to_json(assessment: Assessment) -> str:
    """The whole assessment; ends with a newline."""
    return json.dumps(assessment.model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n"
