"""Numbers are read as people type them, and refused with a sentence that says what to write."""

from __future__ import annotations

from typing import Any

import pytest

from framework.model.numbers import InvalidNumberError, read_number, write_number
from framework.model.question import Question
from framework.model.sheet import Range

FREE = Question(id="x", kind="number", text="x", short="x", why="x")
SHARE = FREE.model_copy(update={"minimum": 0.0, "maximum": 1.0})


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None), ("12", 12), ("12000", 12_000), ("12,000", 12_000), ("12.000,5", 12_000.5), ("12,000.5", 12_000.5),
        ("12 000", 12_000), ("1,5", 1.5), ("1.5", 1.5), (".5", 0.5), ("0,125", 0.125), ("3k", 3_000),
        ("2 M", 2_000_000), ("−4", -4), ("1'000'000", 1_000_000), ("1,000,000", 1_000_000),
        ("10 to 20", Range(low=10, middle=15, high=20)), ("10-20", Range(low=10, middle=15, high=20)),
        ("10-20k", Range(low=10_000, middle=15_000, high=20_000)),
        ("1 to 2 to 3 M", Range(low=1e6, middle=2e6, high=3e6)), ("10k to 20k", Range(low=1e4, middle=15e3, high=2e4)),
        ("900 to 1.2k", Range(low=900, middle=1_050, high=1_200)), ("900k - 1M", Range(low=9e5, middle=95e4, high=1e6)),
        ("1; 2; 9", Range(low=1, middle=2, high=9)), ("-5 to 5", Range(low=-5, middle=0, high=5)),
    ],
)  # fmt: skip
def test_numbers_are_read_as_people_write_them(text: Any, value: Any) -> None:
    assert read_number(text, FREE) == (pytest.approx(value) if isinstance(value, float) else value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,250", 1.25), ("0,125", 0.125), ("12 000", 12_000), ("12\u202f000,5", 12_000.5), ("1.25", 1.25),
        ("1,125 à 1,375", Range(low=1.125, middle=1.25, high=1.375)), ("5\u202f%", 0.05),
    ],
)  # fmt: skip
def test_where_a_comma_stands_before_decimals_three_of_them_are_no_thousands(text: Any, value: Any) -> None:
    assert read_number(text, SHARE.model_copy(update={"maximum": None}) if "%" not in text else SHARE,
                       decimal_comma=True) == value  # fmt: skip
    assert read_number("1,250", FREE) == 1_250


@pytest.mark.parametrize(
    "text",
    [
        "three",
        "1 2",
        "--",
        "20 to 10",
        "1 to 2 to 3 to 4",
        "9" * 40,
        "1e400",
        "NaN",
        "12 €",
        "1.2.3",
        "1/2",
        "5 %",
        "20 to 10k to 1",
    ],
)
def test_what_is_no_number_is_refused_with_a_sentence(text: Any) -> None:
    with pytest.raises(InvalidNumberError, match=r"\."):
        read_number(text, FREE)


def test_a_share_may_be_a_percentage() -> None:
    assert read_number("5 %", SHARE) == pytest.approx(0.05)
    share = read_number("5 % to 7 %", SHARE)
    assert isinstance(share, Range)
    assert share.middle == pytest.approx(0.06)


def test_a_number_need_not_be_typed() -> None:
    """A sheet file may hold a number, or a range whose ends are numbers or texts."""
    assert read_number(12, FREE) == 12
    assert read_number({"low": "1k", "middle": 2_000, "high": "3 000"}, FREE) == Range(
        low=1_000, middle=2_000, high=3_000
    )


@pytest.mark.parametrize("given", [True, [1], {"low": 1}, {"low": 3, "middle": 2, "high": 1}, float("nan"), 10**400])
def test_what_cannot_be_a_number_is_refused(given: Any) -> None:
    """Truth values, lists, ranges without ends or that fall, and numbers beyond all bounds."""
    with pytest.raises(InvalidNumberError):
        read_number(given, FREE)


@pytest.mark.parametrize("text", ["3", "-0.1", "150 %", "0.5 to 2"])
def test_a_share_lies_between_0_and_1(text: Any) -> None:
    with pytest.raises(InvalidNumberError, match="between 0 and 1"):
        read_number(text, SHARE)


@pytest.mark.parametrize("value", [None, 0.0, 12_000.0, 0.05, -4.5, 1234567.25, 1e-06, Range(low=1, middle=2, high=3)])
def test_a_saved_number_reads_back_as_itself(value: Any) -> None:
    assert read_number(write_number(value), FREE) == value
