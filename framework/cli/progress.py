"""A progress bar on standard error, while a person is watching; elsewhere nothing but the problems."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from framework.errors import Problem

_CLEAR = "\r\x1b[K"
"""Back to the beginning of the line, which is emptied."""


class Progress:
    """How far a long command has come."""

    def __init__(self, bar: Any = None):
        self._bar = bar

    def reached(self, done: int, rows: int) -> None:
        """Show how much is done, in the unit of the total, and how many rows these are."""
        if self._bar is not None:
            self._bar.label = f"{rows:,} rows"
            self._bar.update(done - self._bar.pos)
            self._bar.render_progress()

    def tell(self, problem: Problem) -> None:
        """Print a problem, above the bar if there is one."""
        print(f"{_CLEAR if self._bar is not None else ''}{problem}", file=sys.stderr)


@contextmanager
def progress(total: int | None) -> Iterator[Progress]:
    """Progress towards a total; without one, only the rows are counted."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield Progress()
        return
    import click  # comes with Streamlit

    counted = {"length": total} if total is not None else {"iterable": iter(()), "bar_template": "%(label)s"}
    with click.progressbar(**counted, label="0 rows", file=sys.stderr) as bar:
        yield Progress(bar)
