"""Files that commands read and write; `-` is the standard stream. What goes wrong here is the user's to mend."""

from __future__ import annotations

import io
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, TextIO

from framework.errors import Place, Problem, SheetError, UserError
from framework.rulebase.reading import MAX_BYTES

STREAM = "-"


def source(file: str) -> Path | bytes:
    """Where a sheet comes from: a path, or the bytes of standard input (no more than one that is too long has).

    Raises:
        SheetError: when there is no standard input.
    """
    return _input().read(MAX_BYTES + 1) if file == STREAM else Path(file)


def open_text(file: str) -> TextIO:
    """A text file for reading, without changes to its line ends.

    Raises:
        SheetError: when it cannot be opened.
    """
    if file == STREAM:
        return io.TextIOWrapper(_input(), encoding="utf-8-sig", newline="")
    try:
        return Path(file).open(encoding="utf-8-sig", newline="")
    except OSError as error:
        raise SheetError([_unreadable(file, error.strerror)]) from error


@contextmanager
def writing(output: str | None) -> Iterator[TextIO]:
    """A text file that appears whole or not at all: what stood there stays until all is written. Or standard output.

    A link is followed, permissions are kept, and what is no plain file (a device, a pipe) is written to directly.

    Raises:
        UserError: when it cannot be written.
    """
    if output in (None, STREAM):
        yield _output()
        return
    assert output is not None
    target = Path(output).resolve()
    if not output or target.is_dir():
        raise UserError(f"{output or '(empty)'}:1:1: unwritable: this is no name of a file", "(name one)")
    try:
        if target.exists() and not target.is_file():
            with target.open("w", encoding="utf-8", newline="") as device:
                yield device
        else:
            with _replacing(target) as part:
                yield part
    except BrokenPipeError:
        raise
    except OSError as error:
        raise cannot_write(output, error) from error


def write(text: str, output: str | None) -> None:
    """Text to a file, or to standard output.

    Raises:
        UserError: when the file cannot be written.
    """
    with writing(output) as out:
        out.write(text)


def cannot_write(output: str, error: OSError) -> UserError:
    """The mistake of an output that cannot be written."""
    reason = (error.strerror or str(error)).lower()
    return UserError(f"{output}:1:1: unwritable: it cannot be written: {reason}", "(check the path and the space)")


@contextmanager
def _replacing(target: Path) -> Iterator[TextIO]:
    """A file beside the target that takes its place at the end; gone if anything fails before."""
    with tempfile.NamedTemporaryFile(
        "w", dir=target.parent, prefix=f".{target.name}.", encoding="utf-8", newline="", delete=False
    ) as part:
        try:
            yield part  # type: ignore[misc]
            part.flush()
            if target.exists():
                shutil.copymode(target, part.name)
            else:
                mask = os.umask(0)
                os.umask(mask)
                Path(part.name).chmod(0o666 & ~mask)
            Path(part.name).replace(target)
        finally:
            with suppress(OSError):
                Path(part.name).unlink(missing_ok=True)


def _input() -> BinaryIO:
    if sys.stdin is None:
        raise SheetError([_unreadable("<stdin>", "it is closed")])
    return sys.stdin.buffer


def _output() -> TextIO:
    if sys.stdout is None:
        raise UserError("<stdout>:1:1: unwritable: standard output is closed", "(name a file with -o)")
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding="utf-8")
    return sys.stdout


def _unreadable(file: str, reason: str | None) -> Problem:
    return Problem(
        Place(file), "unreadable", f"the file cannot be read: {(reason or 'it is no file').lower()}", "check the path"
    )
