"""The entry point: the command that the arguments name, and an exit code. Commands are imported only when they run."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module

from framework.cli.arguments import parser
from framework.cli.streams import STDOUT, as_output_errors, drop_output, flush_output
from framework.errors import UserError

OK, UNSOUND, WRONG_INPUT, INTERRUPTED = 0, 1, 2, 130
"""Exit codes: success; the rules are not sound; invalid input; stopped from the keyboard, as shells number it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code; a user error is a message on standard error."""
    try:
        options = _options(arguments)
        code = int(import_module(f"framework.cli.{options.command}").run(options))
        flush_output()
        return code
    except BrokenPipeError:
        drop_output()  # the reader has closed the pipe (`| head`)
        return OK
    except UserError as error:
        print(error, file=sys.stderr)
        return WRONG_INPUT
    except KeyboardInterrupt:
        return INTERRUPTED


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The command and its options; help and the version are printed instead, and end the process."""
    with as_output_errors(STDOUT):
        try:
            return parser().parse_args(arguments)
        finally:
            flush_output()
