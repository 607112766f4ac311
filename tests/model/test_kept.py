"""What is kept of rule bases: made once, for each as an object, by whatever thread comes first; the oldest goes."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import count
from threading import Event

from framework import load_rules
from framework.model.kept import Kept
from framework.model.rulebase import RuleBase
from framework.reasoning.reasoner import reasoner_for
from framework.rulebase.layers import Folder
from framework.rulebase.loading import read_rules
from tests.tiny import TINY

RULES = load_rules(TINY)


def _copies(number: int) -> list[RuleBase]:
    return [RULES.model_copy() for _ in range(number)]


def test_it_is_made_once_and_the_one_that_was_not_used_for_longest_goes() -> None:
    kept, numbers = Kept[int](2), count(1)
    one, other, third = _copies(3)

    def make() -> int:
        return next(numbers)

    assert [kept.of(rules, make) for rules in (one, other, one, third)] == [1, 2, 1, 3]
    assert [kept.of(rules, make) for rules in (one, third, other)] == [1, 3, 4]


def test_two_loads_of_the_same_folder_do_not_drive_each_other_out() -> None:
    one, other = (read_rules([Folder(TINY)]) for _ in range(2))
    first, second = reasoner_for(one), reasoner_for(other)
    assert one.identity == other.identity and first.rulebase is one and second.rulebase is other
    assert reasoner_for(one) is first and reasoner_for(other) is second


def test_many_threads_make_it_once() -> None:
    kept, numbers, all_ = Kept[int](4), count(1), _copies(12)

    def ask(number: int) -> int:
        return kept.of(all_[number % 12], lambda: next(numbers))

    with ThreadPoolExecutor(16) as pool:
        assert min(pool.map(ask, range(2_000))) == 1  # more rule bases than are kept: none fails
    once = count(1)
    with ThreadPoolExecutor(16) as pool:
        assert set(pool.map(lambda _: kept.of(RULES, lambda: next(once)), range(200))) == {1}


def test_who_finds_something_does_not_wait_for_what_is_being_made() -> None:
    kept, slow, known, go, begun = Kept[str](4), RULES.model_copy(), RULES.model_copy(), Event(), Event()
    kept.of(known, lambda: "known")

    def make() -> str:
        begun.set()
        return "slow" if go.wait(30) else "nobody came"

    with ThreadPoolExecutor(2) as pool:
        making = pool.submit(kept.of, slow, make)
        assert begun.wait(30) and kept.of(known, lambda: "made anew") == "known"
        go.set()
        assert making.result(30) == "slow"
