"""Which of their own words a person is asked for right after the verdict."""

from __future__ import annotations

from collections.abc import Collection

from framework.model.assessment import Assessment
from framework.model.rulebase import RuleBase
from framework.report.front import front_of
from framework.report.sections.context import Context

MAX_ASKED = 6
"""Fields at a time: what a phone shows in two screens."""


def asked_first(rulebase: RuleBase, assessment: Assessment, shown: Collection[str] = ()) -> tuple[str, ...]:
    """Ids of the texts to ask for, in the order of the rule base.

    Fields that are on the page already (`shown`) stay, filled in or not. Otherwise those come first whose brackets
    stand on the first screen, then the others that are missing.
    """
    listed = rulebase.manifest.interview.own_words
    front, words = front_of(rulebase, assessment), Context(rulebase, assessment).words
    bracketed = words.in_brackets(line.text for panel in front.panels for line in panel.lines)
    missing = [id_ for id_ in listed if id_ not in words.own]
    chosen = tuple(shown) or sorted(missing, key=lambda id_: id_ not in bracketed)[:MAX_ASKED]
    return tuple(id_ for id_ in listed if id_ in chosen)
