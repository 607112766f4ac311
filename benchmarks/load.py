"""A class under load: simulated students speak Streamlit's own websocket protocol to processes of this machine.

    make load                     100 students, one process
    make load STUDENTS=500 PROCESSES=2 DATABASE=postgresql://...

They join, look for news as phones do, vote, drop and come back at random, and vote again, while an instructor's page
and a projector are open. In the second vote one process is killed and started again. It prints how long taps take, how
much processor time each costs with all that goes on meanwhile, and whether a vote that was acknowledged is missing or
one was counted twice. Everything happens on the loopback address.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Coroutine, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from benchmarks.hall import Measured, Process, Student, Window
from framework.classroom.plan import plan_of_case
from framework.classroom.session import Step
from framework.model.rulebase import RuleBase
from framework.rulebase import load_rules
from framework.store import Store

JOINS = 0.2
"""How many join for each tap a second: it takes two whole pages, and a hall scans the code over a minute or so."""

PATIENCE = 60.0
"""Seconds after which every phone must show the next step."""

DROPS = 0.05
"""How often a student loses the connection before a tap."""


async def run(students: int, processes: list[Process], database: str, rate: float) -> bool:
    """The whole class; True if no acknowledged vote is missing and none is counted twice."""
    rulebase, store = load_rules(), Store.open(database)
    ready = max(rulebase.classes, key=lambda ready: _one_tap(rulebase, ready.questions))
    room = store.classes.open(plan_of_case(rulebase, rulebase.case[ready.case], questions=ready.questions))
    rng = random.Random(1)
    hall = [
        Student(Window(processes, number, "join", code=room.code), random.Random(number)) for number in range(students)
    ]
    others = [
        Window(processes, 0, "class_lead", lead=room.lead_key),
        Window(processes, 1, "class_screen", code=room.code),
    ]
    for window in others:
        await window.open()
    windows = [*others, *(student.window for student in hall)]
    watching = [asyncio.create_task(window.watch()) for window in windows]

    async with _phase("join", processes) as joined:
        await _paced([student.join(joined) for student in hall], rate * JOINS)
    good = True
    for round_, step in ((1, Step.FIRST_VOTE), (2, Step.SECOND_VOTE)):
        room = store.classes.go(room.lead_key, step)
        await _all_show_it(hall)
        for student in hall:
            student.sent.clear()
            student.acknowledged.clear()
        async with _phase(f"vote {round_}, steady", processes) as steady:
            for turn in range(len(ready.questions) - 1):
                restarting = None
                if round_ == 2 and turn == 2:
                    processes[-1].kill()
                    print("(a process was killed)", flush=True)
                    restarting = asyncio.create_task(asyncio.to_thread(processes[-1].start))
                rng.shuffle(hall)
                await _paced([student.vote(steady, DROPS) for student in hall], rate)
                if restarting:
                    await restarting
        await asyncio.sleep(1)
        async with _phase(f"vote {round_}, burst", processes) as burst:
            await asyncio.gather(*(student.vote(burst, 0) for student in hall))
        good &= _count(store, room.key, round_, hall)
        for wanted in (Step.COUNTED, Step.DISCUSSION) if round_ == 1 else (Step.REVEAL,):
            room = store.classes.go(room.lead_key, wanted)
    for task in watching:
        task.cancel()
    await asyncio.gather(*watching, return_exceptions=True)
    await asyncio.gather(*(window.drop() for window in windows))
    store.classes.delete(room.lead_key)
    store.close()
    return good


@asynccontextmanager
async def _phase(name: str, processes: list[Process]) -> AsyncIterator[Measured]:
    """Measure what happens inside, and print a line about it."""
    measured, started, before = Measured(), time.perf_counter(), _used(processes)
    yield measured
    taken, seconds = sorted(measured.milliseconds) or [0.0], time.perf_counter() - started
    p95 = taken[min(len(taken) - 1, int(0.95 * len(taken)))]
    print(
        f"{name:<15}{len(taken):>6} taps {len(taken) / seconds:>6.1f} a second  p50 {statistics.median(taken):>5.0f} ms"
        f"  p95 {p95:>5.0f} ms  last {max(taken) / 1000:>5.1f} s"
        f"  {1000 * (_used(processes) - before) / len(taken):>5.1f} ms CPU each  {measured.failed} not acknowledged",
        flush=True,
    )


def _one_tap(rulebase: RuleBase, questions: Sequence[str]) -> int:
    """How many of these questions are answered with one tap."""
    return sum(rulebase.questions[id_].kind == "one" and not rulebase.questions[id_].groups for id_ in questions)


def _used(processes: list[Process]) -> float:
    return sum(process.seconds() for process in processes)


async def _all_show_it(hall: list[Student]) -> None:
    """Wait until every phone has found the vote by itself."""
    started = time.perf_counter()
    while any(not student.choices() for student in hall) and time.perf_counter() - started < PATIENCE:
        await asyncio.sleep(0.1)
    missing = sum(not student.choices() for student in hall)
    print(f"the vote is on all phones after {time.perf_counter() - started:.1f} s" + f", but {missing}" * bool(missing))


async def _paced(work: list[Coroutine[Any, Any, object]], rate: float) -> None:
    """Start so many a second, and wait for all."""
    started, tasks = time.perf_counter(), []
    for number, item in enumerate(work):
        await asyncio.sleep(max(0.0, started + number / rate - time.perf_counter()))
        tasks.append(asyncio.create_task(item))
    await asyncio.gather(*tasks)


def _count(store: Store, classroom: str, round_: int, hall: list[Student]) -> bool:
    """Compare what was tapped and acknowledged with what is saved; True if nothing is lost or doubled."""
    saved: dict[str, Counter[str]] = {}
    for vote in store.votes.of(classroom):
        if vote.round == round_:
            saved.setdefault(vote.participant, Counter())[f"pick_{vote.question}_{vote.answer}"] += 1
    lost = doubled = 0
    for student in hall:
        mine = saved.get(student.me, Counter())
        lost += sum(key not in mine for key in student.acknowledged)
        doubled += (mine - student.sent).total()
    print(
        f"vote {round_}: {sum(mine.total() for mine in saved.values())} saved, {lost} lost, {doubled} doubled",
        flush=True,
    )
    return lost == 0 and doubled == 0


def main() -> int:
    """Run it and print what was measured."""
    parser = argparse.ArgumentParser(description="A class under load")
    parser.add_argument("--students", type=int, default=100)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--rate", type=float, default=50.0, help="taps a second")
    parser.add_argument("--database", default="", help="by default a new file that is deleted afterwards")
    chosen = parser.parse_args()
    students = min(chosen.students, 1000)
    with tempfile.TemporaryDirectory() as folder:
        database = chosen.database or str(Path(folder) / "load.db")
        processes = [Process(database, Path(folder) / f"log{number}") for number in range(chosen.processes)]
        try:
            for process in processes:
                process.start()
            print(
                f"{students} students, {len(processes)} process(es), {os.cpu_count()} cores, "
                f"{chosen.rate:g} taps a second, {'PostgreSQL' if '://' in database else 'SQLite'}",
                flush=True,
            )
            good = asyncio.run(run(students, processes, database, chosen.rate))
        finally:
            for process in processes:
                process.kill()
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
