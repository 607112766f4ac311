"""Saved work: one row per person's answers, found by an unguessable key."""

from sqlalchemy import Column, Connection, DateTime, Integer, MetaData, String, Table, Text


def apply(connection: Connection) -> None:
    """Create the table `work`."""
    Table(
        "work",
        MetaData(),
        Column("key", String(22), primary_key=True),
        Column("title", String(200), nullable=False),
        Column("rulebase", String(60), nullable=False),
        Column("digest", String(64), nullable=False),
        Column("sheet", Text, nullable=False),
        Column("created_at", DateTime(timezone=True), nullable=False),
        Column("updated_at", DateTime(timezone=True), nullable=False),
        Column("revision", Integer, nullable=False),
    ).create(connection)
