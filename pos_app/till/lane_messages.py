"""What the till hears from its own lanes: gateway calls, the relay, the printer, the PIN's slow sum."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pos_app.domain.charge import Reply
    from pos_app.domain.effect import Effect
    from pos_app.domain.errors import GatewayError
    from pos_app.domain.evidence import QrCode
    from pos_app.domain.printer import PrinterTrouble
    from pos_app.domain.relay import RelayTrouble
    from pos_app.till.errand import Errand


@dataclass(frozen=True, slots=True)
class Answered:
    """A worker came back. Of a QR's fetch `outcome` is a QrCode or an error."""

    order_id: str
    errand: Errand
    outcome: Reply | QrCode | GatewayError


@dataclass(frozen=True, slots=True)
class Heard:
    """A notification came through the relay; `cursor` is its event id there."""

    body: str
    cursor: str


@dataclass(frozen=True, slots=True)
class GapHeard:
    """The relay can't replay what came in between: every live payment is due for a read."""

    cursor: str


@dataclass(frozen=True, slots=True)
class RelayProven:
    """An echo went the whole way round in so many seconds."""

    seconds: float


@dataclass(frozen=True, slots=True)
class RelayLost:
    """The way through the relay is not proven any more."""

    trouble: RelayTrouble


@dataclass(frozen=True, slots=True)
class Printed:
    """It came out."""

    effect: Effect


@dataclass(frozen=True, slots=True)
class GivenUp:
    """It lost its sense before it came out, or nobody knows whether it did: nothing more comes of it."""

    effect: Effect


@dataclass(frozen=True, slots=True)
class NotDrawn:
    """A paper can't be made. It stays due and is handed out again at the next start."""

    effect: Effect


@dataclass(frozen=True, slots=True)
class PrinterTold:
    """The printer's state changed; `trouble` is None when all is well. `reason` is a sentence, where there is one."""

    trouble: PrinterTrouble | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PinHashed:
    """The hashes of one PIN, one for each salt that was asked for."""

    ticket: int
    hashes: tuple[bytes, ...]

    def __repr__(self) -> str:
        return f"PinHashed({self.ticket})"


LaneCommand = (
    Answered
    | Heard
    | GapHeard
    | RelayProven
    | RelayLost
    | Printed
    | GivenUp
    | NotDrawn
    | PrinterTold
    | PinHashed
)
