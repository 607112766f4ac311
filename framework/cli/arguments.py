"""The arguments of every command. Apart from the commands, which import what they work with: help needs none."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from framework.cli.serve import port

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


_BY_ENDING = "default: taken from the ending of OUT; without one, text"


def parser() -> argparse.ArgumentParser:
    """Every command and option."""
    top = argparse.ArgumentParser(
        prog="should-i-use-ml", description="Answers in, a reasoned recommendation out.", allow_abbrev=False
    )
    top.add_argument("--version", action=Version, help="print the version and exit")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, (words, add_arguments) in COMMANDS.items():
        add_arguments(commands.add_parser(name, help=words, allow_abbrev=False))
    return top


def day(text: str) -> date:
    """A day in a command line.

    Raises:
        argparse.ArgumentTypeError: it is none.
    """
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError("a day is written like 2030-12-31") from error


class Version(argparse.Action):
    """Prints the version of the installed package, looked up only on demand."""

    def __init__(self, option_strings: Sequence[str], dest: str, **options: Any) -> None:
        super().__init__(option_strings, dest, nargs=0, **options)

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        """Print it and exit."""
        from importlib.metadata import version

        print(f"{parser.prog} {version(parser.prog)}")
        parser.exit()


def _questions(command: argparse.ArgumentParser) -> None:
    command.add_argument("--format", choices=("text", "json"), default="text", help="how to print the questions")
    _rules(command)


def _assess(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "file",
        metavar="FILE",
        help="the answers, as YAML or JSON, or a brief as JSON; - reads them from standard input",
    )
    command.add_argument("--format", choices=FORMS, metavar="FORM", help=f"{', '.join(FORMS)}; {_BY_ENDING}")
    command.add_argument("--paper", choices=("a4", "letter"), default="a4", help="the size of printed pages")
    command.add_argument(
        "--review",
        type=day,
        metavar="DATE",
        help="for a decision record: when to look at it again, for example 2030-12-31",
    )
    command.add_argument("-o", "--output", metavar="OUT", help="write to this file instead of standard output")
    _rules(command)


def _check(command: argparse.ArgumentParser) -> None:
    command.add_argument("rules", metavar="RULES", nargs="?", help="the folder (default: the configured one)")
    _overlay(command)
    command.add_argument("--format", choices=("text", "json"), default="text", help="the format of the report")
    command.add_argument(
        "--schema", metavar="DIR", type=Path, help="write a JSON Schema of the rule files into this folder"
    )
    command.add_argument(
        "--language",
        metavar="CODE",
        help="instead, list the mistakes in a translation such as `fr`, and what is missing or outdated in it",
    )
    command.add_argument("--publish", action="store_true", help="add every rule id in use to the list of published ids")


def _compare(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "files",
        metavar="FILE",
        nargs="+",
        help="answer sheets (YAML or JSON), or tables of answers: these are recognised by the ending .csv",
    )
    command.add_argument(
        "--format", choices=("text", "markdown", "csv", "json"), help=f"the form of the comparison; {_BY_ENDING}"
    )
    command.add_argument("-o", "--output", metavar="OUT", help="write to this file instead of standard output")
    _rules(command)


def _exercise(command: argparse.ArgumentParser) -> None:
    command.add_argument("--seed", default="1", metavar="TEXT", help="any number or name; each gives a different sheet")
    command.add_argument("--format", choices=EXERCISE_FORMS, help=f"the form of the sheet; {_BY_ENDING}")
    command.add_argument(
        "--part", choices=("both", "exercises", "solutions"), default="both", help="what the sheet contains"
    )
    command.add_argument("--paper", choices=("a4", "letter"), default="a4", help="the size of printed pages")
    command.add_argument("-o", "--output", metavar="OUT", help="write to this file instead of standard output")
    _rules(command)


def _diff(command: argparse.ArgumentParser) -> None:
    command.add_argument("old", metavar="OLD_RULES", help="the folder of the old rules")
    command.add_argument("new", metavar="NEW_RULES", help="the folder of the new rules")
    command.add_argument("--format", choices=("text", "json"), default="text", help="the format of the report")


def _batch(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "file",
        metavar="IN",
        help="a table, CSV or Parquet; - reads standard input. "
        "Each row is a sheet; columns are `title` and ids of questions. "
        "`;` between answers that hold together, `a|b` for one of these, an empty cell is unknown; "
        "numbers also as 5-10 or 6 %%. Rows with mistakes are left out (exit code 2)",
    )
    command.add_argument("-o", "--output", metavar="OUT", required=True, help="where to write; - is standard output")
    command.add_argument(
        "--format",
        choices=("csv", "parquet"),
        help="the form of the output (default: taken from the ending of OUT; without one, CSV)",
    )
    command.add_argument("--explain", action="store_true", help="also say which answers decide, and what is still open")
    _rules(command)


def _handout(command: argparse.ArgumentParser) -> None:
    command.add_argument("--lesson", metavar="ID", help="only this lesson")
    command.add_argument("--without-answers", action="store_true", help="leave the answers at the end out")
    command.add_argument(
        "--address", metavar="URL", help="where the application runs, to print beside what needs a screen"
    )
    command.add_argument(
        "--format", choices=("pdf", "html"), help="the form (default: taken from the ending of OUT; without one, PDF)"
    )
    command.add_argument("--paper", choices=("a4", "letter"), default="a4", help="the size of printed pages")
    command.add_argument("-o", "--output", metavar="OUT", help="write to this file instead of standard output")
    _rules(command)


def _new(command: argparse.ArgumentParser) -> None:
    command.add_argument("what", choices=("rules",), help="what to write")
    command.add_argument("folder", metavar="DIR", help="a folder that is new or empty")


def _backup(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE", help="a file that is not there yet")


def _serve(command: argparse.ArgumentParser) -> None:
    command.add_argument("--address", default="127.0.0.1", metavar="A", help="the address to listen on (%(default)s)")
    command.add_argument("--port", type=port, default=8501, metavar="P", help="the port to listen on (%(default)s)")


def _rules(command: argparse.ArgumentParser) -> None:
    command.add_argument("--rules", metavar="DIR", help="the folder of rules (default: the configured one)")
    _overlay(command)


def _overlay(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--overlay", metavar="DIR", action="append", default=[], help="a folder laid over the rules; may be repeated"
    )


COMMANDS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "questions": ("list every question, in asking order", _questions),
    "assess": ("assess one answer sheet", _assess),
    "check": ("prove that a folder of rules is sound", _check),
    "compare": ("compare two to twelve ideas", _compare),
    "exercise": ("make a sheet of exercises with solutions", _exercise),
    "diff": ("show exactly what a new release of a rule base changes", _diff),
    "batch": ("assess every row of a table, CSV or Parquet", _batch),
    "handout": ("print the lessons, or one of them", _handout),
    "new": ("write a small rule base to start from", _new),
    "backup": ("copy saved work to a file, also while the application runs", _backup),
    "serve": ("serve the application in a browser", _serve),
}
"""Each command: what it is for, and what adds its arguments. Its module has the same name."""
