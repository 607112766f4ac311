"""Pages in memory: the whole application on a database of its own."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.testing.v1 import AppTest

from framework import load_rules
from framework.languages import catalogue
from framework.reasoning import proofs
from framework.settings import DATABASE, RULES, Settings
from framework.store import Store
from framework.ui import resources
from framework.ui.components.classroom import live
from framework.ui.components.interview import guard
from tests.tiny import TINY

ROOT = Path(__file__).parents[2]
App = Callable[..., AppTest]


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test is quicker than any person: its taps count at once."""
    monkeypatch.setattr(guard, "PAUSE", 0.0)
    monkeypatch.setattr(live, "client", lambda: "here")  # a page in memory has no network address


@pytest.fixture(autouse=True)
def no_search_for_components(monkeypatch: pytest.MonkeyPatch) -> None:
    """A new session in memory looks for components in all installed packages, which takes longer than a page; a server
    does so once, and the application has none.
    """
    monkeypatch.setattr(BidiComponentManager, "discover_and_register_components", lambda *_, **__: None)


@pytest.fixture(scope="session")
def new_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database with all tables, to copy: creating them takes longer than many a page."""
    path = tmp_path_factory.mktemp("new") / "work.db"
    Store.open(path).close()
    return path


@pytest.fixture(scope="session")
def some_french(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped rules, of which a part has no French."""
    folder = shutil.copytree(ROOT / "rules", tmp_path_factory.mktemp("some") / "rules")
    for name in ("cases", "lessons", "objectives", "risks"):
        (folder / "languages" / "fr" / f"{name}.yaml").unlink()
    return folder


@pytest.fixture
def half_french(some_french: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Serves rules of which a part has no French."""
    monkeypatch.setenv(RULES, str(some_french))


@pytest.fixture
def database(new_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A database that nobody else uses."""
    path = str(shutil.copy(new_database, tmp_path / "work.db"))
    monkeypatch.setenv(DATABASE, path)
    return path


@pytest.fixture
def store(database: str) -> Store:
    """The store that the application under test uses."""
    assert Settings.from_environment().database == database
    return resources.store()


@pytest.fixture
def app(store: Store) -> App:
    """Opens a page as a browser would: a new session on an address."""

    def open_page(page: str = "start", **params: str) -> AppTest:
        at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=90)
        for name, value in params.items():
            at.query_params[name] = value
        if page != "start":  # by its file name, which is its path in the address
            at.switch_page(f"framework/ui/pages/{page}.py")
        return at.run()

    return open_page


@pytest.fixture
def new_work(store: Store) -> Callable[..., str]:
    """Saves a sheet as work; gives its key."""
    from framework.model.sheet import Sheet

    def save(**sheet: object) -> str:
        rulebase = resources.rules()
        return store.work.create("", rulebase.manifest.id, rulebase.digest, Sheet.model_validate(sheet)).key

    return save


class Asked(dict[str, str]):
    """A catalogue that remembers what it lacks."""

    def __init__(self, texts) -> None:
        super().__init__(texts)
        self.lacking: list[str] = []

    def get(self, text, default=None):
        if text not in self:
            self.lacking.append(text)
        return super().get(text, default)


@pytest.fixture
def asked(monkeypatch):
    found = Asked(catalogue.texts("fr"))
    monkeypatch.setattr(catalogue, "texts", lambda language: found if language else {})
    return found


@pytest.fixture
def proved_at_once(monkeypatch):
    """The page of the proofs with the proofs of the small rules under the ids of those that ship."""
    small = proofs.prove(load_rules(TINY))

    def stand_in(rulebase, seconds=None):
        return replace(
            small,
            influence=tuple((id_, 0.5) for id_ in rulebase.closed_questions),
            sheets_by_verdict=dict.fromkeys(rulebase.verdict, small.sheets // len(rulebase.verdict)),
        )

    monkeypatch.setattr(proofs, "prove", stand_in)
