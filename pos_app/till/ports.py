"""What the till needs from the rest of the house; `app` brings the adapters, mypy checks the fit.

Nothing is loaded for words that mypy alone reads.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from pos_app.till.desk_ports import DeskJournal

if TYPE_CHECKING:
    from pos_app.domain.cart import Cart
    from pos_app.domain.catalog import Found, Product
    from pos_app.domain.charge import ChargeOrder, Reply
    from pos_app.domain.effect import Effect, EffectKind
    from pos_app.domain.evidence import Evidence, Notified, QrCode
    from pos_app.domain.money import Rupiah
    from pos_app.domain.payment import Payment
    from pos_app.domain.printer import PrinterTrouble
    from pos_app.domain.receipt import Document
    from pos_app.domain.record import Judge, Recorded, Testimony
    from pos_app.domain.sale import Sale


class Clock(Protocol):
    """Two clocks: the wall's (UTC, may jump) and one that only runs forward (seconds)."""

    def now(self) -> datetime: ...

    def monotonic(self) -> float: ...


class Gateway(Protocol):
    """Midtrans, or the practice gateway. Every method may block for seconds and runs on a worker.

    All but `compose` and `hear` raise UnreachableError, OutcomeUnknownError or MisconfiguredError.
    `ident` is a transaction id, or an order id where the former is unknown.
    """

    def compose(self, order: ChargeOrder) -> str:
        """The charge's body: kept on disk, sent byte for byte. No input or output; raises ValueError."""
        ...

    def charge(self, request: str, idempotency_key: str) -> Reply: ...

    def status(self, ident: str) -> Reply: ...

    def cancel(self, ident: str) -> Reply: ...

    def expire(self, ident: str) -> Reply: ...

    def refund(self, ident: str, refund_key: str, amount: Rupiah, reason: str) -> Reply:
        """Give money back. The same key with the same content is the same refund (wire-facts 12)."""
        ...

    def read_qr(self, qr_text: str, picture_url: str, amount: Rupiah) -> QrCode:
        """The checked QR, from its text or else from the picture. Raises QrRefusedError as well."""
        ...

    def hear(self, body: str) -> Notified | None:
        """What a notification says and whether its signature verifies; None where it says nothing.

        Quick, no network. With no key at hand nothing is ever signed.
        """
        ...


class Journal(DeskJournal, Protocol):
    """The till's memory. Every method that changes anything is on disk when it returns.

    Raises JournalUnwritableError (nothing was changed) and JournalDamagedError. Used by the till
    thread alone; several processes may share one database.
    """

    def counter_sale(self) -> Sale | None:
        """The sale that lies on this till's counter."""
        ...

    def open_sale(self, cashier: str, day: date, at: datetime) -> Sale:
        """A new empty sale with the day's next number, laid on the counter."""
        ...

    def lay_on_counter(self, sale_id: int) -> None: ...

    def keep_cart(self, sale_id: int, cart: Cart) -> Sale:
        """Store what is rung up. Raises AlreadyLiveError unless the sale is open."""
        ...

    def sale(self, sale_id: int) -> Sale: ...

    def payment(self, order_id: str) -> Payment | None: ...

    def payments_of(self, sale_id: int) -> tuple[Payment, ...]:
        """All payments of a sale, oldest first."""
        ...

    def intend(self, payment: Payment, sent: Evidence | None = None) -> Payment:
        """Store an intent before its first call; the sale is AWAITING. Raises AlreadyLiveError.

        `sent` says in the same transaction that the call goes out next; the payment comes back as that leaves it.
        """
        ...

    def record(self, evidence: Evidence, judge: Judge) -> Recorded:
        """In one transaction: append the evidence as it came, judge, store the payment, its sale and effects.

        The payment given to `judge` is read under the same lock, so that two processes never judge
        past each other. Where `judge` raises, the evidence stays and the error goes on. Raises
        KeyError for an order id that is not ours, NotAttachableError (and keeps nothing) where the
        sale that the money was to pay by a decision can't take it.
        """
        ...

    def watched(self, at: datetime) -> tuple[Payment, ...]:
        """Every payment of this till that may still change at `at`, the gateway's clock: `Payment.is_watched`."""
        ...

    def undecided(self) -> tuple[Payment, ...]:
        """Every payment of this till that wants a decision and has none: `Attempt.wants_decision`."""
        ...

    def last_ask(self, order_id: str) -> datetime | None:
        """When anybody last asked for a payment's status."""
        ...

    def claim_ask(self, order_id: str, at: datetime, gap: timedelta) -> bool:
        """Store that the status is asked for now; False where the last ask is less than `gap` ago.

        A last ask that lies in the future (a clock went back) is set to `at` and refused once.
        """
        ...

    def evidence_of(self, order_id: str) -> tuple[Testimony, ...]: ...

    def effects_due(self) -> tuple[Effect, ...]:
        """What was caused and not done yet, oldest first."""
        ...

    def add_effect(self, effect: Effect) -> None:
        """One more thing to do; a known one is not added again."""
        ...

    def effect_done(self, effect: Effect, at: datetime, proof: Evidence | None = None) -> None:
        """It is over, the first time for good. `proof` that it came out is kept in the same transaction."""
        ...

    def copies(self, order_id: str, kind: EffectKind) -> int:
        """How many prints of this kind were asked for."""
        ...

    def cursor(self) -> str:
        """The relay's last event whose evidence is on disk; empty before the first."""
        ...

    def keep_cursor(self, cursor: str) -> None: ...


class Catalog(Protocol):
    """Finds products; used by the search lane alone."""

    def find(self, text: str, limit: int) -> Found: ...

    def scanned(self, barcode: str) -> Product | None: ...


class Printer(Protocol):
    """Takes documents without waiting; tells the till by message how it went."""

    def take(self, effect: Effect, document: Document) -> None: ...

    def kick_drawer(self, effect: Effect) -> None: ...

    def recall(self, order_id: str, kind: EffectKind) -> None:
        """Papers of this kind that wait lose their sense: the payment's code is over, or its money did not stay."""
        ...

    def print_now(self, document: Document, told: Callable[[PrinterTrouble | None, str], None]) -> None:
        """Print once, now or not at all. `told` hears from another thread what was wrong, and why in words."""
        ...
