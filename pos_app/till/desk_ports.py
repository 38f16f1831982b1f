"""What the manager's desk needs of the journal."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pos_app.domain.audit import AuditEntry
    from pos_app.domain.money import Rupiah
    from pos_app.domain.payment import Payment
    from pos_app.domain.pin import Enrolled, SealedPin
    from pos_app.domain.reconciliation import DayProof
    from pos_app.domain.record import Held
    from pos_app.domain.sale import Sale
    from pos_app.domain.staff import Member, Role


class DeskJournal(Protocol):
    """Staff, audit, decisions and proofs. Staff are the whole shop's; all else is this till's own, unless a method says
    that it is about other tills.

    What changes anything is on disk when it returns. Raises as `Journal` does.
    """

    def staff(self) -> tuple[Enrolled, ...]:
        """Everybody who works here now, longest first."""
        ...

    def enrol(self, name: str, role: Role, pin: SealedPin, by: str, at: datetime) -> Member:
        """Somebody new, written into the audit too.

        Raises StaffError: FIRST_MUST_BE_MANAGER, NAME_TAKEN, PIN_TAKEN.
        """
        ...

    def change_member(
        self, member_id: int, role: Role | None, pin: SealedPin | None, by: str, at: datetime
    ) -> Member:
        """Another role or PIN, written into the audit too. Raises StaffError: NO_SUCH_MEMBER, LAST_MANAGER, PIN_TAKEN."""
        ...

    def dismiss(self, member_id: int, by: str, at: datetime) -> None:
        """Somebody works here no more; name and PIN are free again. Raises StaffError: NO_SUCH_MEMBER, LAST_MANAGER."""
        ...

    def wrong_pins(self) -> int:
        """Wrong PINs at this till since a manager's was right."""
        ...

    def keep_wrong_pins(self, count: int) -> None: ...

    def note(self, entry: AuditEntry) -> None:
        """Append to the audit of this till."""
        ...

    def hand_sale_to(self, sale_id: int, cashier: str) -> Sale:
        """Another cashier goes on with a sale. Raises AlreadyLiveError unless it is open."""
        ...

    def attached_to(self, sale_id: int) -> tuple[Payment, ...]:
        """Payments of other sales whose money pays this one."""
        ...

    def open_sales(self, total: Rupiah) -> tuple[Sale, ...]:
        """Every open sale of this till that comes to `total`, newest first. Those given up stay open for ever."""
        ...

    def refund_tasks(self) -> tuple[Payment, ...]:
        """Every payment of this till whose money still waits to be given back: `Attempt.has_refund_task`."""
        ...

    def decided(self, text: str, limit: int) -> tuple[Held, ...]:
        """Payments of this till on which a decision stands, newest first, at most `limit`.

        Narrowed to those whose order id or payment code holds the letters and digits of `text`, or
        whose amount it is; an empty text narrows nothing.
        """
        ...

    def other_tills(self) -> Mapping[str, int]:
        """How many pieces of evidence every other till of this journal has kept: with none more nothing moved there."""
        ...

    def standing_at(self, till: str) -> tuple[Held, ...]:
        """What waits at a till, wants a decision, or is to be given back."""
        ...

    def moved_at(self, till: str, since: int) -> tuple[Held, ...]:
        """The till's payments about which it kept evidence after its first `since` pieces."""
        ...

    def payments_of_day(self, day: date) -> tuple[Payment, ...]:
        """All payments of this till's sales of a business day."""
        ...

    def keep_proof(self, proof: DayProof) -> None: ...

    def proof_of(self, day: date) -> DayProof | None:
        """The newest proof of a day of this till."""
        ...
