"""The real server, as `make run` starts it, on a port and a database of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from framework.settings import DATABASE, RULES
from tools.ports import free_ports

ROOT = Path(__file__).parents[2]
STARTS_WITHIN, STOPS_WITHIN = 60, 15
"""Seconds."""


class Server:
    """`streamlit run server.py`; it can be stopped and started again at the same address, on the same database."""

    def __init__(self, rules: Path, folder: Path) -> None:
        self.rules = rules
        self.log = folder / "server.log"
        self.database = str(folder / "work.db")
        self._environment = {**os.environ, RULES: str(rules), DATABASE: self.database, "PYTHONUTF8": "1"}
        (self._port,) = free_ports()
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    def start(self) -> None:
        """Start it, and wait until it answers."""
        command = [sys.executable, "-m", "streamlit", "run", "server.py", "--server.address", "127.0.0.1"]
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [*command, "--server.port", str(self._port)],
                cwd=ROOT,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        until = time.monotonic() + STARTS_WITHIN
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > until:
                self.kill()
                raise RuntimeError(f"the server did not start:\n{self.said()}")
            time.sleep(0.1)

    def kill(self) -> None:
        """End it without a warning, as a power cut would."""
        if self._process is not None:
            self._process.kill()
            self._process.wait(STOPS_WITHIN)
            self._process = None

    def freeze(self) -> None:
        """Let it stand still, as a machine without memory would; only `kill` helps."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def said(self) -> str:
        """Everything that it has written to its log."""
        return self.log.read_text(encoding="utf-8", errors="replace") if self.log.exists() else ""

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.address}/_stcore/health", timeout=2) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            return False
