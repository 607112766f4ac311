"""Saved work: one row per person's answers, found by an unguessable key."""

import sqlalchemy as sa
from alembic import op

revision = "0001_work"
down_revision = None


def upgrade() -> None:
    """Create the table `work`."""
    op.create_table(
        "work",
        sa.Column("key", sa.String(22), primary_key=True),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("rulebase", sa.String(60), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("sheet", sa.Text, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
    )
