"""Settings from environment variables, read in one place.

Three variables, all optional:

- `SHOULD_I_USE_ML_DATABASE`: where work is saved; a file path or a SQLAlchemy URL. By default a file in the platform's
  user data folder.
- `SHOULD_I_USE_ML_RULES`: the folder of rules. By default the one that comes with the package.
- `SHOULD_I_USE_ML_KEEP_DAYS`: after how many days work is removed that nobody opened; 0 keeps it for ever. By default
  365.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from platformdirs import user_data_path

DATABASE = "SHOULD_I_USE_ML_DATABASE"
RULES = "SHOULD_I_USE_ML_RULES"
KEEP_DAYS = "SHOULD_I_USE_ML_KEEP_DAYS"

_FOLDER = "should-i-use-ml"
_FILE = "work.db"


@dataclass(frozen=True)
class Settings:
    """Where this process finds its rules and saves its work."""

    database: str
    """A path, or a SQLAlchemy URL when it contains `://`."""
    rules: Path
    """The loader reports a folder that does not exist."""
    keep_days: str = "365"
    """Days that work lasts which nobody opens, as it was written; `store.retention` reads it."""

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> Settings:
        """The current settings; an empty variable counts as unset."""
        rules = environ.get(RULES, "").strip()
        return cls(
            database=environ.get(DATABASE, "").strip() or str(user_data_path(_FOLDER, appauthor=False) / _FILE),
            rules=Path(os.path.expanduser(rules)) if rules else _packaged_rules(),
            keep_days=environ.get(KEEP_DAYS, "").strip() or cls.keep_days,
        )


def rules_folder() -> Path:
    """The folder of rules set for this process."""
    return Settings.from_environment().rules


def application() -> Path:
    """The script of the application: inside an installed package, or at the root of a checkout."""
    here = Path(__file__).resolve().parent
    inside = here / "_app" / "app.py"
    return inside if inside.is_file() else here.parent / "app.py"


@cache  # asked for at every step of every run, and never another one
def _packaged_rules() -> Path:
    """The rules inside an installed package, or beside it in a checkout."""
    here = Path(__file__).resolve().parent
    inside = here / "_rules"
    return inside if inside.is_dir() else here.parent / "rules"
