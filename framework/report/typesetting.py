"""Sets a template with data as PDF, SVG or PNG. Texts are data: they reach the template as JSON, never as code.

The fonts come with the typesetter (Latin, Greek and Cyrillic), so a document looks the same everywhere and the same
input gives the same bytes. Only for a text in another script are the fonts of the machine used as well; what none of
them has is left out.
"""

from __future__ import annotations

import json
import logging
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import Any, Literal

from framework.errors import UserError
from framework.report.wording import colon

TEMPLATES = Path(__file__).parent / "templates"

TAGGED = "ua-1"
"""PDF/UA: tagged, with a title, a language and words for every figure, so that it can be read aloud."""

FONT = "Libertinus Serif"

_LONG = re.compile(r"[^\s\u200b/_.-]{30}(?=[^\s\u200b/_.-])")
_BREAK = "\u200b"
_LACKING = re.compile(r'the text `"(.+?)"` could not be displayed')
_NUMBERED = re.compile(r"\\u\{([0-9a-f]+)\}")
_BOX = "□"
_UNUSUAL = re.compile("[^\\0-\u04ff\u1e00-\u27bf]")
"""What is beyond Latin, Greek, Cyrillic and usual signs, so that a font may lack it."""

MAX_LEFT_OUT = 60
"""Characters that no font has; each costs another try."""

_LOG = logging.getLogger(__name__)

_BEFORE_PERCENT = re.compile(r"(?<=\d) (?=%)")
_AGAINST_IT = "PDF/UA-1 error"

PIXELS = 144
"""Of a picture, an inch."""

_lock = Lock()
"""One document at a time: a compiler keeps the input of its last document."""


def available() -> bool:
    """Whether the typesetter is installed. It is not loaded for that."""
    return find_spec("typst") is not None


def typeset(template: str, data: Any, form: Literal["pdf", "svg", "png"] = "pdf", *, paper: str = "a4") -> bytes:
    """The bytes of a document; `template` is the name of a file in `TEMPLATES`.

    Raises:
        UserError: the typesetter is not installed.
    """
    shown, left_out = _breakable({**data, "colon": colon(data["language"])}), ""
    with _lock:
        if form == "pdf" or _UNUSUAL.search(json.dumps(shown, ensure_ascii=False)):
            made, shown, left_out = _tagged(template, shown, paper)
        if form != "pdf":
            compiler, _ = _compiler(template, system_fonts=True)
            made = compiler.compile(format=form, ppi=PIXELS, sys_inputs=_inputs(shown, paper))
    if left_out:
        _LOG.warning("Characters that no font here has were left out: %d.", len(left_out))
    return bytes(made)


def _tagged(template: str, data: Any, paper: str) -> tuple[Any, Any, str]:
    """A PDF, what it shows of the data, and the characters that it leaves out because no font has them."""
    left_out, system_fonts = "", False
    while True:
        compiler, error = _compiler(template, system_fonts=system_fonts)
        try:
            return compiler.compile(format="pdf", sys_inputs=_inputs(data, paper), pdf_standards=TAGGED), data, left_out
        except error as problem:
            if _AGAINST_IT not in str(problem):
                raise
            lacking = _lacking(str(problem)) if system_fonts else ""
            if system_fonts and (not lacking or len(left_out) > MAX_LEFT_OUT):
                # something else that the standard forbids: still tagged, but the standard cannot be promised
                return compiler.compile(format="pdf", sys_inputs=_inputs(data, paper)), data, left_out
            left_out += lacking
            data = _without(data, frozenset(lacking))
        system_fonts = True


def _lacking(problem: str) -> str:
    """The characters that the typesetter says no font has; it writes some of them by their numbers."""
    found = _LACKING.search(problem)
    told = _NUMBERED.sub(lambda match: chr(int(match[1], 16)), found[1]) if found else ""
    return "".join(char for char in told if not char.isascii())


def _inputs(data: Any, paper: str) -> dict[str, str]:
    return {"data": json.dumps(data), "paper": paper}


@cache
def _compiler(template: str, *, system_fonts: bool) -> tuple[Any, type[Exception]]:
    """The compiler of a template, and its error."""
    try:
        import typst  # an extra that only these forms need
    except ImportError as error:
        raise UserError(
            "PDF and PNG need the package `typst`, which is not installed.",
            'Install it with: pip install "should-i-use-ml[pdf]"',
        ) from error
    fonts = typst.Fonts(include_system_fonts=system_fonts, include_embedded_fonts=True)
    return typst.Compiler(TEMPLATES / template, root=TEMPLATES, font_paths=fonts), typst.TypstError


def _without(data: Any, characters: frozenset[str]) -> Any:
    """The data without these characters: a box for a letter, nothing for a picture or a mark."""
    if isinstance(data, dict):
        return {key: value if key == "svg" else _without(value, characters) for key, value in data.items()}
    if isinstance(data, list):
        return [_without(value, characters) for value in data]
    if not isinstance(data, str):
        return data
    return "".join((_BOX if char.isalnum() else "") if char in characters else char for char in data)


def _breakable(data: Any) -> Any:
    """The data with places to break a line in words that would not fit on one, and none before a percent sign; what is
    drawn stays as it is.
    """
    if isinstance(data, dict):
        return {key: value if key == "svg" else _breakable(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [_breakable(value) for value in data]
    return _LONG.sub(rf"\g<0>{_BREAK}", _BEFORE_PERCENT.sub("\u00a0", data)) if isinstance(data, str) else data
