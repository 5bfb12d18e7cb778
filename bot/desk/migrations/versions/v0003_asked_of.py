"""Keep which briefing a question was put to."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add it to questions; of those before nobody knows any more."""
    op.add_column("questions", sa.Column("asked_of", sa.Text))
