"""The proxy in front of two processes: a browser stays with one, moves when it dies, and gets scripts compressed."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import yaml

from framework.settings import PROCESSES
from tools import serve_class
from tools.ports import free_ports

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
SCRIPT = b"let a = 1;\n" * 100_000
ROOT = Path(__file__).parents[2]


class Backend(ThreadingHTTPServer):
    """Says which one it is, and sends a large script."""

    daemon_threads = True

    def __init__(self, name: str) -> None:
        class Answers(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                body = SCRIPT if self.path.endswith(".js") else name.encode()
                self.send_response(200)
                self.send_header("Content-Type", "text/javascript" if self.path.endswith(".js") else "text/plain")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        super().__init__(("127.0.0.1", 0), Answers)
        self.place = f"127.0.0.1:{self.server_address[1]}"
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    def die(self) -> None:
        self.shutdown()
        self.server_close()


@pytest.fixture
def proxy(tmp_path: Path) -> Iterator[tuple[int, dict[str, Backend]]]:
    """The port of the proxy, and the processes behind it by name."""
    if NGINX is None:
        pytest.skip(serve_class.NEEDED)
    (port,) = free_ports()
    behind = {name: Backend(name) for name in ("first", "second")}
    written = tmp_path / "nginx.conf"
    places = (behind["first"].place, behind["second"].place)
    written.write_text(serve_class.configuration("127.0.0.1", port, places, str(tmp_path)))
    running = subprocess.Popen([NGINX, "-c", str(written), "-g", "daemon off;"], stderr=subprocess.DEVNULL)
    until = time.monotonic() + 30
    while time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.02)
    yield port, behind
    running.terminate()
    running.wait(15)
    for backend in behind.values():
        backend.die()


def _get(port: int, path: str = "/", cookie: str = "", **headers: str) -> tuple[bytes, http.client.HTTPResponse]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path, headers={"Cookie": cookie, **headers} if cookie else headers)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return body, answer


def test_a_browser_stays_with_one_process_and_moves_when_it_dies(proxy: tuple[int, dict[str, Backend]]) -> None:
    """A whole class may share one address, so a cookie decides and not the address."""
    port, behind = proxy
    cookies: dict[str, str] = {}
    for _ in range(40):
        body, answer = _get(port)
        cookies[body.decode()] = (answer.getheader("Set-Cookie") or "").partition(";")[0]
        if len(cookies) == 2:
            break
    assert set(cookies) == {"first", "second"}
    for name, cookie in cookies.items():
        assert {_get(port, cookie=cookie)[0].decode() for _ in range(5)} == {name}
    behind["first"].die()
    assert {_get(port, cookie=cookie)[0] for cookie in cookies.values() for _ in range(3)} == {b"second"}


def test_scripts_arrive_whole_and_compressed(proxy: tuple[int, dict[str, Backend]]) -> None:
    """A large answer waits in a file of nginx, which works under another account if root started it."""
    port, _ = proxy
    plain, _answer = _get(port, "/large.js")
    assert plain == SCRIPT
    small, answer = _get(port, "/large.js", **{"Accept-Encoding": "gzip"})
    assert answer.getheader("Content-Encoding") == "gzip" and len(small) < len(SCRIPT) / 5


def test_each_process_knows_that_it_is_not_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """It then opens no class that the other would not find."""
    told: list[str] = []

    def run(commands: Sequence[Sequence[str]]) -> int:
        told.append(os.environ[PROCESSES])
        return 0

    monkeypatch.setenv(PROCESSES, "1")
    monkeypatch.setattr(sys, "argv", ["serve_class"])
    monkeypatch.setattr(shutil, "which", lambda *_, **__: "nginx")
    monkeypatch.setattr(serve_class, "keep_running", run)
    assert serve_class.main() == 0 and told == ["2"]


LIVES = "import os, pathlib, sys, time; pathlib.Path(sys.argv[1], str(os.getpid())).touch(); time.sleep(300)"


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_all_that_was_started(ending: signal.Signals, tmp_path: Path) -> None:
    """Left running, they would keep the port of the class."""
    lives = [sys.executable, "-c", LIVES, str(tmp_path)]
    serves = f"from tools.serve_class import keep_running; raise SystemExit(keep_running({[lives] * 3!r}))"
    serving = subprocess.Popen([sys.executable, "-c", serves], cwd=ROOT)
    until = time.monotonic() + 30
    while len(started := [int(path.name) for path in tmp_path.iterdir()]) < 3 and time.monotonic() < until:
        time.sleep(0.02)
    serving.send_signal(ending)
    try:
        assert serving.wait(30) == 0 and len(started) == 3
        assert not [process for process in started if _is_there(process)]
    finally:
        for process in filter(_is_there, started):
            os.kill(process, signal.SIGKILL)


def _is_there(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_compose_fills_in_everything_that_the_configuration_leaves_open() -> None:
    """The services, their addresses and the placeholders of `deploy/nginx.conf` fit together."""
    services = yaml.safe_load((ROOT / "compose.yaml").read_text())["services"]
    command = services["proxy"]["command"]
    blanks = {word for word in ("LISTEN", "FIRST", "SECOND", "FOLDER") if f"@{word}@" in command}
    text = serve_class.CONFIGURATION.read_text()
    assert {word.strip("@") for word in re.findall(r"@[A-Z]+@", text)} == blanks
    for name in ("first", "second"):
        assert f"/{name}:8501/" in command
        assert services[name]["depends_on"] == {"database": {"condition": "service_healthy"}}
    assert services["first"]["environment"][PROCESSES] == "2"
    assert "@database/app" in services["first"]["environment"]["SHOULD_I_USE_ML_DATABASE"]


def test_the_password_of_the_database_does_not_go_into_the_image() -> None:
    """`compose.yaml` says to write it into `.env`, and the whole folder is copied."""
    assert "COPY . ." in (ROOT / "deploy" / "Dockerfile").read_text()
    assert {".env", ".git", ".venv"} <= set((ROOT / ".dockerignore").read_text().splitlines())


def test_a_process_that_does_not_end_when_told_to_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """The others are waited for all the same."""
    stubborn = (
        "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('up', flush=True); time.sleep(60)"
    )
    started: list[subprocess.Popen[bytes]] = []

    class Started(subprocess.Popen[bytes]):
        def __init__(self, command: Sequence[str], cwd: Path) -> None:
            super().__init__(command, cwd=cwd, stdout=subprocess.PIPE)
            started.append(self)
            assert self.stdout
            with self.stdout as told:
                told.readline()

        def wait(self, timeout: float | None = None) -> int:
            return super().wait(timeout and timeout / 50)

    monkeypatch.setattr(subprocess, "Popen", Started)
    ending = [sys.executable, "-c", "print('up')"]
    assert serve_class.keep_running([[sys.executable, "-c", stubborn], ending]) == 1
    assert len(started) == 2 and all(process.poll() is not None for process in started)
