"""One definition of a valid answer: canonical form, what is refused and why, and how boxes are ticked."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest

from framework.model.answers import InvalidAnswerError, is_unknown
from framework.model.question import Distinction, Option, Question

ONE = Question(id="one", kind="one", text="x", short="x", why="x", options=tuple(Option(id=i, text=i) for i in "abc"))
MANY = Question(
    id="many",
    kind="many",
    text="x",
    short="x",
    why="x",
    options=(*(Option(id=i, text=i) for i in "abc"), Option(id="none", text="none", exclusive=True)),
)


@pytest.mark.parametrize(
    ("question", "given", "answer"),
    [
        (ONE, "b", "b"),
        (ONE, ["b"], "b"),
        (ONE, ("b", "b"), "b"),
        (ONE, ["c", "a"], ("a", "c")),
        (ONE, ("a", "c", "c"), ("a", "c")),
        (MANY, "b", ("b",)),
        (MANY, ["c", "a", "c"], ("a", "c")),
        (MANY, ["none"], ("none",)),
    ],
)
def test_an_answer_has_one_form(question: Question, given: Any, answer: Any) -> None:
    """However it was written, and accepted again it stays as it is."""
    assert question.accept(given) == answer
    assert question.accept(answer) == answer


@pytest.mark.parametrize("given", [None, "", [], (), "not_sure", ["not_sure"], ["not_sure", "not_sure"]])
def test_some_things_say_nothing(given: Any) -> None:
    """No answer, an empty one and "not sure" are unknown, to either kind of question."""
    assert is_unknown(given)
    assert ONE.accept(given) is None
    assert MANY.accept(given) is None


@pytest.mark.parametrize(
    ("question", "given", "codes"),
    [
        (ONE, "d", ["unknown_option"]),
        (ONE, ["d", 3, "a"], ["unknown_option", "wrong_type"]),
        (ONE, {"a": 1}, ["wrong_type"]),
        (ONE, ["a", "not_sure"], ["exclusive"]),
        (MANY, ["a", "none"], ["exclusive"]),
        (MANY, ["a", "x", "y"], ["unknown_option", "unknown_option"]),
    ],
)
def test_what_is_no_answer_says_everything_that_is_wrong(question: Question, given: Any, codes: list[str]) -> None:
    """All problems at once, each with a code and a sentence."""
    with pytest.raises(InvalidAnswerError) as caught:
        question.accept(given)
    assert [problem.code for problem in caught.value.problems] == codes
    assert all(problem.message for problem in caught.value.problems)


def test_one_of_all_the_options_says_nothing() -> None:
    """A partial answer that rules nothing out is unknown; to a question that takes several it is all of them."""
    assert ONE.accept(["c", "a", "b"]) is None
    assert MANY.accept(["c", "a", "b"]) == ("a", "b", "c")


def test_what_an_answer_leaves_open() -> None:
    """The one meaning of an answer: the complete answers that it allows."""
    assert ONE.allowed("b") == ("b",)
    assert ONE.allowed(("a", "c")) == ("a", "c") and ONE.is_partial(("a", "c"))
    assert MANY.allowed(("a", "c")) == (("a", "c"),) and not MANY.is_partial(("a", "c"))
    assert ONE.allowed(("a", "d")) == ONE.allowed("d") == MANY.allowed("a") == ()
    for answer in (*ONE.complete_answers, *MANY.complete_answers):
        assert (ONE if isinstance(answer, str) else MANY).allowed(answer) == (answer,)


def test_complete_answers_are_those_that_are_accepted_unchanged() -> None:
    """By brute force over every set of options."""
    options = [option.id for option in MANY.options]
    sets = [chosen for size in range(1, 5) for chosen in combinations(options, size)]
    accepted = []
    for chosen in sets:
        try:
            accepted.append(MANY.accept(chosen))
        except InvalidAnswerError:
            continue
    assert set(accepted) == set(MANY.complete_answers)
    assert ONE.complete_answers == ("a", "b", "c")


def test_ticking_gives_an_answer_that_is_accepted() -> None:
    """Whatever is ticked or cleared in whatever order; what stands alone replaces the rest and is replaced by it."""
    assert MANY.toggle(("a",), "none", chosen=True) == ("none",)
    assert MANY.toggle(("none",), "c", chosen=True) == ("c",)
    assert MANY.toggle(("c",), "a", chosen=True) == ("a", "c")
    assert MANY.toggle(("a", "c"), "not_sure", chosen=True) == "not_sure"
    assert MANY.toggle("not_sure", "a", chosen=True) == ("a",)
    assert MANY.toggle(("a",), "a", chosen=False) is None


def test_who_is_between_options_is_told_what_tells_them_apart() -> None:
    """Only that; and how to find out where the rules do not say."""
    ab = Distinction(id="ab", options=("b", "a"), text="Weigh it.")
    bc = Distinction(id="bc", options=("b", "c"), text="Ask.")
    question = ONE.model_copy(update={"distinctions": (ab, bc), "find_out": "Look."})
    assert question.to_find_out(("a", "b")) == "Weigh it."
    assert question.to_find_out(("a", "c")) == "Look."
    assert question.to_find_out(("a", "b", "c")) == "Weigh it. Ask."
    more = question.model_copy(update={"distinctions": (ab,)})
    assert more.to_find_out(("a", "b", "c")) == "Look."
    assert question.to_find_out("a") == question.to_find_out(None) == "Look."


def test_an_answer_is_told_apart_from_others() -> None:
    """Each pair that it is one of, or that is still possible; every pair where nothing was answered."""
    ab, bc = (Distinction(id=id_, options=tuple(id_), text="Weigh it.") for id_ in ("ab", "bc"))
    question = ONE.model_copy(update={"distinctions": (ab, bc)})
    assert question.distinctions_from("a") == question.distinctions_from(("a",)) == (ab,)
    assert question.distinctions_from(("a", "c")) == question.distinctions_from("b") == (ab, bc)
    assert question.distinctions_from(None) == question.distinctions_from("not_sure") == (ab, bc)
