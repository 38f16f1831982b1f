"""The desk's part of the journal in plain Python."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from pos_app.domain.audit import Act, AuditEntry
from pos_app.domain.decision import Obstacle, StaffError
from pos_app.domain.money import Rupiah
from pos_app.domain.payment import Payment
from pos_app.domain.pin import Enrolled, SealedPin
from pos_app.domain.reconciliation import DayProof
from pos_app.domain.record import Held
from pos_app.domain.sale import Sale, SaleState
from pos_app.domain.staff import Member, Role


@dataclass(slots=True)
class DeskMemory:
    """What several tills share; what is a till's own carries its name."""

    enrolled: dict[int, Enrolled] = field(default_factory=dict)
    ever_enrolled: int = 0
    wrong_pins: dict[str, int] = field(default_factory=dict)
    audit: list[tuple[str, AuditEntry]] = field(default_factory=list)
    proofs: list[DayProof] = field(default_factory=list)


class FakeDesk(ABC):
    """Staff, audit and proofs of one till; sales and payments are looked up in the journal around it."""

    till: str
    desk: DeskMemory

    @abstractmethod
    def _changes(self) -> None: ...

    @abstractmethod
    def _mine(self) -> tuple[Payment, ...]: ...

    @abstractmethod
    def _my_sales(self) -> tuple[Sale, ...]: ...

    @abstractmethod
    def _everybodys(self) -> tuple[Payment, ...]: ...

    @abstractmethod
    def _tills(self) -> set[str]: ...

    @abstractmethod
    def _told_by(self, till: str) -> list[str]:
        """The order id of each piece of evidence that a till kept, oldest first."""

    @abstractmethod
    def _held(self, payment: Payment) -> Held: ...

    @abstractmethod
    def _open_sale(self, sale_id: int) -> Sale: ...

    @abstractmethod
    def _keep_sale(self, sale: Sale) -> None: ...

    def staff(self) -> tuple[Enrolled, ...]:
        return tuple(self.desk.enrolled.values())

    def enrol(self, name: str, role: Role, pin: SealedPin, by: str, at: datetime) -> Member:
        self._changes()
        if not self.desk.enrolled and role is not Role.MANAGER:
            raise StaffError(Obstacle.FIRST_MUST_BE_MANAGER)
        if any(one.member.name == name for one in self.staff()):
            raise StaffError(Obstacle.NAME_TAKEN)
        self._refuse_taken(pin)
        self.desk.ever_enrolled += 1
        member = Member(self.desk.ever_enrolled, name, role)
        self.desk.enrolled[member.id] = Enrolled(member, pin)
        self._append(AuditEntry(at, Act.STAFF_ADDED, by, name, role.value))
        return member

    def change_member(
        self, member_id: int, role: Role | None, pin: SealedPin | None, by: str, at: datetime
    ) -> Member:
        self._changes()
        before = self._enrolled(member_id)
        after = replace(before.member, role=role or before.member.role)
        if after.role is not before.member.role:
            self._refuse_without_manager(before.member)
        if pin is not None:
            self._refuse_taken(pin)
        self.desk.enrolled[member_id] = Enrolled(after, pin or before.pin)
        if after.role is not before.member.role:
            self._append(AuditEntry(at, Act.ROLE_CHANGED, by, after.name, after.role.value))
        if pin is not None:
            self._append(AuditEntry(at, Act.PIN_CHANGED, by, after.name))
        return after

    def dismiss(self, member_id: int, by: str, at: datetime) -> None:
        self._changes()
        gone = self._enrolled(member_id).member
        self._refuse_without_manager(gone)
        del self.desk.enrolled[member_id]
        self._append(AuditEntry(at, Act.STAFF_DISMISSED, by, gone.name))

    def wrong_pins(self) -> int:
        return self.desk.wrong_pins.get(self.till, 0)

    def keep_wrong_pins(self, count: int) -> None:
        self._changes()
        self.desk.wrong_pins[self.till] = count

    def note(self, entry: AuditEntry) -> None:
        self._changes()
        self._append(entry)

    def audit(self) -> tuple[AuditEntry, ...]:
        return tuple(entry for till, entry in self.desk.audit if till == self.till)

    def hand_sale_to(self, sale_id: int, cashier: str) -> Sale:
        self._changes()
        sale = replace(self._open_sale(sale_id), cashier=cashier)
        self._keep_sale(sale)
        return sale

    def attached_to(self, sale_id: int) -> tuple[Payment, ...]:
        return tuple(payment for payment in self._everybodys() if payment.attached_to == sale_id)

    def open_sales(self, total: Rupiah) -> tuple[Sale, ...]:
        still_open = (sale for sale in self._my_sales() if sale.state is SaleState.OPEN)
        fitting = (sale for sale in still_open if not sale.cart.is_empty and sale.cart.total == total)
        return tuple(sorted(fitting, key=lambda sale: -sale.id))

    def undecided(self) -> tuple[Payment, ...]:
        return tuple(payment for payment in self._mine() if payment.wants_decision)

    def refund_tasks(self) -> tuple[Payment, ...]:
        return tuple(payment for payment in self._mine() if payment.has_refund_task)

    def decided(self, text: str, limit: int) -> tuple[Held, ...]:
        standing = sorted(
            (one for one in self._mine() if one.decision is not None),
            key=lambda one: (-one.created_at.timestamp(), one.order_id),
        )
        wanted = _bare(text)
        found = [one for one in standing if _is_named(one, wanted)]
        return tuple(self._held(one) for one in found[:limit])

    def other_tills(self) -> Mapping[str, int]:
        return {till: len(self._told_by(till)) for till in self._tills() if till != self.till}

    def standing_at(self, till: str) -> tuple[Held, ...]:
        held = (self._held(payment) for payment in self._everybodys())
        return tuple(one for one in held if one.till == till and _stands(one.payment))

    def moved_at(self, till: str, since: int) -> tuple[Held, ...]:
        moved = set(self._told_by(till)[since:])
        return tuple(self._held(payment) for payment in self._everybodys() if payment.order_id in moved)

    def payments_of_day(self, day: date) -> tuple[Payment, ...]:
        of_day = {sale.id for sale in self._my_sales() if sale.day == day}
        return tuple(payment for payment in self._mine() if payment.sale_id in of_day)

    def keep_proof(self, proof: DayProof) -> None:
        self._changes()
        self.desk.proofs.append(proof)

    def proof_of(self, day: date) -> DayProof | None:
        mine = (one for one in reversed(self.desk.proofs) if (one.till, one.day) == (self.till, day))
        return next(mine, None)

    def _append(self, entry: AuditEntry) -> None:
        self.desk.audit.append((self.till, entry))

    def _enrolled(self, member_id: int) -> Enrolled:
        if member_id not in self.desk.enrolled:
            raise StaffError(Obstacle.NO_SUCH_MEMBER)
        return self.desk.enrolled[member_id]

    def _refuse_taken(self, pin: SealedPin) -> None:
        if any(one.pin == pin for one in self.staff()):
            raise StaffError(Obstacle.PIN_TAKEN)

    def _refuse_without_manager(self, leaving: Member) -> None:
        managers = [one for one in self.staff() if one.member.role is Role.MANAGER]
        if leaving.role is Role.MANAGER and len(managers) == 1:
            raise StaffError(Obstacle.LAST_MANAGER)


def _stands(payment: Payment) -> bool:
    return payment.state.is_live or payment.wants_a_person


def _is_named(payment: Payment, wanted: str) -> bool:
    named = wanted in _bare(payment.order_id) or wanted in payment.payment_code
    return named or wanted == str(int(payment.amount))


def _bare(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
