"""What is set for a server is read as what it means, and a slip is told by its name before the server starts."""

from __future__ import annotations

from datetime import timedelta

import pytest

from framework import deployment, settings
from framework.errors import UserError
from framework.settings import BASE_PATH, KEEP_DAYS, LANGUAGE, PROCESSES, PROXIES, TRIALS
from tests.cli.running import run


@pytest.mark.parametrize(("days", "time"), [("365", timedelta(365)), ("0", None), ("1", timedelta(1))])
def test_work_lasts_a_number_of_days(days: str, time: timedelta | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEEP_DAYS, days)
    assert deployment.keep() == time


@pytest.mark.parametrize(("given", "number"), [("", 1), ("1", 1), ("01", 1), ("2", 2), ("16", 16)])
def test_processes_are_a_number(given: str, number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PROCESSES, given)
    assert deployment.processes() == number


@pytest.mark.parametrize(("given", "allowed"), [("", True), ("1", True), (" 0 ", False)])
def test_trying_rules_can_be_switched_off(given: str, allowed: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(TRIALS, given)
    assert deployment.allows_trials() is allowed


def test_proxies_are_addresses_and_networks(monkeypatch: pytest.MonkeyPatch) -> None:
    for nothing in ("", " , "):
        monkeypatch.setenv(PROXIES, nothing)
        assert deployment.proxies() == ()
    monkeypatch.setenv(PROXIES, "10.0.0.7, fd00::/8")
    assert [str(each) for each in deployment.proxies()] == ["10.0.0.7/32", "fd00::/8"]


_SLIPS = [
    *((KEEP_DAYS, given) for given in ("-1", "a year", "1.5", "９", "99999999999", "9" * 5_000)),
    *((PROCESSES, given) for given in ("0", "-1", "one", "1.5", "２", "9" * 5_000)),
    (PROXIES, "172.28.5.1/24"),
    (PROXIES, "everybody"),
    *((LANGUAGE, given) for given in ("de", "french", "fr_FR")),
    ("SHOULD_I_USE_ML_KEEPDAYS", "30"),
    *((TRIALS, given) for given in ("no", "2", "-1")),
    (BASE_PATH, "/ml/"),
]


@pytest.mark.parametrize(("name", "given"), _SLIPS)
def test_a_slip_is_told_by_name(name: str, given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, given)
    with pytest.raises(UserError, match=name):
        deployment.check()


def test_a_name_that_is_misspelled_is_told_with_the_right_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work that shall go after a month would stay for a year."""
    monkeypatch.setenv("SHOULD_I_USE_ML_KEEPDAYS", "30")
    with pytest.raises(UserError, match=rf"is not a setting\. Did you mean `{KEEP_DAYS}`\?$"):
        deployment.check()


@pytest.mark.parametrize(("name", "given"), [(LANGUAGE, "FR"), (LANGUAGE, "en"), (LANGUAGE, " "), (BASE_PATH, "/")])
def test_what_means_something_is_no_slip(name: str, given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, given)
    deployment.check()


def test_every_setting_is_known() -> None:
    """One that is missing here would be refused."""
    found = {value for value in vars(settings).values() if str(value).startswith("SHOULD_I_USE_ML_")}
    assert len(found) >= 8 and found == set(settings.NAMES)


def test_a_server_does_not_start_with_a_slip(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEEP_DAYS, "a year")
    done = run("serve", "--port", "1")
    assert done.returncode == 2 and f"{KEEP_DAYS} is 'a year'" in done.stderr
