"""Text stays text, whatever it looks like."""

from __future__ import annotations

import pytest

from framework.model.listing import listed
from framework.model.printable import paragraphs, printable
from framework.ui.escaping import md


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Who will build this, and who looks after it?", "Who will build this, and who looks after it?"),
        ("state-of-the-art (at 12:30), 5 % & more!", "state-of-the-art (at 12\\:30), 5\u00a0% & more!"),
        ("**bold** _it_ `code`", r"\*\*bold\*\* \_it\_ \`code\`"),
        ("at 10:30:45, 1:2:3", "at 10\\:30\\:45, 1\\:2\\:3"),
        ("1:100:2 :8ball:", "1:\u2060100\\:2 :\u20608ball:"),
        (":red[x] :material/home: :smile:", "\\:red\\[x\\] :\u2060material/home: :\u2060smile:"),
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
    assert printable("a\x00b\ud800c\u2028d\n") == "a b c d"
    assert paragraphs(" a\x00b \r\n\n\n- c\u2028d\n") == ("a b", "- c", "d")


def test_lists_in_words():
    assert [listed(list("abc"[:n])) for n in range(4)] == ["", "a", "a or b", "a, b or c"]
