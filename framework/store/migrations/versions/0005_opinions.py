"""Second opinions: who was invited to answer an idea on a sheet of their own, and what they handed in."""

import sqlalchemy as sa
from alembic import op

revision = "0005_opinions"
down_revision = "0004_rounds"


def upgrade() -> None:
    """Create both tables."""
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "invitation",
        sa.Column("idea", sa.String(22), sa.ForeignKey("work.key", ondelete="CASCADE"), primary_key=True),
        sa.Column("host", sa.String(40), nullable=False),
        sa.Column("shared", sa.Boolean, nullable=False),
    )
    op.create_table(
        "opinion",
        sa.Column("work", sa.String(22), sa.ForeignKey("work.key", ondelete="CASCADE"), primary_key=True),
        sa.Column("idea", sa.String(22), sa.ForeignKey("work.key", ondelete="CASCADE"), nullable=False, index=True),
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("begun_at", moment, nullable=False),
        sa.Column("sheet", sa.Text),
        sa.Column("handed_in_at", moment),
    )
