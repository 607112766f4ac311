"""Opinions that last: what was handed in stays when the sheet on which it was answered is deleted."""

import sqlalchemy as sa
from alembic import op

from framework.store.engine import alone_with

revision = "0007_lasting_opinions"
down_revision = "0006_wrong_codes_once"


def upgrade() -> None:
    """Make `opinion` anew with a key of its own, and put back what was in it: SQLite cannot change a column."""
    moment = sa.DateTime(timezone=True)
    # In the order of whoever deletes work or begins an opinion: otherwise the two could wait for each other. Nothing is
    # added between the copy and the deletion either.
    alone_with(op.get_bind(), "work", "opinion")
    op.drop_index("ix_opinion_idea", "opinion")
    op.execute("CREATE TABLE opinion_before AS SELECT * FROM opinion")
    op.drop_table("opinion")
    op.create_table(
        "opinion",
        # Numbers are given by the database, so that a process of the version before this one can still add a row. It
        # cannot list an opinion whose sheet is gone: such processes should be stopped before long.
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("work", sa.String(22), sa.ForeignKey("work.key", ondelete="SET NULL"), unique=True),
        sa.Column("idea", sa.String(22), sa.ForeignKey("work.key", ondelete="CASCADE"), nullable=False, index=True),
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("begun_at", moment, nullable=False),
        sa.Column("sheet", sa.Text),
        sa.Column("handed_in_at", moment),
        sqlite_autoincrement=True,
    )
    op.execute(
        "INSERT INTO opinion (work, idea, name, begun_at, sheet, handed_in_at) "
        "SELECT work, idea, name, begun_at, sheet, handed_in_at FROM opinion_before ORDER BY begun_at, work"
    )
    op.drop_table("opinion_before")
