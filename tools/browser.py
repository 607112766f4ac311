"""Find or install a browser for the tests. Standard library, and playwright if installed.

`make test` runs this before the browser tests. Those tests pass `find_browser()` to playwright as `executable_path`.
"""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tools import apt

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PATH_VARIABLE = "CHROMIUM"
"""Set this to the path of a browser to use that one."""

HELP = f"""\
The browser tests need Chromium, which could not be found or installed.
One of these will do; then run `make test` again:
  - Debian, Ubuntu:  sudo apt-get install chromium
  - any machine:     .venv/bin/playwright install --with-deps chromium
  - a browser in an unusual place:  export {PATH_VARIABLE}=/path/to/chromium
The other tests need no browser:  .venv/bin/pytest --ignore tests/browser
"""


@functools.cache
def find_browser() -> str | None:
    """The path of a Chromium that starts: the one named by `CHROMIUM`, the system's, or playwright's own; else None."""
    named = os.environ.get(PATH_VARIABLE)
    candidates = [named] if named else [shutil.which(name) for name in NAMES]
    for path in candidates:
        if path and _starts(path):
            return path
    own = None if named else _playwrights_own()
    return own if own and _starts(own) else None


def main() -> int:
    """Print the path of a browser, installing one if need be; 1 and a text that says what to do if there is none."""
    path = find_browser()
    for install in (_install_with_apt, _install_with_playwright):
        if path:
            break
        install()
        find_browser.cache_clear()
        path = find_browser()
    if not path:
        print(HELP, file=sys.stderr)
        return 1
    print(f"browser: {path}")
    return 0


def _starts(path: str) -> bool:
    """Whether a program is a working browser; some distributions install a placeholder."""
    try:
        done = subprocess.run([path, "--version"], capture_output=True, text=True, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0 and "chrom" in done.stdout.lower()


def _playwrights_own() -> str | None:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return None
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def _install_with_apt() -> None:
    apt.install("Chromium", "chromium", "fonts-liberation")


def _install_with_playwright() -> None:
    print("Installing Chromium with playwright (once) ...", flush=True)
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"])


if __name__ == "__main__":
    sys.exit(main())
