"""What is worked out of a rule base once and then shared by every thread of a process: its index, its diagrams."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

from framework.model.rulebase import RuleBase

T = TypeVar("T")


class Kept(Generic[T]):
    """One thing for each of the rule bases that were used last.

    Rule bases are told apart as objects and not by their digest: what is kept refers to the one that it was made of,
    and two loads of the same folder would otherwise drive each other out.
    """

    def __init__(self, most: int):
        """`most`: of how many rule bases something is kept; of those, the one not used for longest goes first."""
        self._most = most
        self._kept: OrderedDict[int, tuple[RuleBase, T]] = OrderedDict()
        self._lock, self._making = Lock(), Lock()

    def of(self, rulebase: RuleBase, make: Callable[[], T]) -> T:
        """What is kept of a rule base, made if there is nothing. Who finds something never waits for a making."""
        found = self._found(rulebase)
        if found is None:
            with self._making:
                found = self._found(rulebase)
                if found is None:
                    found = (rulebase, make())
                    with self._lock:
                        self._kept[id(rulebase)] = found
                        if len(self._kept) > self._most:
                            self._kept.popitem(last=False)
        return found[1]

    def _found(self, rulebase: RuleBase) -> tuple[RuleBase, T] | None:
        with self._lock:
            found = self._kept.get(id(rulebase))  # the entry holds the rule base, so no other one can have its number
            if found is not None:
                self._kept.move_to_end(id(rulebase))
            return found
