"""The till's memory in a database: the journal port of the till on SQLite or PostgreSQL.

Every change is one transaction that holds the till's row and then the sale's, in this order, so that
processes queue up instead of judging past each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any, Self

from sqlalchemy import (
    BindParameter,
    Connection,
    Engine,
    and_,
    bindparam,
    delete,
    exists,
    false,
    func,
    insert,
    not_,
    or_,
    select,
    union,
    update,
)
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import IntegrityError

from pos_app.domain.attempt import GRACE, REVERSAL_WINDOW
from pos_app.domain.cart import Cart
from pos_app.domain.decision import NotAttachableError, obstacle_to_attaching, obstacle_to_handing_over
from pos_app.domain.effect import Effect, EffectKind
from pos_app.domain.evidence import Decided, Evidence
from pos_app.domain.journal_errors import AlreadyLiveError, JournalInUseError, JournalUnwritableError
from pos_app.domain.payment import Payment, sale_state
from pos_app.domain.record import Judge, Recorded, Testimony
from pos_app.domain.sale import Sale, SaleState
from pos_app.domain.states import State
from pos_app.journal import chain
from pos_app.journal.desk import DeskTables
from pos_app.journal.faults import told
from pos_app.journal.opening import open_engine, shown
from pos_app.journal.rows import (
    PAYMENT_FIELDS,
    hold,
    line_rows,
    locked_open_sale,
    locked_payment,
    payment_at,
    payment_of,
    payment_row,
    payments_for,
    payments_of,
    sale_of,
    sale_with,
)
from pos_app.journal.schema import START, asks, outbox, payments, sale_lines, sales, tills

# Built once: a statement takes longer to put together than to run, and a customer waits for several.
_TILL_LOCK = select(tills.c.till).where(tills.c.till == bindparam("of_till")).with_for_update()
_ADD_LINES, _ADD_PAYMENT, _ADD_ASK = insert(sale_lines), insert(payments), insert(asks)
_rival = payments.alias()
_HELD = exists().where(
    _rival.c.sale_id == bindparam("own_sale"), _rival.c.order_id != bindparam("which"), _rival.c.holds_sale
)
_COLUMNS: dict[str, BindParameter[Any]] = {name: bindparam(name) for name in PAYMENT_FIELDS}
_OF_ORDER = update(payments).where(payments.c.order_id == bindparam("which"))
_KEEP = _OF_ORDER.values(**_COLUMNS, holds_sale=false())
_KEEP_HOLDING = _OF_ORDER.values(**_COLUMNS, holds_sale=~_HELD)
_KEEP_QR = _OF_ORDER.values(qr=bindparam("qr"), holds_sale=~_HELD)  # one column instead of forty
_DUE = (
    select(outbox)
    .where(outbox.c.till == bindparam("of_till"), outbox.c.done_at.is_(None))
    .order_by(outbox.c.id)
)
_SETTLE = update(sales).where(sales.c.id == bindparam("which"), sales.c.state != bindparam("already"))


class SqlJournal(DeskTables):
    """One till's journal. Used by one thread; other processes may hold the same database.

    Where a server is lost in the very moment of a commit, the change may be there all the same although
    JournalUnwritableError was raised: whoever goes on reads first.
    """

    def __init__(self, engine: Engine, till: str) -> None:
        self.till = till
        self.engine = engine
        self._writes = engine.execution_options(writes=True)
        self._place = shown(engine.url.render_as_string(hide_password=False))
        with self._writing() as connection:
            if connection.scalar(select(tills.c.till).where(tills.c.till == till)) is None:
                start = {
                    "counter_sale": None,
                    "cursor": "",
                    "evidence_count": 0,
                    "evidence_hash": START,
                }
                connection.execute(insert(tills).values(till=till, **start))

    @classmethod
    def open(cls, url: str, till: str) -> Self:
        """Open or make the journal at a database URL; see `opening.open_engine` for what it raises."""
        return cls(open_engine(url, till=till), till)

    def close(self) -> None:
        self.engine.dispose()

    # sales

    def counter_sale(self) -> Sale | None:
        with self._reading() as connection:
            sale_id = connection.scalar(select(tills.c.counter_sale).where(tills.c.till == self.till))
            return None if sale_id is None else sale_of(connection, sale_id)

    def open_sale(self, cashier: str, day: date, at: datetime) -> Sale:
        with self._writing() as connection:
            taken = select(func.max(sales.c.number)).where(sales.c.till == self.till, sales.c.day == day)
            number = (connection.scalar(taken) or 0) + 1
            row = {
                "till": self.till,
                "day": day,
                "number": number,
                "cashier": cashier,
                "opened_at": at,
                "state": SaleState.OPEN,
                "selected": -1,
            }
            sale_id = connection.execute(insert(sales).values(row).returning(sales.c.id)).scalar_one()
            self._lay(connection, sale_id)
            return sale_of(connection, sale_id)

    def lay_on_counter(self, sale_id: int) -> None:
        with self._writing() as connection:
            sale_of(connection, sale_id)
            self._lay(connection, sale_id)

    def keep_cart(self, sale_id: int, cart: Cart) -> Sale:
        with self._writing() as connection:
            row = locked_open_sale(connection, sale_id)
            connection.execute(delete(sale_lines).where(sale_lines.c.sale_id == sale_id))
            if cart.lines:
                connection.execute(_ADD_LINES, line_rows(sale_id, cart))
            connection.execute(update(sales).where(sales.c.id == sale_id).values(selected=cart.selected))
            return sale_with(row, cart)

    def sale(self, sale_id: int) -> Sale:
        with self._reading() as connection:
            return sale_of(connection, sale_id)

    # payments

    def payment(self, order_id: str) -> Payment | None:
        with self._reading() as connection:
            return payment_at(connection, order_id)

    def payments_of(self, sale_id: int) -> tuple[Payment, ...]:
        with self._reading() as connection:
            return payments_of(connection, sale_id)

    def intend(self, payment: Payment, sent: Evidence | None = None) -> Payment:
        after = payment if sent is None else payment.apply(sent)
        try:
            with self._writing() as connection:
                sale = locked_open_sale(connection, payment.sale_id)
                row = {**payment_row(after), "till": sale.till, "holds_sale": _may_hold(after)}
                connection.execute(_ADD_PAYMENT, row)
                connection.execute(_ADD_ASK, {"order_id": payment.order_id, "till": self.till})
                if sent is not None:
                    chain.append(connection, self.till, sent, after.state)
                _settle_sale(connection, sale.id, (after,))  # it was open: no other one pays or holds it
        except IntegrityError as error:
            if self.payment(payment.order_id) is not None:
                raise ValueError(f"the order id {payment.order_id} was used before") from error
            # two processes at the very same moment: the index decides
            raise AlreadyLiveError(f"sale {payment.sale_id} has a live payment") from error
        return after

    def record(self, evidence: Evidence, judge: Judge) -> Recorded:
        raised: Exception | None = None
        with self._writing() as connection:
            target = evidence.fact.sale_id if isinstance(evidence.fact, Decided) else None
            before, others = locked_payment(connection, evidence.order_id, target)
            try:
                after, effects = judge(before, any(other.excludes_another for other in others))
            except Exception as error:  # noqa: BLE001 - raised again below, once the evidence is on disk
                after, effects, raised = before, (), error
            if after.decision != before.decision and after.pays_sale:
                _refuse_unless_payable(connection, before, after)
            chain.append(connection, self.till, evidence, after.state)
            if after != before:
                self._keep(connection, before, after)
            for effect in effects:
                self._add_effect(connection, effect)
        if raised is not None:
            raise raised
        return Recorded(before, after, caused=bool(effects))

    def watched(self, at: datetime) -> tuple[Payment, ...]:
        recently = at - max(GRACE, REVERSAL_WINDOW)
        could_change = (  # one question an index; the domain has the last word
            payments.c.state.in_([state for state in State if state.is_live]),
            and_(payments.c.state == State.PAID, not_(payments.c.confirmed)),
            payments.c.ended_at.is_(None),
            payments.c.ended_at > recently,
            payments.c.attention > frozenset(),  # ever: little, however long the shop lives
        )
        mine = select(payments).where(payments.c.till == self.till)
        query = union(*(mine.where(one) for one in could_change)).order_by("created_at")
        with self._reading() as connection:
            found = tuple(payment_of(row) for row in connection.execute(query).mappings())
        return tuple(payment for payment in found if payment.is_watched(at))

    def evidence_of(self, order_id: str) -> tuple[Testimony, ...]:
        with self._reading() as connection:
            return chain.testimonies(connection, order_id)

    # asks

    def last_ask(self, order_id: str) -> datetime | None:
        with self._reading() as connection:
            return connection.scalar(select(asks.c.asked_at).where(asks.c.order_id == order_id))

    def claim_ask(self, order_id: str, at: datetime, gap: timedelta) -> bool:
        mine = update(asks).where(asks.c.order_id == order_id).values(asked_at=at, till=self.till)
        with self._writing() as connection:
            allowed = or_(asks.c.asked_at.is_(None), asks.c.asked_at <= at - gap)
            if connection.execute(mine.where(allowed)).rowcount:
                return True
            if connection.execute(mine.where(asks.c.asked_at > at)).rowcount:
                return False
            if connection.scalar(select(asks.c.order_id).where(asks.c.order_id == order_id)) is None:
                raise KeyError(order_id)
            return False

    # effects

    def effects_due(self) -> tuple[Effect, ...]:
        with self._reading() as connection:
            due = connection.execute(_DUE, {"of_till": self.till})
            return tuple(Effect(row.order_id, row.kind, row.copy) for row in due)

    def add_effect(self, effect: Effect) -> None:
        with self._writing() as connection:
            locked_payment(connection, effect.order_id)
            self._add_effect(connection, effect)

    def effect_done(self, effect: Effect, at: datetime, proof: Evidence | None = None) -> None:
        with self._writing() as connection:
            done = update(outbox).where(*_is(effect), outbox.c.done_at.is_(None)).values(done_at=at)
            if connection.execute(done).rowcount:
                if proof is not None:
                    stands = select(payments.c.state).where(payments.c.order_id == effect.order_id)
                    chain.append(connection, self.till, proof, connection.execute(stands).scalar_one())
            elif connection.scalar(select(outbox.c.id).where(*_is(effect))) is None:
                raise KeyError(effect)

    def copies(self, order_id: str, kind: EffectKind) -> int:
        asked = select(func.count()).where(outbox.c.order_id == order_id, outbox.c.kind == kind)
        with self._reading() as connection:
            return connection.scalar(asked) or 0

    # the relay

    def cursor(self) -> str:
        with self._reading() as connection:
            return connection.scalar(select(tills.c.cursor).where(tills.c.till == self.till)) or ""

    def keep_cursor(self, cursor: str) -> None:
        with self._writing() as connection:
            connection.execute(update(tills).where(tills.c.till == self.till).values(cursor=cursor))

    # inside a transaction

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._told(), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """One transaction that no other writer of this till runs beside."""
        with self._told(), self._writes.begin() as connection:
            hold(connection, _TILL_LOCK, {"of_till": self.till})
            yield connection

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            with told(self._place):
                yield
        except JournalInUseError as error:  # the server was lost, and still holds our place for the lost one
            raise JournalUnwritableError(str(error)) from error

    def _lay(self, connection: Connection, sale_id: int) -> None:
        connection.execute(update(tills).where(tills.c.till == self.till).values(counter_sale=sale_id))

    def _keep(self, connection: Connection, before: Payment, after: Payment) -> None:
        which = {"which": after.order_id, "own_sale": after.sale_id}
        if _may_hold(after) and after == replace(before, qr=after.qr):
            connection.execute(_KEEP_QR, {"qr": after.qr, **which})
        else:
            keep = _KEEP_HOLDING if _may_hold(after) else _KEEP
            connection.execute(keep, {**payment_row(after), **which})
        if after.claim != before.claim:
            for sale_id in {after.sale_id, before.sale_it_pays, after.sale_it_pays}:
                _settle_sale(connection, sale_id, payments_for(connection, sale_id))

    def _add_effect(self, connection: Connection, effect: Effect) -> None:
        row = {"till": self.till, "order_id": effect.order_id, "kind": effect.kind, "copy": effect.copy}
        if connection.dialect.name == "postgresql":
            from sqlalchemy.dialects import postgresql

            connection.execute(postgresql.insert(outbox).values(row).on_conflict_do_nothing())
        else:
            connection.execute(sqlite.insert(outbox).values(row).on_conflict_do_nothing())


def _may_hold(payment: Payment) -> bool:
    return payment.method.is_gateway and payment.holds_sale


def _is(effect: Effect) -> tuple[Any, ...]:
    return outbox.c.order_id == effect.order_id, outbox.c.kind == effect.kind, outbox.c.copy == effect.copy


def _settle_sale(connection: Connection, sale_id: int, of_it: tuple[Payment, ...]) -> None:
    state = sale_state(sale_id, of_it)
    connection.execute(_SETTLE, {"which": sale_id, "state": state, "already": state})


def _refuse_unless_payable(connection: Connection, before: Payment, after: Payment) -> None:
    is_new_to_it = after.attached_to not in (None, before.attached_to)
    obstacle_to = obstacle_to_attaching if is_new_to_it else obstacle_to_handing_over
    if (obstacle := obstacle_to(after.amount, sale_of(connection, after.sale_it_pays))) is not None:
        raise NotAttachableError(obstacle)
