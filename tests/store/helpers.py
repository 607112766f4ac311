"""What the tests of the store share."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from framework.model.sheet import Range, Sheet
from framework.store import Store, Work

SHEET = Sheet(
    title="Wer kündigt? 谁会离开",
    answers={"goal_stated": "clear", "pattern": ("a", "b"), "harms": ("money", "time")},
    screened=("goal_stated", "pattern"),
    words={"unit": "customer", "action": "call </script> '; DROP TABLE work; --"},
    numbers={"saved": 12.5, "calls": Range(low=1, middle=2, high=3)},
)


def create(store: Store, title: str = "", sheet: Sheet = SHEET) -> Work:
    """A piece of work with any rule base."""
    return store.work.create(title, "should_i_use_ml", "d" * 64, sheet)


def at_once(*actions: Callable[[], object]) -> list[str]:
    """Begin all of them at the same moment; gives what they raised."""
    start = Barrier(len(actions))

    def begin(action: Callable[[], object]) -> None:
        start.wait(10)
        action()

    with ThreadPoolExecutor(len(actions)) as pool:
        begun = [pool.submit(begin, action) for action in actions]
    return [f"{type(error).__name__}: {error}" for future in begun if (error := future.exception())]
