"""Every language says all that the interface says, with the same values, and as it is written in that language."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path
from string import Formatter

import pytest

from framework.languages import catalogue, scanning

LANGUAGES = sorted(catalogue.NAMES)
BEFORE_A_MARK = re.compile(r"(?<![\u00a0\u202f])[;:?!»](?=[\s*]|$)|«(?!\u00a0)|(?<![\u00a0\u202f])%")


def _values(text: str) -> Counter[tuple[str, str]]:
    """The places of values in a text, and how each is written."""
    return Counter((name, form or "") for _, name, form, _ in Formatter().parse(text) if name is not None)


def _marks(text: str) -> Counter[str]:
    """What makes words bold, code or a new line."""
    return Counter(re.findall(r"\*\*|`|  \n", text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_there_in_every_language(language: str) -> None:
    """A new text is listed here until somebody translates it."""
    assert [text for text in scanning.said_in_source() if not catalogue.speaks(language, text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_values_and_the_marks_of_the_english(language: str) -> None:
    texts = catalogue.texts(language)
    assert {text for text, said in texts.items() if _values(text) != _values(said)} == set()
    assert {text for text, said in texts.items() if _marks(text) != _marks(said)} == set()
    assert {text for text, said in texts.items() if text.strip() and not said.strip()} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_translated_twice(language: str) -> None:
    """The second translation would silently win."""
    folder = Path(catalogue.__file__).parent / language
    keys = Counter(
        key.value
        for path in sorted(folder.glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Dict)
        for key in node.keys
        if isinstance(key, ast.Constant) and key.value not in (",", ".", " ")
    )
    assert len(keys) > 1000
    assert [text for text, times in keys.items() if times > 1] == []


def test_french_has_no_break_before_its_marks() -> None:
    """A line never begins with a question mark, a colon or a closing quotation mark."""
    said = catalogue.texts("fr").values()
    symbols = re.compile(r":\w+:|https?:|\{[^}]*\}|[«“”]\s*$")
    assert [text for text in said if BEFORE_A_MARK.search(symbols.sub("x", text))] == []
    assert [text for text in said if "’" in text or "“" in text] == []
    assert BEFORE_A_MARK.search("Pour quand ?") and BEFORE_A_MARK.search("« non »") and BEFORE_A_MARK.search("5 %")


def test_what_is_counted_stands_in_the_singular_where_the_language_has_it() -> None:
    """0 idées is no French, and 0 idea no English."""
    assert [number for number in range(4) if catalogue.is_one("fr", number)] == [0, 1]
    assert [number for number in range(4) if catalogue.is_one("", number)] == [1]
