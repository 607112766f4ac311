"""What another window has changed on the same work: said by name, so that nothing is replaced silently."""

from __future__ import annotations

from framework.model.listing import listed
from framework.model.rulebase import RuleBase
from framework.store import Work
from framework.ui.notices import notify
from framework.ui.speech import say

MAX_ANSWERS = 4
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
    both = [name for name in own if name in there]
    others = [name for name in there if name not in both]
    named = listed(others if len(others) <= MAX_ANSWERS else [*others[:MAX_ANSWERS], say("more")], say("and"))
    if both:  # what became of one's own answer comes first: of a long notice only the beginning is shown
        replaced = listed(both, say("and"))
        text = (
            say("The new name has replaced the one from another window.")
            if both == [say("its name")]
            else say("Your answer has replaced the one from another window: {both}.", both=replaced)
        )
        text += f" {say('Also changed there: {named}.', named=named)}" if others else ""
    elif others:
        text = say("Changed in another window: {named}.", named=named)
    else:
        text = say("Saved again in another window.")
    notify(text, ":material/sync:")


def _changed(rulebase: RuleBase, old: Work, new: Work) -> list[str]:
    """What differs: the questions by their short names, in asking order, and what was noted besides answers."""
    before, after = ({**work.sheet.answers, **work.sheet.words, **work.sheet.numbers} for work in (old, new))
    ids = {id_ for id_ in {*before, *after} if before.get(id_) != after.get(id_)}
    others = {
        say("its name"): old.sheet.title != new.sheet.title,
        say("its review date"): old.sheet.review != new.sheet.review,
        say("the steps done"): old.history.steps != new.history.steps,
        say("its notes"): (old.history.tried, old.history.came_out) != (new.history.tried, new.history.came_out),
        say("its rounds"): old.history.rounds != new.history.rounds,
        say("what came of it"): old.history.result != new.history.result,
    }
    named = [name for name, differs in others.items() if differs]
    return [*named, *(question.short for id_, question in rulebase.questions.items() if id_ in ids)]
