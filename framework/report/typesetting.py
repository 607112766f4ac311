"""Sets a template with data as PDF, SVG or PNG. Texts are data: they reach the template as JSON, never as code.

The fonts come with the typesetter (Latin, Greek and Cyrillic), so a document looks the same everywhere and the same
input gives the same bytes. Only for a text in another script are the fonts of the machine used as well.
"""

from __future__ import annotations

import json
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
    inputs = {"data": json.dumps(_breakable({**data, "colon": colon(data["language"])})), "paper": paper}
    with _lock:
        if form != "pdf":
            compiler, error = _compiler(template, system_fonts=True)
            return bytes(compiler.compile(format=form, ppi=PIXELS, sys_inputs=inputs))
        for system_fonts in (False, True):
            compiler, error = _compiler(template, system_fonts=system_fonts)
            try:
                return bytes(compiler.compile(format=form, sys_inputs=inputs, pdf_standards=TAGGED))
            except error as problem:
                if _AGAINST_IT not in str(problem):
                    raise
        # a character that no font has, or that the standard forbids: still tagged, but the standard cannot be promised
        return bytes(compiler.compile(format=form, sys_inputs=inputs))


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


def _breakable(data: Any) -> Any:
    """The data with places to break a line in words that would not fit on one, and none before a percent sign; what is
    drawn stays as it is.
    """
    if isinstance(data, dict):
        return {key: value if key == "svg" else _breakable(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [_breakable(value) for value in data]
    return _LONG.sub(rf"\g<0>{_BREAK}", _BEFORE_PERCENT.sub("\u00a0", data)) if isinstance(data, str) else data
