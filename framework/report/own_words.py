"""Which of their own words a person is asked for right after the verdict."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from framework.assessment.words import Words
from framework.model.assessment import Assessment
from framework.model.rulebase import RuleBase
from framework.report.front import front_of
from framework.report.sections.context import Context

MAX_ASKED = 6
"""Empty fields at a time: what a phone shows in two screens."""


def asked_first(
    rulebase: RuleBase, wordless: Assessment, given: Mapping[str, str], shown: Collection[str] = ()
) -> tuple[str, ...]:
    """Ids of the texts to ask for, in the order of the rule base.

    Those whose brackets stand on the first screen come first, and a text that is given keeps its field. Once all of
    these are given, the others are asked for as well.

    Args:
        rulebase: what the ids are of.
        wordless: the assessment of the answers without any words, so that no word takes the field of another away.
        given: the person's own words.
        shown: fields that are on the page already: they stay, and no others come.
    """
    listed = rulebase.manifest.interview.own_words
    if shown:
        return tuple(id_ for id_ in listed if id_ in shown)
    lines = (line.text for panel in front_of(rulebase, wordless).panels for line in panel.lines)
    bracketed = Context(rulebase, wordless).words.in_brackets(lines)
    first = sorted(listed, key=lambda id_: id_ not in bracketed)[:MAX_ASKED]
    missing = missing_of(rulebase, listed, given)
    return tuple(id_ for id_ in listed if id_ in first or id_ not in missing or missing.isdisjoint(first))


def missing_of(rulebase: RuleBase, asked: Collection[str], given: Mapping[str, str]) -> frozenset[str]:
    """Which of these texts the person's own words do not give."""
    return frozenset(asked) - Words(rulebase, given).own.keys()
