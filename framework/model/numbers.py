"""Numbers as people type them (`12 000`, `€1,5`, `5 %`, `1.2k`, `10-20`), read on pages and in files.

Both read them the same way, but for one thing: what a person types with one separator before three digits may mean two
numbers (14.600), and is asked about. In a file, which a machine may have written, a point stands before decimals.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from decimal import Decimal, InvalidOperation
from numbers import Real
from typing import Any

from framework.errors import describe
from framework.model.question import Question
from framework.model.sheet import Number, Range

_REAL: type[Any] = Real
"""Also what NumPy counts in."""

LARGEST = 1e15
"""A larger number is a typing mistake, and products of several could overflow."""

SMALLEST = 1e-15
"""A number nearer to 0, but not 0, is a typing mistake, and quotients of several could overflow."""

MAX_TEXT = 60
"""Characters of a text that are read as a number or a range."""

_MONEY = (
    r"(?:[$£¥€₣₤₦₩₪₫₱₹₺₽₿]|(?<![^\W\d_])(?:EUR|USD|GBP|CHF|JPY|CNY|INR|CAD|AUD|SEK|NOK|DKK|PLN|CZK"
    r"|(?:d['’])?(?:euro|dollar|pound|livre|franc)s?)(?![^\W\d_]))"
)
"""Signs, codes and names of money; no letter may stand beside the last two."""

_PART = re.compile(
    rf"(?P<sign>[-+−]?)\s*(?P<before>{_MONEY}\s*)?"
    r"(?P<digits>(?:\d{1,3}(?:[\s'’_]\d{3})+(?!\d)|\d+|(?=[.,]\d))(?:[.,]\d+)*)(?P<power>e[-+]?\d{1,4}(?!\w))?"
    rf"\s*(?P<times>%|[km](?![^\W\d_])|millions?\b)?(?P<after>\s*{_MONEY})?",
    re.IGNORECASE,
)
"""One number, with the money it is counted in, a power of ten (1e6), and %, thousands or millions."""
_BETWEEN = re.compile(r"\s*(?:to|and|until|till|à|–|—|-|;|\.\.+|…)\s*", re.IGNORECASE)
_GROUPED = re.compile(r"[-+]?(?:\d+|\d{1,3}(?:[.,]\d{3})+|\d{1,2}(?:,\d{2})+,\d{3})")
"""Digits, groups of three as in 1.200.000, or those of India as in 12,00,000; any other separation is a date or a
version, not a number.
"""

_BOTH = re.compile(
    r"(?P<whole>[-+]?(?:\d{1,3}(?P<group>[.,])\d{3}(?:(?P=group)\d{3})*|\d{1,2}(?:,\d{2})+,\d{3}))[.,](?P<fraction>\d*)"
)
"""Such groups and a decimal separator of the other kind: 1,200,000.5."""

_AMBIGUOUS = re.compile(r"[-+]?[1-9]\d{0,2}([.,])\d{3}")
"""One separator before exactly three digits: a thousand and more, or a number with three decimals."""

_UNITS_IN_M = frozenset({"minutes", "metres"})
"""Units that people shorten to "m", which stands for millions elsewhere."""

_SHORT = {"minutes": "min"}
"""What people write for a unit besides its name."""

_SUFFIXES = tuple("%kKmM")
_TIMES = {"%": Decimal("0.01"), "k": Decimal(1_000), "m": Decimal(1_000_000)}


class InvalidNumberError(ValueError):
    """The input is not a number, or does not fit the question. `str()` of it is a sentence that says what to write.

    `template`, with its {values}, and `hint` are texts of the interface; the value `given` is what was refused.
    """

    def __init__(self, code: str, template: str, hint: str = "", **values: object) -> None:
        self.code, self.template, self.hint, self.values = code, template, hint, values
        self.message = template.format(**{**values, "given": describe(values.get("given"))})
        super().__init__(f"{self.message} {hint}".strip())

    def about(self, question: str) -> str:
        """The message with the id of the question, for a file in which several are answered."""
        return f"`{question}`: {self.message[:1].lower()}{self.message[1:]}"


def read_number(
    given: object, question: Question, *, decimal_comma: bool = False, typed: bool = False
) -> Number | None:
    """One number, or a range of two (low, high) or three (low, middle, high); None for nothing or an empty text.

    `given` is a text as a person types it, a number, a range, or a mapping with `low`, `middle` and `high`. With a
    `decimal_comma`, 1,250 is one and a quarter; without, it is a thousand and more. Of a text that a person has
    `typed`, neither is taken for granted.

    Raises:
        InvalidNumberError: it is not a number, may be two, or is outside the limits of the question; it is not whole
            where the question asks for that, and is not just the middle between two that are.
    """
    if given is None or (isinstance(given, str) and not given.strip()):
        return None
    if isinstance(given, Range):
        ends = [_one(end, question) for end in (given.low, given.middle, given.high)]
    elif isinstance(given, Mapping):
        if set(given) != {"low", "middle", "high"}:
            raise InvalidNumberError("wrong_range", "A range needs `low`, `middle` and `high`.")
        ends = [_one(given[name], question) for name in ("low", "middle", "high")]
    elif isinstance(given, str):
        ends = _ends(given, question, decimal_comma, typed)
    else:
        ends = [_one(given, question)]
    for end in ends:
        _check(end, question)
    if ends != sorted(ends):
        raise InvalidNumberError(
            "wrong_range", "The numbers of a range must go from smallest to largest.", "Write it like 10 to 20."
        )
    middle = ends[1] if len(ends) == 3 else _mean(ends[0], ends[-1])
    counted = ends if middle != _mean(ends[0], ends[-1]) else (ends[0], ends[-1])
    if question.whole and not all(end.is_integer() for end in counted):
        raise InvalidNumberError("not_whole", "This must be a whole number.")
    if len(ends) == 1:
        return ends[0]
    return Range(low=ends[0], middle=middle, high=ends[-1])


def _mean(low: float, high: float) -> float:
    return float((Decimal(repr(low)) + Decimal(repr(high))) / 2)


def _one(given: object, question: Question) -> float:
    """A single number, written as one or as text."""
    if isinstance(given, str):
        ends = _ends(given, question)
        if len(ends) == 1:
            return ends[0]
    elif isinstance(given, _REAL) and not isinstance(given, bool):
        with suppress(OverflowError):  # a whole number beyond every float
            if math.isfinite(number := float(given)):
                return number
    raise InvalidNumberError("wrong_type", "Enter a number, not {given}.", given=given)


def _ends(text: str, question: Question, decimal_comma: bool = False, typed: bool = False) -> list[float]:
    """The one to three numbers in a text."""
    if len(text) > MAX_TEXT:
        raise InvalidNumberError(
            "wrong_type", "This is longer than {most} characters.", "Enter only the number.", most=MAX_TEXT
        )
    parts = _parts(text.strip(), question)
    numbers = _numbers(_with_suffix(parts), decimal_comma)
    if numbers != sorted(numbers) and "%" not in text:
        numbers = _numbers(parts, decimal_comma)  # "900 to 1.2k"
    if not 1 <= len(parts) <= 3 or len(numbers) < len(parts):
        raise InvalidNumberError(
            "wrong_type",
            "This is not a number: {given}.",
            "Write it like 0.5 or 5 %, or a range like 10 to 20 %."
            if question.is_share
            else "Write it like 12000 or 0.5, or a range like 10 to 20.",
            given=text,
        )
    if "%" in text and (question.maximum is None or question.maximum > 1):
        raise InvalidNumberError(
            "wrong_type", "This is not a share, so it cannot be a percentage.", "Enter a count or an amount."
        )
    if typed and not question.is_share:
        _only_one_number(_with_suffix(parts), decimal_comma)
    return numbers


def _only_one_number(parts: Sequence[str], decimal_comma: bool) -> None:
    """Refuse what may be two numbers."""
    for part in parts:
        found = _AMBIGUOUS.fullmatch(part)
        if found and (decimal_comma or found[1] == "."):
            whole = part.replace(found[1], "")
            raise InvalidNumberError(
                "ambiguous",
                "Do you mean {grouped} or {decimal}? Write {whole} or {decimal}.",
                grouped=_written(float(whole)),
                decimal=_written(float(part.replace(",", "."))),
                whole=whole,
            )


def write_number(value: Number | None, to: str = "to") -> str:
    """A saved number as a person would write it, a range with `to` between its ends; `read_number` reads it back.

    The middle of a range is left out where it is the mean, which is what `read_number` makes of two ends.
    """
    if value is None:
        return ""
    if isinstance(value, Range):
        middle = () if value.middle == _mean(value.low, value.high) else (value.middle,)
        return f" {to} ".join(_written(number) for number in (value.low, *middle, value.high))
    return _written(value)


def _written(value: float) -> str:
    """With a fourth decimal where three of them might be taken for thousands."""
    if value == int(value):
        return f"{value:,.0f}"
    written = f"{Decimal(repr(value)):,f}"
    return f"{written}0" if _AMBIGUOUS.fullmatch(written) else written


def _parts(text: str, question: Question) -> list[str]:
    """The numbers in a text, without the money or the unit that they are of; any other text gives one part that is not
    a number.
    """
    found = _PART.match(text)
    parts: list[str] = []
    while found:
        if (found["before"] or found["after"]) and (question.is_share or (found["before"] and found["after"])):
            break
        digits = re.sub(r"[\s'’_]", "", found["digits"])
        times = "" if _is_unit(found["times"], question) else (found["times"] or "")[:1]
        parts.append(f"{found['sign'].replace('−', '-')}{digits}{(found['power'] or '').lower()}{times}")
        rest = _without_unit(text[found.end() :], question)
        if not rest.strip():
            return parts
        between = _BETWEEN.match(rest)
        if not between:
            break
        text = rest[between.end() :]
        found = _PART.match(text)
    return [""]


def _is_unit(times: str | None, question: Question) -> bool:
    """Whether an "m" stands for the unit, as in "5 m" where minutes are asked for, not for millions."""
    return times == "m" and question.unit in _UNITS_IN_M


def _without_unit(rest: str, question: Question) -> str:
    """What follows a number after the unit of the question, if that stands there: "30 minutes"."""
    unit = "" if question.is_share else (question.unit or "").casefold()
    words = rest.strip().casefold()
    for word in (unit, unit.removesuffix("s"), _SHORT.get(unit, "")):
        if word and words.startswith(word) and not words[len(word) :][:1].isalnum():
            return rest.lstrip()[len(word) :]
    return rest


def _with_suffix(parts: Sequence[str]) -> list[str]:
    """What stands at the end of a range alone holds for all of it: "20 to 30 %", "10-20k"."""
    suffix = parts[-1][-1:]
    if suffix not in _SUFFIXES or any(part.endswith(_SUFFIXES) for part in parts[:-1]):
        return list(parts)
    return [*(f"{part.rstrip()}{suffix}" for part in parts[:-1]), parts[-1]]


def _numbers(parts: Sequence[str], decimal_comma: bool) -> list[float]:
    """Those parts that are numbers."""
    return [value for part in parts if (value := _number(part, decimal_comma)) is not None]


def _number(text: str, decimal_comma: bool) -> float | None:
    """Both decimal commas and decimal points are accepted. A single comma followed by three digits groups thousands,
    unless the language has a `decimal_comma`.
    """
    times = _TIMES.get(text[-1:].lower(), Decimal(1))
    text, _, power = (text[:-1] if times != 1 else text).partition("e")
    if "," in text and "." in text:
        if not (both := _BOTH.fullmatch(text)):
            return None
        text = f"{re.sub(r'[.,]', '', both['whole'])}.{both['fraction']}"
    elif text.count(",") == 1 and (decimal_comma or not re.fullmatch(r"[-+]?[1-9]\d{0,2},\d{3}", text)):
        text = text.replace(",", ".")
    elif text.count(".") != 1:
        if not _GROUPED.fullmatch(text):
            return None
        text = text.replace(",", "").replace(".", "")
    else:
        text = text.replace(",", "")
    try:
        return float(Decimal(f"{text}e{power or 0}") * times)  # in decimals: 57 % is 0.57, not 0.5700000000000001
    except (ValueError, InvalidOperation):
        return None


def _check(value: float, question: Question) -> None:
    low, high = question.minimum, question.maximum
    if low is not None and high is not None and not low <= value <= high:
        raise InvalidNumberError(
            "out_of_range",
            "This must be between {low} and {high}.",
            "A share can also be written as a percentage, like 5 %." if question.is_share else "",
            low=_written(low),
            high=_written(high),
        )
    if low is not None and value < low:
        raise InvalidNumberError("out_of_range", "This cannot be less than {low}.", low=_written(low))
    if high is not None and value > high:
        raise InvalidNumberError("out_of_range", "This cannot be more than {high}.", high=_written(high))
    if abs(value) > LARGEST:
        raise InvalidNumberError("out_of_range", "This number is too large to calculate with.")
    if 0 < abs(value) < SMALLEST:
        raise InvalidNumberError("out_of_range", "This number is too small to calculate with.", "Enter 0 instead.")
