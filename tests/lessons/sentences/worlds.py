"""Whether the sentences about a world that changes or answers back are true, and which state each belongs to."""

from __future__ import annotations

from tests.lessons.sentences.reading import Settings, close, read


def drift(s: Settings, said: str) -> str:
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


def loop(s: Settings, said: str) -> str:
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


def gap(s: Settings, said: str) -> str:
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
