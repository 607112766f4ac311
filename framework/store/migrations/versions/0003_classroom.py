"""Classes: one row each, with participants, their votes, and the join codes that were wrong."""

import sqlalchemy as sa
from alembic import op

revision = "0003_classroom"
down_revision = "0002_lasting_work"


def upgrade() -> None:
    """Create the four tables."""
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "classroom",
        sa.Column("key", sa.String(22), primary_key=True),
        sa.Column("code", sa.String(6), nullable=False, unique=True),
        sa.Column("lead_key", sa.String(22), nullable=False, unique=True),
        sa.Column("plan", sa.Text, nullable=False),
        sa.Column("step", sa.String(20), nullable=False),
        sa.Column("histogram", sa.Boolean, nullable=False),
        sa.Column("deadline", moment),
        sa.Column("pairs", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("created_at", moment, nullable=False),
        sa.Column("expires_at", moment, nullable=False, index=True),
    )
    op.create_table(
        "participant",
        sa.Column("key", sa.String(22), primary_key=True),
        sa.Column(
            "classroom",
            sa.String(22),
            sa.ForeignKey("classroom.key", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
        sa.Column("nickname", sa.String(40), nullable=False),
        sa.Column("folded", sa.String(40), nullable=False),
        sa.Column("hidden", sa.Boolean, nullable=False),
        sa.Column("simulated", sa.Boolean, nullable=False),
        sa.Column("idea", sa.String(200), nullable=False),
        sa.Column("joined_at", moment, nullable=False),
        sa.UniqueConstraint("classroom", "folded", name="uq_participant_nickname"),
    )
    op.create_table(
        "vote",
        sa.Column("participant", sa.String(22), sa.ForeignKey("participant.key", ondelete="CASCADE"), primary_key=True),
        sa.Column("round", sa.Integer, primary_key=True),
        sa.Column("question", sa.String(60), primary_key=True),
        sa.Column("sequence", sa.Integer, primary_key=True),
        sa.Column(
            "classroom",
            sa.String(22),
            sa.ForeignKey("classroom.key", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
        sa.Column("answer", sa.Text, nullable=False),
        sa.Column("cast_at", moment, nullable=False),
    )
    op.create_table(
        "wrong_code",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("address", sa.String(64), nullable=False, index=True),
        sa.Column("tried_at", moment, nullable=False, index=True),
    )
