"""Make a virtual environment hold exactly what a lock file says, and this project itself.

Called by the Makefile as `python tools/environment.py run|dev|bench`. Does nothing when nothing has changed, so it can
stand before every recipe. Installs with uv where it can be had, with pip otherwise; either way only files whose hash is
in the lock file. Where packages come from is the machine's affair: no index is set here.

Kept to old syntax on purpose: a Python that is too old must be able to read this far and say so.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
LOCKS = {"run": "requirements.txt", "dev": "dev.txt", "bench": "bench.txt"}
VENVS = {"run": ".venv", "dev": ".venv", "bench": ".venv-bench"}
"""The benchmarks' engines ask for older versions of shared packages, so they get an environment of their own."""

OLDEST = (3, 11)


def main(kind: str) -> None:
    """Bring the environment of a kind (a key of `LOCKS`) up to date, or stop with a sentence that says what to do."""
    if sys.version_info[:2] < OLDEST:
        found = ".".join(str(number) for number in sys.version_info[:3])
        _stop(f"Python 3.11 or newer is needed, and this is {found}. Install it, or name it: make PYTHON=/its/path")
    venv = ROOT / VENVS[kind]
    stamp = venv / f".installed-{kind}"
    key = _key(venv, kind)
    if _read(stamp) == key:
        return
    print(f"Setting up {venv.name} (once, until a lock file changes) ...", flush=True)
    python = _python_in(venv)
    _install(venv, python, ROOT / "lock" / LOCKS[kind])
    stamp.write_text(key)
    if kind == "dev":
        # The development lock contains the other one, at the same versions.
        (venv / ".installed-run").write_text(_key(venv, "run"))


def _key(venv: Path, kind: str) -> str:
    """Names everything that decides what is installed, and where: a moved or copied environment is made anew."""
    digest = hashlib.sha256(f"{venv}\n{sys.version}\n".encode())
    for path in (ROOT / "lock" / LOCKS[kind], ROOT / "lock" / "uv.txt", ROOT / "pyproject.toml"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _python_in(venv: Path) -> Path:
    """The interpreter of a working environment at `venv`, created if need be."""
    python = venv / "bin" / "python"
    marker = venv / ".made-for"
    made_for = f"{venv}\n{sys.version}"
    if _read(marker) == made_for and _works([str(python), "-c", "import pip"]):
        return python
    if venv.exists():
        shutil.rmtree(venv)
    if not _works([sys.executable, "-m", "venv", str(venv)]):
        shutil.rmtree(venv, ignore_errors=True)
        _stop(
            f"{sys.executable} cannot create a virtual environment. "
            "On Debian and Ubuntu: apt-get install python3-venv; then run make again."
        )
    marker.write_text(made_for)
    return python


def _install(venv: Path, python: Path, lock: Path) -> None:
    pip = [str(python), "-m", "pip", "install", "--quiet"]
    uv = [str(venv / "bin" / "uv"), "pip", "install", "--quiet", "--python", str(python)]
    locked = ["--require-hashes", "-r", str(lock)]
    itself = ["--no-deps", "--no-build-isolation", "-e", str(ROOT)]
    with_uv = _runs([*pip, "--require-hashes", "-r", str(ROOT / "lock" / "uv.txt")])
    if with_uv and _runs([*uv, *locked]) and _runs([*uv, *itself]):
        return
    print("uv could not install the packages here; trying with pip, which takes longer ...", flush=True)
    if not (_runs([*pip, *locked]) and _runs([*pip, *itself])):
        _stop(
            f"The packages in {lock.relative_to(ROOT)} could not be installed; the lines above say why. "
            "Is there a connection to a package index, and is there room on the disk?"
        )


def _runs(command: list[str]) -> bool:
    """Run a command with its output shown; False if it failed or is not there."""
    try:
        return subprocess.run(command, cwd=ROOT).returncode == 0
    except OSError as error:
        print(error, file=sys.stderr)
        return False


def _works(command: list[str]) -> bool:
    """Run a command quietly; False if it failed or is not there."""
    try:
        return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0
    except OSError:
        return False


def _read(path: Path) -> str:
    return path.read_text() if path.is_file() else ""


def _stop(message: str) -> NoReturn:
    print(message, file=sys.stderr)
    raise SystemExit(1)


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in LOCKS:
        _stop("usage: python tools/environment.py " + "|".join(LOCKS))
    os.environ.pop("VIRTUAL_ENV", None)  # somebody else's active environment is none of ours
    main(sys.argv[1])
