"""Decisions that stand are found at once, however long the shop lives; refund tasks by what wants attention.

An older version of the app would not know the words of this one's decisions and refunds: it must not
open a journal that may hold them.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_STANDING = sa.text("decision IS NOT NULL")


def upgrade() -> None:
    op.create_index(
        "payments_decided",
        "payments",
        ["till", "created_at"],
        sqlite_where=_STANDING,
        postgresql_where=_STANDING,
    )
    op.drop_index("payments_refunding", "payments")
