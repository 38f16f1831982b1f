"""The manager's desk in the journal: staff, the audit, what waits for decisions, the proofs of days."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from contextlib import AbstractContextManager
from datetime import date, datetime

from sqlalchemy import Connection, Row, exists, func, insert, select, update

from pos_app.domain.audit import Act, AuditEntry
from pos_app.domain.decision import Obstacle, StaffError
from pos_app.domain.money import Rupiah
from pos_app.domain.payment import Payment
from pos_app.domain.pin import Enrolled, PinSalt, SealedPin
from pos_app.domain.reconciliation import DayProof
from pos_app.domain.record import Held
from pos_app.domain.sale import Sale, SaleState
from pos_app.domain.staff import Member, Role
from pos_app.journal import audit, holding
from pos_app.journal.rows import locked_open_sale, payment_of, payments_for, sale_of
from pos_app.journal.schema import day_proofs, payments, sale_lines, sales, staff, tills

_HERE = staff.c.dismissed_at.is_(None)


class DeskTables(ABC):
    """One till's view; staff are the shop's."""

    till: str

    @abstractmethod
    def _reading(self) -> AbstractContextManager[Connection]: ...

    @abstractmethod
    def _writing(self) -> AbstractContextManager[Connection]: ...

    # staff

    def staff(self) -> tuple[Enrolled, ...]:
        with self._reading() as connection:
            rows = connection.execute(select(staff).where(_HERE).order_by(staff.c.id))
            return tuple(_enrolled(row) for row in rows)

    def enrol(self, name: str, role: Role, pin: SealedPin, by: str, at: datetime) -> Member:
        with self._writing() as connection:
            if role is not Role.MANAGER and not connection.scalar(select(exists().where(_HERE))):
                raise StaffError(Obstacle.FIRST_MUST_BE_MANAGER)
            if connection.scalar(select(exists().where(_HERE, staff.c.name == name))):
                raise StaffError(Obstacle.NAME_TAKEN)
            _refuse_taken(connection, pin)
            values = {"name": name, "role": role, **_pin_columns(pin)}
            added = connection.execute(insert(staff).values(values).returning(staff.c.id)).scalar_one()
            audit.append(connection, self.till, AuditEntry(at, Act.STAFF_ADDED, by, name, role.value))
            return Member(added, name, role)

    def change_member(
        self, member_id: int, role: Role | None, pin: SealedPin | None, by: str, at: datetime
    ) -> Member:
        with self._writing() as connection:
            before = _member(connection, member_id)
            after = Member(before.id, before.name, role or before.role)
            mine = update(staff).where(staff.c.id == member_id)
            if after.role is not before.role:
                _refuse_without_manager(connection, before)
                connection.execute(mine.values(role=after.role))
                entry = AuditEntry(at, Act.ROLE_CHANGED, by, after.name, after.role.value)
                audit.append(connection, self.till, entry)
            if pin is not None:
                _refuse_taken(connection, pin)
                connection.execute(mine.values(_pin_columns(pin)))
                audit.append(connection, self.till, AuditEntry(at, Act.PIN_CHANGED, by, after.name))
            return after

    def dismiss(self, member_id: int, by: str, at: datetime) -> None:
        with self._writing() as connection:
            gone = _member(connection, member_id)
            _refuse_without_manager(connection, gone)
            connection.execute(update(staff).where(staff.c.id == member_id).values(dismissed_at=at))
            audit.append(connection, self.till, AuditEntry(at, Act.STAFF_DISMISSED, by, gone.name))

    def wrong_pins(self) -> int:
        with self._reading() as connection:
            return connection.scalar(select(tills.c.wrong_pins).where(tills.c.till == self.till)) or 0

    def keep_wrong_pins(self, count: int) -> None:
        with self._writing() as connection:
            connection.execute(update(tills).where(tills.c.till == self.till).values(wrong_pins=count))

    def note(self, entry: AuditEntry) -> None:
        with self._writing() as connection:
            audit.append(connection, self.till, entry)

    def audit(self) -> tuple[AuditEntry, ...]:
        with self._reading() as connection:
            return audit.entries(connection, self.till)

    def hand_sale_to(self, sale_id: int, cashier: str) -> Sale:
        with self._writing() as connection:
            locked_open_sale(connection, sale_id)
            connection.execute(update(sales).where(sales.c.id == sale_id).values(cashier=cashier))
            return sale_of(connection, sale_id)

    # decisions

    def attached_to(self, sale_id: int) -> tuple[Payment, ...]:
        with self._reading() as connection:
            found = payments_for(connection, sale_id)
        return tuple(payment for payment in found if payment.sale_id != sale_id)

    def open_sales(self, total: Rupiah) -> tuple[Sale, ...]:
        mine = (
            select(sales.c.id)
            .join(sale_lines, sale_lines.c.sale_id == sales.c.id)
            .where(sales.c.till == self.till, sales.c.state == SaleState.OPEN)
            .group_by(sales.c.id)
            .having(func.sum(sale_lines.c.price * sale_lines.c.quantity) == int(total))
        )
        with self._reading() as connection:
            ids = connection.scalars(mine.order_by(sales.c.id.desc())).all()
            return tuple(sale_of(connection, sale_id) for sale_id in ids)

    def undecided(self) -> tuple[Payment, ...]:
        return tuple(payment for payment in self._noticed() if payment.wants_decision)

    def refund_tasks(self) -> tuple[Payment, ...]:
        return tuple(payment for payment in self._noticed() if payment.has_refund_task)

    def _noticed(self) -> tuple[Payment, ...]:
        """Everything that ever wanted attention: little, however long the shop lives."""
        wanting = select(payments).where(payments.c.till == self.till, payments.c.attention > frozenset())
        with self._reading() as connection:
            rows = connection.execute(wanting.order_by(payments.c.created_at)).mappings()
            return tuple(payment_of(row) for row in rows)

    def decided(self, text: str, limit: int) -> tuple[Held, ...]:
        with self._reading() as connection:
            return holding.decided(connection, self.till, text, limit)

    # the other tills

    def other_tills(self) -> Mapping[str, int]:
        with self._reading() as connection:
            return holding.other_tills(connection, self.till)

    def standing_at(self, till: str) -> tuple[Held, ...]:
        with self._reading() as connection:
            return holding.standing_at(connection, till)

    def moved_at(self, till: str, since: int) -> tuple[Held, ...]:
        with self._reading() as connection:
            return holding.moved_at(connection, till, since)

    # proofs

    def payments_of_day(self, day: date) -> tuple[Payment, ...]:
        of_day = select(sales.c.id).where(sales.c.till == self.till, sales.c.day == day)
        query = select(payments).where(payments.c.sale_id.in_(of_day)).order_by(payments.c.created_at)
        with self._reading() as connection:
            return tuple(payment_of(row) for row in connection.execute(query).mappings())

    def keep_proof(self, proof: DayProof) -> None:
        row = {"till": self.till, "day": proof.day, "made_at": proof.made_at, "proof": proof}
        with self._writing() as connection:
            connection.execute(insert(day_proofs).values(row))

    def proof_of(self, day: date) -> DayProof | None:
        mine = select(day_proofs.c.proof).where(day_proofs.c.till == self.till, day_proofs.c.day == day)
        with self._reading() as connection:
            return connection.scalar(mine.order_by(day_proofs.c.id.desc()).limit(1))


def _enrolled(row: Row[tuple[object, ...]]) -> Enrolled:
    pin = SealedPin(PinSalt(row.pin_salt, row.pin_cost), row.pin_hash)
    return Enrolled(Member(row.id, row.name, row.role), pin)


def _pin_columns(pin: SealedPin) -> dict[str, object]:
    return {"pin_salt": pin.salt.text, "pin_cost": pin.salt.cost, "pin_hash": pin.hash}


def _member(connection: Connection, member_id: int) -> Member:
    """One of the staff, none of whom another till can change now: somebody must stay a manager."""
    rows = connection.execute(select(staff).where(_HERE).order_by(staff.c.id).with_for_update())
    row = next((row for row in rows if row.id == member_id), None)
    if row is None:
        raise StaffError(Obstacle.NO_SUCH_MEMBER)
    return Member(row.id, row.name, row.role)


def _refuse_taken(connection: Connection, pin: SealedPin) -> None:
    same = (staff.c.pin_salt == pin.salt.text, staff.c.pin_hash == pin.hash)
    if connection.scalar(select(exists().where(_HERE, *same))):
        raise StaffError(Obstacle.PIN_TAKEN)


def _refuse_without_manager(connection: Connection, leaving: Member) -> None:
    """Somebody must be left who can let others in."""
    managers = select(func.count()).where(_HERE, staff.c.role == Role.MANAGER)
    if leaving.role is Role.MANAGER and connection.scalar(managers) == 1:
        raise StaffError(Obstacle.LAST_MANAGER)
