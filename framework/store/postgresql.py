"""PostgreSQL: how long its server is waited for, and what it must be able to keep. Only `engine` knows that this is one
kind of database of several.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy import text as sql

from framework.errors import StoreError
from framework.languages.catalogue import to_say

NETWORK = {
    "connect_timeout": 5,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 15_000,
}
"""After how long the driver gives up a server that takes a connection and does not answer: by itself, never."""


def open_postgresql(url: URL, pool_size: int, patience: int) -> Engine:
    """An engine for a database of a server, whose statements and locks take so many seconds at most. What the URL says
    about the network holds.

    Raises:
        StoreError: the database does not keep every character.
        ImportError, sqlalchemy.exc.DatabaseError: it cannot be opened.
    """
    engine = create_engine(
        url,
        pool_size=pool_size,
        pool_timeout=patience,
        pool_pre_ping=True,
        hide_parameters=True,
        connect_args={name: value for name, value in NETWORK.items() if name not in url.query},
    )

    def limit(connection: Any, record: object) -> None:
        with connection.cursor() as cursor:  # not an option of the connection: poolers between refuse these
            for what in ("statement_timeout", "lock_timeout"):
                cursor.execute(f"SET {what} = '{patience}s'")
        connection.commit()

    event.listen(engine, "connect", limit)
    with engine.connect() as connection:
        encoding = connection.scalar(sql("SHOW server_encoding"))
    if encoding != "UTF8":
        engine.dispose()
        message = to_say("The database keeps texts as {encoding}, which lacks most characters that people write.")
        raise StoreError(message, to_say("Create one with: createdb -E UTF8 -T template0 NAME"), encoding=encoding)
    return engine


def take_time(connection: Connection) -> None:
    """Lift both limits in this transaction: to convert every row may take longer than any page waits."""
    for what in ("statement_timeout", "lock_timeout"):
        connection.execute(sql(f"SET LOCAL {what} = 0"))
