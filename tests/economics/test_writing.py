"""Break-evens as they are printed: what is printed pays, and can be told from its neighbours."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framework.economics.steps import around
from framework.economics.tornado import swing_of
from framework.economics.writing import figure, finely, reached, spread, threshold
from framework.model.sheet import Range
from tests.economics.models import BASIS


@pytest.mark.parametrize(
    ("number", "up", "words"),
    [
        (0.99849, True, "99.85 %"),
        (0.998501, True, "99.86 %"),
        (0.9999912, True, "99.99912 %"),
        (0.527, True, "52.7 %"),
        (0.5271, True, "52.8 %"),
        (0.0712, False, "7.12 %"),
        (0.07129, False, "7.12 %"),
        (1.0, True, "100 %"),
        (0.0, True, "0 %"),
    ],
)
def test_a_share_that_pays_is_rounded_to_the_side_that_pays(number: float, up: bool, words: str) -> None:
    """A case from a review: "from 99.8 %" where 99.8 % loses and 99.85 % pays."""
    assert reached(number, up=up, share=True) == words


def test_amounts_are_rounded_to_the_side_that_pays() -> None:
    assert reached(5_411_255.3) == "5,420,000"
    assert reached(13_756.5, up=False) == "13,700"
    assert reached(13_756.5, digits=2) == "14,000"
    assert reached(9.9206) == "9.93"


def test_digits_follow_the_numbers_that_were_given() -> None:
    """A case from a review: "12k" and "100-200" gave -507,715."""
    assert spread(Range(low=-612_345, middle=-507_715, high=-98.76)) == "-510,000 (from -610,000 to -99)"
    assert spread(Range(low=-507_715, middle=-507_715, high=-507_715)) == "-508,000"
    assert spread(Range(low=0.1234, middle=0.2, high=0.3456), True) == "20 % (from 12 % to 35 %)"
    assert [figure(number) for number in (1_234_567, 0.000012345, 1e-12)] == ["1,230,000", "0.0000123", "0"]


def test_neighbours_can_be_told_apart() -> None:
    one, other = 0.52713, 0.52718
    assert threshold("precision", one, beside=(one, other)) != threshold("precision", other, beside=(one, other))


@given(st.floats(min_value=1e-6, max_value=1 - 1e-6), st.booleans())
def test_what_is_printed_never_loses(share: float, up: bool) -> None:
    shown = float(reached(share, up=up, share=True).removesuffix(" %").replace(",", "")) / 100
    assert shown >= share - 1e-8 if up else shown <= share + 1e-8
    assert abs(shown - share) <= 0.011 * min(share, max(1 - share, share / 10))
    assert not up or share > 0.999_99 or shown < 1


def test_a_share_is_varied_by_a_quarter_of_the_distance_to_the_nearer_end() -> None:
    """A case from a review: 99.5 % became 74.6 to 100 %."""
    assert swing_of("precision", 0.995, BASIS.varied) == pytest.approx((0.99375, 0.99625))
    assert swing_of("rate_without", 0.86, BASIS.varied) == pytest.approx((0.825, 0.895))
    assert swing_of("base_rate", 0.04, BASIS.varied) == pytest.approx((0.03, 0.05))
    assert swing_of("value", 200, BASIS.varied) == pytest.approx((150, 250))
    assert swing_of("adoption", 1.0, BASIS.varied) == (1.0, 1.0)
    assert swing_of("adoption", 1.0, BASIS.varied, assumed=True) == (0.75, 1.0)
    assert [finely("precision", end) for end in swing_of("precision", 0.995, BASIS.varied)] == ["99.375 %", "99.625 %"]


def test_a_table_of_gains_stays_around_what_decides() -> None:
    """A case from a review: 50, 60 ... 100 % where all that matters lies above 98 %."""
    assert around([0.9867, 0.9885, 0.9985, 0.995], 0.5, 1.0) == [0.98, 0.985, 0.99, 0.995, 1.0]
    assert around([6.0, 5.5], 6.0, 0.0)[0] == 6.0, "errors fall from today's"
    assert around([], 0.0, 1.0) == [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]


@given(
    st.lists(st.floats(min_value=0, max_value=1), max_size=4),
    st.floats(min_value=0, max_value=0.4),
    st.floats(min_value=0.5, max_value=1),
)
def test_steps_are_possible_and_cover_the_marks(marks: list[float], worst: float, best: float) -> None:
    found = around(marks, worst, best)
    inside = [mark for mark in marks if worst <= mark <= best]
    assert 1 <= len(found) <= 14
    assert all(worst - 1e-6 <= x <= best + 1e-6 for x in found)
    assert found == sorted(found)
    assert not inside or (found[0] <= min(inside) + 1e-9 and found[-1] >= max(inside) - 1e-9)
