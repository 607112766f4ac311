"""The parts of a first screen: panels with a few lines, steps with a date, facts to find out. Text is plain."""

from __future__ import annotations

from dataclasses import dataclass, field

from framework.languages.catalogue import to_say
from framework.model.assessment import Statement

STEPS, FACTS = to_say("Next steps"), to_say("Find out first")
"""Headings of the steps of a verdict, and of the facts that an open one hangs on."""

MAX_STEPS = MAX_FACTS = 3
"""Next steps, and facts to find out, that a first screen has room for."""

MAX_MEANS = 2
"""Sentences about what the answers to one such fact would mean."""

MAX_RISKS = MAX_CHANGES = 2
"""Risks, or other questions, on a first screen."""


@dataclass(frozen=True)
class Line:
    """One sentence, with a bold lead-in, and its statement where it has a rule of its own."""

    text: str
    statement: Statement | None = None
    lead: str = ""
    for_others: str = ""
    """What a file says in its place, where the text tells the person what to enter."""

    def said(self, colon: str) -> str:
        """The sentence after its lead-in and a colon."""
        return f"{self.lead}{colon} {self.text}" if self.lead else self.text


@dataclass(frozen=True)
class Panel:
    """A few lines under a short title; `big` is a figure or answer that stands out before them."""

    id: str
    """`framing`, `objectives`, `beat`, `pays`, `risks`, `instead`, `first` or `different`."""
    title: str
    lines: tuple[Line, ...]
    big: str = ""
    big_for_others: str = ""
    """The same for whoever cannot change anything; empty where it is no different."""
    beside: str = ""
    """A few words beside the title, where they take no line of their own; in a file, its second line."""


@dataclass(frozen=True)
class Step:
    """Something to do next, and when: a date or a duration; empty where it is not known."""

    text: str
    when: str
    statement: Statement


@dataclass(frozen=True)
class Fact:
    """A question that decides, what its answers would mean, how to find out, and how long that takes."""

    question: str
    text: str
    means: tuple[str, ...]
    """A sentence for answers that rule out something: which verdicts are then left."""
    find_out: str
    takes: str
    in_full: tuple[str, ...] = ()
    """Those of `means` that only count some answers, with every answer named."""


@dataclass(frozen=True)
class Front:
    """The first screen: either panels and steps (a verdict) or facts (an open verdict)."""

    kicker: str
    """The verdict in two or three words; while it is open, how many are possible. To be shown: `above`."""
    headline: str
    why: str
    reasons: tuple[Statement, ...]
    """The rules behind `why`."""
    icon: str
    colour: str
    """One of the hues of the theme; empty while the verdict is open."""
    fault: Statement | None = None
    """The fault of the framing that the headline names."""
    note: str = ""
    """A reservation that belongs beside the verdict, and what the reader of this kind has to know."""
    panels: tuple[Panel, ...] = field(default=())
    steps: tuple[Step, ...] = field(default=())
    further: int = 0
    """How many next steps there are besides; the plan has them."""
    facts: tuple[Fact, ...] = field(default=())
    brackets: str = ""
    """What square brackets mean, at the end of a file's first screen that has some."""
    repeats: bool = False
    """Whether the headline begins with the title for which the kicker is short, and the kicker says no more."""

    @property
    def above(self) -> str:
        """What stands above the headline; empty where the headline says it."""
        return "" if self.repeats else self.kicker
