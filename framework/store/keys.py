"""Keys that nobody can guess: whoever has one can open what it names, so they are never logged or listed."""

from __future__ import annotations

import re
import secrets
from typing import TypeGuard

LENGTH = 22
"""Characters: 128 random bits."""

_KEY = re.compile(r"[A-Za-z0-9_-]{22}", re.ASCII)


def new_key() -> str:
    """A new random key."""
    return secrets.token_urlsafe(16)


def is_key(key: object) -> TypeGuard[str]:
    """Whether something has the format of a key: anything else never reaches the database."""
    return isinstance(key, str) and _KEY.fullmatch(key) is not None
