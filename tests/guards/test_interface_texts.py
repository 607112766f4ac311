"""Every text of the pages is in the catalogue of interface texts, so that a check can list what a language lacks."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from framework.languages.scanning import SAYING, called

UI = Path(__file__).parents[2] / "framework" / "ui"
REPORT = UI.parent / "report"

TAKEN_BY_THESE = {"onepage"}
"""Modules whose texts pages show by way of another."""

NOT_TRANSLATED = {
    "exercises",
    "forms",
    "handout",
    "typesetting",
    "wording",
    "sections.answers",
    "sections.framing",
    "charts",
    "charts.look",
}
"""Modules of `report` with texts of files and of what stands below the first screen of a brief, and with styles."""

NAMES = {"X-Forwarded-For", "Cache-Control", "Markdown", "English", "should-i-use-ml check", "as given", "in favour",
         "soft small", "out just"}  # fmt: skip
"""What looks like a text and is none: names that are the same everywhere, ids, and classes of a style sheet."""

MARKUP = re.compile(
    r"<script.*|<span class=\"sym\"[^>]*>\w+</span>|<code>rules/|<[^>]*>?|:material/\w+:|\{[^}]*\}", re.DOTALL
)
"""What is no word of a text: scripts, symbols, tags, and the places of values."""

WORDS = re.compile(r"[A-Z][a-z]+|[A-Za-z’']+ [a-z]+|[a-z]{2,}[:,] ")
ANY_WORD = re.compile(r"[A-Za-z]{2,}")
PIECE = re.compile(r"[A-Z][a-z]+|[A-Za-z]{2,} | [A-Za-z]{2,}")
GAP = "\n"


def _unsaid(source: str) -> list[str]:
    """Literals with words of English outside of the functions that say texts, with the page table and logs left out."""
    tree = ast.parse(source)
    left_out = {id(inner) for node in ast.walk(tree) for inner in _no_texts(node)}
    return [text for node in ast.walk(tree) if id(node) not in left_out and (text := _words_of(node))]


def _words_of(node: ast.AST) -> str:
    """The literal, if there are words in it; of an f-string what stands between its values."""
    if isinstance(node, ast.JoinedStr):
        pieces = [part.value for part in node.values if isinstance(part, ast.Constant)]
        text, words = GAP.join(map(str, pieces)), PIECE
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value not in NAMES:
        text, words = node.value, WORDS
    else:
        return ""
    if re.search(r"<[a-z/]", text):
        words = ANY_WORD
    return text if words.search(MARKUP.sub(GAP, text)) else ""


def _no_texts(node: ast.AST) -> Iterator[ast.AST]:
    """What inside a node is said, or is not for readers of a page: comments, annotations, logs, pieces of f-strings."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield from node.values
    elif isinstance(node, ast.Call):
        name = called(node)
        if name in SAYING:
            for given in node.args:
                yield from ast.walk(given)
        elif (
            name in ("Screen", "ParamSpec", "TypeVar") or getattr(getattr(node.func, "value", None), "id", "") == "_LOG"
        ):
            yield from ast.walk(node)


def test_every_text_of_a_page_is_in_the_catalogue() -> None:
    """A text that is not said is shown in English in every language, and no check lists it."""
    modules = list(UI.rglob("*.py"))
    assert len(modules) > 90
    assert _unsaid_in(modules) == {}


def test_so_is_every_text_that_a_page_takes_from_a_report() -> None:
    """Only modules whose texts stand in files, or below the first screen of a brief, are left out."""
    used = {name for path in UI.rglob("*.py") for name in _taken(path)} | TAKEN_BY_THESE
    assert len(used) > 10
    assert _unsaid_in(REPORT / f"{name.replace('.', '/')}.py" for name in used - NOT_TRANSLATED) == {}


def _taken(path: Path) -> Iterator[str]:
    """The modules of `report` that a module imports, or imports from."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("framework.report"):
            below = (node.module or "").removeprefix("framework.report").lstrip(".")
            yield from [below] if below else [alias.name for alias in node.names]


def _unsaid_in(modules: Iterable[Path]) -> dict[str, list[str]]:
    return {str(path.relative_to(UI.parent)): found for path in modules if (found := _unsaid(path.read_text()))}


@pytest.mark.parametrize(
    "planted",
    [
        'st.header("Your rounds", anchor=False)',
        'st.button("Continue")',
        'st.markdown(f"Kept until {day}.")',
        'st.caption(f"{number} of them are open")',
        'label = "Open" if here else "Closed"',
        'HEADING = "Worked cases"',
        'Markup("<summary>more</summary>{}").format(rest)',
        'Markup("<p>If {}</p>").format(condition)',
        'say("{count} are open", count="All of them")',
        'st.error("at most " + number)',
    ],
)
def test_a_text_outside_of_the_catalogue_would_be_found(planted: str) -> None:
    """However it is shown."""
    assert _unsaid(planted), planted


@pytest.mark.parametrize(
    "said",
    [
        'st.header(say("Your rounds"))',
        'say_count(number, "{number} idea", "{number} ideas")',
        'HEADING = to_say("Worked cases")',
        'Screen("cases", "Worked cases", label="Cases")',
        'st.container(key=f"rows_{number}", border=True)',
        "Markup(\"<ul class='lines'>{}</ul>\").format(items)",
    ],
)
def test_what_is_said_is_not_found(said: str) -> None:
    """Nor what no reader sees."""
    assert _unsaid(said) == []


def _lists(source: str) -> list[str]:
    """Lists in words whose last word is not said: `listed` has an English one of its own."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return [
        ast.unparse(call)
        for call in calls
        if called(call) == "listed"
        and not any(isinstance(last, ast.Call) and called(last) in SAYING for last in call.args[1:])
    ]


def test_every_list_ends_in_a_word_of_the_language() -> None:
    """No "and" within a French sentence."""
    assert _lists('listed(names, "and")') and _lists("listed(names)") and not _lists('listed(names, say("and"))')
    assert [found for path in UI.rglob("*.py") for found in _lists(path.read_text())] == []


STORE = UI.parent / "store"
ERRORS = frozenset({"UserError", "StoreError", "WorkTooLarge", "StaleWork", "TooManyWrongCodes", "writing"})


def _unsaid_errors(source: str) -> list[str]:
    """Errors of saved work whose words are no texts of the interface; literals of values are none."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return [
        ast.unparse(given)
        for call in calls
        if called(call) in ERRORS
        for given in call.args
        if isinstance(given, ast.Constant | ast.JoinedStr)
    ]


def test_every_error_of_the_store_is_in_the_catalogue() -> None:
    """They reach whoever votes or saves an idea, in their language."""
    assert _unsaid_errors('writing(engine, "It failed")') and _unsaid_errors('StoreError(f"{what}: full.", hint)')
    assert not _unsaid_errors('writing(engine, to_say("It failed"))')
    found = {path.name: _unsaid_errors(path.read_text()) for path in STORE.rglob("*.py")}
    assert len(found) > 10 and {name: errors for name, errors in found.items() if errors} == {}
