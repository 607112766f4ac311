"""Errors that a person can fix. Everything else is a bug and keeps its stack trace.

Two kinds: a list of located problems for the author of a file, and a message for the user of the application. This is
the lowest layer: it imports no other module of this project.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Place:
    """A position in a file; line and column count from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True)
class GivenPlace(Place):
    """A position in data that came from Python: the keys down to it."""

    def __str__(self) -> str:
        return self.path


@dataclass(frozen=True)
class Problem:
    """One mistake in a file or in data from Python: where, which kind, what is wrong, and what to do next.

    `code` is a stable name for the kind of mistake; `place` is None only for data that did not come from a file.
    """

    place: Place | None
    code: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{where}{self.code}: {self.message}{hint}"

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Reading order: by file, line and column, then by code and message."""
        place = self.place or Place("", 0, 0)
        return (place.path, place.line, place.column, self.code, self.message)


class UserError(Exception):
    """An error that the user can fix; `str()` of it is a full sentence to show them.

    `template` and `hint_template`, with their {values}, can be said in another language where they are texts of the
    interface.
    """

    def __init__(self, message: str, hint: str = "", **values: object) -> None:
        self.template, self.hint_template, self.values = message, hint, values
        self.message, self.hint = (text.format(**values) if values else text for text in (message, hint))
        super().__init__(f"{self.message} {self.hint}".strip())


class _LocatedError(UserError):
    """Several problems at once, each with its place; `str()` has one line for each."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class RuleBaseError(_LocatedError):
    """A folder of rules that cannot be used, with every problem found in it."""


class SheetError(_LocatedError):
    """An answer sheet, from a file or from Python, that cannot be used, with every problem found in it."""


class OutputError(_LocatedError):
    """A file, a folder or a stream that cannot be written, under the name that the user knows it by."""


class StoreError(UserError):
    """Saved work cannot be reached, read or written.

    `reason` is what the database said, which may name machines and accounts: part of `str()`, which whoever runs the
    application reads in the log, and shown on no page.
    """

    def __init__(self, message: str, hint: str = "", *, reason: str = "", **values: object) -> None:
        super().__init__(message, hint, **values)
        if reason:
            self.args = (f"{self.message.removesuffix('.')}: {reason}. {self.hint}".strip(),)


def unwritable(output: str, message: str, hint: str, *, code: str = "unwritable") -> OutputError:
    """The error for an output that shall not be written."""
    return OutputError([Problem(Place(output), code, message, hint)])


def cannot_write(output: str, error: OSError) -> OutputError:
    """The error for an output that the system does not write."""
    reason = (error.strerror or str(error)).lower()
    return unwritable(output, f"it cannot be written: {reason}", "check the path and the free space")


MAX_COMPARED, MAX_COMPARED_CHARS = 5_000, 200
"""Names that a wrong one is compared with, and its length: each comparison takes time."""


def did_you_mean(word: str, known: Iterable[str], *, what: str = "known") -> str:
    """A hint that names the closest known word, or the known words if there are few."""
    names = sorted(known)
    few = len(names) <= MAX_COMPARED and len(word) <= MAX_COMPARED_CHARS
    close = difflib.get_close_matches(word, names, n=1, cutoff=0.6) if few else []
    if close:
        return f"did you mean `{close[0]}`?"
    if not names:
        return f"there are no {what}"
    shown = ", ".join(f"`{name}`" for name in names[:12])
    return f"{what}: {shown}" + (", ..." if len(names) > 12 else "")


def describe(value: Any) -> str:
    """A short description of a value for a message."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, int | float):
        return f"the number {value}"
    if isinstance(value, str):
        return f"`{value[:40]}{'...' if len(value) > 40 else ''}`"
    if isinstance(value, list | tuple):
        return f"a list of {len(value)}"
    return "a mapping" if isinstance(value, dict) else "something else"
