"""The current tables, for queries. `migrations/` creates them; a test compares the two."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Column, DateTime, Dialect, ForeignKey, Integer, MetaData, String, Table, Text, UniqueConstraint
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
    Column("opened_at", Moment, index=True),
)


def _of_work(name: str, **options: Any) -> Column[str]:
    """A reference to a piece of work, which goes when the work goes."""
    return Column(name, String(22), ForeignKey(work.c.key, ondelete="CASCADE"), nullable=False, **options)


link = Table(
    "link",
    metadata,
    Column("digest", String(64), primary_key=True),
    _of_work("work"),
    Column("purpose", String(20), nullable=False),
    Column("created_at", Moment, nullable=False),
    UniqueConstraint("work", "purpose"),
)

kept_brief = Table(
    "kept_brief",
    metadata,
    _of_work("work", primary_key=True),
    Column("digest", String(64), primary_key=True),
    Column("content", Text, nullable=False),
    Column("kept_at", Moment, nullable=False),
)

opinion = Table(
    "opinion",
    metadata,
    _of_work("work", primary_key=True),
    _of_work("about", index=True),
)

review = Table(
    "review",
    metadata,
    _of_work("work", primary_key=True),
    Column("content", Text, nullable=False),
)
