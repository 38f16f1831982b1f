"""All that the cashier window shows at one moment, and what this counter has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from pos_app.domain.language import Language
from pos_app.domain.method import Method
from pos_app.till.ports import Shop

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
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
        return Scene(
            now=self.now,
            monotonic=self.monotonic,
            language=self.language,
            is_narrow=self.is_narrow,
            has_customer_display=self.has_customer_display,
            cancel_needs_pin=self.cancel_needs_pin,
            counter=counter,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene(Room):
    """One moment of a sale: the till's last word in its room. Every page is a function of it."""

    counter: Counter
