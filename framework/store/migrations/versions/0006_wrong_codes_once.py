"""Which code was wrong, so that it counts once from each address."""

import sqlalchemy as sa
from alembic import op

revision = "0006_wrong_codes_once"
down_revision = "0005_opinions"


def upgrade() -> None:
    """Add a column to `wrong_code`."""
    # it may be null, so that a process of the version before this one can still count
    op.add_column("wrong_code", sa.Column("code", sa.String(64)))
    op.create_index("ix_wrong_code_code", "wrong_code", ["code"])
