"""What this process was told from outside: environment variables, read in one place.

Two variables, both optional:

- `SHOULD_I_USE_ML_DATABASE`: where work is kept; a path of a file, or a SQLAlchemy URL. By default a file in the
  folder that the platform keeps for a user's data.
- `SHOULD_I_USE_ML_RULES`: the folder of rules. By default the one that came with the package.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

DATABASE = "SHOULD_I_USE_ML_DATABASE"
RULES = "SHOULD_I_USE_ML_RULES"

_FOLDER = "should-i-use-ml"
_FILE = "work.db"


@dataclass(frozen=True)
class Settings:
    """Where this process finds its rules and keeps its work."""

    database: str
    """A path, or a SQLAlchemy URL when it contains `://`."""
    rules: Path
    """An existing folder, unless the variable names one that is not there: the loader says so."""

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> Settings:
        """The settings of this moment; an empty variable counts as unset."""
        rules = environ.get(RULES, "").strip()
        return cls(
            database=environ.get(DATABASE, "").strip() or str(data_folder(environ) / _FILE),
            rules=Path(os.path.expanduser(rules)) if rules else _packaged_rules(),
        )


def rules_folder() -> Path:
    """The folder of rules set for this process."""
    return Settings.from_environment().rules


def data_folder(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """The folder for this product's data of one user; not created here.

    Follows XDG on Linux (where a relative `XDG_DATA_HOME` is to be ignored), and the habits of macOS and Windows.
    """
    home = Path(environ.get("HOME") or os.path.expanduser("~"))
    if platform == "win32":
        base = Path(environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif platform == "darwin":
        base = home / "Library" / "Application Support"
    else:
        given = environ.get("XDG_DATA_HOME", "")
        base = Path(given) if given.startswith("/") else home / ".local" / "share"
    return base / _FOLDER


def _packaged_rules() -> Path:
    """The rules inside an installed package, or beside it in a checkout."""
    here = Path(__file__).resolve().parent
    inside = here / "_rules"
    return inside if inside.is_dir() else here.parent / "rules"
