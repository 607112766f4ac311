"""What is ticked on a screen and not confirmed yet. The address keeps it, so that a page that is loaded again shows it.

Nothing of it is an answer before somebody confirms it.
"""

from __future__ import annotations

from collections.abc import Iterable

from framework.ui import address


def ticked(screen: str) -> tuple[str, ...] | None:
    """The ids that are ticked on a screen; None where nobody has changed a tick there."""
    named, several, ids = (address.param(address.DRAFT) or "").partition(".")
    return tuple(ids.split(",")) if several and named == screen else None


def keep(screen: str, ids: Iterable[str]) -> None:
    """Keep what is ticked on a screen, in place of what was ticked before or elsewhere."""
    address.move(**{address.DRAFT: f"{screen}.{','.join(ids)}"})


def drop(screen: str) -> None:
    """Keep no ticks of a screen, on which one stays (`address.js`)."""
    address.move(**{address.DRAFT: screen})
