"""What was changed about the till itself, and by whom: kept for ever beside the evidence of payments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class Act(Enum):
    """What somebody did; the value is what the journal stores."""

    STAFF_ADDED = "staff_added"
    ROLE_CHANGED = "role_changed"
    PIN_CHANGED = "pin_changed"
    STAFF_DISMISSED = "staff_dismissed"
    PINS_LOCKED = "pins_locked"  # ten wrong PINs at a till
    PINS_UNLOCKED = "pins_unlocked"


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One act. `by` is who did it, `subject` whom or what it was done to, `detail` a role where there is one."""

    at: datetime
    act: Act
    by: str
    subject: str = ""
    detail: str = ""


OWNER = "the owner, at the PC"
"""Who acts where no PIN was asked for because somebody holds the PC itself."""
