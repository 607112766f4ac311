"""The current tables, for queries. `migrations/` creates them; a test compares the two."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)
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
    Column("history", Text),
)
"""`history` is null as long as nothing has happened besides answers."""

earlier_brief = Table(
    "earlier_brief",
    metadata,
    Column("work", String(22), ForeignKey(work.c.key, ondelete="CASCADE"), primary_key=True),
    Column("digest", String(64), primary_key=True),
    Column("kept_at", Moment, nullable=False),
    Column("brief", Text, nullable=False),
)
"""The brief that was last read of a work under each edition of the rules."""


link = Table(
    "link",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("work", String(22), ForeignKey(work.c.key, ondelete="CASCADE"), nullable=False),
    Column("purpose", String(20), nullable=False),
    Column("created_at", Moment, nullable=False),
    UniqueConstraint("work", "purpose"),
)

invitation = Table(
    "invitation",
    metadata,
    Column("idea", String(22), ForeignKey(work.c.key, ondelete="CASCADE"), primary_key=True),
    Column("host", String(40), nullable=False),
    Column("shared", Boolean, nullable=False),
)
"""What those are told who are asked for a second opinion on an idea."""

opinion = Table(
    "opinion",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("work", String(22), ForeignKey(work.c.key, ondelete="SET NULL"), unique=True),
    Column("idea", String(22), ForeignKey(work.c.key, ondelete="CASCADE"), nullable=False, index=True),
    Column("name", String(40), nullable=False),
    Column("begun_at", Moment, nullable=False),
    Column("sheet", Text),
    Column("handed_in_at", Moment),
    sqlite_autoincrement=True,  # no number is given twice: a page that was open for long names no other opinion
)
"""An opinion on the work `idea`, answered on the person's own `work`. `sheet` is a copy of it when it was handed in. It
lasts as long as the idea; `work` is null once the person's own sheet is gone.
"""

classroom = Table(
    "classroom",
    metadata,
    Column("key", String(22), primary_key=True),
    Column("code", String(6), nullable=False, unique=True),
    Column("lead_key", String(22), nullable=False, unique=True),
    Column("plan", Text, nullable=False),
    Column("step", String(20), nullable=False),
    Column("histogram", Boolean, nullable=False),
    Column("deadline", Moment),
    Column("pairs", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False, index=True),
)
"""One class. `version` grows with everything that the instructor does."""

participant = Table(
    "participant",
    metadata,
    Column("key", String(22), primary_key=True),
    Column("classroom", String(22), ForeignKey("classroom.key", ondelete="CASCADE"), nullable=False, index=True),
    Column("nickname", String(40), nullable=False),
    Column("folded", String(40), nullable=False),
    Column("hidden", Boolean, nullable=False),
    Column("simulated", Boolean, nullable=False),
    Column("idea", String(200), nullable=False),
    Column("joined_at", Moment, nullable=False),
    UniqueConstraint("classroom", "folded", name="uq_participant_nickname"),
)
"""`folded` is the nickname without the difference between capitals and small letters: names are unique in it."""

vote = Table(
    "vote",
    metadata,
    Column("participant", String(22), ForeignKey("participant.key", ondelete="CASCADE"), primary_key=True),
    Column("round", Integer, primary_key=True),
    Column("question", String(60), primary_key=True),
    Column("sequence", Integer, primary_key=True),
    Column("classroom", String(22), ForeignKey("classroom.key", ondelete="CASCADE"), nullable=False, index=True),
    Column("answer", Text, nullable=False),
    Column("cast_at", Moment, nullable=False),
)
"""Every answer that was ever sent: rows are added and never changed. The one with the highest `sequence` counts."""

wrong_code = Table(
    "wrong_code",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("address", String(64), nullable=False, index=True),
    Column("tried_at", Moment, nullable=False, index=True),
    Column("code", String(64), index=True),
)
"""Join codes that were wrong, with a digest of the address they came from; kept for some minutes. `code` is a digest of
the address with the code, so that the two count once; a process of the version before leaves it null.
"""
