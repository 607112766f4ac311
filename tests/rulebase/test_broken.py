"""One mistake a file: what it says, and where. The line and column are those of the file on disk."""

from __future__ import annotations

import ast
import re
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from unittest import mock

import pytest
import yaml

from framework import load_rules
from framework.errors import RuleBaseError
from framework.rulebase.validation import _WORDS, RENAMED
from tests.tiny import TINY, copied

ROOT = Path(__file__).parents[2]
BROKEN = sorted((ROOT / "tests" / "broken").glob("*.yaml"))
_HEADER = re.compile(r"# file: (?P<file>\S+)\n# expect: (?P<line>\d+):(?P<column>\d+) (?P<code>\w+)\n")


@pytest.fixture(autouse=True, scope="module")
def parsed_once() -> Iterator[None]:
    """All files but one are the same in every folder."""
    with mock.patch.object(yaml, "compose", cache(yaml.compose)):
        yield


def _folder(tmp_path: Path, broken: Path) -> tuple[Path, re.Match[str]]:
    """A copy of the tiny rules with one file replaced by the broken one; what is about money gets a value model."""
    header = _HEADER.match(broken.read_text("utf-8", errors="replace"))
    assert header, f"{broken.name} needs its two header lines"
    values = header["file"].startswith(("values/", "money")) or "money" in broken.stem
    folder = copied(tmp_path / "rules", values=values)
    raw = broken.read_bytes()
    if broken.stem == "empty":
        raw = b""
    (folder / header["file"]).parent.mkdir(exist_ok=True)
    (folder / header["file"]).write_bytes(raw)
    return folder, header


@pytest.mark.parametrize(
    ("file", "now", "before"),
    [("plan/purchase.yaml", "why", "teach"), ("alternatives/walking.yaml", "no_longer_enough_when", "stops_sufficing")],
)
def test_a_key_of_an_earlier_version_says_what_it_is_called_now(
    file: str, now: str, before: str, tmp_path: Path
) -> None:
    """In the hint, at its line."""
    path = copied(tmp_path / "rules") / file
    path.write_text(path.read_text().replace(f"{now}:", f"{before}:"))
    with pytest.raises(RuleBaseError, match=rf"unknown_key: `{before}` .*\(it is called `{now}` now\)"):
        load_rules(tmp_path / "rules")


def test_an_earlier_key_where_the_new_one_does_not_fit_is_any_unknown_key(tmp_path: Path) -> None:
    """And every new name is a key of some rule file."""
    folder = copied(tmp_path / "rules")
    with (folder / "risks" / "theft.yaml").open("a") as file:
        file.write("builds_nothing: true\nstops: true\n")
    with pytest.raises(RuleBaseError) as caught:
        load_rules(folder)
    assert [problem.code for problem in caught.value.problems] == ["unknown_key"] * 2
    assert "is called" not in str(caught.value)
    schema = (ROOT / "rules" / "schema.json").read_text()
    assert {new for new in RENAMED.values() if f'"{new}": {{' not in schema} == set()


@pytest.mark.parametrize("broken", BROKEN, ids=lambda path: path.stem)
def test_a_broken_file_says_what_and_where(broken: Path, tmp_path: Path) -> None:
    """The mistake is reported with its code at its line and column, and with words a person can use."""
    folder, header = _folder(tmp_path, broken)
    with pytest.raises(RuleBaseError) as caught:
        load_rules(folder)
    printed = [str(problem) for problem in caught.value.problems]
    start = f"{folder}/{header['file']}:{header['line']}:{header['column']}: {header['code']}: "
    assert any(line.startswith(start) for line in printed), printed
    assert len(printed) <= 3, "one mistake should not set off a dozen messages"


def _hints(folder: Path, file: str, before: str, after: str) -> list[str]:
    """What is said about a file of the tiny rules after a change, from the message on."""
    path = copied(folder / "rules", values=True) / file
    text = path.read_text()
    assert before in text
    path.write_text(text.replace(before, after, 1))
    with pytest.raises(RuleBaseError) as caught:
        load_rules(folder / "rules")
    return [f"{problem.message} ({problem.hint})" for problem in caught.value.problems]


@pytest.mark.parametrize("written", ["NOT", "Not", "ANY", "All", "At_least"])
def test_an_operator_in_capitals_says_which_was_meant(written: str, tmp_path: Path) -> None:
    (said,) = _hints(tmp_path, "risks/theft.yaml", "storage: street", f"{written}: [street]")
    assert said.startswith(f"`{written}` is no operator") and said.endswith(f"(did you mean `{written.lower()}`?)")


def test_the_example_of_a_condition_names_what_the_shipped_rules_have(tmp_path: Path) -> None:
    (said,) = _hints(tmp_path, "risks/theft.yaml", "{storage: street}", "street")
    example = re.search(r"`\{(\w+): \[(\w+), (\w+)\]\}`", said)
    assert example
    options = {option.id for option in load_rules().closed_questions[example[1]].options}
    assert {example[2], example[3]} <= options


def test_a_lesson_that_is_sourced_in_its_blocks_alone_is_told_so(tmp_path: Path) -> None:
    """Without sources in any block it is an opinion, as any rule."""
    own, said = "\nsources: [streets]\n", "has no `sources:` of its own; those of a block do not count"
    assert any(said in hint for hint in _hints(tmp_path / "a", "lessons/riding.yaml", own, "\n"))
    text = (TINY / "lessons" / "riding.yaml").read_text()
    path = copied(tmp_path / "b") / "lessons" / "riding.yaml"
    path.write_text(re.sub(r"(?m)^ *sources: .*\n", "", text))
    with pytest.raises(RuleBaseError, match="a rule without a source is an opinion") as caught:
        load_rules(tmp_path / "b")
    assert said not in str(caught.value)


def test_a_second_default_value_model_says_what_to_do_instead(tmp_path: Path) -> None:
    once, twice = "[electric_bicycle, plain_bicycle]", "[electric_bicycle, electric_bicycle]"
    (said,) = _hints(tmp_path, "values/punctuality.yaml", once, twice)
    assert said.endswith("; a task type has one default: give this model `rules` instead)")


def test_a_value_model_that_demands_numbers_needs_sentences_for_what_is_left(tmp_path: Path) -> None:
    number, demanded = "  - {role: error_today}\n", "  - {role: error_today, demanded_when: {storage: street}}\n"
    (said,) = _hints(tmp_path, "values/punctuality.yaml", number, demanded)
    assert said.startswith("`money.yaml` has no sentence for partial_gain, partial_loss")


def test_a_link_of_the_chain_names_what_stands_there(tmp_path: Path) -> None:
    link = "{level: Your own number, assumption: It moves., test: Look.}"
    chain = f"chain:\n  own: {link}\n  metric: {link}\n  loss: {link}\n"
    said = _hints(tmp_path, "rulebase.yaml", "interview:", f"{chain}interview:")
    assert said == ["the level has to name `{name}` ()"] * 3


def _codes(path: Path) -> set[str]:
    """The codes in calls of `report(...)` and `Problem(...)`: the first word among the first two arguments.

    Of a code that is put together, what it may be as a pattern: `unknown_.+`.
    """
    codes = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in (
            "report",
            "Problem",
        ):
            words = (_pattern(arg) or "" for arg in node.args[:2])
            codes.update([word for word in words if re.fullmatch(r"[a-z0-9_]+(\.\+)?", word)][:1])
    return codes


def _pattern(argument: ast.expr) -> str | None:
    """What a text in the source may be, as a pattern; None for anything else."""
    if isinstance(argument, ast.JoinedStr):
        return "".join(_pattern(part) or ".+" for part in argument.values)
    return argument.value if isinstance(argument, ast.Constant) and isinstance(argument.value, str) else None


def test_there_is_a_broken_file_for_every_code_that_rules_can_raise() -> None:
    """A new kind of problem needs an example; the rest are made by the tests below."""
    raised = {code for path in (ROOT / "framework" / "rulebase").rglob("*.py") for code in _codes(path)}
    raised |= {code for code, _, _ in _WORDS.values()}
    shown = {header["code"] for path in BROKEN if (header := _HEADER.match(path.read_text("utf-8", errors="replace")))}
    elsewhere = {"too_large", "unreadable", "no_folder", "no_manifest"}  # the tests below
    elsewhere |= {"too_many", "unsafe", "not_a_zip", "zip_among_others"}  # uploads: tests/rulebase/test_uploads.py
    elsewhere |= {"outdated", "unknown_place"}  # translations: tests/rulebase/test_translating.py
    elsewhere |= {"wrong_range"}  # sheets: tests/rulebase/test_sheets.py
    elsewhere |= {
        "duplicate_column",
        "row_length",
        "separator",
        "too_many_rows",
        "encoding",
    }  # tables: tests/rulebase/test_table.py
    elsewhere |= {"withdrawn_id"}  # published ids: tests/model/test_rule_index.py
    elsewhere |= {"no_schema_line", "not_published", "schema_outdated"}  # worth knowing: tests/cli/test_check.py
    assert len(shown) > 25
    known = shown | elsewhere
    assert sum("+" in code for code in raised) >= 2
    assert [code for code in raised if not any(re.fullmatch(code, one) for one in known)] == []


def test_every_problem_of_a_folder_comes_at_once(tmp_path: Path) -> None:
    """Two broken files give the problems of both, in reading order."""
    folder = tmp_path / "rules"
    shutil.copytree(TINY, folder)
    (folder / "criteria" / "weather.yaml").write_text("id: weather\ntitle: 5\n")
    (folder / "sources.yaml").write_text("- {id: streets}\n")
    with pytest.raises(RuleBaseError) as caught:
        load_rules(folder)
    files = [problem.place.path for problem in caught.value.problems if problem.place]
    assert files == sorted(files)
    assert {f"{folder}/criteria/weather.yaml", f"{folder}/sources.yaml"} <= set(files)
    assert len(files) >= 6


def test_one_round_shows_what_is_wrong_in_files_that_can_be_read(tmp_path: Path) -> None:
    """A file that cannot be read hides only what may be in it: references, examples and orders elsewhere are checked,
    and nothing is reported that the broken file may define.
    """
    folder = tmp_path / "rules"
    shutil.copytree(TINY, folder)
    (folder / "criteria" / "weather.yaml").write_text("id: weather\ntitle: 5\n")
    changes = [
        ("risks/theft.yaml", "storage: street", "storage: stret"),
        ("criteria/distance.yaml", "sources: [streets]", "sources: [streats]"),
        ("criteria/distance.yaml", "gives: favourable, clauses: [near]", "gives: favorable, clauses: [near]"),
        ("criteria/safe_place.yaml", "{storage: yard}, gives", "{storage: yardd}, gives"),
        ("rulebase.yaml", "alternatives: [walking, bus_pass]", "alternatives: [walking]"),
        ("verdicts/borrow_first.yaml", "rule: hard_ride}", "rule: hard_rid}"),
    ]
    for file, old, new in changes:
        text = (folder / file).read_text()
        assert text.count(old) == 1
        (folder / file).write_text(text.replace(old, new))
    with pytest.raises(RuleBaseError) as caught:
        load_rules(folder)
    found = {
        (Path(p.place.path).name, p.code) for p in caught.value.problems if p.place and "weather" not in p.place.path
    }
    assert found == {
        ("theft.yaml", "unknown_option"),
        ("distance.yaml", "unknown_id"),
        ("distance.yaml", "unknown_option"),
        ("safe_place.yaml", "unknown_option"),
        ("rulebase.yaml", "not_listed"),
        ("borrow_first.yaml", "unknown_id"),
    }


def test_a_broken_manifest_does_not_hide_the_mistakes_of_other_files(tmp_path: Path) -> None:
    """Only what the manifest itself lists is left for the next round."""
    folder = tmp_path / "rules"
    shutil.copytree(TINY, folder)
    manifest = folder / "rulebase.yaml"
    manifest.write_text(manifest.read_text().replace("version: 0.1.0", "version: 1"))
    theft = folder / "risks" / "theft.yaml"
    theft.write_text(theft.read_text().replace("storage: street", "storage: stret"))
    with pytest.raises(RuleBaseError) as caught:
        load_rules(folder)
    assert [problem.code for problem in caught.value.problems] == ["unknown_option", "wrong_type"]


def test_a_file_of_fifty_megabytes_is_refused_unread(tmp_path: Path) -> None:
    """A huge file costs nothing: it is refused by its size."""
    folder = tmp_path / "rules"
    shutil.copytree(TINY, folder)
    (folder / "sources.yaml").write_bytes(b"- a\n" * 12_500_000)
    with pytest.raises(RuleBaseError) as caught:
        load_rules(folder)
    (problem,) = caught.value.problems
    assert problem.code == "too_large" and "1,000,000" in problem.message


def test_a_missing_folder_or_manifest_is_said(tmp_path: Path) -> None:
    """A wrong path and a folder that holds something else have messages of their own."""
    with pytest.raises(RuleBaseError, match="no_folder"):
        load_rules(tmp_path / "nowhere")
    with pytest.raises(RuleBaseError, match="no_manifest"):
        load_rules(tmp_path)


def test_a_hint_names_the_word_that_was_meant(tmp_path: Path) -> None:
    """A slip of the pen gets "did you mean"."""
    folder, _ = _folder(tmp_path, next(path for path in BROKEN if path.stem == "unknown_id_in_condition"))
    with pytest.raises(RuleBaseError, match="did you mean `ready_for`"):
        load_rules(folder)
