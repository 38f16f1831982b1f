"""What every desk of the till works with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from pos_app.domain.charge import Reply
from pos_app.domain.evidence import QrCode
from pos_app.domain.pin import PinSalt
from pos_app.domain.staff import Pin
from pos_app.till.errand import Errand
from pos_app.till.messages import Event
from pos_app.till.ports import Clock, Gateway, Journal, Printer
from pos_app.till.shop import Shop

Work = Callable[[], Reply | QrCode]


class Calls(Protocol):
    """Runs what takes long elsewhere; gateway calls come back to the till as `Answered`."""

    def start(self, order_id: str, errand: Errand, work: Work) -> None: ...

    def hash_pin(self, ticket: int, pin: Pin, salts: tuple[PinSalt, ...]) -> None:
        """A slow sum, done elsewhere too; it comes back as `PinHashed`, empty where it failed."""
        ...


class Chance(Protocol):
    """Where ids and jitter come from, so that a test can repeat a run."""

    def nonce(self) -> str:
        """Five characters of `a-z2-7` that make an order id unique for ever."""
        ...

    def key(self) -> str:
        """A fresh idempotency key of 36 characters (wire-facts 2.2)."""
        ...

    def jitter(self) -> float:
        """Between 0 and 1."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit:
    """The ports and facts of one till. `printer` is None where the shop has none."""

    journal: Journal
    gateway: Gateway
    calls: Calls
    clock: Clock
    chance: Chance
    shop: Shop
    publish: Callable[[Event], None]
    printer: Printer | None = None
