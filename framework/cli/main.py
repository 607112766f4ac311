"""The entry point: arguments, the command they name, and an exit code. Commands are imported only when they run."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

from framework.cli.serve import port
from framework.errors import UserError

FORMS = (
    "text",
    "markdown",
    "json",
    "html",
    "onepage",
    "pdf",
    "adr",
    "canvas",
    "canvas-html",
    "canvas-pdf",
    "slide",
    "slide-png",
)
"""The forms of a brief (those of `report.forms`, which takes longer to import than help should)."""

EXERCISE_FORMS = ("text", "markdown", "html", "pdf")
"""The forms of an exercise sheet (those of `report.exercises`)."""

OK, UNSOUND, WRONG_INPUT = 0, 1, 2
"""Exit codes: success; the rules are not sound; invalid input."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code; a user error is a message on standard error."""
    options = parser().parse_args(arguments)
    try:
        code = int(import_module(f"framework.cli.{options.command}").run(options))
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except BrokenPipeError:
        _drop_output()  # the reader has closed the pipe (`| head`)
        return OK
    except OSError as error:
        _drop_output()
        print(f"<stdout>:1:1: unwritable: it cannot be written: {error}", file=sys.stderr)
        return WRONG_INPUT
    except UserError as error:
        print(error, file=sys.stderr)
        return WRONG_INPUT
    except KeyboardInterrupt:
        return 130


def day(text: str) -> date:
    """A day in a command line.

    Raises:
        argparse.ArgumentTypeError: it is none.
    """
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError("a day is written like 2030-12-31") from error


def _drop_output() -> None:
    """Redirect buffered output to the null device, or Python reports an error at exit."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def parser() -> argparse.ArgumentParser:
    """Every command and option."""
    top = argparse.ArgumentParser(
        prog="should-i-use-ml", description="Answers in, a reasoned recommendation out.", allow_abbrev=False
    )
    top.add_argument("--version", action=Version, help="print the version and exit")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")

    questions = commands.add_parser("questions", help="list every question, in asking order", allow_abbrev=False)
    questions.add_argument("--format", choices=("text", "json"), default="text", help="how to print them")
    _rules(questions)

    assess = commands.add_parser("assess", help="assess one answer sheet", allow_abbrev=False)
    assess.add_argument(
        "file",
        metavar="FILE",
        help="the answers, as YAML or JSON, or a brief as JSON; - reads them from standard input",
    )
    assess.add_argument("--format", choices=FORMS, default="text", metavar="FORM", help=", ".join(FORMS))
    assess.add_argument("--paper", choices=("a4", "letter"), default="a4", help="the size of printed pages")
    assess.add_argument(
        "--review", type=day, metavar="DATE", help="for a decision record: when to look at it again, as 2030-12-31"
    )
    assess.add_argument("-o", "--output", metavar="OUT", help="write to this file instead of standard output")
    _rules(assess)

    check = commands.add_parser("check", help="prove that a folder of rules is sound", allow_abbrev=False)
    check.add_argument("rules", metavar="RULES", nargs="?", help="the folder (default: the configured one)")
    _overlay(check)
    check.add_argument("--format", choices=("text", "json"), default="text", help="the format of the report")
    check.add_argument(
        "--schema", metavar="DIR", type=Path, help="write a JSON Schema of the rule files into this folder"
    )
    check.add_argument(
        "--language", metavar="CODE", help="list what is missing or outdated in a translation, as `fr`, instead"
    )
    check.add_argument("--publish", action="store_true", help="add every rule id in use to the list of published ids")

    compare = commands.add_parser("compare", help="compare two to twelve ideas", allow_abbrev=False)
    compare.add_argument(
        "files", metavar="FILE", nargs="+", help="answer sheets (YAML or JSON), or CSV tables of answers"
    )
    compare.add_argument(
        "--format", choices=("text", "markdown", "csv", "json"), default="text", help="the format of the comparison"
    )
    compare.add_argument("-o", "--output", metavar="OUT", help="write to this file instead of standard output")
    _rules(compare)

    exercise = commands.add_parser("exercise", help="make a sheet of exercises with solutions", allow_abbrev=False)
    exercise.add_argument("--seed", default="1", metavar="TEXT", help="any number or name; each gives other numbers")
    exercise.add_argument("--format", choices=EXERCISE_FORMS, default="text", help="the form of the sheet")
    exercise.add_argument(
        "--part", choices=("both", "exercises", "solutions"), default="both", help="what the sheet contains"
    )
    exercise.add_argument("--paper", choices=("a4", "letter"), default="a4", help="the size of printed pages")
    exercise.add_argument("-o", "--output", metavar="OUT", help="write to this file instead of standard output")
    _rules(exercise)

    diff = commands.add_parser("diff", help="what a new release of a rule base changes, exactly", allow_abbrev=False)
    diff.add_argument("old", metavar="OLD_RULES", help="the folder of the old rules")
    diff.add_argument("new", metavar="NEW_RULES", help="the folder of the new rules")
    diff.add_argument("--format", choices=("text", "json"), default="text", help="the format of the report")

    batch = commands.add_parser("batch", help="assess every row of a table, CSV or Parquet", allow_abbrev=False)
    batch.add_argument("file", metavar="IN", help="one sheet per row, one question per column; - reads standard input")
    batch.add_argument("-o", "--output", metavar="OUT", required=True, help="where to write; - is standard output")
    batch.add_argument(
        "--format", choices=("csv", "parquet"), help="the form of the output (default: as its name ends, else CSV)"
    )
    batch.add_argument("--explain", action="store_true", help="also say which answers decide, and what is still open")
    _rules(batch)

    handout = commands.add_parser("handout", help="all lessons as one document to print", allow_abbrev=False)
    handout.add_argument("--format", choices=("pdf", "html"), default="pdf", help="the form (%(default)s)")
    handout.add_argument("--paper", choices=("a4", "letter"), default="a4", help="the size of printed pages")
    handout.add_argument("-o", "--output", metavar="OUT", help="write to this file instead of standard output")
    _rules(handout)

    new = commands.add_parser("new", help="write a small rule base to start from", allow_abbrev=False)
    new.add_argument("what", choices=("rules",), help="what to write")
    new.add_argument("folder", metavar="DIR", help="a folder that is new or empty")

    serve = commands.add_parser("serve", help="serve the application in a browser", allow_abbrev=False)
    serve.add_argument("--address", default="127.0.0.1", metavar="A", help="the address to listen on (%(default)s)")
    serve.add_argument("--port", type=port, default=8501, metavar="P", help="the port to listen on (%(default)s)")
    return top


class Version(argparse.Action):
    """Prints the version of the installed package, looked up only on demand."""

    def __init__(self, option_strings: Sequence[str], dest: str, **options: Any) -> None:
        super().__init__(option_strings, dest, nargs=0, **options)

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        """Print it and exit."""
        from importlib.metadata import version

        print(f"{parser.prog} {version(parser.prog)}")
        parser.exit()


def _rules(command: argparse.ArgumentParser) -> None:
    command.add_argument("--rules", metavar="DIR", help="the folder of rules (default: the configured one)")
    _overlay(command)


def _overlay(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--overlay", metavar="DIR", action="append", default=[], help="a folder laid over the rules; may be repeated"
    )
