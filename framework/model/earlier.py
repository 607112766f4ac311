"""A brief as it was read under one edition of the rules: words only, so that no later rules are needed to show it."""

from __future__ import annotations

from datetime import date

from framework.model.base import FrozenModel
from framework.model.sheet import Sheet


class Named(FrozenModel):
    """The id of something in the rules, and what it said."""

    id: str
    text: str


class Answered(FrozenModel):
    """A question in its own words, with the answer in words."""

    question: str
    """Its id."""
    text: str
    answer: str


class Passage(FrozenModel):
    """A list of lines, or a table; everything is plain text."""

    heading: str = ""
    lines: tuple[str, ...] = ()
    numbered: bool = False
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


class Chapter(FrozenModel):
    """One heading of the brief."""

    title: str
    passages: tuple[Passage, ...]


class EarlierBrief(FrozenModel):
    """What somebody read, and what it takes to say what is different under other rules."""

    read_on: date
    version: str
    digest: str
    """Edition and digest of the rules."""
    title: str
    kicker: str
    headline: str
    why: str
    note: str
    icon: str
    colour: str
    front: tuple[Chapter, ...]
    """What stood on the first screen beside the verdict."""
    chapters: tuple[Chapter, ...]
    """Every heading below it."""
    verdicts: tuple[Named, ...]
    """Every verdict that was possible."""
    reasons: tuple[Named, ...]
    """The rules that spoke for or against, by id."""
    asked: tuple[Answered, ...]
    open: tuple[Named, ...]
    """The questions that were open and could still matter."""
    sheet: Sheet
    outcome: Named | None = None
    """What the verdict comes to, where one is settled."""
    decided: tuple[Named, ...] | None = None
    """The rules that decided, by id; None in a brief that was kept before they were."""
    language: str = ""
    """The language of its words: empty for that of the rules, and in a brief that was kept before it was named."""

    def reads_like(self, other: EarlierBrief) -> bool:
        """Whether both say the same of the same answers, in the same language; edition, digest, day and label do not
        count.
        """
        apart = {"read_on", "version", "digest", "kicker"}
        if self.decided is None or other.decided is None:
            apart |= {"decided", "outcome"}
        return self.model_dump(exclude=apart) == other.model_dump(exclude=apart)

    def is_of(self, sheet: Sheet) -> bool:
        """Whether it is the brief of these answers; the name and the review date do not count."""
        apart = {"title", "review"}
        return self.sheet.model_dump(exclude=apart) == sheet.model_dump(exclude=apart)
