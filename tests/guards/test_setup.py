"""What sets a machine up: lock files without addresses and with hashes, recipes that say what they do, a plain CI."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = sorted((ROOT / "lock").glob("*.txt"))
PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)==\S+.*\\$")


def addresses(text: str) -> list[str]:
    """Lines that name a place to fetch from, on a network or on a disk."""
    return [line for line in text.splitlines() if re.search(r"://|--\w*index|--find|extra-index|@ |\s/\w", line)]


def without_hash(text: str) -> list[str]:
    """Names of packages that are pinned without a hash, or not pinned at all."""
    entries = re.split(r"\n(?=\S)", re.sub(r"^\s*#.*\n?", "", text, flags=re.MULTILINE).strip())
    return [entry.split("\n")[0] for entry in entries if not PIN.match(entry.split("\n")[0]) or "--hash=" not in entry]


def test_the_guards_see_a_planted_mistake() -> None:
    assert addresses("--index-url https://packages.example/simple\n")
    assert addresses("--find-links /opt/wheels")
    good = "a==1.0 \\\n    --hash=sha256:00\n    # via b\nb==2 ; sys_platform == 'win32' \\\n    --hash=sha256:11\n"
    assert without_hash(good) == []
    assert without_hash(good + "c==1.0\n") == ["c==1.0"]
    assert without_hash(good + "d>=1.0 \\\n    --hash=sha256:00\n") == ["d>=1.0 \\"]


def test_there_is_a_lock_file_for_each_environment() -> None:
    assert {path.name for path in LOCKS} == {"bench.txt", "dev.txt", "postgresql.txt", "requirements.txt", "uv.txt"}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_a_lock_file_names_no_address_and_a_hash_for_each_package(lock: Path) -> None:
    text = lock.read_text()
    assert addresses(text) == []
    assert without_hash(text) == []


@pytest.mark.parametrize(
    ("lock", "extra"),
    [
        ("requirements.txt", None),
        ("dev.txt", None),
        ("dev.txt", "dev"),
        ("dev.txt", "postgresql"),
        ("postgresql.txt", None),
        ("postgresql.txt", "postgresql"),
        ("bench.txt", "bench"),
    ],
)
def test_what_the_project_asks_for_is_in_its_lock_file(lock: str, extra: str | None) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    asked = project["optional-dependencies"][extra] if extra else project["dependencies"]
    locked = set(re.findall(r"^([a-z0-9._-]+)==", (ROOT / "lock" / lock).read_text(), re.MULTILINE))
    names = {re.split(r"[\[<>=! ]", line)[0].lower().replace("_", "-") for line in asked}
    assert len(names) >= (1 if extra == "postgresql" else 4)
    assert names <= locked


@pytest.mark.parametrize("lock", ["dev.txt", "postgresql.txt"])
def test_every_lock_holds_the_versions_that_people_run(lock: str) -> None:
    def pins(name: str) -> set[str]:
        return set(re.findall(r"^\S+==\S+(?: ; [^\\]+)?", (ROOT / "lock" / name).read_text(), re.MULTILINE))

    assert pins("requirements.txt") <= pins(lock)


def test_every_recipe_says_what_it_does() -> None:
    recipes = re.findall(r"^([a-z-]+):(.*)$", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert {"help", "setup", "run", "test", "check", "bench", "lock", "clean"} <= {name for name, _ in recipes}
    assert [name for name, rest in recipes if "## " not in rest] == []


def test_ci_runs_make_test_and_nothing_else() -> None:
    lines = (ROOT / ".ci" / "run").read_text().splitlines()
    commands = [line for line in lines if line and not line.startswith(("#", "set ", "cd "))]
    assert commands == ["make test"]
