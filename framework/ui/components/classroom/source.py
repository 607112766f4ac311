"""Who published what came of the case of a class."""

from __future__ import annotations

from framework.model.case import Case
from framework.ui.speech import say


def of(case: Case) -> str:
    """Title and year, as plain text."""
    year = f" ({case.source.year})" if case.source.year else ""
    return say("Source: {source}", source=case.source.title + year)
