"""Print every measurement: `python -m benchmarks`, or some of them by name."""

from __future__ import annotations

import importlib
import platform
import sys

NAMES = ("verdicts", "explanations", "growth", "batch", "tables", "forms", "saves", "rooms")


def main() -> None:
    """Run the named benchmarks, or all."""
    print(f"Python {platform.python_version()} on {platform.machine()}\n")
    for name in sys.argv[1:] or NAMES:
        importlib.import_module(f"benchmarks.{name}").main()
        print()


if __name__ == "__main__":
    main()
