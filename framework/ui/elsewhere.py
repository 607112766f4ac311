"""What another window has changed on the same work: said by name, so that nothing is replaced silently."""

from __future__ import annotations

from framework.model.listing import listed
from framework.model.rulebase import RuleBase
from framework.store import Work
from framework.ui.notices import notify

MOST_NAMED = 4
"""Changed answers that a notice names; more are only mentioned."""


def tell(rulebase: RuleBase, before: Work, found: Work, after: Work | None = None) -> None:
    """Queue the notice.

    Args:
        rulebase: the names of the questions.
        before: what this window has shown.
        found: what the other one has made of it.
        after: what this one has made of that, if it was saving at the same time.
    """
    there, own = _changed(rulebase, before, found), _changed(rulebase, found, after or found)
    named = there if len(there) <= MOST_NAMED else [*there[:MOST_NAMED], "more"]
    text = f"Changed in another window: {listed(named, 'and')}." if named else "Saved again in another window."
    if both := [name for name in own if name in there]:
        text += f" What you gave here for {listed(both, 'and')} has replaced what was given there."
    notify(text, ":material/sync:")


def _changed(rulebase: RuleBase, old: Work, new: Work) -> list[str]:
    """What differs: the questions by their short names, in asking order, and what was noted besides answers."""
    before, after = ({**work.sheet.answers, **work.sheet.words, **work.sheet.numbers} for work in (old, new))
    ids = {id_ for id_ in {*before, *after} if before.get(id_) != after.get(id_)}
    others = {
        "its name": old.sheet.title != new.sheet.title,
        "its review date": old.sheet.review != new.sheet.review,
        "the steps done": old.history.steps != new.history.steps,
        "its rounds": old.history.rounds != new.history.rounds,
        "what came of it": old.history.result != new.history.result,
    }
    named = [name for name, differs in others.items() if differs]
    return [*named, *(question.short for id_, question in rulebase.questions.items() if id_ in ids)]
