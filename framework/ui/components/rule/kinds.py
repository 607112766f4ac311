"""What the statements of a rule base are called: the kinds of entries and of what they say, in the language of the
page.
"""

from __future__ import annotations

from framework.model.advice import Fault
from framework.model.entries.entry import RuleEntry
from framework.model.listing import cut
from framework.ui.speech import say, to_say

KINDS = frozenset(
    {
        to_say("Alternative"),
        to_say("Answer"),
        to_say("Audience"),
        to_say("Contradiction"),
        to_say("Criterion"),
        to_say("Framing fault"),
        to_say("Ladder step"),
        to_say("Lesson"),
        to_say("Metric"),
        to_say("Money"),
        to_say("Objective"),
        to_say("Plan step"),
        to_say("Promise"),
        to_say("Question"),
        to_say("Remark"),
        to_say("Requirement"),
        to_say("Risk"),
        to_say("Rule base"),
        to_say("Source"),
        to_say("Split objective"),
        to_say("Task type"),
        to_say("Value model"),
        to_say("Variant"),
        to_say("Verdict"),
        to_say("Worked case"),
    }
)
"""Every kind that `model.entries` names."""

VALUES = frozenset(
    {
        to_say("minor"),
        to_say("medium"),
        to_say("grave"),
        to_say("objective"),
        to_say("guardrail"),
        to_say("constraint"),
    }
)
"""What a field can say that has only so many values."""


MAX_NAME_CHARS = 90
"""Characters of what an entry without a title is called."""


def word(kind: str) -> str:
    """The word for a kind of entry."""
    return say(kind)


def title(entry: RuleEntry) -> str:
    """What an entry is called; one without a title of its own by its kind."""
    return word(entry.kind) if entry.title == entry.kind else entry.title


def named(entry: RuleEntry) -> str:
    """What an entry is called behind its kind: one without a title of its own by what it says, in short."""
    if entry.title != entry.kind:
        return entry.title
    fatal = entry.model.fatal if isinstance(entry.model, Fault) else None
    return cut(fatal or entry.sentence, MAX_NAME_CHARS)
