"""Commands as a person runs them: in this process, or where streams and start-up are the point, in one of their own."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from unittest import mock

from framework.cli.main import main

ROOT = Path(__file__).parents[2]
TINY = ROOT / "tests" / "tiny_rules"

SHEET = """\
title: A baker
answers: {trip_length: middle, trips_per_week: some, hills: flat, storage: indoors, ready_for: [rain, cold]}
words: {traveller: baker}
numbers: {pass_price: 400}
"""

Done = subprocess.CompletedProcess[str]
Runner = Callable[..., Done]


def run(*arguments: str | Path, given: str | bytes = b"", rules: Path = TINY) -> Done:
    """Run a command on the tiny rule base, with streams of bytes as a process has them; output as text.

    In this process: the imports of a new one take ten times as long as the command. An error that nobody caught ends
    the test.
    """
    code, out, err = _run(arguments, given, rules)
    return subprocess.CompletedProcess([str(word) for word in arguments], code, out.decode(), err.decode())


def run_bytes(*arguments: str | Path, given: str | bytes = b"", rules: Path = TINY) -> bytes:
    """What the same command writes to standard output, where that is not text."""
    code, out, err = _run(arguments, given, rules)
    assert code == 0, err.decode()
    return out


def _run(arguments: Sequence[str | Path], given: str | bytes, rules: Path) -> tuple[int, bytes, bytes]:
    into = io.TextIOWrapper(io.BytesIO(_bytes(given)), encoding="utf-8")
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    with (
        contextlib.chdir(ROOT),
        mock.patch.dict(os.environ, _environment(rules)),
        mock.patch.object(sys, "stdin", into),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        code = _code([str(argument) for argument in arguments])
    return code, _written(out), _written(err)


def run_process(*arguments: str | Path, given: str | bytes = b"", rules: Path = TINY) -> Done:
    """The same in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "framework.cli", *map(str, arguments)],
        input=_bytes(given),
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, **_environment(rules), "PYTHONPATH": str(ROOT)},
        timeout=60,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


RUNNERS: tuple[Runner, ...] = (run, run_process)


def _environment(rules: Path) -> dict[str, str]:
    return {"SHOULD_I_USE_ML_RULES": str(rules)}


def _bytes(given: str | bytes) -> bytes:
    return given.encode() if isinstance(given, str) else given


def _code(arguments: Sequence[str]) -> int:
    try:
        return main(arguments)
    except SystemExit as stopped:
        return int(stopped.code or 0)


def _written(stream: io.TextIOWrapper) -> bytes:
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue()
