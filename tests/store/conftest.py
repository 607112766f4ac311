"""Every test of the store runs on SQLite, and on a private PostgreSQL server where there is one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url

from framework.store import Store
from tools import postgresql

NewPlace = Callable[[], str]


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The URL of a private PostgreSQL server."""
    if postgresql.find_programs() is None:
        pytest.skip(postgresql.MISSING)
    with postgresql.serving() as url:
        yield url


@pytest.fixture
def new_database(server: str) -> Iterator[NewPlace]:
    """Makes an empty database on the private server; gives its URL. All are removed at the end."""
    admin = create_engine(server.replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT")
    made: list[str] = []

    def new() -> str:
        made.append(f"test_{next(_NUMBERS)}")
        with admin.connect() as connection:
            connection.exec_driver_sql(f"CREATE DATABASE {made[-1]}")
        return make_url(server).set(database=made[-1]).render_as_string(hide_password=False)

    yield new
    with admin.connect() as connection:
        for name in made:
            connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    admin.dispose()


_NUMBERS = count()


@pytest.fixture(params=["sqlite", "postgresql"])
def new_place(request: pytest.FixtureRequest, tmp_path: Path) -> NewPlace:
    """Gives a place for a new store, another one each time."""
    if request.param == "postgresql":
        made: NewPlace = request.getfixturevalue("new_database")
        return made
    numbers = count()
    return lambda: str(tmp_path / f"work{next(numbers)}.db")


@pytest.fixture
def where(new_place: NewPlace) -> str:
    """A place for one store."""
    return new_place()


@pytest.fixture
def store(where: str) -> Iterator[Store]:
    """An open store, empty."""
    opened = Store.open(where)
    yield opened
    opened.close()
