from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from pos_app.practice.ledger import (
    MOVES,
    CannotChangeError,
    Ledger,
    OrderInUseError,
    PaymentType,
    RefundExceedsError,
    RefundKeyInUseError,
    Status,
    Store,
    Transaction,
    UnknownTransactionError,
)
from tests.practice.caller import HandClock

_LIFE = timedelta(minutes=15)


def _transaction(clock: HandClock, serial: int, kind: str, order_id: str = "order-1") -> Transaction:
    store = Store(kind) if kind in {"alfamart", "indomaret"} else None
    return Transaction(
        id=f"id-{serial}",
        serial=serial,
        order_id=order_id,
        amount=44_000,
        payment_type=PaymentType.CSTORE if store else PaymentType(kind),
        created_at=clock(),
        expires_at=clock() + _LIFE,
        status=Status.PENDING,
        server_key="key",
        store=store,
    )


class Life(RuleBasedStateMachine):
    """Whatever is asked of one payment, in any order, it only makes moves that the table allows."""

    @initialize(kind=st.sampled_from(["gopay", "qris", "alfamart", "indomaret"]))
    def begin(self, kind: str) -> None:
        self.clock = HandClock()
        self.ledger = Ledger(self.clock)
        self.kind = kind
        self.ledger.record(_transaction(self.clock, 1, kind))
        self.last = Status.PENDING
        self.was_settled = False

    @rule(
        move=st.sampled_from(
            ["settle", "settle_late", "fail_attempt", "cancel", "expire", "deny", "reverse"],
        )
    )
    def ask(self, move: str) -> None:
        try:
            getattr(self.ledger, move)("order-1")
        except CannotChangeError:
            assert self.status is self.last

    @rule(amount=st.none() | st.integers(-1, 50_000), key=st.sampled_from("abc"))
    def give_back(self, amount: int | None, key: str) -> None:
        try:
            self.ledger.refund("order-1", key, amount, "reason", "uuid", direct=False)
        except (CannotChangeError, RefundExceedsError, RefundKeyInUseError):
            assert self.status is self.last

    @rule(minutes=st.integers(0, 20))
    def wait(self, minutes: int) -> None:
        self.clock.move(minutes=minutes)
        for expired in self.ledger.expire_due(timedelta(0)):
            assert expired.expires_at <= self.clock()

    @property
    def status(self) -> Status:
        return self.ledger.find("order-1").status

    @invariant()
    def only_allowed_moves(self) -> None:
        now = self.status
        assert now is self.last or now in MOVES[self.last]
        if self.last is Status.SETTLEMENT and now is Status.DENY:
            assert self.kind == "indomaret"
        self.last = now

    @invariant()
    def money_back_never_exceeds_money_in(self) -> None:
        transaction = self.ledger.find("order-1")
        assert 0 <= transaction.refunded <= transaction.amount
        assert (transaction.status is Status.REFUND) == (transaction.refunded == transaction.amount)
        assert not transaction.refunds or transaction.settled_at is not None

    @invariant()
    def an_order_id_is_free_only_when_no_money_can_come_to_it(self) -> None:
        free = {Status.EXPIRE, Status.CANCEL, Status.DENY}
        assert self.ledger.is_taken("order-1") == (self.status not in free)


TestLife = Life.TestCase


def test_an_order_id_used_again_leads_to_the_newest() -> None:
    clock = HandClock()
    ledger = Ledger(clock)
    ledger.record(_transaction(clock, 1, "qris"))
    with pytest.raises(OrderInUseError):
        ledger.record(_transaction(clock, 2, "qris"))
    ledger.cancel("order-1")
    ledger.record(_transaction(clock, 2, "qris"))
    assert ledger.find("order-1").id == "id-2"
    assert ledger.find("id-1").status is Status.CANCEL
    assert [each.id for each in ledger.newest_first()] == ["id-2", "id-1"]


def test_nothing_is_known_under_a_strange_name() -> None:
    with pytest.raises(UnknownTransactionError):
        Ledger(HandClock()).find("nothing")


def test_a_scanned_gopay_payment_becomes_qris_and_a_store_payment_stays() -> None:
    clock = HandClock()
    ledger = Ledger(clock)
    ledger.record(_transaction(clock, 1, "gopay"))
    ledger.record(_transaction(clock, 2, "alfamart", "order-2"))
    assert ledger.settle("order-1").payment_type is PaymentType.QRIS
    assert ledger.settle("order-2").payment_type is PaymentType.CSTORE


def test_the_expiry_batch_may_run_behind() -> None:
    clock = HandClock()
    ledger = Ledger(clock)
    ledger.record(_transaction(clock, 1, "gopay"))
    clock.move(minutes=15)
    assert ledger.expire_due(timedelta(minutes=2)) == []
    clock.move(minutes=2)
    assert [each.status for each in ledger.expire_due(timedelta(minutes=2))] == [Status.EXPIRE]


def test_the_same_refund_twice_is_one_and_a_different_one_under_its_key_is_refused() -> None:
    clock = HandClock()
    ledger = Ledger(clock)
    ledger.record(_transaction(clock, 1, "qris"))
    ledger.settle("order-1")
    first = ledger.refund("order-1", "k", 10_000, "wrong size", "u1", direct=False)
    assert ledger.refund("order-1", "k", 10_000, "wrong size", "u2", direct=False) == first
    with pytest.raises(RefundKeyInUseError):
        ledger.refund("order-1", "k", 9_000, "wrong size", "u3", direct=False)
    assert ledger.find("order-1").status is Status.PARTIAL_REFUND
    ledger.refund("order-1", "k2", None, "", "u4", direct=False)
    assert ledger.find("order-1").status is Status.REFUND
