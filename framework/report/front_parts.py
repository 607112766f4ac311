"""The parts of a first screen: panels with a few lines, steps with a date, facts to find out. Text is plain."""

from __future__ import annotations

from dataclasses import dataclass

from framework.model.assessment import Statement


@dataclass(frozen=True)
class Line:
    """One sentence, with a bold lead-in, and its statement where it has a rule of its own."""

    text: str
    statement: Statement | None = None
    lead: str = ""


@dataclass(frozen=True)
class Panel:
    """A few lines under a short title; `big` is a figure or answer that stands out before them."""

    id: str
    """`framing`, `objectives`, `beat`, `pays`, `risks`, `instead`, `first` or `different`."""
    title: str
    lines: tuple[Line, ...]
    big: str = ""


@dataclass(frozen=True)
class Step:
    """Something to do next, and when: a date or a duration; empty where it is not known."""

    text: str
    when: str
    statement: Statement


@dataclass(frozen=True)
class Fact:
    """A question that decides, how to find out, and how long that takes."""

    question: str
    text: str
    find_out: str
    takes: str
