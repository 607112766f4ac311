"""Where rule files come from: a folder, or files in memory. A rule base is one layer, or several laid over another."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from framework.model.layer import Layer
from framework.rulebase.reading import MAX_BYTES

MAX_FILES = 2_000
"""Most files that a layer may have; with more of them it is refused, so that none is left out silently."""

LANGUAGES = "languages"
"""Folder with a folder of translations for each language: they change no rule, so they are not read with the rules."""


ENDING = ".yaml"
"""How the name of a rule file ends."""


def misnamed(name: str) -> bool:
    """Whether a name says that a file is YAML, in a way in which nothing would read it: `.yml`, `.YAML`."""
    suffix = PurePosixPath(name).suffix
    return suffix != ENDING and suffix.lower() in (ENDING, ".yml")


@dataclass(frozen=True)
class Folder:
    """A folder on disk."""

    root: Path

    @property
    def names(self) -> tuple[str, ...]:
        """Every YAML file of rules, in the order of names."""
        found = (path.relative_to(self.root) for path in sorted(self.root.rglob("*.yaml")))
        return tuple(path.as_posix() for path in found if path.parts[0] != LANGUAGES)

    @property
    def translations(self) -> tuple[str, ...]:
        """Every YAML file of a language, in the order of names."""
        found = sorted((self.root / LANGUAGES).glob("*/**/*.yaml"))
        return tuple(path.relative_to(self.root).as_posix() for path in found)

    @property
    def misnamed(self) -> tuple[str, ...]:
        """Every file that is YAML by its name and would not be read; what is hidden belongs to other programs."""
        found = (path.relative_to(self.root) for path in sorted(self.root.rglob("*.[yY]*")) if misnamed(path.name))
        return tuple(path.as_posix() for path in found if not any(part.startswith(".") for part in path.parts))

    @property
    def missing(self) -> bool:
        """Whether there is no such folder."""
        return not self.root.is_dir()

    def read(self, name: str) -> bytes:
        """The content of a file, up to just over what is read at all."""
        with (self.root / name).open("rb") as opened:
            return opened.read(MAX_BYTES + 1)

    def shown(self, name: str = "") -> str:
        """The path to print, which opens from where one stands."""
        return shown_path(self.root / name)


@dataclass(frozen=True)
class Packed:
    """Files in memory: nothing of them is ever on disk."""

    files: Mapping[str, bytes] = field(repr=False)
    missing: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Every YAML file of rules, in the order of names."""
        return tuple(name for name in self._yaml if not name.startswith(f"{LANGUAGES}/"))

    @property
    def translations(self) -> tuple[str, ...]:
        """Every YAML file of a language, in the order of names."""
        return tuple(name for name in self._yaml if name.startswith(f"{LANGUAGES}/") and name.count("/") > 1)

    @property
    def misnamed(self) -> tuple[str, ...]:
        """Every file that is YAML by its name and would not be read."""
        return tuple(name for name in sorted(self.files) if misnamed(name))

    @property
    def _yaml(self) -> list[str]:
        return [name for name in sorted(self.files) if PurePosixPath(name).suffix == ENDING]

    def read(self, name: str) -> bytes:
        """The content of a file."""
        return self.files[name]

    def shown(self, name: str = "") -> str:
        """The name in the upload."""
        return name or "upload"


def digest_of(layers: Sequence[Layer]) -> str:
    """SHA-256 over names and contents of all rule files of all layers: the identity of the rules."""
    return _digest([(layer, (*layer.names, *layer.misnamed)) for layer in layers])


def translations_digest_of(layers: Sequence[Layer]) -> str:
    """SHA-256 over names and contents of all files with texts in other languages, of all layers."""
    return _digest([(layer, layer.translations) for layer in layers])


def _digest(files: Sequence[tuple[Layer, Sequence[str]]]) -> str:
    """SHA-256 over names and contents of the files of each layer, in hexadecimal.

    A layer without any of these files is left out: one that only translates changes no rule.
    """
    digest = hashlib.sha256()
    for number, (layer, names) in enumerate((layer, names) for layer, names in files if names):
        digest.update(b"laid over\0" * number)
        for name in names[: MAX_FILES + 1]:  # with more, the layer is refused
            digest.update(name.encode("utf-8", "surrogateescape") + b"\0")
            try:
                raw = layer.read(name)
            except OSError:
                raw = b""  # reading reports it
            digest.update(raw if len(raw) <= MAX_BYTES else b"")
            digest.update(b"\0")
    return digest.hexdigest()


def shown_path(path: Path) -> str:
    """The path to print, which opens from where one stands: relative inside the working directory, else absolute."""
    whole = path.absolute()
    try:
        return whole.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return whole.as_posix()
