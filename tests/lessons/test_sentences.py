"""Every sentence below a figure is true wherever the sliders stand: read back and compared with other arithmetic."""

from __future__ import annotations

import itertools
import math
import random
import re
from collections.abc import Callable, Iterator
from functools import cache
from statistics import NormalDist

import numpy as np
import pytest

from framework import load_rules
from framework.lessons import play
from framework.lessons.wording import fill
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


def _drift(s: Settings, said: str) -> str:
    speed, every = s["speed"] / 100, int(s["every"])
    fixed, renewed = min(0.5, 24 * speed), min(0.5, every * speed)
    if said.startswith("Nothing moves"):
        assert speed == 0
        return "still"
    numbers = read(said)
    if said.endswith("would not have told you."):
        assert renewed < 0.05 and speed > 0
        assert close(numbers, [fixed, 24, renewed], [0.01, 1, 0.01])
        return "kept_up"
    assert "still reaches" in said and renewed >= 0.05 - 1e-9
    assert close(numbers, [fixed, 24, renewed, 0.5], [0.01, 1, 0.01, 0.01])
    return "too_seldom"


def _loop(s: Settings, said: str) -> str:
    ahead, even = s["ahead"], s["at_random"] / 100
    begin = (20 + ahead) / (40 + ahead)
    share = (20 + ahead + 100 * (1 - even / 2 if ahead else 0.5)) / (140 + ahead)
    if said.startswith("Both records are equally long"):
        assert ahead == 0 and read(said) == [0.5]
        return "level"
    numbers = read(said)
    assert ahead > 0 and close(numbers[:2], [begin, share], [0.01, 0.01])
    if "has risen to" in said:
        assert share > begin and even < 1 and "It seems to prove" in said
        return "confirmed"
    if "has fallen to" in said:
        assert share < begin and abs(share - 0.5) < abs(begin - 0.5) and numbers[2] == 0.5
        return "corrected"
    assert "still says" in said and abs(share - begin) < 0.01
    return "kept"


def _latency(s: Settings, said: str) -> str:
    time, leave, half = s["time"], s["leave"] / 100, s["half"]

    def parts(t: float) -> tuple[float, float, float]:
        good, stay = t / (t + half), max(0.0, 1 - leave * t / 100)
        return good, stay, good * stay

    good, stay, served = parts(time)
    best = max(range(1001), key=lambda t: parts(t)[2])
    top = parts(best)[2]
    numbers = read(said)
    if said.startswith("Near the best"):
        assert top - served < 0.01 + 1e-4
        assert close(numbers, [good, stay, served], [0.01] * 3)
        return "near"
    hasty = said.startswith("Too hasty")
    assert hasty or said.startswith("Too slow")
    assert ("With more time" in said) == hasty == (time < numbers[3]) and ("With less time" in said) != hasty
    assert close(numbers, [*((stay, good) if hasty else (good, stay)), served, best, top], [0.01] * 3 + [3.0, 0.01])
    assert numbers[4] > numbers[2] and 0 <= numbers[3] <= 1000
    return "hasty" if hasty else "slow"


def _test_first(s: Settings, said: str) -> str:
    chance, test = s["chance"] / 100, s["test"]
    draws = [index < s["chance"] for index in range(100)]  # works in so many of a hundred worlds
    now = sum(300 * works - 100 for works in draws) / 100
    first = sum((300 - 100) * works - test for works in draws) / 100
    saved = sum(100 * (not works) for works in draws) / 100
    numbers, turns = read(said), 1 - test / 100
    if said.startswith("Leave it"):
        assert max(now, first) <= 0 and close(numbers, [first, now], [1, 1])
        return "neither"
    if said.startswith("Both are worth"):
        assert first == pytest.approx(now) and saved == pytest.approx(test) and close(numbers, [now, test], [1, 1])
        return "same"
    testing = said.startswith("Test first")
    assert testing or said.startswith("Build at once")
    assert testing == (first > now) == (saved > test) == (chance < turns)
    assert ("only" in said) != testing and max(first, now) > 0
    assert close(numbers, [*((first, now) if testing else (now, first)), test, saved, turns], [1, 1, 1, 1, 0.01])
    return "test" if testing else "build"


def _break_even(s: Settings, said: str) -> str:
    volume, base, recall, false = s["volume"], *(s[name] / 100 for name in ("base_rate", "recall", "false_alarms"))
    right, wrong = base * recall, (1 - base) * false
    each = 400 * right - 60 * (right + wrong)
    numbers, precision = read(said), right / (right + wrong)
    if said.startswith("It never pays"):
        assert each <= 1e-9 and precision <= 60 / 400 + 1e-9 and numbers[0] <= 0
        assert close(numbers, [each, precision, 0.15], [0.01] * 3)
        return "never"
    assert each > 0 and precision > 60 / 400
    year = volume * each - 30000
    if said.startswith("It pays"):
        assert year >= -1e-6 and volume >= numbers[2]
        assert close(numbers, [year, each, None, precision], [1, 0.01, 1, 0.01])
    else:
        assert said.startswith("Too few cases") and year < 0 and volume < numbers[2]
        assert close(numbers, [year, each, None], [1, 0.01, 1])
    assert numbers[2] * each >= 30000 - 1e-3 > (numbers[2] - 1) * each - 1e-3
    assert numbers[1] > 0, "a gain is not written as none"
    return "pays" if said.startswith("It pays") else "too_few"


def _threshold(s: Settings, said: str) -> str:
    threshold, apart, base, miss = s["threshold"], s["apart"], s["base_rate"] / 100, s["cost_miss"]

    def mistakes(t: float) -> tuple[float, float]:
        return 1000 * base * NORMAL.cdf(t - apart), 1000 * (1 - base) * (1 - NORMAL.cdf(t))

    def cost(t: float) -> float:
        return miss * mistakes(t)[0] + 10 * mistakes(t)[1]

    least = min(cost(step / 10) for step in range(-20, 41))
    here = cost(threshold)
    numbers = read(said)
    if said.startswith("Near the best"):
        assert here <= 1.06 * least
        assert close(numbers, [*mistakes(threshold), 1000, here, None], [0.1, 0.1, 1, 1, 1])
        best = numbers[4]
    else:
        high = said.startswith("Too high")
        assert high or said.startswith("Too low")
        best = numbers[3]
        assert (threshold > best) == high and here > 1.04 * least and numbers[2] > numbers[4]
        assert close(numbers, [*mistakes(threshold), here, None, None], [0.1, 0.1, 1, 1, 1])
        assert close(numbers[4:], [cost(best)], [1])
    assert -2 <= best <= 4 and cost(best) == pytest.approx(least, rel=1e-3)
    return "near" if said.startswith("Near") else "timid" if said.startswith("Too high") else "eager"


def _gap(s: Settings, said: str) -> str:
    seen, helped = s["seen"] / 100, s["helped"] / 100
    people = 4000
    records = [(need / people, 0) for need in range(people)] + [(seen * need / people, 1) for need in range(people)]
    top = sorted(records, key=lambda record: (record[0], -record[1]), reverse=True)[: round(2 * people * helped)]
    share = sum(group for _, group in top) / len(top)
    numbers = read(said)
    if said.startswith("Nobody in the second group"):
        assert share < 0.002 and not numbers
        return "shut_out"
    assert abs(numbers[0] - share) <= 0.006
    if "about half" in said:
        assert 0.46 < share <= 0.5001
        return "fair"
    assert said.startswith("Only") and 0 < share < 0.48
    assert close(numbers[1:], [top[-1][0], min(1.0, top[-1][0] / seen)], [0.012, 0.012]) and numbers[2] > numbers[1]
    return "gap"


def _fairness(s: Settings, said: str) -> str:
    groups = []
    for which in ("first", "second"):
        cut, base = s[f"cut_{which}"], s[f"base_{which}"] / 100
        found, vain = 1 - NORMAL.cdf(cut - 1.5), 1 - NORMAL.cdf(cut)
        groups.append((found, vain, base * found / (base * found + (1 - base) * vain)))
    first, second = groups
    base_first, base_second = s["base_first"] / 100, s["base_second"] / 100
    errors_equal = s["cut_first"] == s["cut_second"]
    alike = [abs(a - b) < near for a, b, near in zip(first, second, (0.01, 0.01, 0.02), strict=True)]
    numbers = read(said)
    if said.startswith("All three are equal"):
        assert errors_equal and base_first == base_second and "the same share of real cases" in said
        return "all"
    if said.startswith("All three are nearly equal"):
        assert errors_equal and base_first != base_second and all(alike)
        assert close(numbers, [first[2], second[2], base_first, base_second], [0.01] * 4)
        return "all_nearly"
    if said.startswith("Equal recall"):
        rarer = re.search(r"because real cases are rarer in the (first|second)\.$", said)[1]
        assert errors_equal and (base_first < base_second) == (rarer == "first") and base_first != base_second
        assert close(numbers, [first[2], second[2]], [0.01] * 2)
        assert (numbers[0] < numbers[1]) == (rarer == "first") and numbers[0] != numbers[1]
        return f"errors_{rarer}_rarer"
    if said.startswith("An alarm means about the same"):
        assert alike[2] and not errors_equal
        assert close(numbers, [first[2], second[2], first[0], second[0], first[1], second[1]], [0.01] * 6)
        assert numbers[2:4] != [numbers[2]] * 2 or numbers[4] != numbers[5], "the mistakes differ"
        return "precision"
    pairs = list(itertools.chain(*zip(first, second, strict=True)))
    assert close(numbers, pairs, [0.01] * 6)
    if said.startswith("Only one pair"):
        assert sum(alike) == 1
        return "one"
    assert said.startswith("No pair is equal") and not any(alike)
    assert numbers[0] != numbers[1] and numbers[2] != numbers[3] and numbers[4] != numbers[5]
    return "none"


@cache
def _errors() -> list[tuple[float, float]]:
    """Of each degree, by the normal equations' own solver; another basis than the lesson's."""
    rng = np.random.default_rng(4)
    x = np.sort(rng.uniform(-1, 1, 14))
    y = np.sin(np.pi * x) + rng.normal(0, 0.3, 14)
    rng = np.random.default_rng(5)
    new = np.sort(rng.uniform(-1, 1, 40))
    true = np.sin(np.pi * new) + rng.normal(0, 0.3, 40)
    found = []
    for degree in range(14):
        weights = np.linalg.lstsq(np.polynomial.legendre.legvander(x, degree), y, rcond=None)[0]
        both = [np.polynomial.legendre.legval(at, weights) - goal for at, goal in ((x, y), (new, true))]
        found.append((math.sqrt(np.mean(both[0] ** 2)), math.sqrt(np.mean(both[1] ** 2))))
    return found


def _fit(s: Settings, said: str) -> str:
    degree, numbers = int(s["freedom"]), read(said)
    trained, tested = _errors()[degree]
    best = min(range(14), key=lambda one: _errors()[one][1])
    curve = play(BLOCKS["fit_curve"], s).panels[0].curves[0].y
    slopes = [b - a for a, b in itertools.pairwise(curve) if abs(b - a) > 1e-9]
    assert sum((a > 0) != (b > 0) for a, b in itertools.pairwise(slopes)) <= max(0, degree - 1), "bends"
    if said.startswith("Too little"):
        assert degree < best and tested > _errors()[best][1]
        assert close(numbers, [trained, tested], [0.01] * 2)
        return "stiff"
    if said.startswith("About right"):
        assert tested <= 1.15 * _errors()[best][1] + 1e-6
        assert close(numbers, [trained, tested, _errors()[best][1], best], [0.01] * 3 + [1])
        return "fits"
    assert said.startswith("Too much") and degree > best
    assert trained < _errors()[best][0] and tested > _errors()[best][1]
    assert close(numbers, [trained, best, tested], [0.01, 1, 0.01 + 1e-3 * tested])
    return "memorises"


def _three(s: Settings, said: str) -> str:
    line, first = s["line"], int(s["first"])
    rows = BLOCKS["three_framings"].rows
    called, late = {n for n, guess, _ in rows if guess > line}, {n for n, _, came in rows if came > line}
    off = sum(abs(guess - came) for _, guess, came in rows) / 10
    hits = len({n for n, *_ in sorted(rows, key=lambda row: -row[1])[:first]} & late)
    numbers = read(said)
    assert len(rows) == 10 and said.count("of ten") == 1
    if "and none came late" in said:
        assert not late and close(numbers, [len(called), off], [1, 0.1])
        return "no_real"
    if "called none late" in said:
        assert not called and late and close(numbers, [len(late), off, first, hits], [1, 0.1, 1, 1])
        return "none_said"
    right = len(called & late)
    assert (
        called
        and late
        and close(numbers, [len(called), right, right, len(late), off, first, hits], [1] * 4 + [0.1, 1, 1])
    )
    return "some"


MEANS: dict[str, Callable[[Settings, str], str]] = {
    "break_even": _break_even,
    "confirming_loop": _loop,
    "drift": _drift,
    "fairness_measures": _fairness,
    "fit_curve": _fit,
    "label_gap": _gap,
    "latency_quality": _latency,
    "test_first": _test_first,
    "three_framings": _three,
    "threshold_on_two_curves": _threshold,
}


@pytest.mark.parametrize("name", MEANS)
def test_every_sentence_is_true_wherever_the_sliders_stand(name):
    block, seen = BLOCKS[name], set()
    for settings in grid(block):
        played = play(block, settings)
        said = fill(block.says[played.state], played.numbers)
        try:
            assert MEANS[name](settings, said) == played.state
        except AssertionError as error:
            pytest.fail(f"{settings}: {said!r}: {error}")
        assert not re.search(r"\b1 (months|days|weeks)\b|-0\b(?!\.\d*[1-9])", said), said
        seen.add(played.state)
    assert seen == set(block.says), "a sentence that nobody can bring up"


def test_every_interactive_is_read():
    assert set(MEANS) == set(BLOCKS)


@pytest.mark.parametrize(("speed", "every"), [(0.02, 6), (0.04, 24), (0.06, 6), (0.2, 1), (0.2, 24)])
def test_drift_is_what_a_simulation_finds(speed, every):
    """Also where the line has left the range, which no slider brings about."""
    cases = [case / 5000 - 1 for case in range(10001)]
    rows = play(BLOCKS["drift"], {"speed": speed / 0.02, "every": every}).table.rows
    for month in random.Random(1).sample(range(1, 25), 6):
        kept = max(start for start in range(0, 25, every) if start < month)
        real = [case > speed * month for case in cases]
        for column, line in ((1, 0), (2, speed * kept)):
            wrong = sum((case > line) != truth for case, truth in zip(cases, real, strict=True)) / len(cases)
            assert float(rows[month][column]) == pytest.approx(wrong, abs=2e-3)
            assert wrong <= 0.5 + 1e-3
