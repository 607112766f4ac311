"""References: what comes out, kept in a file and compared in every run. One flag writes them; the diff is then read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

FLAG = "--update-references"


def same_as_file(path: Path, fresh: str, request: pytest.FixtureRequest, command: str = "make references") -> None:
    """The file holds what comes out now; `command` is what writes it."""
    if request.config.getoption(FLAG):
        path.parent.mkdir(exist_ok=True)
        path.write_text(fresh, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == fresh, f"if the change is meant: {command}, and read {path.name}"


def same_as_passage(path: Path, name: str, fresh: str, request: pytest.FixtureRequest) -> None:
    """The passage of a document between its two marks, `<!-- name -->` and `<!-- /name -->`, is what comes out now."""
    text = path.read_text(encoding="utf-8")
    marks = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
    assert len(marks.findall(text)) == 1, f"{path.name} has no passage `{name}`"
    written = marks.sub(lambda found: f"{found[1]}{fresh.rstrip()}\n{found[2]}", text)
    if request.config.getoption(FLAG):
        path.write_text(written, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == written, f"if the change is meant: make references, and read {path.name}"
