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
        ("1.200.000,25", 1_200_000.25), ("12,00,000.50", 1_200_000.5), ("₹1,00,000", 100_000),
        ("12 000", 12_000), ("1,5", 1.5), ("1.5", 1.5), (".5", 0.5), ("0,125", 0.125), ("3k", 3_000),
        ("2 M", 2_000_000), ("−4", -4), ("1'000'000", 1_000_000), ("1,000,000", 1_000_000),
        ("10 to 20", Range(low=10, middle=15, high=20)), ("10-20", Range(low=10, middle=15, high=20)),
        ("10-20k", Range(low=10_000, middle=15_000, high=20_000)),
        ("1 to 2 to 3 M", Range(low=1e6, middle=2e6, high=3e6)), ("10k to 20k", Range(low=1e4, middle=15e3, high=2e4)),
        ("900 to 1.2k", Range(low=900, middle=1_050, high=1_200)), ("900k - 1M", Range(low=9e5, middle=95e4, high=1e6)),
        ("€2,50", 2.5), ("$30", 30), ("12 000 €", 12_000), ("-€5", -5), ("30 EUR", 30), ("30EUR", 30), ("CHF30", 30),
        ("2 euros", 2), ("30 k€", 30_000),
        ("2 million", 2e6), ("2,5 millions d'euros", 2.5e6), ("3 Millions", 3e6),
        ("$10–$20", Range(low=10, middle=15, high=20)), ("1 to 2 million €", Range(low=1e6, middle=1.5e6, high=2e6)),
        ("1e6", 1_000_000), ("1.5E3", 1_500), ("2e-3", 0.002), ("1e3 to 2e3", Range(low=1e3, middle=1.5e3, high=2e3)),
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
        "2€50",
        "30 EURO5",
        "30 XEUR",
        "€12€",
        "12 apples",
        "2 millionth",
        "5 minutes",
        "euro",
        "1.2.3",
        "1.5,2.5",
        "10.5,20.5",
        "12.34,56",
        "2024.01,02",
        "1,234.567.890",
        "1,2,3",
        "1.234,567,890",
        "1,200.300,5",
        "1e5x",
        "e5",
        "1e12345",
        "1/2",
        "5 %",
        "20 to 10k to 1",
    ],
)
def test_what_is_no_number_is_refused_with_a_sentence(text: Any) -> None:
    with pytest.raises(InvalidNumberError, match=r"\."):
        read_number(text, FREE)


def test_the_unit_of_the_question_may_stand_after_a_number() -> None:
    minutes = FREE.model_copy(update={"unit": "minutes"})
    for text, value in (("30 minutes", 30), ("1 Minute", 1), ("30", 30)):
        assert read_number(text, minutes) == value
    assert read_number("€30 a year", FREE.model_copy(update={"unit": "a year"})) == 30
    assert read_number("10 minutes to 20 minutes", minutes) == Range(low=10, middle=15, high=20)
    assert read_number("5m", minutes) == 5
    assert read_number("5 to 15 m", minutes) == Range(low=5, middle=10, high=15)
    assert read_number("10 min to 15 min", minutes) == Range(low=10, middle=12.5, high=15)
    assert read_number("2 million", minutes) == read_number("2m", FREE) == 2_000_000
    assert read_number("2m", FREE.model_copy(update={"unit": "messages"})) == 2_000_000
    for text in ("30 minutely", "30 hours", "minutes"):
        with pytest.raises(InvalidNumberError):
            read_number(text, minutes)


@pytest.mark.parametrize(
    ("text", "said"),
    [("1e99", "too large to calculate"), ("-1e99", "too large"), ("1e400", "too large"), ("9" * 40, "too large"),
     ("1e-99", "too small to calculate")],
)  # fmt: skip
def test_a_number_out_of_all_bounds_is_called_a_number(text: str, said: str) -> None:
    with pytest.raises(InvalidNumberError, match=said):
        read_number(text, FREE)


@pytest.mark.parametrize("text", ["€0.5", "0.5 €", "0.5 share"])
def test_a_share_is_no_money_and_has_no_unit(text: Any) -> None:
    with pytest.raises(InvalidNumberError, match="5 %"):
        read_number(text, SHARE.model_copy(update={"unit": "share"}))


@pytest.mark.parametrize(
    ("text", "comma", "asks"),
    [
        ("14.600", False, "Do you mean 14,600 or 14.6? Write 14600 or 14.6."),
        ("1.000", False, "Do you mean 1,000 or 1? Write 1000 or 1."),
        ("€1.125", False, "Do you mean 1,125 or 1.1250? Write 1125 or 1.1250."),
        ("14.600", True, "Do you mean 14,600 or 14.6?"),
        ("14,600", True, "Do you mean 14,600 or 14.6?"),
        ("10 to 14.600", False, "Do you mean 14,600 or 14.6?"),
    ],
)
def test_what_may_be_two_numbers_is_asked_about(text: str, comma: bool, asks: str) -> None:
    with pytest.raises(InvalidNumberError) as caught:
        read_number(text, FREE, decimal_comma=comma, typed=True)
    assert str(caught.value).startswith(asks)


@pytest.mark.parametrize(
    ("text", "comma", "value"),
    [
        ("14,600", False, 14_600), ("14600", False, 14_600), ("14.6", False, 14.6), ("0.125", False, 0.125),
        ("1.1250", False, 1.125), ("14.6000", False, 14.6), ("12.000,5", True, 12_000.5), ("1.200.000", False, 1.2e6),
        ("14.600k", False, 14_600), ("1.125 million", False, 1_125_000), ("2025.125", False, 2025.125),
    ],
)  # fmt: skip
def test_what_is_one_number_only_is_not_asked_about(text: str, comma: bool, value: float) -> None:
    assert read_number(text, FREE, decimal_comma=comma, typed=True) == value


def test_a_share_and_a_number_in_a_file_are_not_asked_about() -> None:
    assert read_number("1.000", SHARE, typed=True) == 1
    assert read_number("14.125", FREE) == 14.125, "a machine may have written it"


@pytest.mark.parametrize(
    ("given", "written"),
    [("8-12", "8 to 12"), ("8 to 9 to 12", "8 to 9 to 12"), ("0.1 to 0.2", "0.1 to 0.2"), ("1 to 1", "1 to 1")],
)
def test_the_middle_of_a_range_is_written_where_it_is_not_the_mean(given: str, written: str) -> None:
    value = read_number(given, FREE)
    assert write_number(value) == written
    assert read_number(written, FREE, typed=True) == value


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


COUNT = FREE.model_copy(update={"whole": True})


@pytest.mark.parametrize(
    "given", [2.5, "2,5", "1.5 to 3", "1 to 2.5", "1 to 2.4 to 4", {"low": 1, "middle": 1.4, "high": 2}]
)
def test_a_count_is_a_whole_number_in_ranges_too(given: Any) -> None:
    with pytest.raises(InvalidNumberError, match="whole number") as caught:
        read_number(given, COUNT)
    assert caught.value.code == "not_whole"


@pytest.mark.parametrize(
    ("given", "value"),
    [("3", 3), (2.0, 2), ("1 to 2", Range(low=1, middle=1.5, high=2)), ("1 to 2 to 4", Range(low=1, middle=2, high=4))],
)
def test_the_middle_between_two_counts_need_not_be_one(given: Any, value: Any) -> None:
    """What nobody entered is not refused, and a sheet that was saved with it is read again."""
    assert read_number(given, COUNT) == read_number(value, COUNT) == value
    assert read_number(write_number(value), COUNT) == value


@pytest.mark.parametrize(
    "value",
    [None, 0.0, 12_000.0, 0.05, -4.5, 1.125, -14.125, 1234567.25, 2025.125, 1e-06, Range(low=1, middle=2.125, high=3)],
)
def test_a_saved_number_reads_back_as_itself(value: Any) -> None:
    assert read_number(write_number(value), FREE) == read_number(write_number(value), FREE, typed=True) == value
