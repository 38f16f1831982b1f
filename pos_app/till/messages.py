"""What goes into the till (commands, imperative) and what comes out (events, past tense).

Making so many classes takes a tenth of a start: a window that sends or hears one imports it there, where its
first paint does not wait for it (packaging/decisions/0007). What mypy alone reads is not loaded at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from pos_app.domain.cart import Line
    from pos_app.domain.catalog import Entry, Found, Product
    from pos_app.domain.errors import Problem
    from pos_app.domain.evidence import CancelReason
    from pos_app.domain.method import Method
    from pos_app.domain.money import Rupiah
    from pos_app.domain.payment import Payment
    from pos_app.domain.printer import PrinterTrouble
    from pos_app.domain.relay import RelayTrouble
    from pos_app.domain.staff import Pin
    from pos_app.domain.states import Attention
    from pos_app.till.desk_messages import DeskCommand, DeskEvent
    from pos_app.till.lane_messages import LaneCommand
    from pos_app.till.snapshot import BoardRow, Counter, Light, StoryStep

# --- commands ---


@dataclass(frozen=True, slots=True)
class AddProduct:
    product: Product


@dataclass(frozen=True, slots=True)
class AddAmount:
    amount: Rupiah
    name: str


@dataclass(frozen=True, slots=True)
class SelectLine:
    index: int


@dataclass(frozen=True, slots=True)
class ChangeQuantity:
    """So many pieces more (or fewer) of the row that a window showed as `line`.

    The cart may have changed since: nothing is done where the row is of another article by now.
    """

    index: int
    by: int
    line: Line


@dataclass(frozen=True, slots=True)
class RemoveLine:
    """Take out the row that a window showed as `line`, whatever its quantity is by now."""

    index: int
    line: Line


@dataclass(frozen=True, slots=True)
class Charge:
    """Collect the counter's sale by one gateway method. The customer's name is for a store's paper."""

    method: Method
    customer_name: str = ""


@dataclass(frozen=True, slots=True)
class CheckNow:
    order_id: str


@dataclass(frozen=True, slots=True)
class Cancel:
    """Close a payment at the gateway. `pin` is of somebody with the right, where who asks has it not."""

    order_id: str
    reason: CancelReason
    note: str = ""
    pin: Pin | None = None


@dataclass(frozen=True, slots=True)
class Park:
    """Serve the next customer: the counter gets a new sale, the payment stays watched."""


@dataclass(frozen=True, slots=True)
class Resume:
    """Lay a parked sale on the counter again."""

    order_id: str


@dataclass(frozen=True, slots=True)
class NewSale:
    """Clear the counter after a sale was paid."""


@dataclass(frozen=True, slots=True)
class Print:
    """Print a payment's slip or receipt: the first time as it is, then as SALINAN."""

    order_id: str


@dataclass(frozen=True, slots=True)
class Reprint:
    """Print the paper of the newest sale that has one: the counter's own before all others."""


@dataclass(frozen=True, slots=True)
class PrintTestPage:
    """Try the printer out: answered by PrinterTried."""


@dataclass(frozen=True, slots=True)
class ShowStory:
    """Send the evidence of one payment as StoryShown."""

    order_id: str


@dataclass(frozen=True, slots=True)
class Find:
    """Search the catalogue; a newer search overtakes what is only being typed, as `entry` tells."""

    text: str
    entry: Entry
    limit: int


Command: TypeAlias = (
    "AddProduct | AddAmount | SelectLine | ChangeQuantity | RemoveLine | Charge | CheckNow | Cancel | Park"
    " | Resume | NewSale | Print | Reprint | PrintTestPage | ShowStory | DeskCommand | LaneCommand"
)


# --- events ---


@dataclass(frozen=True, slots=True)
class CounterShown:
    counter: Counter


@dataclass(frozen=True, slots=True)
class LightsShown:
    """`clock_offset_seconds` is the gateway's clock minus ours, None while unknown."""

    gateway: Light
    relay: Light
    printer: Light
    printer_trouble: PrinterTrouble | None = None
    clock_offset_seconds: float | None = None
    relay_trouble: RelayTrouble | None = None


@dataclass(frozen=True, slots=True)
class NeighboursShown:
    """The same of the other tills of this journal, as it was just now; `is_known` is False where it can't be read."""

    rows: tuple[BoardRow, ...]
    is_known: bool = True


@dataclass(frozen=True, slots=True)
class DecidedFound:
    """Payments of ours on which a decision stands, newest first; `has_more` where only the newest are shown."""

    text: str
    rows: tuple[BoardRow, ...]
    has_more: bool = False


@dataclass(frozen=True, slots=True)
class BoardShown:
    """Every payment that waits, wants a decision or is to be refunded, soonest deadline first.

    A row that has not changed is the same object as before.
    """

    rows: tuple[BoardRow, ...]

    @property
    def wanting_attention(self) -> int:
        """How many want a decision that nobody has taken."""
        return sum(1 for row in self.rows if row.payment.wants_decision)


@dataclass(frozen=True, slots=True)
class StoryShown:
    order_id: str
    steps: tuple[StoryStep, ...]


@dataclass(frozen=True, slots=True)
class ProductsFound:
    """The answer to the newest Find. `exact` is the one product of a scanned code."""

    found: Found
    entry: Entry
    exact: Product | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """A command was not carried out; nothing has changed. `detail` holds figures or the gateway's words."""

    problem: Problem
    detail: str = ""


@dataclass(frozen=True, slots=True)
class ParkedChanged:
    """A payment that is not on the counter was paid, ended, or wants attention."""

    payment: Payment
    sale_label: str
    attention: frozenset[Attention]


@dataclass(frozen=True, slots=True)
class PrinterTried:
    """How *Cetak uji* went. `trouble` is None where the page came out; `reason` says what to mend, also then."""

    trouble: PrinterTrouble | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PaperFailed:
    """A receipt or slip of this payment can't be made: nothing comes out, and the log says why."""

    order_id: str


@dataclass(frozen=True, slots=True)
class Chimed:
    """Play the sound of a payment received, once."""

    order_id: str


@dataclass(frozen=True, slots=True)
class Halted:
    """The till can't work at all: JOURNAL_DAMAGED, JOURNAL_TOO_NEW, JOURNAL_IN_USE, JOURNAL_UNWRITABLE, TILL_NOT_STARTED.

    `detail` names the file, and the last backup where there is one, or the fault of ours. Nothing was touched.
    """

    problem: Problem
    detail: str


@dataclass(frozen=True, slots=True)
class Faulted:
    """Something of ours went wrong; the till lives on. `order_id` is empty where no payment was involved."""

    order_id: str
    text: str


Event: TypeAlias = (
    "CounterShown | LightsShown | BoardShown | NeighboursShown | DecidedFound | StoryShown"
    " | ProductsFound | Refused | ParkedChanged | PrinterTried | PaperFailed | Chimed | Halted | Faulted | DeskEvent"
)
