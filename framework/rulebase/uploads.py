"""Rules that somebody sent: a zip, or YAML files. They are read in memory, never written to disk and never executed.

What is too large, too deep, too many or under a name that leads elsewhere is refused before it is unpacked.
"""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any

import yaml

from framework.errors import Place, Problem, RuleBaseError
from framework.model.base import models_in
from framework.rulebase.collection import FOLDERS, LISTS, MANIFEST, MISNAMED
from framework.rulebase.layers import LANGUAGES, Packed, misnamed
from framework.rulebase.limits import Limits
from framework.rulebase.reading import MAX_BYTES, compose

MAX_UPLOAD = 4_000_000
"""Bytes of an upload, and of everything in it: all is kept in memory while it is looked at."""

MAX_FILES = 500
"""Files of an upload, those that are not rules included."""

MAX_FOLDERS = 4
"""How deep a file may be."""

MAX_RATIO = 100
"""How many times smaller a file may have become by packing it; texts become three to ten times smaller."""

MAX_NAME_CHARS = 200

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_ONE_ZIP = "upload one zip by itself, or only YAML files"
_ENTRY = b"PK\x01\x02"
"""Stands before each entry in the list of contents of a zip."""

_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def limits() -> Limits:
    """What reading an upload may take: enough for a copy of the shipped rules and their translations that has grown,
    which a test uploads.
    """
    return Limits(
        values=200_000, values_of_a_file=20_000, problems=200, seconds=6.0, questions=300, options=60, cases=200
    )


def unpacked(uploads: Mapping[str, bytes]) -> Packed:
    """The rule files in what was sent: one zip, or files by name, with the folder they are in if that is known.

    Raises:
        RuleBaseError: it is not safe or not possible to read, with every reason found.
    """
    size = sum(map(len, uploads.values()))
    zips = {name for name, raw in uploads.items() if raw.startswith(_ZIP) or name.lower().endswith(".zip")}
    if size > MAX_UPLOAD:
        raise _refused("upload", "too_large", f"this has {size / 1e6:.1f} MB; at most {_mb(MAX_UPLOAD)} MB are read")
    if zips and len(uploads) == 1:
        return Packed(_named(_unzipped(*uploads.values())))
    _refuse(
        Problem(Place(_shown(name)), "zip_among_others", "a zip is not read together with other files", _ONE_ZIP)
        for name in sorted(zips)
    )
    _refuse(problem for name in uploads for problem in _about_name(name))
    if len(uploads) > MAX_FILES:
        raise _refused("upload", "too_many", f"these are {len(uploads):,} files; at most {MAX_FILES} are read")
    placed = {name: _placed(name, raw) for name, raw in uploads.items()}
    twice = _more_than_once(placed.values())
    _refuse(
        Problem(Place(_shown(name)), "unsafe", f"another file was sent that belongs at `{_shown(place)}` too")
        for name, place in placed.items()
        if place in twice
    )
    return Packed(_named({placed[name]: raw for name, raw in uploads.items()}))


def _unzipped(raw: bytes) -> dict[str, bytes]:
    """The YAML files of a zip by name."""
    if raw.count(_ENTRY) > MAX_FILES:
        raise _refused("upload", "too_many", f"the zip has more than {MAX_FILES} files")
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            entries = [info for info in archive.infolist() if not info.is_dir()]
            if len(entries) > MAX_FILES:
                raise _refused(
                    "upload", "too_many", f"the zip has {len(entries):,} files; at most {MAX_FILES} are read"
                )
            _refuse(problem for info in entries for problem in _about_entry(info))
            twice = _more_than_once(info.filename for info in entries)
            _refuse(Problem(Place(name), "unsafe", "this file is in the zip twice") for name in sorted(twice))
            return _contents(archive, [info for info in entries if _is_rule_file(info.filename)])
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError, OSError) as error:
        raise _refused("upload", "not_a_zip", "this is not a zip that can be read", "pack the folder again") from error


def _contents(archive: zipfile.ZipFile, entries: Iterable[zipfile.ZipInfo]) -> dict[str, bytes]:
    """What is in the files. The sizes that a zip states are not believed: each is read up to the limit."""
    found, left = {}, MAX_UPLOAD
    for info in entries:
        with archive.open(info) as opened:
            found[info.filename] = opened.read(min(MAX_BYTES, left) + 1)
        left -= len(found[info.filename])
        if left < 0:
            raise _refused(info.filename, "too_large", f"unpacked, this is more than {_mb(MAX_UPLOAD)} MB")
    return found


def _about_entry(info: zipfile.ZipInfo) -> Iterable[Problem]:
    """What is wrong with an entry, by what the zip says about it."""
    place = Place(_shown(info.filename))
    yield from _about_name(info.orig_filename)
    if stat.S_ISLNK(info.external_attr >> 16):
        yield Problem(place, "unsafe", "this is a link to another file", "put the file itself into the zip")
    if info.flag_bits & 0x1:
        yield Problem(place, "unsafe", "this file is encrypted", "pack it without a password")
    if info.compress_type not in _METHODS:
        yield Problem(place, "unsafe", "this file is packed in an unusual way", "pack it as an ordinary zip")
    if info.file_size > MAX_BYTES and _is_rule_file(info.filename):
        yield Problem(
            place, "too_large", f"the file has {info.file_size / 1e6:.1f} MB; at most {_mb(MAX_BYTES)} are read"
        )
    elif info.file_size > MAX_RATIO * max(info.compress_size, 1):
        yield Problem(place, "too_large", f"unpacked, this is more than {MAX_RATIO} times as large as in the zip")


def _about_name(name: str) -> Iterable[Problem]:
    """Whether a name is one of a file inside a folder of rules, and leads nowhere else."""
    parts, place = name.split("/"), Place(_shown(name))
    strange = "\\" in name or ":" in name or not name.isprintable() or len(name) > MAX_NAME_CHARS
    if strange or any(part in ("", ".", "..") for part in parts):
        hint = "use names such as criteria/distance.yaml"
        yield Problem(place, "unsafe", "this name could lead to another place, or cannot be a name", hint)
    elif len(parts) > MAX_FOLDERS:
        yield Problem(place, "too_deep", f"this file is in more than {MAX_FOLDERS - 1} folders inside each other")
    elif misnamed(name):
        yield Problem(place, *MISNAMED)


def _more_than_once(names: Iterable[str]) -> set[str]:
    return {name for name, number in Counter(names).items() if number > 1}


def _named(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files without the folder that holds them all."""
    found = {name: raw for name, raw in files.items() if _is_rule_file(name)}
    while found:
        tops = {name.partition("/")[0] if "/" in name else "" for name in found}
        if len(tops) != 1 or (top := tops.pop()) in (*FOLDERS, LANGUAGES) or not top:
            break
        found = {name.removeprefix(f"{top}/"): raw for name, raw in found.items()}
    if not found:
        raise _refused("upload", "no_manifest", "there is no YAML file in this", "take the template as an example")
    return found


def _placed(name: str, raw: bytes) -> str:
    """Where a file belongs whose folder is not known: the kind whose required keys it has."""
    if "/" in name or name == MANIFEST or name.removesuffix(".yaml") in LISTS or not _is_rule_file(name):
        return name
    node = compose(raw, name, values=limits().values_left).node
    keys = {key.value for key, _ in node.value} if isinstance(node, yaml.MappingNode) else set()
    fits = {folder: len(required & keys) / len(required) for folder, required in _REQUIRED.items()}
    best = max(fits, key=fits.__getitem__)
    return f"{best}/{name}" if fits[best] > 0.5 else name


def _required(kind: Any) -> set[str]:
    """The keys that a file of this kind must have; where it may be one of several models, those that all must have."""
    return set.intersection(
        *({name for name, field in model.model_fields.items() if field.is_required()} for model in models_in(kind))
    )


_REQUIRED = {folder: _required(model) for folder, model in FOLDERS.items()}


def _is_rule_file(name: str) -> bool:
    path = PurePosixPath(name)
    hidden = any(part.startswith((".", "__MACOSX")) for part in path.parts)
    return path.suffix == ".yaml" and not hidden


def _shown(name: str) -> str:
    """A name that fits into a line, whatever was sent."""
    clean = "".join(letter if letter.isprintable() else "?" for letter in name[:MAX_NAME_CHARS])
    return clean or "(no name)"


def _mb(size: int) -> int:
    return size // 1_000_000


def _refuse(problems: Iterable[Problem]) -> None:
    if found := list(problems):
        raise RuleBaseError(found[: limits().problems])


def _refused(where: str, code: str, message: str, hint: str = "") -> RuleBaseError:
    return RuleBaseError([Problem(Place(_shown(where)), code, message, hint)])
