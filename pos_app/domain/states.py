"""Where a payment can stand, and every move it can make."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum


class State(Enum):
    """Where a payment stands; the value is what the journal stores."""

    INTENDED = "intended"
    CHARGING = "charging"
    IN_DOUBT = "in_doubt"
    PENDING = "pending"
    CANCELLING = "cancelling"
    PAID = "paid"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    DENIED = "denied"
    FAILED = "failed"
    PARTLY_REFUNDED = "partly_refunded"
    REFUNDED = "refunded"
    REVERSED = "reversed"

    @property
    def is_live(self) -> bool:
        """Whether the gateway may still bring it to an end of its own, CANCELLING and another amount included."""
        return self in _LIVE

    @property
    def is_dead(self) -> bool:
        """Ended without money; late money is still watched for."""
        return self in _DEAD

    @property
    def has_money(self) -> bool:
        """Whether the gateway said that money came (it may have gone back since)."""
        return self in _MONEY


_LIVE = frozenset({State.INTENDED, State.CHARGING, State.IN_DOUBT, State.PENDING, State.CANCELLING})
_DEAD = frozenset({State.EXPIRED, State.CANCELLED, State.DENIED, State.FAILED})
_MONEY = frozenset({State.PAID, State.PARTLY_REFUNDED, State.REFUNDED, State.REVERSED})

ALLOWED: Mapping[State, frozenset[State]] = {
    State.INTENDED: frozenset({State.CHARGING, State.FAILED}),
    State.CHARGING: _DEAD | {State.IN_DOUBT, State.PENDING, State.CANCELLING, State.PAID},
    State.IN_DOUBT: _DEAD | {State.PENDING, State.CANCELLING, State.PAID},
    State.PENDING: _DEAD | {State.CANCELLING, State.PAID},
    State.CANCELLING: _DEAD | {State.PAID},
    State.EXPIRED: frozenset({State.PAID}),
    State.CANCELLED: frozenset({State.PAID}),
    State.DENIED: frozenset({State.PAID}),
    State.FAILED: frozenset({State.PAID, State.CANCELLING}),
    State.PAID: frozenset({State.PARTLY_REFUNDED, State.REFUNDED, State.REVERSED}),
    State.PARTLY_REFUNDED: frozenset({State.REFUNDED, State.REVERSED}),
    State.REFUNDED: frozenset(),
    State.REVERSED: frozenset(),
}
"""Every move a payment can make. PAID is left only by refund and reversal (payments.md, invariant 3)."""


class Attention(Enum):
    """A person must look. It never loosens a state."""

    PAID_LATE = "paid_late"
    PAID_WHILE_CANCELLING = "paid_while_cancelling"
    DUPLICATE = "duplicate"
    AMOUNT_MISMATCH = "amount_mismatch"
    REVERSED = "reversed"
    DISAGREES = "disagrees"
    STUCK = "stuck"
