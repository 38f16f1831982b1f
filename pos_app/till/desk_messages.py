"""What goes into the manager's desk and what comes out: staff and PINs, decisions, the proof of a day.

A command carries a PIN only where the person at the counter may not do it alone, or where it must be
somebody's own act (decisions, staff). A PIN alone names the person.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pos_app.domain.decision import Obstacle, RefundTrouble
    from pos_app.domain.evidence import Decision
    from pos_app.domain.payment import Payment
    from pos_app.domain.printer import PrinterTrouble
    from pos_app.domain.reconciliation import DayProof
    from pos_app.domain.staff import Member, Pin, Right, Role

# --- commands ---


@dataclass(frozen=True, slots=True)
class Lock:
    """F12: nobody is at the counter until the next SignIn. The cart stays."""


@dataclass(frozen=True, slots=True)
class SignIn:
    """Unlock, or switch the cashier: an open sale passes to the one who signs in."""

    pin: Pin


@dataclass(frozen=True, slots=True)
class AddStaff:
    """Somebody new. The first is a manager and needs no `manager` PIN; from then on the till asks for PINs."""

    name: str
    role: Role
    pin: Pin
    manager: Pin | None = None


@dataclass(frozen=True, slots=True)
class ChangeStaff:
    """Another role or another PIN (None: as it is)."""

    member_id: int
    manager: Pin
    role: Role | None = None
    pin: Pin | None = None


@dataclass(frozen=True, slots=True)
class DismissStaff:
    """Somebody works here no more; the name stays on what they did."""

    member_id: int
    manager: Pin


@dataclass(frozen=True, slots=True)
class Decide:
    """A manager's decision about a payment that wants attention. `sale_id` is ATTACH's, `reason` is required."""

    order_id: str
    decision: Decision
    reason: str
    pin: Pin | None = None
    sale_id: int | None = None


@dataclass(frozen=True, slots=True)
class RefundOnline:
    """Let the gateway give back the money of an open refund task; asking again is safe."""

    order_id: str
    pin: Pin | None = None


@dataclass(frozen=True, slots=True)
class ShowAttachable:
    """Which sales the money of this payment could pay: answered by AttachableShown."""

    order_id: str


@dataclass(frozen=True, slots=True)
class FindDecided:
    """Look among the payments that a manager decided about, by number, code or amount: answered by DecidedFound."""

    text: str = ""


@dataclass(frozen=True, slots=True)
class LookAround:
    """Read what the other tills of this journal hold: answered by NeighboursShown."""


@dataclass(frozen=True, slots=True)
class Reconcile:
    """Read every payment of a business day (WIB) that is not at its end once more, and keep the proof."""

    day: date
    pin: Pin | None = None


@dataclass(frozen=True, slots=True)
class ReconcileAtThePc:
    """The same by the owner's command, while no window is open: it asks for no PIN and needs nobody signed in."""

    day: date


@dataclass(frozen=True, slots=True)
class ShowProof:
    """The newest proof of a day: answered by DayReconciled, or by DeskRefused(NO_PROOF_YET)."""

    day: date
    pin: Pin | None = None


@dataclass(frozen=True, slots=True)
class PrintProof:
    """Print the newest proof of a day, once: answered by ProofPrinted, or by DeskRefused(NO_PROOF_YET)."""

    day: date
    pin: Pin | None = None


DeskCommand = (
    Lock
    | SignIn
    | AddStaff
    | ChangeStaff
    | DismissStaff
    | Decide
    | RefundOnline
    | ShowAttachable
    | FindDecided
    | LookAround
    | Reconcile
    | ReconcileAtThePc
    | ShowProof
    | PrintProof
)


# --- events ---


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffShown:
    """Who is at the counter. Without staff nobody is, nothing is locked, and everything is allowed."""

    at_counter: Member | None
    is_locked: bool
    staff: tuple[Member, ...]

    @property
    def pins_in_use(self) -> bool:
        return bool(self.staff)

    def may(self, right: Right) -> bool:
        """Whether this needs no PIN now."""
        if not self.pins_in_use:
            return True
        return self.at_counter is not None and not self.is_locked and self.at_counter.may(right)


class PinRefusal(Enum):
    """Why a PIN did not open anything."""

    NEEDED = "needed"  # the one at the counter may not, and no PIN came with the command
    WRONG = "wrong"
    NO_RIGHT = "no_right"  # a right PIN, of somebody who may not do this
    TOO_SOON = "too_soon"  # wait `wait_seconds`
    LOCKED = "locked"  # ten wrong: the owner unlocks the till on the PC (`pos-app staff`)


@dataclass(frozen=True, slots=True)
class PinRefused:
    """`right` is what was asked for, None for signing in. `tries_left` counts down to LOCKED."""

    refusal: PinRefusal
    right: Right | None
    tries_left: int
    wait_seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class PinAccepted:
    """The pad may close: `member` allowed what was asked for (None where no PINs are in use)."""

    member: Member | None
    right: Right | None


@dataclass(frozen=True, slots=True)
class DeskRefused:
    """A desk command was not carried out. `detail` holds figures or names, never a PIN."""

    obstacle: Obstacle
    detail: str = ""


@dataclass(frozen=True, slots=True)
class DecisionTaken:
    """The decision is on disk; `payment` is what it made of it."""

    payment: Payment


@dataclass(frozen=True, slots=True)
class RefundAnswered:
    """An online refund came back. `trouble` is None where the gateway gave the money back; `detail` is its words."""

    payment: Payment
    trouble: RefundTrouble | None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class AttachableSale:
    """An open sale of this till; numbers begin anew each business day."""

    id: int
    label: str
    day: date


@dataclass(frozen=True, slots=True)
class AttachableShown:
    """Open sales of exactly the payment's amount, newest first."""

    order_id: str
    sales: tuple[AttachableSale, ...]


@dataclass(frozen=True, slots=True)
class ReconciliationMoved:
    """So many of the payments that are being read again have answered."""

    day: date
    answered: int
    asked: int


@dataclass(frozen=True, slots=True)
class DayReconciled:
    proof: DayProof


@dataclass(frozen=True, slots=True)
class ProofPrinted:
    """How it went. `trouble` is None where the paper came out; `reason` says what to mend, also then."""

    day: date
    trouble: PrinterTrouble | None
    reason: str = ""


DeskEvent = (
    StaffShown
    | PinRefused
    | PinAccepted
    | DeskRefused
    | DecisionTaken
    | RefundAnswered
    | AttachableShown
    | ReconciliationMoved
    | DayReconciled
    | ProofPrinted
)
