"""Keep what members choose."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make members."""
    op.create_table(
        "members",
        sa.Column("member", sa.LargeBinary, primary_key=True),
        sa.Column("language", sa.String(8), nullable=False),
    )
