"""Find or install nginx, the proxy in front of several processes. Standard library only.

`make test` runs this before the tests of the proxy.
"""

from __future__ import annotations

import shutil
import subprocess
import sys

from tools import apt

NEEDED = "nginx is needed: apt-get install nginx-light (Debian, Ubuntu) or brew install nginx (macOS)."


def find_nginx() -> str | None:
    """The path of nginx: on the search path, or where Debian keeps it off the path of most accounts; else None."""
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")


def main() -> int:
    """Install nginx if there is none and it can be done; without it the tests that need it are skipped.

    Its package starts a web server for everybody. Nobody asked for one, so one that came with it is stopped.
    """
    if find_nginx() is None:
        apt.install("nginx", "nginx-light")
        if find_nginx() and (systemctl := shutil.which("systemctl")):
            subprocess.run([systemctl, "disable", "--now", "nginx"], capture_output=True)
    found = find_nginx()
    print(f"nginx: {found}" if found else f"{NEEDED} Its tests will be skipped.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
