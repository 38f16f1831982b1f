"""The proof of a day: what the gateway was asked, and how every rupiah stands after it answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from pos_app.domain.method import Method
from pos_app.domain.money import ZERO, Rupiah


class Standing(Enum):
    """How a payment stands at the end of a day. MATCHED and LATE are gross: what was given back is in RETURNED too."""

    MATCHED = "matched"  # money that the gateway confirmed over TLS
    LATE = "late"  # confirmed, but it came after the payment had ended
    FORCED = "forced"  # goods released on a manager's word, no money confirmed
    OPEN = "open"  # not at its end, or not confirmed, or its amount is in dispute
    RETURNED = "returned"  # refunded, reversed, or given back in cash


@dataclass(frozen=True, slots=True)
class Tally:
    """How many payments of one method stand so, and their rupiah."""

    method: Method
    standing: Standing
    count: int
    amount: Rupiah


@dataclass(frozen=True, slots=True, kw_only=True)
class DayProof:
    """What one reconciliation found. `unread` names the payments that no reading came back for in time."""

    till: str
    day: date
    made_at: datetime
    by: str
    asked: int
    unread: tuple[str, ...]
    open: tuple[str, ...]
    tallies: tuple[Tally, ...]

    @property
    def is_complete(self) -> bool:
        return not self.unread

    def amount(self, standing: Standing) -> Rupiah:
        return sum((tally.amount for tally in self.tallies if tally.standing is standing), ZERO)

    def count(self, standing: Standing) -> int:
        return sum(tally.count for tally in self.tallies if tally.standing is standing)

    @property
    def received(self) -> Rupiah:
        """Money that came and stayed, as the gateway and the journal both know it."""
        return self.amount(Standing.MATCHED) + self.amount(Standing.LATE) - self.amount(Standing.RETURNED)
