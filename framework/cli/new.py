"""`new rules`: a small working rule base to start another one from."""

from __future__ import annotations

import shutil
from argparse import Namespace
from pathlib import Path

from framework.cli.files import cannot_write
from framework.errors import UserError
from framework.settings import TEMPLATE_RULES


def run(options: Namespace) -> int:
    """Copy the template into a folder that is new or empty.

    Raises:
        UserError: something is there already, or the folder cannot be written.
    """
    folder = Path(options.folder)
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise UserError(
                f"{options.folder}:1:1: not_empty: something is there already, and nothing was written",
                "(name a folder that is new or empty)",
            )
        shutil.copytree(TEMPLATE_RULES, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    except OSError as error:
        raise cannot_write(options.folder, error) from error
    print(f"A small rule base is in {options.folder}. Read README.md there, change a file, then check it:")
    print(f"  should-i-use-ml check {options.folder}")
    return 0
