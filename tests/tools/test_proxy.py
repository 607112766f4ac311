"""The proxy in front of two processes: a browser stays with one, moves when it dies, and gets scripts compressed."""

from __future__ import annotations

import http.client
import re
import socket
import subprocess
import tempfile
import threading
import time
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tools import serve_class
from tools.nginx import NEEDED, find_nginx
from tools.ports import free_ports

NGINX = find_nginx()
ROOT = Path(__file__).parents[2]
SCRIPT = b"let a = 1;\n" * 100_000


class Backend(ThreadingHTTPServer):
    """Says which one it is, sends a large script, and takes a file."""

    daemon_threads = True

    def __init__(self, name: str) -> None:
        self.asked: list[str] = []
        asked = self.asked

        class Answers(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                asked.append(self.path)
                body = SCRIPT if self.path.endswith(".js") else name.encode()
                self.send_response(200)
                self.send_header("Content-Type", "text/javascript" if self.path.endswith(".js") else "text/plain")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def do_PUT(self) -> None:
                self.rfile.read(int(self.headers["Content-Length"]))
                self.do_GET()

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        super().__init__(("127.0.0.1", 0), Answers)
        self.place = f"127.0.0.1:{self.server_address[1]}"
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    def die(self) -> None:
        self.shutdown()
        self.server_close()


@contextmanager
def _nginx(log: Path, configured: Callable[[str, int], str]) -> Iterator[int]:
    """The port of a running nginx, which is configured for a folder and that port."""
    if NGINX is None:
        pytest.skip(NEEDED)
    (port,) = free_ports()
    with tempfile.TemporaryDirectory() as folder, log.open("wb") as opened:
        Path(folder).chmod(0o711)
        written = Path(folder) / "nginx.conf"
        written.write_text(configured(folder, port))
        running = subprocess.Popen([NGINX, "-c", str(written), "-g", "daemon off;"], stderr=opened)
        until = time.monotonic() + 30
        while time.monotonic() < until:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.02)
        try:
            yield port
        finally:
            running.terminate()
            running.wait(15)


@contextmanager
def _proxying(log: Path, places: tuple[str, str], **instead: str) -> Iterator[int]:
    """The port of a proxy before these places, with some values of its configuration replaced."""

    def configured(folder: str, port: int) -> str:
        text = serve_class.configuration("127.0.0.1", port, places, folder)
        for name, value in instead.items():
            assert re.search(rf"{name} \S+;", text)
            text = re.sub(rf"{name} \S+;", f"{name} {value};", text)
        return text

    with _nginx(log, configured) as port:
        yield port


@pytest.fixture
def proxy(tmp_path: Path) -> Iterator[tuple[int, dict[str, Backend]]]:
    """The port of the proxy, and the processes behind it by name."""
    behind = {name: Backend(name) for name in ("first", "second")}
    with _proxying(tmp_path / "log", (behind["first"].place, behind["second"].place)) as port:
        yield port, behind
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


def test_a_process_that_is_silent_is_left(tmp_path: Path) -> None:
    """It takes every connection and answers none, as a process does that hangs."""
    seconds = re.findall(r"proxy_read_timeout (\d+)s;", serve_class.CONFIGURATION.read_text())
    assert len(seconds) == 2 and all(int(each) < 100 for each in seconds)
    second = Backend("second")
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen(50)
        places = (f"127.0.0.1:{silent.getsockname()[1]}", second.place)
        with _proxying(tmp_path / "log", places, proxy_read_timeout="1s") as port:
            for path in ("/", "/_stcore/stream"):
                assert {_get(port, path)[0] for _ in range(12)} == {b"second"}
    second.die()


def test_no_key_of_an_address_is_logged_or_passed_on(proxy: tuple[int, dict[str, Backend]], tmp_path: Path) -> None:
    """A script is asked for with the address of its page, and that of an instructor is a key."""
    port, behind = proxy
    _, answer = _get(port, "/class_lead?lead=SECRETKEY")
    assert answer.getheader("Referrer-Policy") == "no-referrer"
    assert answer.getheader("X-Content-Type-Options") == "nosniff"
    for backend in behind.values():
        backend.die()
    _, answer = _get(port, "/large.js", Referer="http://here/class_lead?lead=SECRETKEY")
    assert answer.status == 502
    assert "SECRETKEY" not in (tmp_path / "log").read_text()


def test_a_file_that_the_application_takes_gets_through(proxy: tuple[int, dict[str, Backend]]) -> None:
    """The proxy alone would stop at one megabyte."""
    with (ROOT / ".streamlit" / "config.toml").open("rb") as file:
        most = tomllib.load(file)["server"]["maxUploadSize"]
    text = serve_class.CONFIGURATION.read_text()
    assert f"client_max_body_size {most + 1}m;" in text
    port, _ = proxy
    for size, status in ((most * 1024 * 1024 + 1000, 200), ((most + 2) * 1024 * 1024, 413)):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        connection.request("PUT", "/", headers={"Content-Length": str(size)})
        if status == 413:
            assert connection.getresponse().status == status
        else:
            connection.send(b"x" * size)
            assert connection.getresponse().status == status  # of the process behind, which takes no file
        connection.close()


@pytest.mark.parametrize("prefix", ["/", "/ml/"])
def test_the_proxy_of_the_guide_works(prefix: str, tmp_path: Path) -> None:
    """At the root and below a path, which the application is not told."""
    guide = (ROOT / "docs" / "class.md").read_text().partition("```nginx\n")[2].partition("```")[0]
    behind = Backend("behind")

    def configured(folder: str, port: int) -> str:
        text = re.sub(r"(?m)^ *(ssl_\w+|server_name) .*\n", "", guide)
        given = {"443 ssl": f"127.0.0.1:{port}", "127.0.0.1:8501": behind.place, "location / ": f"location {prefix} "}
        for old, new in given.items():
            assert old in text
            text = text.replace(old, new)
        folders = "".join(f"{name}_temp_path {folder}/{name};" for name in ("proxy", "fastcgi", "uwsgi", "scgi"))
        body = f"client_body_temp_path {folder}/body; {folders}"
        return f"pid {folder}/pid; error_log stderr; events {{ }} http {{ {body} {text} }}"

    with _nginx(tmp_path / "log", configured) as port:
        for path in ("", "class"):
            assert _get(port, f"{prefix}{path}")[0] == b"behind"
            assert behind.asked[-1] == f"/{path}"
    behind.die()


def test_figures_about_the_processes_are_not_for_everybody(proxy: tuple[int, dict[str, Backend]]) -> None:
    port, _ = proxy
    assert _get(port, "/_stcore/metrics")[1].status == 403
    assert _get(port, "/_stcore/health")[1].status == 200


def test_the_proxy_may_open_two_files_for_each_phone() -> None:
    """The usual limit of 1,024 would leave half of a hall outside."""
    text = serve_class.CONFIGURATION.read_text()
    files, connections = (int(re.findall(rf"{name} (\d+);", text)[0]) for name in ("rlimit_nofile", "_connections"))
    assert files >= 2 * connections >= 2 * 1_000
