"""Serves a class from two application processes behind nginx, on one machine and without Docker.

    export SHOULD_I_USE_ML_DATABASE=postgresql://user:password@localhost/classes
    make serve-class ADDRESS=0.0.0.0

The database is named in the environment and not in an argument: every account of the machine can read those, and the
URL may hold a password.

A browser stays with one process by a cookie, for a whole class may share one address. If a process dies, nginx sends
its browsers to the other, and the class goes on: everything that matters is in the database.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Sequence
from pathlib import Path

from framework import deployment
from framework.errors import UserError
from framework.settings import PROCESSES, Settings
from framework.store import Store
from tools.nginx import NEEDED, find_nginx
from tools.ports import free_ports

ROOT = Path(__file__).parents[1]
CONFIGURATION = ROOT / "deploy" / "nginx.conf"

MAX_EXITS = 3
"""How many times processes may end before the class is served."""

ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
"""Ctrl+C, `kill`, and a terminal that is closed: nginx alone would live on after the last."""


def configuration(address: str, port: int, servers: tuple[str, str], folder: str) -> str:
    """The configuration of nginx for these servers."""
    text = CONFIGURATION.read_text()
    for name, value in (
        ("LISTEN", f"{address}:{port}"), ("FIRST", servers[0]), ("SECOND", servers[1]), ("FOLDER", folder),
    ):  # fmt: skip
        text = text.replace(f"@{name}@", value)
    return text


def main() -> int:
    """Start both processes and the proxy; a process that dies is started again."""
    parser = argparse.ArgumentParser(description="Two processes and a proxy for a class")
    parser.add_argument("--address", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8501)
    chosen = parser.parse_args()
    nginx = find_nginx()
    if nginx is None:
        print(NEEDED, file=sys.stderr)
        return 1
    first, second = free_ports(2, besides=chosen.port)
    os.environ[PROCESSES] = "2"  # what only one of them knows cannot be used for a class
    try:
        _check()
    except UserError as error:
        print(error, file=sys.stderr)
        return 2
    servers = (f"127.0.0.1:{first}", f"127.0.0.1:{second}")
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o711)  # started by root, nginx works under another account and keeps large answers here
        written = Path(folder) / "nginx.conf"
        written.write_text(configuration(chosen.address, chosen.port, servers, folder))
        commands = [
            [sys.executable, "-m", "framework.cli", "serve", "--address", "127.0.0.1", "--port", str(port)]
            for port in (first, second)
        ]
        commands.append([nginx, "-c", str(written), "-g", "daemon off;"])
        # asked where the processes are, and not where the class is: that address may be one of no computer (0.0.0.0)
        healths = [f"http://{server}/healthz" for server in servers]
        served = f"The class is served on http://{chosen.address}:{chosen.port} (Ctrl+C ends it)"
        return keep_running(commands, lambda: all(map(_answers, healths)), served)


def _check() -> None:
    """See that what is set can be used, before two processes fail at it over and over.

    Raises:
        UserError: it cannot.
    """
    deployment.check()
    store = Store.open(Settings.from_environment().database)
    try:
        store.try_writing()
    finally:
        store.close()


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310
            return bool(answer.status == 200)
    except OSError:
        return False


def keep_running(commands: Sequence[Sequence[str]], served: Callable[[], bool] = lambda: True, told: str = "") -> int:
    """Run these until a signal to end, or the end of the last one, the proxy; then none runs. Gives the exit status.

    What is `told` is printed once all of it is `served`. Until then `MAX_EXITS` exits end everything, for then it is
    set up wrongly; later a process that ends is always started again, as the class goes on with the other one.
    """
    running: list[subprocess.Popen[bytes]] = []
    exits, waiting = 0, True
    for ending in ENDINGS:
        signal.signal(ending, lambda *_: sys.exit(0))
    try:
        for command in commands:
            running.append(subprocess.Popen(command, cwd=ROOT))
        while True:
            time.sleep(1)
            if waiting and served():
                print(told, flush=True)
                waiting = False
            if running[-1].poll() is not None:
                print("nginx has ended; its last lines say why. Is the port taken?", file=sys.stderr)
                return 1
            for place, process in enumerate(running):
                if process.poll() is not None:
                    exits += waiting
                    if exits == MAX_EXITS:
                        print("The application does not start; its last lines say why.", file=sys.stderr)
                        return 1
                    running[place] = subprocess.Popen(commands[place], cwd=ROOT)
    finally:
        for ending in ENDINGS:
            signal.signal(ending, signal.SIG_IGN)  # a second one does not keep these from being ended
        for process in running:
            process.terminate()
        for process in running:
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


if __name__ == "__main__":
    sys.exit(main())
