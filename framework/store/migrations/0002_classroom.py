"""Classes: one row each, with participants, their votes, and the join codes that were wrong."""

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    DateTime,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

_MOMENT = DateTime(timezone=True)


def apply(connection: Connection) -> None:
    """Create the four tables."""
    metadata = MetaData()
    Table(
        "classroom",
        metadata,
        Column("key", String(22), primary_key=True),
        Column("code", String(6), nullable=False, unique=True),
        Column("lead_key", String(22), nullable=False, unique=True),
        Column("plan", Text, nullable=False),
        Column("step", String(20), nullable=False),
        Column("histogram", Boolean, nullable=False),
        Column("deadline", _MOMENT),
        Column("pairs", Text, nullable=False),
        Column("version", Integer, nullable=False),
        Column("created_at", _MOMENT, nullable=False),
        Column("expires_at", _MOMENT, nullable=False, index=True),
    )
    Table(
        "participant",
        metadata,
        Column("key", String(22), primary_key=True),
        Column("classroom", String(22), ForeignKey("classroom.key", ondelete="CASCADE"), nullable=False, index=True),
        Column("nickname", String(40), nullable=False),
        Column("folded", String(40), nullable=False),
        Column("hidden", Boolean, nullable=False),
        Column("simulated", Boolean, nullable=False),
        Column("idea", String(200), nullable=False),
        Column("joined_at", _MOMENT, nullable=False),
        UniqueConstraint("classroom", "folded", name="uq_participant_nickname"),
    )
    Table(
        "vote",
        metadata,
        Column("participant", String(22), ForeignKey("participant.key", ondelete="CASCADE"), primary_key=True),
        Column("round", Integer, primary_key=True),
        Column("question", String(60), primary_key=True),
        Column("sequence", Integer, primary_key=True),
        Column("classroom", String(22), ForeignKey("classroom.key", ondelete="CASCADE"), nullable=False, index=True),
        Column("answer", Text, nullable=False),
        Column("cast_at", _MOMENT, nullable=False),
    )
    Table(
        "wrong_code",
        metadata,
        Column("id", Integer, primary_key=True, autoincrement=True),
        Column("address", String(64), nullable=False, index=True),
        Column("tried_at", _MOMENT, nullable=False, index=True),
    )
    metadata.create_all(connection)
