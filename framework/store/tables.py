"""The current tables, for queries. `migrations/` creates them; a test compares the two."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Column, DateTime, Dialect, Integer, MetaData, String, Table, Text
from sqlalchemy.types import TypeDecorator


class Moment(TypeDecorator[datetime]):
    """A timezone-aware UTC datetime; SQLite stores no zone, so it is restored on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """To the database, in UTC."""
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """From the database, in UTC."""
        if value is None:
            return None
        moment: datetime = value
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


metadata = MetaData()

migration = Table(
    "migration",
    metadata,
    Column("name", String(100), primary_key=True),
    Column("applied_at", Moment, nullable=False),
)

work = Table(
    "work",
    metadata,
    Column("key", String(22), primary_key=True),
    Column("title", String(200), nullable=False),
    Column("rulebase", String(60), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("sheet", Text, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("updated_at", Moment, nullable=False),
    Column("revision", Integer, nullable=False),
)
