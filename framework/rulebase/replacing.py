"""Replaces a file only when its new content is complete: where writing fails, the old content stays."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO


@contextmanager
def replacing(target: Path) -> Iterator[TextIO]:
    """A temporary text file that replaces the target at the end, with its permissions; removed on failure.

    Raises:
        OSError: it cannot be written.
    """
    target = target.resolve()  # a link goes on leading to it
    with tempfile.NamedTemporaryFile(
        "w", dir=target.parent, prefix=f".{target.name}.", encoding="utf-8", newline="", delete=False
    ) as part:
        try:
            yield part  # type: ignore[misc]
            part.flush()
            if target.exists():
                shutil.copymode(target, part.name)
            else:
                mask = os.umask(0)
                os.umask(mask)
                Path(part.name).chmod(0o666 & ~mask)
            Path(part.name).replace(target)
        finally:
            with suppress(OSError):
                Path(part.name).unlink(missing_ok=True)


def write_text(target: Path, text: str) -> None:
    """Replace the whole content of a file.

    Raises:
        OSError: it cannot be written; then it is as it was.
    """
    with replacing(target) as part:
        part.write(text)
