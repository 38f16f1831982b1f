"""The journal port in plain Python: the same answers and the same errors, nothing on disk."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from pos_app.domain.cart import Cart
from pos_app.domain.decision import NotAttachableError, obstacle_to_attaching, obstacle_to_handing_over
from pos_app.domain.effect import Effect, EffectKind
from pos_app.domain.evidence import Evidence
from pos_app.domain.journal_errors import AlreadyLiveError, JournalError
from pos_app.domain.payment import Payment, sale_state
from pos_app.domain.record import Held, Judge, Recorded, Testimony
from pos_app.domain.sale import Sale, SaleState
from tests.fakes.desk import DeskMemory, FakeDesk


@dataclass(slots=True)
class Memory:
    """What several tills share; every value carries its till beside it."""

    sales: dict[int, Sale] = field(default_factory=dict)
    payments: dict[str, Payment] = field(default_factory=dict)
    evidence: list[Testimony] = field(default_factory=list)
    outbox: dict[Effect, str] = field(default_factory=dict)
    done: dict[Effect, datetime] = field(default_factory=dict)
    asks: dict[str, datetime] = field(default_factory=dict)
    counters: dict[str, int] = field(default_factory=dict)
    cursors: dict[str, str] = field(default_factory=dict)
    tills: set[str] = field(default_factory=set)
    desk: DeskMemory = field(default_factory=DeskMemory)


class FakeJournal(FakeDesk):
    """One till's journal. Set `fails_with` and every change raises it, with nothing changed."""

    def __init__(self, till: str = "02", memory: Memory | None = None) -> None:
        self.till = till
        self.memory = Memory() if memory is None else memory
        self.desk = self.memory.desk
        self.memory.tills.add(till)
        self.fails_with: JournalError | None = None

    # sales

    def counter_sale(self) -> Sale | None:
        on_counter = self.memory.counters.get(self.till)
        return None if on_counter is None else self.memory.sales[on_counter]

    def open_sale(self, cashier: str, day: date, at: datetime) -> Sale:
        self._changes()
        taken = (
            sale.number for sale in self.memory.sales.values() if (sale.till, sale.day) == (self.till, day)
        )
        sale = Sale(
            id=len(self.memory.sales) + 1,
            till=self.till,
            day=day,
            number=max(taken, default=0) + 1,
            cart=Cart(),
            cashier=cashier,
            opened_at=at,
        )
        self.memory.sales[sale.id] = sale
        self.memory.counters[self.till] = sale.id
        return sale

    def lay_on_counter(self, sale_id: int) -> None:
        self._changes()
        self.memory.counters[self.till] = self.sale(sale_id).id

    def keep_cart(self, sale_id: int, cart: Cart) -> Sale:
        self._changes()
        self._keep_sale(replace(self._open_sale(sale_id), cart=cart))
        return self.sale(sale_id)

    def sale(self, sale_id: int) -> Sale:
        return self.memory.sales[sale_id]

    # payments

    def payment(self, order_id: str) -> Payment | None:
        return self.memory.payments.get(order_id)

    def payments_of(self, sale_id: int) -> tuple[Payment, ...]:
        return tuple(payment for payment in self.memory.payments.values() if payment.sale_id == sale_id)

    def intend(self, payment: Payment, sent: Evidence | None = None) -> Payment:
        after = payment if sent is None else payment.apply(sent)
        self._changes()
        sale = self._open_sale(payment.sale_id)
        if payment.order_id in self.memory.payments:
            raise ValueError(f"the order id {payment.order_id} was used before")
        self.memory.payments[payment.order_id] = after
        if sent is not None:
            self._testify(sent, after)
        self._settle(sale)
        return after

    def record(self, evidence: Evidence, judge: Judge) -> Recorded:
        self._changes()
        before = self.memory.payments[evidence.order_id]
        others = [other for other in self._paying(before.sale_id) if other.order_id != before.order_id]
        try:
            after, effects = judge(before, any(other.excludes_another for other in others))
        except Exception:
            self._testify(evidence, before)
            raise
        if after.decision != before.decision and after.pays_sale:
            is_new_to_it = after.attached_to not in (None, before.attached_to)
            obstacle_to = obstacle_to_attaching if is_new_to_it else obstacle_to_handing_over
            if (obstacle := obstacle_to(after.amount, self.sale(after.sale_it_pays))) is not None:
                raise NotAttachableError(obstacle)
        self._testify(evidence, after)
        self.memory.payments[after.order_id] = after
        for sale_id in {after.sale_id, before.sale_it_pays, after.sale_it_pays}:
            self._settle(self.sale(sale_id))
        for effect in effects:
            self.memory.outbox.setdefault(effect, self.till)
        return Recorded(before, after, caused=bool(effects))

    def watched(self, at: datetime) -> tuple[Payment, ...]:
        return tuple(payment for payment in self._mine() if payment.is_watched(at))

    def evidence_of(self, order_id: str) -> tuple[Testimony, ...]:
        return tuple(said for said in self.memory.evidence if said.evidence.order_id == order_id)

    # asks

    def last_ask(self, order_id: str) -> datetime | None:
        return self.memory.asks.get(order_id)

    def claim_ask(self, order_id: str, at: datetime, gap: timedelta) -> bool:
        self._changes()
        self.memory.payments[order_id]  # KeyError for what is not ours
        last = self.memory.asks.get(order_id)
        if last is not None and last <= at < last + gap:
            return False
        self.memory.asks[order_id] = at
        return last is None or last <= at

    # effects

    def effects_due(self) -> tuple[Effect, ...]:
        mine = (effect for effect, till in self.memory.outbox.items() if till == self.till)
        return tuple(effect for effect in mine if effect not in self.memory.done)

    def add_effect(self, effect: Effect) -> None:
        self._changes()
        self.memory.payments[effect.order_id]  # KeyError for what is not ours
        self.memory.outbox.setdefault(effect, self.till)

    def effect_done(self, effect: Effect, at: datetime, proof: Evidence | None = None) -> None:
        self._changes()
        self.memory.outbox[effect]  # KeyError for what nobody asked for
        if proof is not None and effect not in self.memory.done:
            self._testify(proof, self.memory.payments[effect.order_id])
        self.memory.done.setdefault(effect, at)

    def copies(self, order_id: str, kind: EffectKind) -> int:
        return sum(1 for effect in self.memory.outbox if (effect.order_id, effect.kind) == (order_id, kind))

    # the relay

    def cursor(self) -> str:
        return self.memory.cursors.get(self.till, "")

    def keep_cursor(self, cursor: str) -> None:
        self._changes()
        self.memory.cursors[self.till] = cursor

    def _changes(self) -> None:
        if self.fails_with is not None:
            raise self.fails_with

    def _mine(self) -> tuple[Payment, ...]:
        return tuple(
            payment
            for payment in self.memory.payments.values()
            if self.memory.sales[payment.sale_id].till == self.till
        )

    def _my_sales(self) -> tuple[Sale, ...]:
        return tuple(sale for sale in self.memory.sales.values() if sale.till == self.till)

    def _everybodys(self) -> tuple[Payment, ...]:
        return tuple(self.memory.payments.values())

    def _tills(self) -> set[str]:
        return {self.till, *self.memory.tills}

    def _told_by(self, till: str) -> list[str]:
        told = (said.evidence.order_id for said in self.memory.evidence)
        return [name for name in told if self._held(self.memory.payments[name]).till == till]

    def _held(self, payment: Payment) -> Held:
        sale = self.memory.sales[payment.sale_id]
        return Held(sale.till, payment, sale.label)

    def _open_sale(self, sale_id: int) -> Sale:
        sale = self.sale(sale_id)
        if sale.state is not SaleState.OPEN:
            raise AlreadyLiveError(f"sale {sale.label} is {sale.state.value}")
        return sale

    def _paying(self, sale_id: int) -> list[Payment]:
        return [one for one in self.memory.payments.values() if one.sale_it_pays == sale_id]

    def _settle(self, sale: Sale) -> None:
        self._keep_sale(replace(sale, state=sale_state(sale.id, self.memory.payments.values())))

    def _keep_sale(self, sale: Sale) -> None:
        self.memory.sales[sale.id] = sale

    def _testify(self, evidence: Evidence, after: Payment) -> None:
        number = len(self.memory.evidence) + 1
        self.memory.evidence.append(Testimony(number, evidence, after.state))
