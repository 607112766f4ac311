"""Work that lasts: links to read, and when each work was last opened."""

import sqlalchemy as sa
from alembic import op

revision = "0002_lasting_work"
down_revision = "0001_work"


def upgrade() -> None:
    """Create a table of links beside `work`, and note when each work was last opened."""
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
