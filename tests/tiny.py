"""The second, tiny rule base, as it is or with a value model laid over it."""

from __future__ import annotations

import shutil
from pathlib import Path

TINY = Path(__file__).parent / "tiny_rules"
VALUES = Path(__file__).parent / "tiny_values"


def copied(folder: Path, *, values: bool = False) -> Path:
    """A copy of the tiny rules in this folder; with `values` it has a value model and the sentences about money."""
    shutil.copytree(TINY, folder)
    if values:
        shutil.copytree(VALUES, folder, dirs_exist_ok=True)
        manifest = folder / "rulebase.yaml"
        text = manifest.read_text().replace(
            "sections: [way, conditions, details]", "sections: [way, conditions, details, money]"
        )
        manifest.write_text(f"{text}values: [punctuality]\n")
    return folder
