"""Tallies equal a recount from raw votes; what is held back cannot be worked out."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations_with_replacement, product

from hypothesis import given
from hypothesis import strategies as st

from framework.classroom.ticks import ticked
from framework.classroom.votes import (
    MIN_APART,
    MIN_PEOPLE,
    Ballots,
    Part,
    Vote,
    ballots,
    counted,
    enough,
    held_back,
    known,
    published,
    shift,
    standing,
    tally,
)
from framework.model.answers import NOT_SURE, Answer
from framework.ui.components.classroom.bars import HELD_BACK

QUESTIONS, PEOPLE, OPTIONS = ("q", "r"), ("ann", "bo", "cy", "di"), ("x", "y", "not_sure")

taps = st.lists(
    st.tuples(st.sampled_from(PEOPLE), st.sampled_from((1, 2)), st.sampled_from(QUESTIONS), st.sampled_from(OPTIONS)),
    max_size=60,
)


def _votes(made):
    sequence: Counter[tuple[str, int, str]] = Counter()
    found = []
    for person, round_, question, answer in made:
        sequence[person, round_, question] += 1
        found.append(Vote(person, round_, question, sequence[person, round_, question], answer))
    return found


@given(taps, st.randoms(use_true_random=False), st.integers(1, 3))
def test_a_tally_equals_a_recount_whatever_the_order_and_repetition(made, random, times):
    sent = _votes(made) * times
    random.shuffle(sent)
    for round_ in (1, 2):
        last = {(person, question): answer for person, when, question, answer in made if when == round_}
        found = ballots(sent, round_)
        for question in QUESTIONS:
            recount = Counter(answer for (_, asked), answer in last.items() if asked == question)
            assert tally(found, question) == dict(recount)


@given(taps)
def test_the_shift_counts_everybody_who_answered_twice_once(made):
    first, second = ballots(_votes(made), 1), ballots(_votes(made), 2)
    both = [p for p in PEOPLE if "q" in first.get(p, {}) and "q" in second.get(p, {})]
    found = shift(first, second, "q", small=True)
    assert (sum(found.cells.values()), found.both) == (len(both), len(both)) if both else found is None


@given(taps)
def test_the_second_vote_begins_with_the_first_answers_of_everybody(made):
    """Also of those who answer nothing again: their phones say that this stays as it was."""
    sent = _votes(made)
    first, again, found = ballots(sent, 1), ballots(sent, 2), standing(sent, 2)
    assert set(found) == {*first, *again} and standing(sent, 1) == first
    for name, ballot in found.items():
        for question in QUESTIONS:
            kept = again.get(name, {}).get(question, first.get(name, {}).get(question))
            assert ballot.get(question) == kept


PAIRS = [(before, after) for before in "abc" for after in "abc"]


@given(st.lists(st.integers(0, 12), min_size=9, max_size=9))
def test_who_moved_cannot_be_worked_out_from_sums_of_rows_and_columns(sizes):
    """Those sums are known from the votes themselves: in each line with something hidden there is more than one."""
    people: list[tuple[Answer, Answer]] = [pair for pair, size in zip(PAIRS, sizes, strict=True) for _ in range(size)]
    first: Ballots = {f"{number}": {"q": before} for number, (before, _) in enumerate(people)}
    second: Ballots = {f"{number}": {"q": after} for number, (_, after) in enumerate(people)}
    found = shift(first, second, "q", small=False)
    if len(people) < MIN_PEOPLE:
        assert found is None
        return
    assert all(count is None or count >= MIN_PEOPLE for count in found.cells.values())
    for side in (0, 1):
        for answer in "abc":
            line = {pair: count for pair, count in found.cells.items() if pair[side] == answer}
            hidden = [people.count(pair) for pair, count in line.items() if count is None]
            assert len(hidden) != 1 or len(line) == 1, "the only one of a line that has no others is its sum"
            assert not hidden or sum(hidden) >= MIN_PEOPLE or len(hidden) == len(line)
    assert found.changed is None or None not in found.cells.values()


def test_a_question_that_three_have_answered_has_no_figures():
    people: Ballots = {f"{number}": {"q": "x"} for number in range(8)}
    for number in range(3):
        people[f"{number}"]["r"] = "y"
    assert counted(people, "r", small=False) is None
    assert counted(people, "r", small=True).counts == {"y": 3}
    assert counted(people, "q", small=False).counts == {"x": 8}
    split: Ballots = {f"{number}": {"q": "x" if number < 3 else "y"} for number in range(8)}
    found = counted(split, "q", small=False)
    assert (found.counts, found.answered) == ({"x": None, "y": None}, 8)


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 30)))
def test_nothing_about_fewer_than_five_can_be_worked_out(counts):
    published = held_back(counts, small=False)
    hidden = [counts[answer] for answer, count in published.items() if count is None]
    assert all(count is None or count >= MIN_PEOPLE or count == 0 for count in published.values())
    assert {answer: count for answer, count in published.items() if count is not None}.items() <= counts.items()
    if hidden:
        everything = all(count in (None, 0) for count in published.values())
        assert everything or (sum(hidden) >= MIN_PEOPLE and len(hidden) > 1)
    assert held_back(counts, small=True) == counts


def test_no_count_that_is_held_back_is_the_only_possible_one():
    """Every room of up to four answers: whoever sees what is told, and knows how it is decided, finds more than one
    number for each. Of eight, eight and four, telling one eight and twelve others would tell the four.
    """
    by_words: defaultdict[tuple[int, tuple[Part[str], ...]], list[tuple[int, ...]]] = defaultdict(list)
    for room in product(range(14), repeat=4):
        if MIN_PEOPLE <= (total := sum(room)) <= 18:
            found = published(dict(zip("abcd", room, strict=True)), small=False)
            by_words[total, tuple(found.parts())].append(room)
    assert sum(len(words) > 1 for _, words in by_words) > len(by_words) / 2
    for alike in by_words.values():
        for now in _each(alike):
            assert len(now) > 1 or min(now) >= MIN_PEOPLE or now == {0}, alike


def _each(rooms: list[tuple[int, ...]]) -> list[set[int]]:
    """For each answer, how many may have given it."""
    return [set(counts) for counts in zip(*rooms, strict=True)]


def test_who_nearly_all_agree_with_is_told_and_the_others_are_fewer_than_five():
    assert published({"a": 48, "b": 2}, small=False).parts() == [Part("a", 46, exact=False), Part(None, 4, exact=False)]
    assert published({"a": 40, "b": 30, "c": 1, "d": 1}, small=False).parts() == [
        Part("a", 40),
        Part("b", 28, exact=False),
        Part(None, 4, exact=False),
    ]
    assert published({"a": 40, "b": 3, "c": 3}, small=False).parts() == [Part("a", 40), Part(None, 6)]
    assert published({"a": 5, "b": 1}, small=False).parts() == [], "it would tell that it was one"
    assert published({"a": 48, "b": 2}, small=True).parts() == [Part("a", 48), Part("b", 2)]


@given(st.lists(st.integers(0, 20), min_size=9, max_size=9), st.integers(1, 6))
def test_parts_add_up_however_many_have_one_of_their_own(counts, limit):
    found = published(dict(zip("abcdefghi", counts, strict=True)), small=False)
    parts = found.parts(limit)
    assert not parts or sum(part.number for part in parts) == sum(counts)
    assert len([part for part in parts if part.name is not None]) <= limit
    assert all(part.number >= MIN_PEOPLE for part in parts if part.exact)


def test_enough_means_five_unless_chosen():
    assert [enough(count, small=False) for count in (0, 4, 5)] == [False, False, True]
    assert [enough(count, small=True) for count in (0, 1)] == [False, True]


def test_an_answer_of_ones_own_comes_before_a_given_fact_and_not_sure_says_nothing():
    assert known({"q": "x", "r": "not_sure"}, {"q": "y", "r": "y", "s": "y"}) == {"q": "x", "s": "y"}


def test_a_room_is_told_apart_from_as_many_people_on_as_it_is_said():
    """Below that only what all of them answered alike is told, also where each may tick several; from there on more is.
    The sentence on the pages has the same numbers.
    """
    ways: tuple[Answer, ...] = (("a",), ("b",), ("a", "b"), ("none",), NOT_SURE)
    more = []
    for people in range(MIN_PEOPLE, MIN_APART + 2):
        told = set()
        for answers in combinations_with_replacement(ways, people):
            found = {str(number): {"q": answer} for number, answer in enumerate(answers)}
            for result in (counted(found, "q", small=False), ticked(found, "q", ["none"], small=False)):
                told |= {part.number for part in result.parts()} if result else set()
        more.append(told - {people} != set())
    assert more == [False] * (MIN_APART - MIN_PEOPLE) + [True] * 2
    assert (MIN_PEOPLE, MIN_APART - 1, MIN_APART) == (5, 8, 9)
    assert all(word in HELD_BACK for word in ("fewer than five", "five to eight", "from nine on"))
