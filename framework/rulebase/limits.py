"""What reading a rule base may take at most. Our own folders need no limits; what a stranger sends does."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from framework.rulebase.source_file import SourceFile


class EnoughFound(Exception):
    """Reading stops here: what was found so far is enough to refuse the rules."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass
class Limits:
    """The limits of one reading; None is no limit."""

    values: int | None = None
    """YAML values, keys included, in all files together; counts down."""
    values_of_a_file: int | None = None
    problems: int | None = None
    seconds: float | None = None
    """Processor time of this thread."""
    questions: int | None = None
    options: int | None = None
    """Options of one question."""
    cases: int | None = None
    _started: float = field(default_factory=time.thread_time)

    @property
    def values_left(self) -> int | None:
        """How many values the next file may have."""
        return min((most for most in (self.values, self.values_of_a_file) if most is not None), default=None)

    def counted(self, file: SourceFile) -> SourceFile:
        """Subtract a file's values from what all files may still have, if that is limited; returns the file."""
        if self.values is not None:
            self.values -= file.values
        return file

    def check(self, problems: int) -> None:
        """Check how far the reading is.

        Raises:
            EnoughFound: a limit is passed.
        """
        if self.problems is not None and problems >= self.problems:
            raise EnoughFound(f"reading stopped after {problems} problems")
        if self.seconds is not None and time.thread_time() - self._started > self.seconds:
            raise EnoughFound(f"reading stopped after {self.seconds:g} seconds: the rules are too large")
