"""Files that commands read and write; `-` is the standard stream. What goes wrong here is the user's to mend."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TextIO

from framework.errors import Place, Problem, SheetError, UserError

STREAM = "-"


def read(file: str) -> bytes:
    """The bytes of standard input.

    Raises:
        SheetError: when the file cannot be read.
    """
    if file == STREAM:
        return sys.stdin.buffer.read()
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise SheetError([unreadable(file, error)]) from error


def open_text(file: str) -> TextIO:
    """A text file for reading, without changes to its line ends.

    Raises:
        SheetError: when it cannot be opened.
    """
    if file == STREAM:
        return io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig", newline="")
    try:
        return Path(file).open(encoding="utf-8-sig", newline="")
    except OSError as error:
        raise SheetError([unreadable(file, error)]) from error


def unreadable(file: str, error: OSError) -> Problem:
    """The problem of a file that cannot be opened."""
    reason = (error.strerror or "it cannot be read").lower()
    return Problem(Place(file), "unreadable", f"the file cannot be read: {reason}", "check the path")


def write(text: str, output: str | None) -> None:
    """Text to a file, or to standard output.

    Raises:
        UserError: when the file cannot be written.
    """
    if output in (None, STREAM):
        reconfigure = getattr(sys.stdout, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8")
        sys.stdout.write(text)
        return
    assert output is not None
    try:
        Path(output).write_text(text, encoding="utf-8")
    except OSError as error:
        raise cannot_write(output, error) from error


def cannot_write(output: str, error: OSError) -> UserError:
    """The mistake of an output that cannot be written."""
    return UserError(
        f"{output}:1:1: unwritable: the file cannot be written: {(error.strerror or '').lower()}", "(check the path)"
    )
