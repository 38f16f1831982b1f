"""What a counter is connected to."""

from __future__ import annotations

from enum import Enum


class Link(Enum):
    """One connection, with a light of its own."""

    GATEWAY = "gateway"
    RELAY = "relay"
    DISPLAY = "display"
    PRINTER = "printer"
