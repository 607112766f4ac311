"""Standard output at the end of a command; errors of the system told as those of one output. Quick to import."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from framework.errors import cannot_write

STDOUT = "<stdout>"
"""What messages call standard output."""


@contextmanager
def told(output: str) -> Iterator[None]:
    """Tells an error of the system as one of this output. What reads inside has to tell its own errors."""
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
    with told(STDOUT):
        if sys.stdout is not None:
            sys.stdout.flush()


def drop_output() -> None:
    """Redirect buffered output to the null device, or Python reports an error at exit."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
