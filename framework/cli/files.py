"""Files that commands read and write; `-` is the standard stream. Errors here are for the user to fix."""

from __future__ import annotations

import io
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO, cast

from framework.cli.streams import STDOUT, as_output_errors
from framework.errors import Place, Problem, SheetError, UserError, unwritable
from framework.model.rulebase import RuleBase
from framework.rulebase import load_rules
from framework.rulebase.briefs import MAX_BRIEF
from framework.rulebase.reading import MAX_BYTES
from framework.rulebase.replacing import replacing

STREAM = "-"

_STDIN = "<stdin>"


def rules_of(options: Namespace) -> RuleBase:
    """The rule base that the arguments name: a folder, or the configured one, with the overlays.

    Raises:
        RuleBaseError: with every problem found.
    """
    return load_rules(options.rules, options.overlay)


def rows_left_out(number: int) -> str:
    """The last line about a table of which some rows could not be used."""
    return f"{number:,} {'row was' if number == 1 else 'rows were'} left out."


def shown(file: str) -> str:
    """What messages call an input."""
    return _STDIN if file == STREAM else file


def source(file: str) -> Path | bytes:
    """The source of a sheet: a path, or the bytes of standard input (up to just over the limit).

    Raises:
        SheetError: when there is no standard input.
    """
    return _input().read(MAX_BRIEF + 1) if file == STREAM else Path(file)


def keep_apart(inputs: Iterable[str], output: str | None) -> None:
    """Refuse to write over what is read: the answers would be gone.

    Raises:
        OutputError: the output is one of the inputs, perhaps by another name.
    """
    if output in (None, STREAM):
        return
    if Path(output).resolve() in {Path(file).resolve() for file in inputs if file != STREAM}:
        raise unwritable(output, "this is the input file", "choose another")


def form_for(output: str | None, asked: str | None, endings: Mapping[str, str], usual: str) -> str:
    """The form of an output: the one asked for, else the one that the ending of its name says, else the usual one.

    `endings`: how the files of each form end (".pdf"); of forms with the same ending the name says the first.

    Raises:
        UserError: the ending is that of another form; or of none, and none was asked for.
    """
    ending = Path(output).suffix.lower() if output not in (None, STREAM) else ""
    said = [form for form, own in endings.items() if own == ending]
    if asked is None:
        if ending and not said:
            known = ", ".join(dict.fromkeys(endings.values()))
            raise UserError(f"No form of this command ends in `{ending}`.", f"Use one of {known}, or name the form.")
        return said[0] if said else usual
    if said and asked not in said:
        message = f"`{output}` ends like `--format {said[0]}`, and not like `--format {asked}`."
        raise UserError(message, "Change one of them.")
    return asked


def read_whole(file: str) -> bytes:
    """The bytes of a file, up to just over the limit of what is read at all.

    Raises:
        SheetError: when it cannot be read.
    """
    try:
        with Path(file).open("rb") as opened:
            return opened.read(MAX_BYTES + 1)
    except OSError as error:
        raise SheetError([unreadable(file, error.strerror)]) from error


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
        raise SheetError([unreadable(file, error.strerror)]) from error


@contextmanager
def writing(output: str | None) -> Iterator[TextIO]:
    """A text file that is replaced only when completely written; or standard output.

    Links are followed, permissions are kept, and anything but a regular file (a device, a pipe) is written to directly.

    Raises:
        OutputError: when it cannot be written.
    """
    if output in (None, STREAM):
        with as_output_errors(STDOUT):
            out = _output()
            yield out
            out.flush()
        return
    assert output is not None
    target = Path(output).resolve()
    if not output or target.is_dir():
        raise unwritable(output or "(empty)", "this is not a file name", "give one")
    with as_output_errors(output):
        if target.exists() and not target.is_file():
            with target.open("w", encoding="utf-8", newline="") as device:
                yield device
        else:
            with replacing(target) as part:
                yield part


def write(text: str, output: str | None) -> None:
    """Text to a file, or to standard output.

    Raises:
        OutputError: when the file cannot be written.
    """
    with writing(output) as out:
        out.write(text)


def write_bytes(content: bytes, output: str | None, *, text: bool) -> None:
    """The bytes of a file to a file, or to standard output; what is not `text` never to a terminal.

    Raises:
        OutputError: when the file cannot be written.
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


def _input() -> BinaryIO:
    if sys.stdin is None:
        raise SheetError([unreadable(_STDIN, "it is closed")])
    return sys.stdin.buffer


def _output() -> TextIO:
    if sys.stdout is None:
        raise unwritable(STDOUT, "standard output is closed", "name a file with -o")
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding="utf-8")
    return sys.stdout


def unreadable(file: str, reason: str | None) -> Problem:
    """The problem of an input that the system does not read."""
    return Problem(
        Place(file),
        "unreadable",
        f"the file cannot be read: {(reason or 'it is not a file').lower()}",
        "check the path",
    )
