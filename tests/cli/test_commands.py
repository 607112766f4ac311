"""What each command prints, and with which exit code it ends."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

import pytest

from framework import load_rules
from framework.cli.arguments import COMMANDS, parser
from framework.cli.main import main
from framework.cli.serve import ENOUGH_FILES
from tests.cli.running import ROOT, RUNNERS, SHEET, TINY, run


def _options(command: str) -> str:
    """What the help of a command says."""
    made = argparse.ArgumentParser(prog=command)
    COMMANDS[command][1](made)
    return made.format_help()


def test_questions_are_listed_in_asking_order() -> None:
    """With every key that scripts rely on."""
    done = run("questions", "--format", "json")
    assert done.returncode == 0
    found = json.loads(done.stdout)
    rulebase = load_rules(TINY)
    assert [question["id"] for question in found] == list(rulebase.questions)
    keys = ["id", "section", "text", "help", "why", "kind", "how", "options", "distinctions", "groups", "asked_when"]
    assert all(list(question) == keys for question in found)
    by_id = {question["id"]: question for question in found}
    assert by_id["electric"]["asked_when"] == "Asked if Hills is “At least one real climb”."
    assert by_id["hills"]["asked_when"] is None
    assert by_id["hills"]["options"][-1] == {"id": "not_sure", "text": "Not sure", "help": None}
    assert [group["id"] for group in by_id["trips_per_week"]["groups"]] == ["regular", "seldom"]
    assert by_id["hills"]["groups"] == []
    assert by_id["traveller"]["options"] == []
    assert "only if you cannot say which is likelier" in by_id["hills"]["how"]
    assert by_id["ready_for"]["how"] == "List every option that holds."
    assert by_id["traveller"]["how"] is None


def test_questions_as_text_fit_a_terminal() -> None:
    """80 columns."""
    lines = run("questions").stdout.splitlines()
    assert len(lines) > 30
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize(
    ("arguments", "needed"),
    [(["questions"], ()), (["assess", "-"], ()), (["check"], ()), (["batch", "-", "-o", "-"], ("numpy",))],
)
def test_light_commands_load_nothing_heavy(arguments: list[str], needed: tuple[str, ...]) -> None:
    """They start at once."""
    code = (
        "import sys, io\n"
        "from framework.cli.main import main\n"
        f"assert main({arguments!r}) == 0\n"
        "heavy = {'streamlit', 'pandas', 'numpy', 'plotly', 'sqlalchemy', 'scipy', 'pyarrow', 'click'}\n"
        f"found = heavy & {{name.split('.')[0] for name in sys.modules}} - {set(needed)}\n"
        "assert 'framework.rulebase.loading' in sys.modules\n"
        "assert not found, found\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        input=b"hills\nflat\n" if needed else SHEET.encode(),
        capture_output=True,
        cwd=ROOT,
        env={"SHOULD_I_USE_ML_RULES": str(TINY), "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        timeout=60,
    )
    assert done.returncode == 0, done.stderr.decode()


def test_a_reader_that_stops_early_is_no_error() -> None:
    """`| head` ends quietly."""
    command = f"{sys.executable} -m framework.cli questions --format json --rules {TINY} | head -c 10 > /dev/null"
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, cwd=ROOT, timeout=60)
    assert done.stderr == b""


@pytest.mark.parametrize(
    "arguments", [[], ["nothing"], ["assess"], ["batch", "a.csv"], ["assess", "-", "--format", "pdf2"]]
)
def test_wrong_usage_ends_with_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """With a line on how it is used."""
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert "usage:" in capsys.readouterr().err


@pytest.mark.parametrize("command", [name for name in COMMANDS if "--overlay" in _options(name)])
def test_every_command_that_takes_an_overlay_reads_it(command: str, tmp_path: Path) -> None:
    """A folder that is not there is refused, whatever else the command is for."""
    (tmp_path / "sheet.yaml").write_text(SHEET)
    (tmp_path / "table.csv").write_text("hills\nflat\n")
    files = {"assess": ["sheet.yaml"], "compare": ["sheet.yaml", "sheet.yaml"], "batch": ["table.csv", "-o", "out.csv"]}
    given = [word if word.startswith("-") else tmp_path / word for word in files.get(command, [])]
    done = run(command, *given, "--overlay", tmp_path / "nowhere")
    assert done.returncode == 2 and "nowhere:1:1: no_folder" in done.stderr


def test_there_are_commands_with_an_overlay() -> None:
    """So that the test above is one of all of them."""
    assert sum("--overlay" in _options(name) for name in COMMANDS) >= 7


def test_an_error_of_the_system_that_nobody_expects_is_not_blamed_on_standard_output(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It is a bug, and keeps its stack trace."""

    def broken(_: object) -> int:
        raise PermissionError("something else")

    monkeypatch.setattr("framework.cli.questions.run", broken)
    with pytest.raises(PermissionError, match="something else"):
        main(["questions"])


def test_every_command_has_help() -> None:
    """And no option without a word about it."""
    for command in COMMANDS:
        with pytest.raises(SystemExit) as stopped:
            parser().parse_args([command, "--help"])
        assert stopped.value.code == 0


@pytest.mark.parametrize(
    ("arguments", "given"),
    [
        (["questions"], ""),
        (["assess", "-"], SHEET),
        (["assess", "-", "--format", "json"], SHEET),
        (["assess", "-"], "answers: {trip_length: shortt, nobody: é}"),
        (["batch", "-", "-o", "-"], "trip_length\nshort\nlonger\n"),
        (["check", "--format", "json"], ""),
        (["assess", "--nothing"], ""),
    ],
)
def test_a_process_of_its_own_says_the_same(arguments: list[str], given: str) -> None:
    """Every other test may run the commands in its own process: output, errors and exit code are those of a new one."""
    one, other = (runner(*arguments, given=given) for runner in RUNNERS)
    assert (one.returncode, one.stdout, one.stderr) == (other.returncode, other.stdout, other.stderr)


def test_serve_lets_the_server_open_as_many_files_as_a_hall_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    """A phone takes four, and the usual limit is 1,024."""
    resource = pytest.importorskip("resource")
    before, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard != resource.RLIM_INFINITY and hard < 2_048:
        pytest.skip("this account may not open more files")
    allowed: list[int] = []

    def replaced(*_: object) -> None:
        allowed.append(resource.getrlimit(resource.RLIMIT_NOFILE)[0])
        raise SystemExit(0)

    monkeypatch.setattr("os.execv", replaced)
    monkeypatch.setattr("framework.cli.serve._try_to_listen", lambda *_: None)
    resource.setrlimit(resource.RLIMIT_NOFILE, (1_024, hard))
    try:
        assert run("serve").returncode == 0
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (before, hard))
    assert allowed == [ENOUGH_FILES if hard == resource.RLIM_INFINITY else min(hard, ENOUGH_FILES)]


@pytest.mark.parametrize("address", ["203.0.113.1", ""])
def test_an_address_that_is_not_here_is_not_mended_by_another_port(address: str) -> None:
    """No program uses it: the hint says which addresses there are."""
    done = run("serve", "--address", address)
    assert done.returncode == 2
    assert (
        "--address 127.0.0.1" in done.stderr and "--port" not in done.stderr and "Stop the program" not in done.stderr
    )
