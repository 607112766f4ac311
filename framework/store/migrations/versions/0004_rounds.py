"""What happens to an idea after its brief, and the brief that was last read under each edition of the rules."""

import sqlalchemy as sa
from alembic import op

revision = "0004_rounds"
down_revision = "0003_classroom"


def upgrade() -> None:
    """Add a column to `work`, and a table beside it."""
    # it may be null, so that a process of the version before this one can still save
    op.add_column("work", sa.Column("history", sa.Text))
    op.create_table(
        "earlier_brief",
        sa.Column("work", sa.String(22), sa.ForeignKey("work.key", ondelete="CASCADE"), primary_key=True),
        sa.Column("digest", sa.String(64), primary_key=True),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("brief", sa.Text, nullable=False),
    )
