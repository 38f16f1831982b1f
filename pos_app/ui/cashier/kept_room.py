"""A part that is hidden for a while: nothing beside it moves when it comes back."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def keep_room(part: QWidget, *, is_kept: bool = True) -> None:
    """Whether `part` leaves its room to nothing else while it is hidden."""
    policy = part.sizePolicy()
    policy.setRetainSizeWhenHidden(is_kept)
    part.setSizePolicy(policy)
