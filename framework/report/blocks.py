"""What a brief is made of, whatever form it takes. Text is plain: each form escapes it in its own way."""

from __future__ import annotations

from dataclasses import dataclass, field

from framework.model.assessment import Statement


@dataclass(frozen=True)
class Item:
    """One line of a list: its text, the statement behind it, and the questions whose answers raised it."""

    text: str
    statement: Statement | None = None
    questions: tuple[str, ...] = ()
    label: str | None = None
    """A short lead-in, shown in bold."""
    parts: tuple[tuple[str, str], ...] = ()
    """What belongs to it, each with its name: shown below, a line each."""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; `quiet` ones are shown smaller."""

    text: str
    statement: Statement | None = None
    quiet: bool = False


@dataclass(frozen=True)
class Bullets:
    """A list, with a heading of its own if it needs one; `tone` is a criterion status or empty."""

    items: tuple[Item, ...]
    heading: str | None = None
    tone: str = ""
    numbered: bool = False


@dataclass(frozen=True)
class Table:
    """A table with a caption; every cell is text."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""


@dataclass(frozen=True)
class Picture:
    """A figure by name (`charts.FIGURES`), the sentence that reads it, and the table behind it."""

    name: str
    reading: str
    table: Table


@dataclass(frozen=True)
class Choices:
    """Questions shown as chips that open the question; each with the person's answer in words."""

    heading: str | None
    questions: tuple[str, ...]


@dataclass(frozen=True)
class Details:
    """Blocks that are closed until somebody wants them."""

    title: str
    blocks: tuple[Block, ...]


Block = Paragraph | Bullets | Table | Picture | Choices | Details


@dataclass(frozen=True)
class Section:
    """A part of the brief with an address of its own."""

    id: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class VerdictCard:
    """The first thing one sees: verdict in words, one sentence, and the answers that decide it."""

    verdict: str | None
    title: str
    sentence: str
    icon: str
    colour: str
    deciding: tuple[str, ...]
    """Questions of the smallest reason."""
    alternative: str | None = None
    note: str | None = None
    """Confidence or audience line."""


@dataclass(frozen=True)
class Document:
    """A whole brief."""

    title: str
    card: VerdictCard
    sections: tuple[Section, ...]
    sources: tuple[str, ...] = field(default=())
    """Ids of every source cited, in order of first use."""
