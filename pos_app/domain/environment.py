"""Where money is real and where it is not."""

from __future__ import annotations

from enum import Enum


class Environment(Enum):
    """The gateway that a till talks to; everything but PRODUCTION is marked on every screen and slip."""

    PRACTICE = "practice"
    SANDBOX = "sandbox"
    PRODUCTION = "production"

    @property
    def is_real(self) -> bool:
        return self is Environment.PRODUCTION
