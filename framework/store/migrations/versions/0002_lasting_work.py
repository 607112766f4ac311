"""Work that lasts: links to read and to answer, briefs kept as they were, second opinions, reviews, a last opening."""

import sqlalchemy as sa
from alembic import op

revision = "0002_lasting_work"
down_revision = "0001_work"


def upgrade() -> None:
    """Create four tables beside `work`, and note when each work was last opened."""
    # it may be null, so that a process of the version before this one can still save new work
    op.add_column("work", sa.Column("opened_at", sa.DateTime(timezone=True)))
    op.execute("UPDATE work SET opened_at = updated_at")
    op.create_index("ix_work_opened_at", "work", ["opened_at"])
    op.create_table(
        "link",
        sa.Column("digest", sa.String(64), primary_key=True),
        sa.Column("work", sa.String(22), sa.ForeignKey("work.key", ondelete="CASCADE"), nullable=False),
        sa.Column("purpose", sa.String(20), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.UniqueConstraint("work", "purpose"),
    )
    op.create_table(
        "kept_brief",
        sa.Column("work", sa.String(22), sa.ForeignKey("work.key", ondelete="CASCADE"), primary_key=True),
        sa.Column("digest", sa.String(64), primary_key=True),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "opinion",
        sa.Column("work", sa.String(22), sa.ForeignKey("work.key", ondelete="CASCADE"), primary_key=True),
        sa.Column("about", sa.String(22), sa.ForeignKey("work.key", ondelete="CASCADE"), nullable=False, index=True),
    )
    op.create_table(
        "review",
        sa.Column("work", sa.String(22), sa.ForeignKey("work.key", ondelete="CASCADE"), primary_key=True),
        sa.Column("content", sa.Text, nullable=False),
    )
