"""Commands as a person runs them, in a process of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
TINY = ROOT / "tests" / "tiny_rules"


def run(*arguments: str | Path, given: str | bytes = b"", rules: Path = TINY) -> subprocess.CompletedProcess[str]:
    """Run a command on the tiny rule base; output as text."""
    done = subprocess.run(
        [sys.executable, "-m", "framework.cli", *map(str, arguments)],
        input=given.encode() if isinstance(given, str) else given,
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, "SHOULD_I_USE_ML_RULES": str(rules), "PYTHONPATH": str(ROOT)},
        timeout=60,
    )
    out, err = done.stdout.decode(), done.stderr.decode()
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)
