"""Standard output at the end of a command, and errors of the system as errors of one output. Quick to import."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from framework.errors import cannot_write

STDOUT = "<stdout>"
"""What messages call standard output."""


@contextmanager
def as_output_errors(output: str) -> Iterator[None]:
    """Turn an error of the system into an `OutputError` that names this output; what reads inside names its own.

    A pipe that the reader has closed is no error: it stays `BrokenPipeError`.
    """
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        if output == STDOUT:
            drop_output()
        raise cannot_write(output, error) from error


def flush_output() -> None:
    """Write what a command has printed.

    Raises:
        OutputError: when standard output cannot be written.
    """
    with as_output_errors(STDOUT):
        if sys.stdout is not None:
            sys.stdout.flush()


def drop_output() -> None:
    """Redirect buffered output to the null device, or Python reports an error at exit."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
