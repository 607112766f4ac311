"""Which number to find out first, and which others matter as much. Pure."""

from __future__ import annotations

import math

from framework.economics.tornado import ALIKE, alike
from framework.model.economics import Tornado
from framework.model.sheet import Range
from framework.model.worth import Information


def first_to_know(information: tuple[Information, ...], tornado: Tornado | None, total: Range | None) -> str | None:
    """Most worth knowing; if no single number is, and all together turn the sign, the widest bar; else the widest."""
    if information and information[0].worth > 0:
        return information[0].role
    bars = tornado.bars if tornado else ()
    own = [bar.role for bar in bars if not bar.swing_assumed]
    if total is not None and total.low <= 0 < total.high and own:
        return own[0]
    return bars[0].role if bars else None


def known_alike(information: tuple[Information, ...], tornado: Tornado | None, first: str | None) -> tuple[str, ...]:
    """The number to find out first and those that matter as much: by what knowing is worth, else by their bars."""
    known = next((item for item in information if item.role == first and item.worth > 0), None)
    if known is not None:
        others = (item for item in information if item is not known)
        return (known.role, *(item.role for item in others if math.isclose(item.worth, known.worth, rel_tol=ALIKE)))
    return alike(tornado.bars if tornado else (), first)
