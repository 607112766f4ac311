"""What the documents say is true: commands, options, variables, packages, links, excerpts. Each guard can fail."""

from __future__ import annotations

import argparse
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from framework import load_rules, settings
from framework.cli.arguments import parser
from framework.cli.main import main
from tests.references import same_as_passage

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text()
MAP = (ROOT / "framework" / "README.md").read_text()
DOCUMENTS = (
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "docs/class.md",
    "docs/decisions.md",
    "docs/judgement.md",
    "framework/README.md",
    "rules/README.md",
)


def _options(of: argparse.ArgumentParser) -> Iterator[str]:
    for action in of._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, below in action.choices.items():
                yield name
                yield from _options(below)
        else:
            yield from (option for option in action.option_strings if option.startswith("--") and option != "--help")


def _missing(wanted: set[str], text: str) -> set[str]:
    return {word for word in wanted if word not in text}


def test_every_command_option_variable_and_target_is_documented() -> None:
    """What one can call or set stands in the README, and what one can make says what it does."""
    options = {option for option in _options(parser()) if option not in ("--output", "--version")}
    assert len(options) >= 6
    assert _missing(options, README) == set()
    variables = {value for value in vars(settings).values() if str(value).startswith("SHOULD_I_USE_ML_")}
    assert len(variables) >= 6
    assert _missing(variables, README) == set()
    commands: Any = {action.dest: action for action in parser()._actions}["command"].choices
    assert {name for name in commands if f"| `should-i-use-ml {name}" not in README} == set()
    without = [name for name, below in commands.items() if "--overlay" not in set(_options(below))]
    assert set(re.findall(r"`(\w+)`", README.partition("All commands but ")[2].partition(" take ")[0])) == {*without}
    makefile = (ROOT / "Makefile").read_text()
    targets = set(re.findall(r"(?m)^([a-z-]+):", makefile))
    assert len(targets) >= 8
    assert targets == set(re.findall(r"(?m)^([a-z-]+):.*## ", makefile))


def test_every_dependency_has_its_reason() -> None:
    """Each package that the base install brings is in the table of the map."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    names = {re.split(r"[<>=\[ ]", line)[0].lower() for line in project["dependencies"]}
    assert len(names) >= 5
    assert _missing(names, MAP.lower()) == set()


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_lead_to_files(document: str) -> None:
    """A link inside the project leads to something that is there."""
    text = (ROOT / document).read_text()
    targets = re.findall(r"\]\(([^)#:]+)\)", text) + re.findall(r'src="([^":]+)"', text)
    assert [target for target in targets if not ((ROOT / document).parent / target).exists()] == []


NEWEST = re.split(r"(?m)^## ", (ROOT / "CHANGELOG.md").read_text())[1]
"""What the changelog says of the version that is being made; older versions are history."""

SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)


def _number(written: str) -> int:
    """The number that is written in digits, or as a word up to twenty."""
    return int(written) if written.isdigit() else SMALL.index(written.lower())


def _counts(text: str) -> dict[str, int]:
    """What a text says about how many there are of each; the name of the pattern's group says of what."""
    said = (
        r"(?P<values>\w+) value models for the (?P<tasks>\w+) task types",
        r"A ladder of (?P<ladder>\w+) steps",
        r"(?P<shown>\w+) of them in the application, and (?P<later>\w+) later worked cases",
        r"later worked cases; (?P<numbers>\w+) carry numbers",
    )
    found = [re.search(pattern, text) for pattern in said]
    return {name: _number(word) for match in found if match for name, word in match.groupdict().items()}


def test_the_changelog_counts_what_there_is() -> None:
    """Value models, task types, steps of the ladder and worked cases are as many as the newest version says."""
    rules, said = load_rules(), _counts(NEWEST)
    assert said.pop("shown") + said.pop("later") == len(rules.cases)
    assert said == {
        "values": len(rules.values),
        "tasks": len(rules.tasks),
        "ladder": len(rules.ladder),
        "numbers": sum(bool(case.numbers) for case in rules.cases),
    }
    assert _counts("A ladder of ten steps. Nineteen value models for the 25 task types.") == {
        "ladder": 10,
        "values": 19,
        "tasks": 25,
    }


EXCERPT_ENDS = "  Not worked out yet."
"""The README shows the beginning of a brief, up to and including this line."""


def test_the_excerpt_is_what_comes_out(capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest) -> None:
    """The README shows the beginning of a fresh run, to the letter."""
    assert main(["assess", str(ROOT / "docs" / "example.yaml")]) == 0
    fresh = capsys.readouterr().out
    end = fresh.index("\n", fresh.index(EXCERPT_ENDS))
    assert end > 500
    same_as_passage(ROOT / "README.md", "excerpt", f"```text\n{fresh[:end]}\n```", request)


def test_the_table_in_the_readme_can_be_used_as_it_says(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """It is the file beside it, every row is decided, and each kind of cell is there."""
    file = ROOT / "docs" / "example.csv"
    text = file.read_text(encoding="utf-8")
    same_as_passage(ROOT / "README.md", "table", f"```text\n{text}```", request)
    assert main(["batch", str(file), "-o", str(tmp_path / "out.csv")]) == 0
    assert len((tmp_path / "out.csv").read_text(encoding="utf-8").splitlines()) == 3
    assert not [mark for mark in (";", "|", ",,", " %", "5000-10000") if mark not in text]


def test_the_example_in_python_gives_what_its_comment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    """As it is copied from the README."""
    code = README.partition("```python\n")[2].partition("```")[0]
    said = re.search(r"possible_verdicts  # (.*)", code)
    assert said
    monkeypatch.chdir(ROOT)
    names: dict[str, Any] = {}
    exec(code, names)  # our own README
    assert str(names["assessment"].possible_verdicts) == said[1]
    assert names["render"]("html", names["rules"], names["assessment"]).startswith(b"<!")


def _paths(tree: str) -> list[str]:
    """The paths in a map: deeper lines stand in the folder that the line above begins with.

    Of several names in one line, the others stand beside the first.
    """
    found = []
    folders: list[tuple[int, str]] = [(-1, "")]
    for line in tree.splitlines():
        indent = len(line) - len(line.lstrip())
        names = re.match(r"(?:[\w/]+(?:/|\.\w+)(?:\s+|$))*", line.strip()).group().split()
        if not names:
            continue
        while folders[-1][0] >= indent:
            folders.pop()
        first, inside = names[0], folders[-1][1]
        beside = inside + first[: first.rstrip("/").rfind("/") + 1]
        found += [inside + first, *(beside + name for name in names[1:])]
        if first.endswith("/"):
            folders.append((indent, inside + first))
    return found


def _apart(folder: Path) -> bool:
    """Whether a folder holds no modules: what Python compiled, and the rules of the template."""
    return folder.name == "__pycache__" or (len(folder.parts) > 1 and folder.parts[0] == "template_rules")


def _lacking(tree: str) -> dict[str, set[str]]:
    """What is wrong with a map of the framework: named twice, gone, and missing."""
    named, root = _paths(tree), ROOT / "framework"
    modules = {path for path in root.glob("*/*.py") if not path.name.startswith("_")}
    folders = {path for depth in ("*", "*/*", "*/*/*") for path in root.glob(f"{depth}/") if any(path.glob("*.*"))}
    wanted = {path.relative_to(root).as_posix() for path in modules}
    wanted |= {f"{path.relative_to(root).as_posix()}/" for path in folders if not _apart(path.relative_to(root))}
    return {
        "twice": {name for name in named if named.count(name) > 1},
        "gone": {name for name in named if not (root / name).exists()},
        "missing": {path for path in wanted if not any(name.startswith(path) for name in named)},
    }


def test_the_map_names_what_exists() -> None:
    """Every folder, and every module at the top of a package, is in the map once, at its path; nothing else is."""
    tree = MAP.split("```", 2)[1]
    assert _lacking(tree) == {"twice": set(), "gone": set(), "missing": set()}
    moved = tree.replace("  columns.py ", "  comma.py ", 1) + "ui/\n  theme.py   again\n"
    found = _lacking(moved)
    assert (found["twice"], found["gone"]) == ({"ui/", "ui/theme.py"}, {"rulebase/comma.py"})
    assert found["missing"] == {"rulebase/columns.py"}


def _tracked() -> list[Path]:
    names = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    return [ROOT / name for name in names]


FORBIDDEN = re.compile(r"(?<![\w.])/(work|root|home/\w+)/|pypi\.org|files\.pythonhosted|deb\.debian|registry\.npmjs")


def test_no_file_names_this_machine_or_a_registry() -> None:
    """Paths and registries belong to the machine, not to the project."""
    files = [path for path in _tracked() if path.suffix not in (".png", ".db") and path.name != Path(__file__).name]
    assert len(files) > 200
    named = [path.name for path in files if path.is_file() and FORBIDDEN.search(path.read_text(errors="ignore"))]
    assert named == []


def test_these_guards_can_fail() -> None:
    """A missing option and a planted path are seen."""
    assert _missing({"--colour"}, README) == {"--colour"}
    assert FORBIDDEN.search("see " + "/" + "work/main") is not None


def test_what_instructors_are_told_to_run_lets_phones_in() -> None:
    """Without an address `make` serves this machine alone."""
    told = re.findall(r"`make (?:run|serve-class)\b[^`]*`", (ROOT / "docs" / "class.md").read_text())
    assert len(told) >= 2
    assert [command for command in told if "ADDRESS=0.0.0.0" not in command] == []
