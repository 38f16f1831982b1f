"""That a paper came out is evidence. The tables stay as they are.

An older version of the app would not know its word: it must not open a journal that may hold it.
"""

from __future__ import annotations

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Nothing moves: what earlier versions struck off says no more than that it is over."""
