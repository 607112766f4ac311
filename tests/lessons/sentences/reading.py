"""Settings of the sliders, and the numbers in a sentence."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator
from statistics import NormalDist

from framework import load_rules
from framework.model.lesson import Control, InteractiveBlock

BLOCKS = {
    block.play: block
    for lesson in load_rules().lessons
    for block in lesson.blocks
    if isinstance(block, InteractiveBlock)
}
MOST = 2500
"""Settings tried of one block."""

Settings = dict[str, float]
NORMAL = NormalDist()
_NUMBER = re.compile(r"(?<![\w.,])-?\d[\d,]*(?:\.\d+)?(?: %)?")


def _places(control: Control, most: int) -> list[float]:
    """Where the slider can stand; of many places, evenly spread ones with both ends."""
    count = round((control.maximum - control.minimum) / control.step) + 1
    kept = sorted({round(index * (count - 1) / (most - 1)) for index in range(most)}) if count > most else range(count)
    return [round(control.minimum + index * control.step, 6) for index in kept]


def grid(block: InteractiveBlock) -> Iterator[Settings]:
    """Settings of all sliders together, as the sliders show them."""
    most = 10**6
    while math.prod(len(_places(control, most)) for control in block.controls) > MOST:
        most = min(most, max(len(_places(control, most)) for control in block.controls)) - 1
    for chosen in itertools.product(*(_places(control, most) for control in block.controls)):
        yield dict(zip((control.name for control in block.controls), chosen, strict=True))


def read(sentence: str) -> list[float]:
    """The numbers of a sentence in order; per cent as shares."""
    return [
        float(found.removesuffix(" %").replace(",", "")) * (0.01 if found.endswith("%") else 1)
        for found in _NUMBER.findall(sentence)
    ]


def close(said: list[float], true: list[float | None], within: list[float]) -> bool:
    """Whether printed numbers are these, to the last digit that is printed; None is one that is checked elsewhere."""
    assert len(said) == len(true) == len(within), said
    return all(b is None or abs(a - b) <= w * 0.5001 + 1e-9 for a, b, w in zip(said, true, within, strict=True))
