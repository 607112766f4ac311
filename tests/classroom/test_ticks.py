"""Where several answers may hold, each is counted by itself, and no small count can be worked out of the others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations_with_replacement

import pytest

from framework.classroom import ticks
from framework.classroom.ticks import ticked
from framework.model.answers import NOT_SURE, Answer

NONE = ("none",)
GIVEN: tuple[Answer, ...] = (("a",), ("b",), ("a", "b"), NONE, NOT_SURE)
NAMES: tuple[Answer, ...] = (("a",), ("b",), NONE, NOT_SURE)


def _told(given: Sequence[Answer], *, small: bool = False) -> dict[Answer, int | None]:
    found = ticked({str(number): {"q": answer} for number, answer in enumerate(given)}, "q", ["none"], small=small)
    assert found is None or found.several
    return found.counts if found else {}


def test_each_option_is_counted_with_everybody_who_ticked_it() -> None:
    given: Sequence[Answer] = [("a", "b")] * 7 + [("a", "c")] * 5 + [("b", "c")] * 4 + [NONE] * 9 + [NOT_SURE] * 2
    assert _told(given) == {("a",): 12, ("b",): 11, ("c",): 9, NONE: 9, NOT_SURE: None}
    assert _told(given, small=True)[NOT_SURE] == 2
    assert _told([("a",)] * 4) == {}


def test_who_did_not_tick_an_option_is_nobody_or_at_least_five() -> None:
    """Twenty of twenty-two would tell of two, alone or with what is given instead of it."""
    assert _told([("a",)] * 20 + [NONE] * 2) == {("a",): None, NONE: None}
    assert _told([("a",)] * 20) == {("a",): 20}
    assert _told([("a",)] * 10 + [("b",)] * 3 + [NONE] * 9) == {("a",): None, ("b",): None, NONE: 9}


@pytest.mark.parametrize("answered", range(3, 9))
def test_no_small_count_follows_from_what_is_told(answered: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """All that so many can answer, with a limit of three: whoever knows how it is decided what is held back, and sees
    what is told, finds more than one number for every count that is held back.
    """
    limit = 3
    monkeypatch.setattr(ticks, "MIN_PEOPLE", limit)
    true: defaultdict[tuple[int | None, ...], set[tuple[int, ...]]] = defaultdict(set)
    for given in combinations_with_replacement(GIVEN, answered):
        count = Counter(name for answer in given for name in ticks._names(answer))
        held_back = ticks._hidden(count, {NONE, NOT_SURE}, answered)
        shown = tuple(None if name in held_back else count[name] or None for name in NAMES)
        true[shown].add(tuple(count[name] for name in NAMES))
    for shown, possible in true.items():
        for each in zip(*possible, strict=True):
            assert len(set(each)) > 1 or not 0 < each[0] < limit, shown
    assert sum(any(shown) for shown in true) > 1
