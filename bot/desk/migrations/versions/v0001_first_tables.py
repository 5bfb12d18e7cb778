"""Make the first tables.

Migrations are only ever added: one that was released is never changed.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make editions, audit, questions, feedback, settings and secrets."""
    op.create_table(
        "editions",
        sa.Column("digest", sa.String(64), primary_key=True),
        sa.Column("packed", sa.LargeBinary, nullable=False),
        sa.Column("accepted_at", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("place", sa.Text),
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("edition", sa.String(64), sa.ForeignKey("editions.digest")),
        sa.Column("folder", sa.String(64)),
    )
    op.create_table(
        "questions",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("asked_at", sa.BigInteger, nullable=False),
        sa.Column("edition", sa.String(64), nullable=False),
        sa.Column("briefing", sa.Text, nullable=False),
        sa.Column("outcome", sa.Text, nullable=False),
        sa.Column("reason", sa.Text),
        sa.Column("claims", sa.Text, nullable=False),
        sa.Column("text", sa.Text),
        sa.Column("asker", sa.LargeBinary, nullable=False),
    )
    op.create_index("questions_by_time", "questions", ["asked_at"])
    op.create_index("questions_by_asker", "questions", ["asker"])
    op.create_table(
        "feedback",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("edition", sa.String(64), nullable=False),
        sa.Column("claims", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("reason", sa.Text),
        sa.Column("text", sa.Text),
        sa.Column("asker", sa.LargeBinary, nullable=False),
    )
    op.create_index("feedback_by_time", "feedback", ["at"])
    op.create_index("feedback_by_asker", "feedback", ["asker"])
    op.create_table(
        "settings",
        sa.Column("server", sa.BigInteger, primary_key=True),
        sa.Column("channel", sa.BigInteger, primary_key=True),
        sa.Column("key", sa.String(40), primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
    op.create_table(
        "secrets",
        sa.Column("name", sa.String(40), primary_key=True),
        sa.Column("value", sa.LargeBinary, nullable=False),
    )
