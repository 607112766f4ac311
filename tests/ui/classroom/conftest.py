"""A ready class, and pages that do not wait."""

from __future__ import annotations

import inspect

import pytest

from framework.classroom.plan import plan_of_case
from framework.ui import resources
from framework.ui.components.classroom import live


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch):
    """What a page keeps for a second is read anew by each test; a page in memory has no network address."""
    monkeypatch.setattr(live, "_pulse", lambda key: resources.store().participants.pulse(key))
    monkeypatch.setattr(live, "_finished", inspect.unwrap(live._finished))


@pytest.fixture
def ready(store):
    rulebase = resources.rules()
    chosen = rulebase.classes[0]
    case = rulebase.case[chosen.case]
    return store.classes.open(plan_of_case(rulebase, case, {"ready": chosen.id}, questions=chosen.questions))
