"""When a payment counts as stuck: by the clock, long after the gateway should have brought it to its end."""

from __future__ import annotations

from pos_app.domain.states import Attention, State
from pos_app.till.watchlist import Watched

PATIENCE = 3600.0
"""A payment is stuck so many seconds after its deadline, or after being in doubt for so many."""


def stalls_at(watched: Watched) -> float:
    """The monotonic moment from which a manager should look; infinity where there is nothing to say."""
    payment = watched.payment
    if not payment.can_be_paid or Attention.STUCK in payment.attention:
        return float("inf")
    in_doubt = payment.state is State.IN_DOUBT or watched.ends is None
    began = watched.since if in_doubt or watched.ends is None else watched.ends
    return max(began + PATIENCE, watched.next_stalled)
