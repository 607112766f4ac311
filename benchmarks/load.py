"""A class under load: simulated students speak Streamlit's own websocket protocol to processes of this machine.

    make load                     100 students, one process
    make load STUDENTS=500 PROCESSES=2 DATABASE=postgresql://...

They join, vote, drop and come back at random, and vote again, while an instructor's page is open. In the middle one
process is killed and started again. It prints how long taps take, and whether a vote that was acknowledged is missing
or counted twice. Everything happens on the loopback address.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Coroutine
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.typing import Origin

from framework.classroom.plan import plan_of_case
from framework.classroom.session import Step
from framework.classroom.votes import ballots
from framework.rulebase import load_rules
from framework.settings import DATABASE
from framework.store import Store

ROOT = Path(__file__).parents[1]
GIVE_UP = 30.0
"""Seconds without an answer after which a tap counts as failed; the student then reconnects."""

RESTARTS_WITHIN = 90
"""Seconds after which a process that was killed must answer again, on a busy machine."""

READS = 0.5
"""Seconds that a student looks at a new screen at least; the application takes no tap within 0.4."""


@dataclass
class Measured:
    """What came of the taps of one phase."""

    milliseconds: list[float] = field(default_factory=list)
    failed: int = 0

    def line(self, name: str, seconds: float) -> str:
        """One line of the report."""
        taken = sorted(self.milliseconds) or [0.0]
        p95 = taken[min(len(taken) - 1, int(0.95 * len(taken)))]
        return (
            f"{name:<16}{len(taken):>6} taps  {len(taken) / max(seconds, 0.001):>6.1f} a second  "
            f"p50 {statistics.median(taken):>6.0f} ms  p95 {p95:>6.0f} ms  last after {max(taken) / 1000:.1f} s"
            f"  not acknowledged {self.failed}"
        )


class Process:
    """One application process; it can be killed and started again on the same port."""

    def __init__(self, database: str, log: Path) -> None:
        with socket.socket() as found:
            found.bind(("127.0.0.1", 0))
            self.port = int(found.getsockname()[1])
        self._environment, self._log = {**os.environ, DATABASE: database}, log
        self._running: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it and wait until it answers."""
        with self._log.open("ab") as log:
            self._running = subprocess.Popen(
                [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(self.port)],
                cwd=ROOT, env=self._environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            )  # fmt: skip
        until = time.monotonic() + 60
        while time.monotonic() < until:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/_stcore/health", timeout=2):
                    return
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        raise RuntimeError(f"the application did not start; see {self._log}")

    def kill(self) -> None:
        """End it without a warning, as a power cut would."""
        if self._running:
            self._running.send_signal(signal.SIGKILL)
            self._running.wait(15)
            self._running = None


class Window:
    """A browser window: opens a page, presses buttons by key, and knows which are on the page."""

    def __init__(self, processes: list[Process], number: int, page: str, **params: str) -> None:
        self._processes, self._number, self._page, self.params = processes, number, page, dict(params)
        self._socket: websockets.ClientConnection | None = None
        self.buttons: dict[str, tuple[str, str]] = {}
        """Key of a button to its id and that of its fragment."""
        self.since = 0.0
        """When the present screen came."""

    async def open(self) -> None:
        """Connect to a process that answers, and load the page."""
        await self.drop()
        for attempt in range(2 * RESTARTS_WITHIN):
            port = self._processes[(self._number + attempt) % len(self._processes)].port
            try:
                self._socket = await websockets.connect(
                    f"ws://127.0.0.1:{port}/_stcore/stream", max_size=None, subprotocols=["streamlit"],  # type: ignore[list-item]
                    origin=Origin(f"http://127.0.0.1:{port}"), open_timeout=GIVE_UP, user_agent_header="load",
                )  # fmt: skip
                self.buttons.clear()
                await self._run(BackMsg())
                return
            except (OSError, websockets.WebSocketException, TimeoutError):
                await asyncio.sleep(0.5)
        raise RuntimeError("no process answers")

    async def drop(self) -> None:
        """Lose the connection."""
        if self._socket:
            await self._socket.close()
            self._socket = None

    async def press(self, key: str) -> None:
        """Press a button, and wait until the page has come up with what it did."""
        id_, fragment = self.buttons[key]
        message = BackMsg()
        if fragment:
            message.rerun_script.fragment_id = fragment
        state = message.rerun_script.widget_states.widgets.add()
        state.id, state.trigger_value = id_, True
        await self._run(message)

    async def _run(self, message: BackMsg) -> None:
        assert self._socket
        message.rerun_script.query_string = urlencode(self.params)
        message.rerun_script.page_name = self._page
        message.rerun_script.context_info.url = f"http://127.0.0.1/{self._page}"
        fresh: dict[str, tuple[str, str]] = {}
        await self._socket.send(message.SerializeToString())
        async with asyncio.timeout(GIVE_UP):
            while True:
                received = ForwardMsg()
                received.ParseFromString(bytes(await self._socket.recv()))  # type: ignore[arg-type]
                kind = received.WhichOneof("type")
                if kind == "delta":
                    element = received.delta.new_element
                    if element.WhichOneof("type") == "button" and "-" in element.button.id:
                        fresh[element.button.id.rsplit("-", 1)[-1]] = (element.button.id, received.delta.fragment_id)
                elif kind == "page_info_changed":
                    self.params = dict(parse_qsl(received.page_info_changed.query_string))
                elif kind == "script_finished":
                    if received.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                        continue
                    self.buttons, self.since = fresh, time.monotonic()
                    return


class Student:
    """Joins, answers with random choices, loses the connection now and then."""

    def __init__(self, window: Window, rng: random.Random) -> None:
        self.window, self._rng = window, rng
        self.acknowledged: list[str] = []
        """Buttons whose answer came back: each is a vote that must be there."""

    async def join(self, measured: Measured) -> None:
        """Two taps: open the address, press the button."""
        await self.window.open()
        await self._tap("join", measured)

    def choice(self) -> str | None:
        """Some choice on the page; None where there is none."""
        keys = [key for key in self.window.buttons if key.startswith("pick_") and "again" not in key]
        return self._rng.choice(keys) if keys else None

    async def vote(self, measured: Measured, drops: float) -> bool:
        """Tap a choice; False where all is answered or nothing was to be chosen."""
        if self._rng.random() < drops:
            await self.window.open()
        key = self.choice()
        if key is None:
            await self.window.open()
            key = self.choice()
        if key is None:
            return False
        await asyncio.sleep(max(0.0, READS - (time.monotonic() - self.window.since)))
        if await self._tap(key, measured) and "_group_" not in key and key not in self.window.buttons:
            self.acknowledged.append(key)  # the page went on to the next question
        return True

    async def _tap(self, key: str, measured: Measured) -> bool:
        before = time.perf_counter()
        try:
            await self.window.press(key)
        except (OSError, websockets.WebSocketException, TimeoutError, AssertionError, KeyError):
            measured.failed += 1
            await self.window.open()
            return False
        measured.milliseconds.append(1000 * (time.perf_counter() - before))
        return True


async def run(students: int, processes: list[Process], database: str, rate: float) -> bool:
    """The whole class; True if no acknowledged vote is missing and none is counted twice."""
    rulebase, store = load_rules(), Store.open(database)
    ready = rulebase.ready_class["generative"] if "generative" in rulebase.ready_class else rulebase.classes[0]
    room = store.classes.open(plan_of_case(rulebase, rulebase.case[ready.case], questions=ready.questions))
    rng = random.Random(1)
    everybody = [
        Student(Window(processes, number, "join", code=room.code), random.Random(number)) for number in range(students)
    ]
    lead = Window(processes, 0, "class_lead", lead=room.lead_key)
    await lead.open()
    watching = asyncio.create_task(_watch(lead))

    joined, started = Measured(), time.perf_counter()
    await _paced([student.join(joined) for student in everybody], rate)
    print(joined.line("join", time.perf_counter() - started), flush=True)

    good = True
    for round_, step in ((1, Step.FIRST_VOTE), (2, Step.SECOND_VOTE)):
        room = store.classes.go(room.lead_key, step)
        await _paced([student.window.open() for student in everybody], rate)
        await asyncio.sleep(1)
        for student in everybody:
            student.acknowledged.clear()
        steady, started = Measured(), time.perf_counter()
        for turn in range(len(ready.questions) - 1):
            if round_ == 2 and turn == 2:
                processes[-1].kill()
                print("(a process was killed)", flush=True)
                restarting = asyncio.create_task(asyncio.to_thread(processes[-1].start))
            rng.shuffle(everybody)
            await _paced([student.vote(steady, 0.05) for student in everybody], rate)
            if round_ == 2 and turn == 2:
                await restarting
        print(steady.line(f"vote {round_}, steady", time.perf_counter() - started), flush=True)
        burst, started = Measured(), time.perf_counter()
        await asyncio.gather(*(student.vote(burst, 0) for student in everybody))
        print(burst.line(f"vote {round_}, burst", time.perf_counter() - started), flush=True)
        good &= _count(store, room.key, round_, everybody)
        for wanted in (Step.COUNTED, Step.DISCUSSION) if round_ == 1 else (Step.REVEAL,):
            room = store.classes.go(room.lead_key, wanted)
    watching.cancel()
    for student in everybody:
        await student.window.drop()
    await lead.drop()
    store.classes.delete(room.lead_key)
    store.close()
    return good


async def _watch(lead: Window) -> None:
    """An instructor's page, loaded again every two seconds."""
    while True:
        await asyncio.sleep(2)
        try:
            await lead.open()
        except (OSError, websockets.WebSocketException, TimeoutError):
            continue


async def _paced(work: list[Coroutine[Any, Any, object]], rate: float) -> None:
    """Start so many a second, and wait for all."""
    tasks = []
    for item in work:
        tasks.append(asyncio.create_task(item))
        await asyncio.sleep(1 / rate)
    await asyncio.gather(*tasks)


def _count(store: Store, classroom: str, round_: int, everybody: list[Student]) -> bool:
    """Compare what was acknowledged with what is saved."""
    votes = store.participants.votes(classroom)
    counted = ballots(votes, round_)
    lost = doubled = 0
    for student in everybody:
        saved = [v for v in votes if v.participant == student.window.params.get("me") and v.round == round_]
        ballot = counted.get(student.window.params.get("me", ""), {})
        single = [key for key in student.acknowledged if not key.startswith("pick_keep_all")]
        lost += max(0, len(single) - len(saved))
        doubled += len(ballot) != len({vote.question for vote in saved})
        doubled += len({(vote.question, vote.sequence) for vote in saved}) != len(saved)
    print(f"vote {round_}: {len(votes)} votes saved so far, {lost} lost, {doubled} doubled", flush=True)
    return lost == 0 and doubled == 0


def main() -> int:
    """Run it and print what was measured."""
    parser = argparse.ArgumentParser(description="A class under load")
    parser.add_argument("--students", type=int, default=100)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--rate", type=float, default=50.0, help="taps a second")
    parser.add_argument("--database", default="", help="by default a new file that is deleted afterwards")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        database = chosen.database or str(Path(folder) / "load.db")
        processes = [Process(database, Path(folder) / f"log{number}") for number in range(chosen.processes)]
        try:
            for process in processes:
                process.start()
            print(
                f"{min(chosen.students, 1000)} students, {chosen.processes} process(es), {chosen.rate:g} taps a second"
            )
            good = asyncio.run(run(min(chosen.students, 1000), processes, database, chosen.rate))
        finally:
            for process in processes:
                process.kill()
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
