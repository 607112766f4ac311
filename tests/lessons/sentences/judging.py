"""Whether the sentences about measures are true, and which state each belongs to."""

from __future__ import annotations

import itertools
import re

from tests.lessons.sentences.reading import BLOCKS, NORMAL, Settings, close, read


def fairness(s: Settings, said: str) -> str:
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


def three_framings(s: Settings, said: str) -> str:
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
