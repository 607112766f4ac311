"""Tallies equal a recount from raw votes; what is held back cannot be worked out."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from framework.classroom.votes import LEAST, Vote, answered, ballots, enough, held_back, known, shift, tally

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
        assert answered(found, QUESTIONS) == sum(all((p, q) in last for q in QUESTIONS) for p in PEOPLE)


@given(taps)
def test_the_shift_counts_everybody_who_answered_twice_once(made):
    first, second = ballots(_votes(made), 1), ballots(_votes(made), 2)
    both = [p for p in PEOPLE if "q" in first.get(p, {}) and "q" in second.get(p, {})]
    assert sum(shift(first, second, "q").values()) == len(both)


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 30)))
def test_nothing_about_fewer_than_five_can_be_worked_out(counts):
    published = held_back(counts)
    hidden = [counts[answer] for answer, count in published.items() if count is None]
    assert all(count is None or count >= LEAST or count == 0 for count in published.values())
    assert {answer: count for answer, count in published.items() if count is not None}.items() <= counts.items()
    if hidden:
        everything = all(count in (None, 0) for count in published.values())
        assert everything or (sum(hidden) >= LEAST and len(hidden) > 1)
    assert held_back(counts, small=True) == counts


def test_enough_means_five_unless_chosen():
    assert [enough(count, small=False) for count in (0, 4, 5)] == [False, False, True]
    assert [enough(count, small=True) for count in (0, 1)] == [False, True]


def test_an_answer_of_ones_own_comes_before_a_given_fact_and_not_sure_says_nothing():
    assert known({"q": "x", "r": "not_sure"}, {"q": "y", "r": "y", "s": "y"}) == {"q": "x", "s": "y"}
