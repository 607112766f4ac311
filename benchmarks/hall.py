"""A hall full of phones: application processes of this machine, and students who speak Streamlit's protocol to them."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.typing import Origin, Subprotocol

from framework.settings import DATABASE
from tools.ports import free_ports

ROOT = Path(__file__).parents[1]
GIVE_UP = 30.0
"""Seconds without an answer after which a tap counts as failed; the student then reconnects."""

STARTS_WITHIN = 90
"""Seconds after which a process must answer, on a busy machine."""

READS = 0.5
"""Seconds that a student looks at a new screen at least; the application takes no tap within 0.4."""

BROKEN = (OSError, websockets.WebSocketException, TimeoutError)
"""What a lost connection, a killed process or a silent one raises."""


@dataclass
class Measured:
    """What came of the taps of one phase."""

    milliseconds: list[float] = field(default_factory=list)
    failed: int = 0


class Process:
    """One application process; it can be killed and started again on the same port."""

    def __init__(self, database: str, log: Path) -> None:
        (self.port,) = free_ports()
        self._environment, self._log = {**os.environ, DATABASE: database}, log
        self._running: subprocess.Popen[bytes] | None = None
        self._before = 0.0

    def start(self) -> None:
        """Start it and wait until it answers.

        Raises:
            RuntimeError: it does not.
        """
        with self._log.open("ab") as log:
            self._running = subprocess.Popen(
                [sys.executable, "-m", "streamlit", "run", "server.py", "--server.port", str(self.port)],
                cwd=ROOT, env=self._environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            )  # fmt: skip
        until = time.monotonic() + STARTS_WITHIN
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
            self._before = self.seconds()
            self._running.send_signal(signal.SIGKILL)
            self._running.wait(15)
            self._running = None

    def seconds(self) -> float:
        """Processor time that it has used so far, in seconds, before a restart included; 0 where there is no /proc."""
        if self._running is None:
            return self._before
        try:
            fields = Path(f"/proc/{self._running.pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            return self._before
        return self._before + (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Window:
    """A browser window: opens a page, presses buttons by key, looks for news as often as the page wants."""

    def __init__(self, processes: list[Process], number: int, page: str, **params: str) -> None:
        self._processes, self._number, self._page, self.params = processes, number, page, dict(params)
        self._socket: websockets.ClientConnection | None = None
        self._turn = asyncio.Lock()
        self.buttons: dict[str, tuple[str, str]] = {}
        """Key of a button to its id and that of its fragment."""
        self._looks: dict[str, float] = {}
        """Fragments that are to run again by themselves, and after how many seconds."""
        self._hash = ""
        """What the server calls the page; without it, a part that runs the whole page again would end at the start."""
        self.since = 0.0
        """When the present screen came."""

    async def open(self) -> None:
        """Connect to a process that answers, and load the page.

        Raises:
            RuntimeError: no process answers for long.
        """
        async with self._turn:
            await self._open()

    async def _open(self) -> None:
        await self._close()
        until = time.monotonic() + STARTS_WITHIN
        attempt = 0
        while time.monotonic() < until:
            port = self._processes[(self._number + attempt) % len(self._processes)].port
            attempt += 1
            try:
                self._socket = await websockets.connect(
                    f"ws://127.0.0.1:{port}/_stcore/stream", max_size=None, subprotocols=[Subprotocol("streamlit")],
                    origin=Origin(f"http://127.0.0.1:{port}"), open_timeout=GIVE_UP, user_agent_header="load",
                )  # fmt: skip
                await self._run(BackMsg())
                return
            except BROKEN:
                await asyncio.sleep(0.5)
        raise RuntimeError("no process answers")

    async def drop(self) -> None:
        """Lose the connection."""
        async with self._turn:
            await self._close()

    async def _close(self) -> None:
        self._looks.clear()
        if self._socket:
            await self._socket.close()
            self._socket = None

    async def press(self, key: str) -> None:
        """Press a button, and wait until the page has come up with what it did.

        Raises:
            KeyError: there is no such button.
        """
        async with self._turn:
            id_, fragment = self.buttons[key]
            message = BackMsg()
            message.rerun_script.fragment_id = fragment
            state = message.rerun_script.widget_states.widgets.add()
            state.id, state.trigger_value = id_, True
            await self._run(message)

    async def watch(self) -> None:
        """Look for news for ever, as the page in a browser does; connect again when the connection is lost."""
        while True:
            fragment, pause = next(iter(self._looks.items()), ("", 1.0))
            await asyncio.sleep(pause)
            async with self._turn:
                if fragment not in self._looks:
                    continue
                message = BackMsg()
                message.rerun_script.fragment_id, message.rerun_script.is_auto_rerun = fragment, True
                try:
                    await self._run(message)
                except BROKEN:
                    await self._open()

    async def _run(self, message: BackMsg) -> None:
        if self._socket is None:
            raise ConnectionError("not connected")
        message.rerun_script.query_string = urlencode(self.params)
        message.rerun_script.page_name, message.rerun_script.page_script_hash = self._page, self._hash
        message.rerun_script.context_info.url = f"http://127.0.0.1/{self._page}"
        fresh: dict[str, tuple[str, str]] = {}
        await self._socket.send(message.SerializeToString())
        async with asyncio.timeout(GIVE_UP):
            while True:
                received = ForwardMsg()
                received.ParseFromString(bytes(await self._socket.recv()))  # type: ignore[arg-type]
                kind = received.WhichOneof("type")
                if kind == "new_session":
                    fresh = {}
                elif kind == "auto_rerun":
                    self._looks[received.auto_rerun.fragment_id] = received.auto_rerun.interval
                elif kind == "delta":
                    element = received.delta.new_element
                    if element.WhichOneof("type") == "button" and "-" in element.button.id:
                        fresh[element.button.id.rsplit("-", 1)[-1]] = (element.button.id, received.delta.fragment_id)
                elif kind == "navigation":
                    self._hash = received.navigation.page_script_hash
                elif kind == "page_info_changed":
                    self.params = dict(parse_qsl(received.page_info_changed.query_string))
                elif kind == "script_finished":
                    if received.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                        continue
                    part = message.rerun_script.fragment_id
                    whole = received.script_finished != ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY
                    kept = {key: at for key, at in self.buttons.items() if not whole and at[1] != part}
                    if kept | fresh != self.buttons:
                        self.since = time.monotonic()
                    self.buttons = kept | fresh
                    return


class Student:
    """Joins, answers with random choices, loses the connection now and then."""

    def __init__(self, window: Window, rng: random.Random) -> None:
        self.window, self._rng = window, rng
        self.sent: Counter[str] = Counter()
        """Choices that were tapped, whether or not the server answered."""
        self.acknowledged: list[str] = []
        """Choices after which the next screen came: each is a vote that must be there."""

    @property
    def me(self) -> str:
        """The key of this participant; empty before joining."""
        return self.window.params.get("me", "")

    async def join(self, measured: Measured) -> None:
        """Two taps: open the address, press the button."""
        await self.window.open()
        await self._tap("join", measured)

    def choices(self) -> list[str]:
        """The choices on the page; none while there is nothing to answer."""
        other = ("pick_again_", "pick_keep_all")
        return [key for key in self.window.buttons if key.startswith("pick_") and not key.startswith(other)]

    async def vote(self, measured: Measured, drops: float) -> None:
        """Tap a choice, after losing the connection with the probability `drops`."""
        if self._rng.random() < drops or not self.choices():
            await self.window.open()
        await asyncio.sleep(max(0.0, READS - (time.monotonic() - self.window.since)))
        found = self.choices()
        if found:
            key = self._rng.choice(found)
            self.sent[key] += 1
            if await self._tap(key, measured) and key not in self.window.buttons:
                self.acknowledged.append(key)

    async def _tap(self, key: str, measured: Measured) -> bool:
        before = time.perf_counter()
        try:
            await self.window.press(key)
        except (*BROKEN, KeyError):
            measured.failed += 1
            await self.window.open()
            return False
        measured.milliseconds.append(1000 * (time.perf_counter() - before))
        return True
