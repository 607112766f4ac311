"""Text stays text, numbers are read as people write them."""

from __future__ import annotations

import pytest

from framework.errors import UserError
from framework.model.question import Question
from framework.model.sheet import Range
from framework.reasoning.readable import listed
from framework.ui.widgets import numbers
from framework.ui.widgets.plain import clean, md

FREE = Question(id="x", kind="number", text="x", short="x", why="x")
SHARE = FREE.model_copy(update={"minimum": 0.0, "maximum": 1.0})


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Who will build this, and who looks after it?", "Who will build this, and who looks after it?"),
        ("state-of-the-art (at 12:30), 5 % & more!", "state-of-the-art (at 12\\:30), 5 % & more!"),
        ("**bold** _it_ `code`", r"\*\*bold\*\* \_it\_ \`code\`"),
        (":red[x] :material/home: :smile:", r"\:red\[x\] \:material/home: \:smile:"),
        ("[a](http://b) www.b.c a@b.c", "\\[a\\](http:\u2060//b) www\u2060.b.c a@\u2060b.c"),
        ("$x$ <b>&lt;", r"\$x\$ \<b\>\&lt;"),
        ("# title", r"\# title"),
        ("1. one", r"1\. one"),
        ("- item\n\n> quote", r"\- item \> quote"),
        ("a -> b -- c", r"a \-\> b \-\- c"),
    ],
)
def test_nothing_in_a_text_is_read_as_markup_and_plain_sentences_stay_as_they_are(text, shown):
    assert md(text) == shown


def test_what_cannot_be_printed_becomes_a_space():
    assert clean("a\x00b\ud800c\u2028d\n") == "a b c d"


def test_lists_in_words():
    assert [listed(list("abc"[:n])) for n in range(4)] == ["", "a", "a or b", "a, b or c"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None), ("12", 12), ("12000", 12_000), ("12,000", 12_000), ("12.000,5", 12_000.5), ("12,000.5", 12_000.5),
        ("12 000", 12_000), ("1,5", 1.5), ("1.5", 1.5), (".5", 0.5), ("0,125", 0.125), ("3k", 3_000),
        ("2 M", 2_000_000), ("−4", -4), ("1'000'000", 1_000_000), ("1,000,000", 1_000_000),
        ("10 to 20", Range(low=10, middle=15, high=20)), ("10-20", Range(low=10, middle=15, high=20)),
        ("1; 2; 9", Range(low=1, middle=2, high=9)), ("-5 to 5", Range(low=-5, middle=0, high=5)),
    ],
)  # fmt: skip
def test_numbers_are_read_as_people_write_them(text, value):
    assert numbers.parse(text, FREE) == (pytest.approx(value) if isinstance(value, float) else value)


@pytest.mark.parametrize(
    "text",
    ["three", "1 2", "--", "20 to 10", "1 to 2 to 3 to 4", "9" * 40, "1e400", "NaN", "12 €", "1.2.3", "1/2", "5 %"],
)
def test_what_is_no_number_is_refused_with_a_sentence(text):
    with pytest.raises(UserError, match=r"\."):
        numbers.parse(text, FREE)


def test_a_share_may_be_a_percentage():
    assert numbers.parse("5 %", SHARE) == pytest.approx(0.05)
    assert numbers.parse("5 % to 7 %", SHARE).middle == pytest.approx(0.06)


@pytest.mark.parametrize("text", ["3", "-0.1", "150 %", "0.5 to 2"])
def test_a_share_lies_between_0_and_1(text):
    with pytest.raises(UserError, match="between 0 and 1"):
        numbers.parse(text, SHARE)


@pytest.mark.parametrize("value", [None, 0.0, 12_000.0, 0.05, -4.5, 1234567.25, 1e-06, Range(low=1, middle=2, high=3)])
def test_a_saved_number_reads_back_as_itself(value):
    assert numbers.parse(numbers.shown(value), FREE) == value
