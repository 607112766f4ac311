"""Settings from environment variables, read in one place.

Eight variables, all optional:

- `SHOULD_I_USE_ML_DATABASE`: where work is saved; a file path or a SQLAlchemy URL. By default a file in the platform's
  user data folder.
- `SHOULD_I_USE_ML_RULES`: the folder of rules. By default the one that comes with the package.
- `SHOULD_I_USE_ML_OVERLAY`: folders laid over those rules, separated as in `PATH`, the lowest first.
- `SHOULD_I_USE_ML_LANGUAGE`: the language of pages whose address names none, as `fr`. By default that of the rules.
- `SHOULD_I_USE_ML_KEEP_DAYS`: after how many days work is removed that nobody opened; 0 keeps it for ever. By default
  365.
- `SHOULD_I_USE_ML_PROXIES`: addresses or networks of reverse proxies, separated by commas, as `10.0.0.7,172.28.0.0/24`.
  What these say about where a request comes from is believed; without it, only a proxy on this machine is.
- `SHOULD_I_USE_ML_PROCESSES`: how many processes serve the application under one address. By default one.
- `SHOULD_I_USE_ML_TRIALS`: whether visitors may try rules of their own, which this server then checks and compiles:
  1 or 0. By default 1.
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
OVERLAY = "SHOULD_I_USE_ML_OVERLAY"
LANGUAGE = "SHOULD_I_USE_ML_LANGUAGE"
KEEP_DAYS = "SHOULD_I_USE_ML_KEEP_DAYS"
PROXIES = "SHOULD_I_USE_ML_PROXIES"
PROCESSES = "SHOULD_I_USE_ML_PROCESSES"
TRIALS = "SHOULD_I_USE_ML_TRIALS"

NAMES = (DATABASE, RULES, OVERLAY, LANGUAGE, KEEP_DAYS, PROXIES, PROCESSES, TRIALS)
"""Every setting."""

BASE_PATH = "STREAMLIT_SERVER_BASE_URL_PATH"
"""A setting of Streamlit that moves its pages below a path; links between ours begin at the root."""

TEMPLATE_RULES = Path(__file__).resolve().parent / "template_rules"
"""A small rule base with comments that teach, to start another one from."""

_FOLDER = "should-i-use-ml"
_FILE = "work.db"


@dataclass(frozen=True)
class Settings:
    """Where this process finds its rules and saves its work; what else can be set is read by functions below."""

    database: str
    """A path, or a SQLAlchemy URL when it contains `://`."""
    rules: Path
    """The loader reports a folder that does not exist."""
    overlays: tuple[Path, ...] = ()
    """Folders laid over the rules, the lowest first."""

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> Settings:
        """The current settings; an empty variable counts as unset."""
        rules, overlays = environ.get(RULES, "").strip(), environ.get(OVERLAY, "").split(os.pathsep)
        return cls(
            database=environ.get(DATABASE, "").strip() or str(user_data_path(_FOLDER, appauthor=False) / _FILE),
            rules=Path(os.path.expanduser(rules)) if rules else _packaged_rules(),
            overlays=tuple(Path(os.path.expanduser(each)) for each in overlays if each.strip()),
        )


def default_language() -> str:
    """The language of pages whose address names none, as it is set now."""
    return os.environ.get(LANGUAGE, "").strip().lower()


def application(script: str = "app.py") -> Path:
    """The script of the application, or of its server: inside an installed package, or at the root of a checkout."""
    here = Path(__file__).resolve().parent
    inside = here / "_app" / script
    return inside if inside.is_file() else here.parent / script


def keep_days() -> str:
    """How many days work lasts that nobody opens, as it was written; `deployment` reads it."""
    return os.environ.get(KEEP_DAYS, "").strip() or "365"


def proxies() -> str:
    """The reverse proxies that are believed, as they were written; `deployment` reads them."""
    return os.environ.get(PROXIES, "").strip()


def processes() -> str:
    """How many processes serve under one address, as it was written; `deployment` reads it."""
    return os.environ.get(PROCESSES, "").strip() or "1"


def trials() -> str:
    """Whether visitors may try rules of their own, as it was written; `deployment` reads it."""
    return os.environ.get(TRIALS, "").strip() or "1"


def unknown() -> list[str]:
    """Variables that are named like a setting and are none."""
    return sorted(name for name in os.environ if name.startswith("SHOULD_I_USE_ML_") and name not in NAMES)


def base_path() -> str:
    """The path below which Streamlit is told to serve; empty for the root."""
    return os.environ.get(BASE_PATH, "").strip("/ ")


@cache  # asked for at every step of every run, and never another one
def _packaged_rules() -> Path:
    """The rules inside an installed package, or beside it in a checkout."""
    here = Path(__file__).resolve().parent
    inside = here / "_rules"
    return inside if inside.is_dir() else here.parent / "rules"
