"""Which number to find out first, and which others matter as much. Pure."""

from __future__ import annotations

import math

from framework.economics.tornado import ALIKE, alike, nearest
from framework.model.economics import Tornado
from framework.model.sheet import Range
from framework.model.worth import Information


def first_to_know(information: tuple[Information, ...], tornado: Tornado | None, total: Range | None) -> str | None:
    """Most worth knowing; if no single number is, that which comes nearest to turning the sign.

    Of those with a range, if all of these together turn it.
    """
    if information and information[0].worth > 0:
        return information[0].role
    if tornado is None:
        return None
    together = total is not None and total.low <= 0 < total.high
    return nearest(tornado.bars, tornado.middle, ranges=together)


def known_alike(information: tuple[Information, ...], tornado: Tornado | None, first: str | None) -> tuple[str, ...]:
    """The number to find out first and those that matter as much: by what knowing is worth, else by their bars."""
    known = next((item for item in information if item.role == first and item.worth > 0), None)
    if known is not None:
        others = (item for item in information if item is not known)
        return (known.role, *(item.role for item in others if math.isclose(item.worth, known.worth, rel_tol=ALIKE)))
    return alike(tornado.bars, first, tornado.middle) if tornado else ()
