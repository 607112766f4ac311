"""Several processes serve a class: settings are checked first, what ends is started again, and a signal ends it all."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml

from framework.settings import DATABASE, KEEP_DAYS, PROCESSES
from tools import serve_class

ROOT = Path(__file__).parents[2]


def test_nothing_is_started_with_settings_that_cannot_be_used(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two processes would fail at them over and over."""
    monkeypatch.setattr(sys, "argv", ["serve_class"])
    monkeypatch.setattr(serve_class, "find_nginx", lambda: "nginx")
    monkeypatch.setattr(serve_class, "keep_running", lambda *_: pytest.fail("started"))
    monkeypatch.setenv(PROCESSES, "2")
    for name, value, said in ((DATABASE, str(tmp_path), "cannot be opened"), (KEEP_DAYS, "a year", KEEP_DAYS)):
        monkeypatch.setenv(name, value)
        assert serve_class.main() == 2
        assert said in capsys.readouterr().err


def test_the_address_is_told_once_the_class_is_served(tmp_path: Path) -> None:
    """Not before: whoever opens it then would see an error."""
    ready = tmp_path / "ready"
    lives = [
        sys.executable,
        "-c",
        f"import pathlib, time; time.sleep(2); pathlib.Path({str(ready)!r}).touch(); time.sleep(300)",
    ]
    serves = (
        "import pathlib; from tools.serve_class import keep_running\n"
        f"raise SystemExit(keep_running([{lives!r}], pathlib.Path({str(ready)!r}).exists, 'served'))"
    )
    serving = subprocess.Popen([sys.executable, "-c", serves], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert serving.stdout and serving.stdout.readline() == "served\n" and ready.exists()
    serving.terminate()
    assert serving.wait(30) == 0
    serving.stdout.close()


@pytest.mark.parametrize("served", [False, True])
def test_processes_that_end_are_started_again_only_while_the_class_is_served(
    served: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before, something is set wrongly, and another start does not mend it."""
    ends = [sys.executable, "-c", f"import os, pathlib; pathlib.Path({str(tmp_path)!r}, str(os.getpid())).touch()"]
    proxy = [sys.executable, "-c", "import time; time.sleep(6)"]
    assert serve_class.keep_running([ends, proxy], lambda: served) == 1
    assert ("does not start" in capsys.readouterr().err) is not served
    assert len(list(tmp_path.iterdir())) >= 4 if served else len(list(tmp_path.iterdir())) == 3


def test_each_process_knows_that_it_is_not_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """It then opens no class that the other would not find."""
    told: list[str] = []

    def run(commands: Sequence[Sequence[str]], *_: object) -> int:
        told.append(os.environ[PROCESSES])
        return 0

    monkeypatch.setenv(PROCESSES, "1")
    monkeypatch.setattr(sys, "argv", ["serve_class"])
    monkeypatch.setattr(serve_class, "find_nginx", lambda: "nginx")
    monkeypatch.setattr(serve_class, "_check", lambda: None)
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
        assert services["proxy"]["depends_on"][name] == {"condition": "service_healthy"}
        assert "/healthz" in services[name]["healthcheck"]["test"][-1] and services[name]["ulimits"]["nofile"] > 8_000
    assert services["proxy"]["ulimits"]["nofile"] > 8_000
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
