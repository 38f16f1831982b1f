"""What a worker is sent for while the till goes on: a call about a payment, or its QR."""

from __future__ import annotations

from enum import Enum

from pos_app.domain.evidence import Call


class Fetch(Enum):
    """What is fetched to be shown, and tells nothing of where a payment stands."""

    QR = "qr"


Errand = Call | Fetch
