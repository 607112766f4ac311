"""`new rules`: a small working rule base to start another one from."""

from __future__ import annotations

import shutil
from argparse import Namespace
from pathlib import Path

from framework.cli.files import write
from framework.errors import cannot_write, unwritable
from framework.rulebase.loading import load_rules
from framework.rulebase.schema import modeline, write_schema
from framework.settings import TEMPLATE_RULES


def run(options: Namespace) -> int:
    """Copy the template into a folder that is new or empty, with the schema that editors complete and check it by.

    Raises:
        OutputError: something is there already, or the folder cannot be written.
    """
    folder = Path(options.folder)
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            message, hint = "something is there already, and nothing was written", "name a folder that is new or empty"
            raise unwritable(options.folder, message, hint, code="not_empty")
        shutil.copytree(TEMPLATE_RULES, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
        write_schema(load_rules(folder), folder)
        for path in folder.rglob("*.yaml"):
            text = path.read_text(encoding="utf-8")
            path.write_text(f"{modeline(path.relative_to(folder))}\n{text}", encoding="utf-8")
    except OSError as error:
        raise cannot_write(options.folder, error) from error
    said = f"A small rule base is in {options.folder}. Read README.md there, change a file, then check it:"
    write(f"{said}\n  should-i-use-ml check {options.folder}\n", None)
    return 0
