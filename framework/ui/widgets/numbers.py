"""Numbers as people write them: `12 000`, `1,5`, `5 %`, `10 to 20`."""

from __future__ import annotations

import math
import re

from framework.errors import UserError
from framework.model.question import Question
from framework.model.sheet import Range

LARGEST = 1e15

_PART = re.compile(r"[-+−]?\s*(?:\d{1,3}(?:[\s'’_]\d{3})+(?!\d)|\d+|(?=[.,]\d))(?:[.,]\d+)*\s*[%kKmM]?")
_BETWEEN = re.compile(r"\s*(?:to|and|until|till|–|—|-|;|\.\.+|…)\s*", re.IGNORECASE)
_GROUPED = re.compile(r"[-+]?(?:\d+|\d{1,3}(?:[.,]\d{3})+)")
"""Digits, or groups of three as in 1.200.000: what is separated otherwise is a date or a version, not a number."""

_TIMES = {"%": 0.01, "k": 1_000.0, "m": 1_000_000.0}


def parse(text: str, question: Question) -> float | Range | None:
    """One number, or a range of two (low, high) or three (low, middle, high); None for an empty field.

    Raises:
        UserError: it is no number, or outside the limits of the question.
    """
    text = text.strip()
    if not text:
        return None
    values = [_number(part) for part in _parts(text)]
    if not 1 <= len(values) <= 3 or any(value is None for value in values):
        raise UserError("This is not a number yet.", "Write it like 12000, 0.5 or 5 %, or a range like 10 to 20.")
    numbers = [value for value in values if value is not None]
    if "%" in text and (question.maximum is None or question.maximum > 1):
        raise UserError("This is no share, so a percentage does not fit here.", "Write how many, or how much.")
    for value in numbers:
        _check(value, question)
    if numbers != sorted(numbers):
        raise UserError("The numbers of a range go from the smallest to the largest.", "Write it like 10 to 20.")
    if len(numbers) == 1:
        return numbers[0]
    middle = numbers[1] if len(numbers) == 3 else (numbers[0] + numbers[1]) / 2
    return Range(low=numbers[0], middle=middle, high=numbers[-1])


def shown(value: float | Range | None) -> str:
    """A saved number as a person would write it; `parse` reads it back."""
    if value is None:
        return ""
    if isinstance(value, Range):
        return " to ".join(_written(number) for number in (value.low, value.middle, value.high))
    return _written(value)


def _written(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,.6f}".rstrip("0")


def _parts(text: str) -> list[str]:
    """The numbers in a text; a text that is anything else gives one part that is no number."""
    found = _PART.match(text)
    parts: list[str] = []
    while found:
        parts.append(found.group())
        rest = text[found.end() :]
        if not rest.strip():
            return parts
        between = _BETWEEN.match(rest)
        if not between:
            break
        text = rest[between.end() :]
        found = _PART.match(text)
    return [""]


def _number(text: str) -> float | None:
    """Both habits of writing are read: a lone comma with three digits behind it groups thousands."""
    text = re.sub(r"[\s'’_]", "", text).replace("−", "-")
    times = _TIMES.get(text[-1:].lower(), 1.0)
    text = text[:-1] if times != 1.0 else text
    last = max(text.rfind(","), text.rfind("."))
    if "," in text and "." in text:
        whole, fraction = re.sub(r"[.,]", "", text[:last]), text[last + 1 :]
        text = f"{whole}.{fraction}"
    elif text.count(",") == 1 and not re.fullmatch(r"[-+]?[1-9]\d{0,2},\d{3}", text):
        text = text.replace(",", ".")
    elif text.count(".") != 1:
        if not _GROUPED.fullmatch(text):
            return None
        text = text.replace(",", "").replace(".", "")
    else:
        text = text.replace(",", "")
    try:
        value = float(text) * times
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def _check(value: float, question: Question) -> None:
    low, high = question.minimum, question.maximum
    if low is not None and high is not None and not low <= value <= high:
        percent = " A share can also be written as a percentage, like 5 %." if (low, high) == (0, 1) else ""
        raise UserError(f"This has to lie between {_written(low)} and {_written(high)}.{percent}")
    if low is not None and value < low:
        raise UserError(f"This cannot be less than {_written(low)}.")
    if high is not None and value > high:
        raise UserError(f"This cannot be more than {_written(high)}.")
    if abs(value) > LARGEST:
        raise UserError("This number is too large to reckon with.")
