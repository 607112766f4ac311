"""Whether the sentences about a decision are true, and which state each belongs to."""

from __future__ import annotations

import pytest

from tests.lessons.sentences.reading import NORMAL, Settings, close, read


def latency(s: Settings, said: str) -> str:
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


def trial_first(s: Settings, said: str) -> str:
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


def break_even(s: Settings, said: str) -> str:
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


def threshold(s: Settings, said: str) -> str:
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
        assert close(numbers, [*mistakes(threshold), 1000, here, None], [1, 1, 1, 1, 1])
        best = numbers[4]
    else:
        high = said.startswith("Too high")
        assert high or said.startswith("Too low")
        best = numbers[3]
        assert (threshold > best) == high and here > 1.04 * least and numbers[2] > numbers[4]
        assert close(numbers, [*mistakes(threshold), here, None, None], [1, 1, 1, 1, 1])
        assert close(numbers[4:], [cost(best)], [1])
    assert -2 <= best <= 4 and cost(best) == pytest.approx(least, rel=1e-3)
    return "near" if said.startswith("Near") else "timid" if said.startswith("Too high") else "eager"
