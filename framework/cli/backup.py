"""`backup FILE`: saved work in a file of its own, copied while the application runs."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from framework.cli.files import write
from framework.errors import cannot_write, unwritable
from framework.settings import Settings


def run(options: Namespace) -> int:
    """Copy the configured database to a file that is not there yet.

    Raises:
        OutputError: the file is there already, or cannot be written.
        StoreError: the database is no file, or cannot be read.
    """
    from framework.store.engine import back_up  # help needs none of it

    try:
        back_up(Settings.from_environment().database, Path(options.file))
    except FileExistsError as error:
        message, hint = "something is there already, and nothing was written", "name a file that is new"
        raise unwritable(options.file, message, hint, code="not_new") from error
    except OSError as error:
        raise cannot_write(options.file, error) from error
    write(f"Saved work was copied to {options.file}.\n", None)
    return 0
