"""Several ideas side by side: the complete result of a comparison. Immutable, and the same for the same input."""

from __future__ import annotations

from framework.model.base import FrozenModel
from framework.model.sheet import Range


class ComparedIdea(FrozenModel):
    """One idea in a comparison."""

    title: str
    verdict: str | None
    possible_verdicts: tuple[str, ...]
    outcome: str | None
    hangs_on: tuple[str, ...]
    """While the verdict is open, the questions that it depends on; afterwards, those whose answers alone decide it."""
    total: Range | None
    """Worth over all years of use, less everything that it costs, in the unit of the person's numbers."""
    blocking: tuple[str, ...]
    against: tuple[str, ...]
    open: tuple[str, ...]
    favourable: tuple[str, ...]
    """Ids of the criteria with this status."""
    ahead: tuple[str, ...]
    """Ids of the criteria in which it is better than every other idea, where no question about them is open."""
    perhaps_ahead: tuple[str, ...]
    """Ids of the criteria which it meets and the others do not, but for those of which that is not known yet."""
    not_applicable: tuple[str, ...]
    """Ids of the criteria of which no question applies: nothing about them will ever be known."""
    not_known: dict[str, tuple[str, ...]]
    """Ids of the criteria on which questions are open, with these, in asking order."""


class MissingFact(FrozenModel):
    """A question that would settle the verdict of ideas in which it is open. Positions count from 0."""

    question: str
    always: tuple[int, ...]
    """Ideas that every answer settles."""
    sometimes: tuple[int, ...]
    """Ideas that some, but not all answers settle."""


class Comparison(FrozenModel):
    """What can be said of several ideas together. Ideas are named by their position, from 0."""

    ideas: tuple[ComparedIdea, ...]
    at_least_as_good: tuple[tuple[int, int], ...]
    """Pairs (a, b): a is at least as good as b in everything; both pairs, if they are alike in everything."""
    parting: tuple[str, ...]
    """Questions to which the ideas give different answers, in asking order."""
    missing: tuple[MissingFact, ...]
    """Open questions that settle something, the one that settles most ideas first."""
