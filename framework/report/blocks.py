"""The building blocks of a brief, whatever its format. Text is plain: each format escapes it in its own way."""

from __future__ import annotations

from dataclasses import dataclass, field

from framework.model.assessment import Statement
from framework.report.front_parts import Front


@dataclass(frozen=True)
class Item:
    """One line of a list: its text, its statement, and the questions whose answers led to it."""

    text: str
    statement: Statement | None = None
    questions: tuple[str, ...] = ()
    label: str | None = None
    """A short lead-in, shown in bold."""
    parts: tuple[tuple[str, str], ...] = ()
    """Further details with their labels, shown below, one per line."""
    whole: Item | None = None
    """The same with all that it says, where it is cut short here: folded on a page, told at the end of a file."""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; `quiet` ones are shown smaller."""

    text: str
    statement: Statement | None = None
    quiet: bool = False


@dataclass(frozen=True)
class Bullets:
    """A list, optionally with a heading; `tone` is a criterion status or empty."""

    items: tuple[Item, ...]
    heading: str | None = None
    tone: str = ""
    numbered: bool = False
    more: tuple[Item, ...] = ()
    """What matters less: only its label is shown, with a link to its rule."""
    rest: tuple[Item, ...] = ()
    """What comes after the items: folded on a page; in a file counted and named."""


@dataclass(frozen=True)
class Marks:
    """A strip of marks, one for each thing that stands one way or another, with the list behind it."""

    reading: str
    marks: tuple[tuple[str, str], ...]
    """Name and tone (a criterion status) of each."""


@dataclass(frozen=True)
class Table:
    """A table with a caption; every cell is text."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""


@dataclass(frozen=True)
class Picture:
    """A figure by name (in `charts`), a sentence that explains it (`reading`), and its data as a table."""

    name: str
    reading: str
    table: Table
    caption: str = ""
    """Words about the drawing only ("The dotted line is ..."): shown where it is drawn, not in text or Markdown."""


@dataclass(frozen=True)
class Choices:
    """Questions shown as chips that open the question; each with the person's answer in words."""

    heading: str | None
    questions: tuple[str, ...]


@dataclass(frozen=True)
class Details:
    """Blocks that are collapsed at first."""

    title: str
    blocks: tuple[Block, ...]


Block = Paragraph | Bullets | Marks | Table | Picture | Choices | Details


@dataclass(frozen=True)
class Section:
    """One heading of the brief, with an address of its own."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    notes: tuple[str, ...] = ()
    """Ids of the sources that its statements cite, in order of first use: note 1, 2, ..."""


@dataclass(frozen=True)
class VerdictCard:
    """The top of the brief: the verdict, one sentence, and the answers that decide it."""

    verdict: str | None
    title: str
    sentence: str
    icon: str
    colour: str
    deciding: tuple[str, ...]
    """Questions of the smallest sufficient reason."""
    alternative: str | None = None
    note: str | None = None
    """Confidence or audience line."""


@dataclass(frozen=True)
class Document:
    """A whole brief: the first screen, then the headings in order."""

    title: str
    card: VerdictCard
    front: Front
    sections: tuple[Section, ...]
    sources: tuple[str, ...] = field(default=())
    """Ids of every source cited, in order of first use."""
    date: str = ""
    """The day on which it is passed on, in words; empty where nobody said."""
