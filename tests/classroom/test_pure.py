"""Codes, nicknames, steps: small things that must always hold."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framework.classroom.codes import ALPHABET, LENGTH, new_code, read_code, shown_code
from framework.classroom.nicknames import MAX_NICKNAME, new_nickname
from framework.classroom.session import NEXT, Show, Step, after, open_round, shown
from framework.errors import UserError
from framework.model.classroom import NicknameWords
from tests.ui.brief_sheets import rules

LOOK_ALIKE = ("0OQ", "1IL", "2Z", "5S", "6G", "8B", "UV")


def test_no_two_characters_of_a_code_look_alike():
    assert len(set(ALPHABET)) == len(ALPHABET)
    for alike in LOOK_ALIKE:
        assert len(set(alike) & set(ALPHABET)) <= (1 if alike == "UV" else 0), alike


@given(st.integers(0, 10_000))
def test_a_code_is_read_however_it_is_typed(seed):
    code = new_code(Random(seed).choice)
    assert len(code) == LENGTH
    for typed in (code, shown_code(code), code.lower(), f" {code[:2]}-{code[2:]} "):
        assert read_code(typed) == code
    assert read_code(code[:-1]) is None
    assert read_code(f"{code[:-1]}0") is None


@given(st.text(max_size=30))
def test_whatever_is_typed_is_a_code_or_none(typed):
    found = read_code(typed)
    assert found is None or (len(found) == LENGTH and set(found) <= set(ALPHABET))


@pytest.mark.parametrize("words", [(), rules().nicknames, (NicknameWords(id="a", first="Quiet", second="Heron"),)])
def test_nobody_gets_a_name_that_is_taken(words):
    rng = Random(1)
    taken: set[str] = set()
    for _ in range(600):
        name = new_nickname(words, taken, rng.choice)
        assert name not in taken
        assert len(name) <= MAX_NICKNAME
        taken.add(name)


def test_the_words_of_nicknames_are_enough_for_a_full_hall():
    words = rules().nicknames
    assert len({item.first for item in words}) * len({item.second for item in words}) > 1_000


@given(st.lists(st.sampled_from(Step), max_size=20))
def test_a_closed_vote_never_opens_again(wanted):
    """Whatever is asked for, in whatever order: rounds come once each and in order."""
    step, rounds = Step.LOBBY, []
    for target in wanted:
        try:
            step = after(step, target)
        except UserError:
            assert target not in NEXT[step]
            continue
        if round_ := open_round(step):
            rounds.append(round_)
    assert rounds in ([], [1], [1, 2])


def test_every_step_leads_to_the_end_and_only_the_end_shows_the_outcome():
    for step in Step:
        at, seen = step, 0
        while NEXT[at]:
            at, seen = NEXT[at][0], seen + 1
        assert at is Step.CLOSED and seen < len(Step)
        for histogram in (True, False):
            see = shown(step, histogram=histogram)
            assert (Show.OUTCOME in see) == (step in (Step.REVEAL, Step.CLOSED))
            if open_round(step):
                assert not see
    assert Show.FIRST not in shown(Step.DISCUSSION, histogram=False)
    assert Show.FIRST in shown(Step.DISCUSSION, histogram=True)
