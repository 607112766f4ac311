"""Files that commands read and write; `-` is the standard stream. Errors here are for the user to fix."""

from __future__ import annotations

import io
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, TextIO, cast

from framework.errors import Place, Problem, SheetError, UserError
from framework.rulebase.briefs import MAX_BRIEF
from framework.rulebase.reading import MAX_BYTES

STREAM = "-"


def source(file: str) -> Path | bytes:
    """The source of a sheet: a path, or the bytes of standard input (up to just over the limit).

    Raises:
        SheetError: when there is no standard input.
    """
    return _input().read(MAX_BRIEF + 1) if file == STREAM else Path(file)


def read_whole(file: str) -> bytes:
    """The bytes of a file, up to just over the limit of what is read at all.

    Raises:
        SheetError: when it cannot be read.
    """
    try:
        with Path(file).open("rb") as opened:
            return opened.read(MAX_BYTES + 1)
    except OSError as error:
        raise SheetError([_unreadable(file, error.strerror)]) from error


def open_bytes(file: str) -> io.BufferedReader:
    """A file for reading bytes, whose first ones can be looked at before they are read.

    Raises:
        SheetError: when it cannot be opened.
    """
    if file == STREAM:
        return io.BufferedReader(cast(io.RawIOBase, _input()))
    try:
        return Path(file).open("rb")
    except OSError as error:
        raise SheetError([_unreadable(file, error.strerror)]) from error


@contextmanager
def writing(output: str | None) -> Iterator[TextIO]:
    """A text file that is replaced only when completely written; or standard output.

    Links are followed, permissions are kept, and anything but a regular file (a device, a pipe) is written to directly.

    Raises:
        UserError: when it cannot be written.
    """
    if output in (None, STREAM):
        yield _output()
        return
    assert output is not None
    target = Path(output).resolve()
    if not output or target.is_dir():
        raise UserError(f"{output or '(empty)'}:1:1: unwritable: this is not a file name", "(give one)")
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


def write_bytes(content: bytes, output: str | None, *, text: bool) -> None:
    """The bytes of a file to a file, or to standard output; what is not `text` never to a terminal.

    Raises:
        UserError: when the file cannot be written.
    """
    if not text:
        refuse_terminal(output)
    with writing(output) as out:
        out.flush()
        out.buffer.write(content)


def refuse_terminal(output: str | None) -> None:
    """Check that what is not text does not go to a terminal.

    Raises:
        UserError: when it would.
    """
    if output in (None, STREAM) and sys.stdout is not None and sys.stdout.isatty():
        raise UserError("This form is not text, so a terminal cannot show it.", "Name a file with -o.")


def cannot_write(output: str, error: OSError) -> UserError:
    """The error for an output that cannot be written."""
    reason = (error.strerror or str(error)).lower()
    return UserError(f"{output}:1:1: unwritable: it cannot be written: {reason}", "(check the path and the free space)")


@contextmanager
def _replacing(target: Path) -> Iterator[TextIO]:
    """A temporary file that replaces the target at the end; removed on failure."""
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
        Place(file),
        "unreadable",
        f"the file cannot be read: {(reason or 'it is not a file').lower()}",
        "check the path",
    )
