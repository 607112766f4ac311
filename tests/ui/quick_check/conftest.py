"""The quick check at its first screen, and at that of the rare stops."""

from __future__ import annotations

import pytest

from framework.model.sheet import Sheet
from framework.ui import resources
from tests.ui.looking import healthy
from tests.ui.quick import press


@pytest.fixture
def rules():
    return resources.rules()


@pytest.fixture
def grouped(rules):
    """The opening question in two steps, a group of several options, and a first option that leaves much open."""
    question = next(q for id_ in rules.manifest.interview.opening if (q := rules.questions[id_]).groups)
    for group in question.groups:
        for option in group.options:
            found = resources.assessment_of(Sheet(answers={question.id: option}))
            if len(group.options) > 1 and len(found.possible_verdicts) > 2:
                return question, group, option
    raise AssertionError("no such group")


@pytest.fixture
def begun(app):
    """A new idea, on its first screen."""
    return healthy(app().button(key="begin").click().run())


@pytest.fixture
def at_stops(begun, grouped):
    question, group, option = grouped
    at = press(press(begun, "idea_go"), f"pick_{question.id}_group_{group.id}")
    return healthy(press(at, f"pick_{question.id}_{option}"))
