"""All that the cashier window shows at one moment, and what this counter has."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from pos_app.domain.language import Language
from pos_app.domain.method import Method
from pos_app.till.shop import Shop
from pos_app.till.stage import Stage

if TYPE_CHECKING:
    from pos_app.till.messages import Command, Find
    from pos_app.till.snapshot import Counter

Send: TypeAlias = "Callable[[Command], None]"
Search: TypeAlias = "Callable[[Find], None]"

NARROW_BELOW = 1200
"""A window of fewer pixels across shows the short forms."""


class Simulation(Enum):
    """What a practising cashier can let the customer do."""

    PAID = "paid"
    SILENT = "silent"
    EXPIRED = "expired"


Simulate = Callable[[Simulation, str], None]
"""Takes what the customer shall do and the order id of the payment."""


class CounterSetup(NamedTuple):
    """What works at this counter: what does not is not drawn.

    `store_codes` are the store counters whose codes can be sold here. `simulate` is there in practice only.
    """

    shop: Shop
    store_codes: tuple[Method, ...] = ()
    asks_name: bool = False
    can_print: bool = False
    can_park: bool = False
    simulate: Simulate | None = None


class Room(NamedTuple):
    """Both clocks (UTC and monotonic seconds), the language, and what there is room for.

    `is_narrow` is a window below `NARROW_BELOW`. `has_customer_display` is False where the customer
    must look at the cashier's own screen. `cancel_needs_pin` where who is at the counter may not cancel alone.
    """

    now: datetime
    monotonic: float
    language: Language
    is_narrow: bool
    has_customer_display: bool
    cancel_needs_pin: bool = False

    def of(self, counter: Counter) -> Scene:
        """The same room with a sale in it."""
        return Scene(self, counter)


class Scene(NamedTuple):
    """One moment of a sale: the till's last word in its room. Every page is a function of it."""

    room: Room
    counter: Counter

    @property
    def now(self) -> datetime:
        return self.room.now

    @property
    def monotonic(self) -> float:
        return self.room.monotonic

    @property
    def language(self) -> Language:
        return self.room.language

    @property
    def is_coming(self) -> bool:
        """Whether what the customer will pay with is still being made."""
        return self.counter.stage is Stage.PREPARING

    @property
    def is_narrow(self) -> bool:
        return self.room.is_narrow

    @property
    def has_customer_display(self) -> bool:
        return self.room.has_customer_display

    @property
    def cancel_needs_pin(self) -> bool:
        return self.room.cancel_needs_pin
