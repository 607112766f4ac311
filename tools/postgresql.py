"""Find, install or start a PostgreSQL server for the tests. Standard library only.

`make test` runs this before the tests of the store, which start a private server with `serving()`.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tools import apt

DEBIAN = Path("/usr/lib/postgresql")
"""Where Debian and Ubuntu keep the programs of each version, off the search path."""

ACCOUNTS = ("postgres", "nobody")
"""Accounts to run the server under if we are root, which it refuses; the first that exists."""

PATIENCE = 30
"""Seconds that a server may take to start or to stop."""

MISSING = "there is no PostgreSQL server (Debian, Ubuntu: sudo apt-get install postgresql)"


def find_programs() -> Path | None:
    """The folder with `initdb` and `postgres`: on the search path, or the newest that Debian has; else None."""
    named = shutil.which("initdb")
    candidates = [Path(named).resolve().parent] if named else []
    versions = [path for path in DEBIAN.glob("*/bin") if path.parent.name.isdigit()]
    candidates += sorted(versions, key=lambda path: int(path.parent.name), reverse=True)
    return next((path for path in candidates if (path / "initdb").is_file() and (path / "postgres").is_file()), None)


@contextmanager
def serving() -> Iterator[str]:
    """A private server in a temporary folder, reached only through a socket there; gives the URL of its database
    `postgres`, whose account of that name may do everything. Stopped and removed at the end.

    Raises:
        FileNotFoundError: there is no server on this machine.
        RuntimeError: it does not start.
    """
    programs = find_programs()
    if programs is None:
        raise FileNotFoundError(MISSING)
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    account = _account()
    if account:
        os.chown(folder, account.pw_uid, account.pw_gid)
    data, log = folder / "data", folder / "log"
    server: subprocess.Popen[bytes] | None = None
    try:
        initdb: list[str | Path] = [
            programs / "initdb",
            "-D",
            data,
            "-U",
            "postgres",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--no-locale",
            "-N",
        ]
        made = subprocess.run(
            initdb, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=PATIENCE, **_as(account, folder)
        )
        if made.returncode:
            raise RuntimeError(f"initdb failed: {made.stdout.decode(errors='replace')}")
        options = {"listen_addresses": "", "unix_socket_directories": folder, "fsync": "off", "max_connections": "200"}
        settings = [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
        with log.open("wb") as output:
            server = subprocess.Popen(
                [programs / "postgres", "-D", data, *settings], stdout=output, stderr=output, **_as(account, folder)
            )
        _wait_until_ready(server, folder, log)
        yield f"postgresql://postgres@/postgres?host={folder}"
    finally:
        if server is not None:
            server.send_signal(signal.SIGINT)  # fast shutdown: open connections are closed
            try:
                server.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()
        shutil.rmtree(folder, ignore_errors=True)


def main() -> int:
    """Install a server if there is none and it can be done; without one the tests that need it are skipped."""
    if find_programs() is None:
        apt.install("PostgreSQL", "postgresql")
    programs = find_programs()
    print(f"PostgreSQL: {programs}" if programs else f"PostgreSQL: {MISSING}; its tests will be skipped")
    return 0


def _account() -> pwd.struct_passwd | None:
    """The account to run the server under; None for our own."""
    if os.geteuid() != 0:
        return None
    for name in ACCOUNTS:
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise FileNotFoundError(f"a PostgreSQL server does not run as root, and there is no account {ACCOUNTS[0]}")


def _as(account: pwd.struct_passwd | None, folder: Path) -> dict[str, Any]:
    """Options for a process under an account, in a folder that it may read."""
    rights = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []} if account else {}
    return {"cwd": folder, **rights}


def _wait_until_ready(server: subprocess.Popen[bytes], folder: Path, log: Path) -> None:
    """Until the server says in its log that it takes connections."""
    deadline = time.monotonic() + PATIENCE
    while b"ready to accept connections" not in log.read_bytes():
        if server.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"the server did not start: {log.read_text(errors='replace')}")
        time.sleep(0.05)


if __name__ == "__main__":
    sys.exit(main())
