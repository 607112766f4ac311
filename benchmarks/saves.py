"""Claim: saving an answer takes milliseconds while a hundred people save at once, on both databases.

PostgreSQL is the private server of the tests, which does not wait for the disk; SQLite writes as the application does.
"""

from __future__ import annotations

import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from framework.model.sheet import Sheet
from framework.store import Store
from tools import postgresql

WRITERS = 100
SECONDS = 5.0
"""How long they write."""

PAUSE = 1.0
"""Seconds between two answers of a person in a hurry: the load of a class in which everybody taps all the time."""


def save_times(where: str, pause: float) -> list[float]:
    """Seconds that each save took, with all writers at once."""
    store = Store.open(where)
    until = time.perf_counter() + SECONDS
    taken: list[list[float]] = [[] for _ in range(WRITERS)]

    def write(own: list[float], first: float) -> None:
        work = store.work.create("", "rules", "", Sheet())
        time.sleep(first)
        while (start := time.perf_counter()) < until:
            work = store.work.save(work.key, Sheet(title=str(work.revision)), work.revision)
            own.append(time.perf_counter() - start)
            time.sleep(max(0.0, pause - own[-1]))

    threads = [threading.Thread(target=write, args=(own, pause * number / WRITERS)) for number, own in enumerate(taken)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    store.close()
    return sorted(seconds for own in taken for seconds in own)


def main() -> None:
    """Print a line for each database: at the pace of a class, and as fast as it goes."""
    for name, place in _places():
        for pace, pause in ((f"{WRITERS / PAUSE:.0f} a second asked for", PAUSE), ("without a pause", 0.0)):
            with place() as where:
                times = save_times(where, pause)
            middle, most = statistics.median(times), times[int(0.99 * len(times))]
            print(
                f"Saves, {WRITERS} writers, {name:<11} {pace:<24} {len(times) / SECONDS:>7,.0f} a second"
                f"  median {middle * 1000:>7.1f} ms  99 in 100 within {most * 1000:>7.1f} ms"
            )


def _places() -> Iterator[tuple[str, Callable[[], AbstractContextManager[str]]]]:
    yield "SQLite", _sqlite
    if postgresql.find_programs() is None:
        print(f"PostgreSQL: {postgresql.MISSING}")
    else:
        yield "PostgreSQL", postgresql.serving


@contextmanager
def _sqlite() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        yield str(Path(folder, "work.db"))


if __name__ == "__main__":
    main()
