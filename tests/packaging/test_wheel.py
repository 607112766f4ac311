"""The wheel holds the application: installed in an empty environment, it assesses and serves from any directory."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import sysconfig
import time
import urllib.error
import urllib.request
import venv
import zipfile
from pathlib import Path

import pytest

from framework.settings import DATABASE, RULES
from tools.ports import free_ports

ROOT = Path(__file__).parents[2]
STARTS_WITHIN, STOPS_WITHIN = 60, 15
"""Seconds."""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, built with what the development environment has."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*pip, "--wheel-dir", folder, ROOT], check=True, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def command(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command of an environment that holds the wheel; its dependencies are those of this environment."""
    place = tmp_path_factory.mktemp("installed") / "environment"
    venv.create(place, with_pip=False)
    python = place / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*pip, str(wheel)], check=True)
    (site,) = place.glob("lib/python*/site-packages")
    # a plain path: the link to this checkout that stands there is not followed
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib"))
    found = subprocess.run(
        [str(python), "-c", "import framework; print(framework.__file__)"],
        capture_output=True,
        text=True,
        check=True,
        cwd=place,
        env=_environment(place),
    ).stdout
    assert Path(found.strip()).is_relative_to(site)
    return place / "bin" / "should-i-use-ml"


def _environment(folder: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in (RULES, "PYTHONPATH", "VIRTUAL_ENV")}
    return {**kept, DATABASE: str(folder / "work.db")}


def _run(command: Path, *arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [command, *arguments], capture_output=True, text=True, cwd=cwd, env=_environment(cwd), timeout=60
    )


def test_everything_travels(wheel: Path) -> None:
    """Pages, styles, scripts, rules, migrations, the page table and the settings; no tests."""
    names = zipfile.ZipFile(wheel).namelist()
    for folder, ending in (("framework", "*"), ("rules", "*.yaml")):
        for path in (ROOT / folder).rglob(ending):
            if path.is_file() and "__pycache__" not in path.parts:
                inside = path.relative_to(ROOT).as_posix()
                assert (f"framework/_{inside}" if folder == "rules" else inside) in names
    beside = ("app.py", "server.py", ".streamlit/config.toml")
    assert {f"framework/_app/{name}" for name in beside} <= set(names)
    assert not [name for name in names if name.startswith(("tests/", "tools/", "benchmarks/"))]


def test_it_says_its_version_and_assesses(command: Path, tmp_path: Path) -> None:
    """In a directory that has nothing to do with the project."""
    version = _run(command, "--version", cwd=tmp_path)
    assert version.returncode == 0
    assert version.stdout.startswith("should-i-use-ml ")
    (tmp_path / "sheet.yaml").write_text("title: Late parcels\nanswers: {legitimacy: [none_of_these]}\n")
    done = _run(command, "assess", "sheet.yaml", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Late parcels\n")


def _answer(url: str) -> str | None:
    try:
        with urllib.request.urlopen(url, timeout=2) as answer:
            return str(answer.read().decode())
    except (urllib.error.URLError, OSError):
        return None


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT])
def test_it_serves_from_any_directory_and_stops_when_told(
    command: Path, tmp_path: Path, ending: signal.Signals
) -> None:
    """With its own settings, whatever settings lie in that directory; it ends without a stack trace."""
    (tmp_path / ".streamlit").mkdir()
    (tmp_path / ".streamlit" / "config.toml").write_text("[server]\nheadless = false\nrunOnSave = true\nport = 1\n")
    (port,), log = free_ports(), tmp_path / "log.txt"
    with log.open("wb") as opened:
        server = subprocess.Popen(
            [command, "serve", "--port", str(port)],
            cwd=tmp_path,
            env=_environment(tmp_path),
            stdin=subprocess.DEVNULL,
            stdout=opened,
            stderr=subprocess.STDOUT,
        )
    try:
        until = time.monotonic() + STARTS_WITHIN
        while _answer(f"http://127.0.0.1:{port}/_stcore/health") is None:
            assert server.poll() is None, log.read_text()
            assert time.monotonic() < until, log.read_text()
            time.sleep(0.1)
        page = _answer(f"http://127.0.0.1:{port}/")
        assert page is not None
        assert "<title>" in page
        server.send_signal(ending)
        assert server.wait(STOPS_WITHIN) in (0, 130)
    finally:
        server.kill()
        server.wait()
    assert "Traceback" not in log.read_text()
    assert "Usage statistics" not in log.read_text()


def test_what_cannot_be_served_is_a_sentence(command: Path, tmp_path: Path) -> None:
    """A port in use, a port that is none, an address that is not here: exit code 2, no stack trace."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        used = _run(command, "serve", "--port", port, cwd=tmp_path)
    assert f"Cannot listen on 127.0.0.1, port {port}: address already in use." in used.stderr
    wrong = _run(command, "serve", "--port", "80000", cwd=tmp_path)
    assert "a port is a number from 1 to 65535" in wrong.stderr
    nowhere = _run(command, "serve", "--address", "203.0.113.1", cwd=tmp_path)
    assert "Cannot listen on 203.0.113.1" in nowhere.stderr
    for done in (used, wrong, nowhere):
        assert done.returncode == 2
        assert "Traceback" not in done.stderr


def test_help_and_version_load_neither_streamlit_nor_the_rules(command: Path, tmp_path: Path) -> None:
    """Asking what the command can do takes a moment."""
    seen = "import sys; from framework.cli.main import main\ntry: main(['--help'])\nexcept SystemExit: pass\n"
    seen += "print({'streamlit', 'numpy', 'yaml', 'pydantic'} & set(sys.modules), file=sys.stderr)"
    done = subprocess.run(
        [command.parent / "python", "-c", seen], capture_output=True, text=True, cwd=tmp_path, check=True
    )
    assert done.stderr.strip() == "set()"
