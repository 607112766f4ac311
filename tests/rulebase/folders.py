"""Folders of rules as somebody would lay them over others, or send them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

LESSON = """\
id: flat_tyres
title: Flat tyres
summary: They happen on the coldest day.
minutes: 2
blocks:
  - {kind: text, id: how, heading: How to mend one, text: Slowly.}
sources: [streets]
"""


def overlay(folder: Path, **files: str) -> Path:
    """Write files into a folder: `tasks__new` is `tasks/new.yaml`."""
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def files_of(folder: Path) -> dict[str, bytes]:
    """The files below a folder by their path in it."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def zipped(files: Mapping[Any, bytes], method: int = zipfile.ZIP_STORED) -> dict[str, bytes]:
    """One upload: a zip of these files."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        for name, raw in files.items():
            archive.writestr(name, raw)
    return {"rules.zip": packed.getvalue()}
