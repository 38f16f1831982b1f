"""What the counter is doing and how its links are: the windows show nothing without these words."""

from __future__ import annotations

from enum import Enum


class Stage(Enum):
    """What the counter is doing; both windows show a screen for each."""

    RINGING_UP = "ringing_up"
    PREPARING = "preparing"  # the charge is on its way, or its QR is being fetched
    WAITING = "waiting"  # for the customer to pay
    IN_DOUBT = "in_doubt"
    CLOSING = "closing"  # asked the gateway to cancel, not confirmed yet
    PAID = "paid"
    ENDED = "ended"  # expired, cancelled, denied or failed


class Glow(Enum):
    """How a link light shines."""

    OK = "ok"
    SLOW = "slow"
    DOWN = "down"
    OFF = "off"
