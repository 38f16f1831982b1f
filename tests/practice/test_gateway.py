from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest

from pos_app.practice.account import PRACTICE_SERVER_KEY, Account, Habits
from pos_app.practice.faults import Fault, Harm, Operation
from pos_app.practice.gateway import Gateway
from pos_app.practice.ledger import CannotChangeError, Status, UnknownTransactionError
from pos_app.practice.opening import Order
from pos_app.practice.replies import Reply
from pos_app.practice.wire import JsonObject, signature_key
from tests.practice.caller import HandClock, charge_body, order_id_of, store_body
from tests.practice.receiver import Receiver, receiving


class Shop:
    """A gateway, a clock and one address that is notified."""

    def __init__(self, gateway: Gateway, clock: HandClock, receiver: Receiver) -> None:
        self.gateway = gateway
        self.clock = clock
        self.receiver = receiver

    def charge(self, body: JsonObject, fault: Fault | None = None) -> Reply:
        order = self._order(Operation.CHARGE, "", body)
        return self.gateway.carry_out(order, fault)

    def ask(
        self,
        operation: Operation,
        name: str,
        body: JsonObject | None = None,
        fault: Fault | None = None,
        *,
        direct: bool = False,
    ) -> Reply:
        order = self._order(operation, name, body or {}, direct=direct)
        return self.gateway.carry_out(order, fault)

    def pending(self, body: JsonObject | None = None) -> str:
        """Charge, take the pending notification out of the way, return the order id."""
        body = body or charge_body()
        assert self.charge(body).code == 201
        assert self.receiver.next_status() == "pending"
        return order_id_of(body)

    def _order(self, operation: Operation, name: str, body: JsonObject, *, direct: bool = False) -> Order:
        return Order(
            operation=operation,
            name=name,
            server_key=PRACTICE_SERVER_KEY,
            body=body,
            base_url="http://127.0.0.1:1",
            override=(self.receiver.url,),
            is_direct_refund=direct,
        )


@contextmanager
def _shop(habits: Habits | None = None) -> Iterator[Shop]:
    clock = HandClock()
    gateway = Gateway(habits=habits, clock=clock)
    with receiving() as receiver:
        try:
            yield Shop(gateway, clock, receiver)
        finally:
            gateway.close()


@pytest.fixture
def shop() -> Iterator[Shop]:
    with _shop() as shop:
        yield shop


def _fields(reply: Reply, *names: str) -> tuple[object, ...]:
    return tuple(reply.body.get(name) for name in names)


def test_a_gopay_sale_from_charge_to_settlement(shop: Shop) -> None:
    order_id = shop.pending()
    assert shop.gateway.pay(order_id).status is Status.SETTLEMENT
    notice = shop.receiver.next().json
    assert notice["transaction_status"] == "settlement"
    assert notice["status_message"] == "midtrans payment notification"
    assert notice["payment_type"] == "qris", "a scanned gopay QR is reported as qris"
    assert notice["signature_key"] == signature_key(order_id, "200", "44000.00", PRACTICE_SERVER_KEY)
    status = shop.ask(Operation.STATUS, order_id)
    assert _fields(status, "status_code", "transaction_status", "fraud_status", "payment_type") == (
        "200",
        "settlement",
        "accept",
        "qris",
    )
    assert status.body["settlement_time"] == "2026-11-20 14:00:00"
    assert not {"actions", "qr_string"} & status.body.keys()


def test_what_each_state_says_of_itself(shop: Shop) -> None:
    told: dict[str, tuple[str, str]] = {}
    for act in ("pay", "cancel", "expire", "deny"):
        order_id = shop.pending()
        getattr(shop.gateway, act)(order_id)
        notice = shop.receiver.next().json
        status = shop.ask(Operation.STATUS, order_id).body
        assert notice["transaction_status"] == status["transaction_status"]
        told[str(status["transaction_status"])] = (str(status["status_code"]), str(notice["status_code"]))
    assert told == {
        "settlement": ("200", "200"),
        "cancel": ("200", "202"),
        "expire": ("407", "202"),
        "deny": ("202", "202"),
    }


def test_custom_fields_come_back(shop: Shop) -> None:
    order_id = shop.pending(charge_body(custom_field1="kasir 2", metadata={"till": 2}))
    assert _fields(shop.ask(Operation.STATUS, order_id), "custom_field1", "metadata") == (
        "kasir 2",
        {"till": 2},
    )


def test_an_indomaret_payment_has_no_fraud_status_but_an_approval_code(shop: Shop) -> None:
    order_id = shop.pending(store_body("indomaret"))
    code = str(shop.ask(Operation.STATUS, order_id).body["payment_code"])
    assert len(code) == 12
    shop.gateway.pay(code)
    notice = shop.receiver.next().json
    assert "fraud_status" not in notice
    assert notice["approval_code"]
    assert (notice["store"], notice["payment_code"]) == ("indomaret", code)


def test_indomaret_may_take_a_settlement_back_and_nobody_else(shop: Shop) -> None:
    order_id = shop.pending(store_body("indomaret"))
    shop.gateway.pay(order_id)
    assert shop.gateway.reverse(order_id).status is Status.DENY
    assert {shop.receiver.next_status() for _ in range(2)} == {"settlement", "deny"}
    other = shop.pending(store_body("alfamart"))
    shop.gateway.pay(other)
    with pytest.raises(CannotChangeError):
        shop.gateway.reverse(other)


def test_some_alfamart_codes_begin_with_a_zero(shop: Shop) -> None:
    codes = [str(shop.charge(store_body()).body["payment_code"]) for _ in range(4)]
    assert {len(code) for code in codes} == {16}
    assert sum(code.startswith("0") for code in codes) == 1


def test_the_length_of_indomaret_codes_is_a_habit() -> None:
    with _shop(Habits(indomaret_digits=14)) as shop:
        assert len(str(shop.charge(store_body("indomaret")).body["payment_code"])) == 14


def test_a_wallet_failure_is_told_to_nobody(shop: Shop) -> None:
    order_id = shop.pending()
    assert shop.gateway.fail(order_id).failed_attempts == 1
    shop.gateway.pay(order_id)
    assert shop.receiver.next_status() == "settlement"


def test_a_payment_expires_by_itself_and_says_so(shop: Shop) -> None:
    order_id = shop.pending()
    shop.clock.move(minutes=14, seconds=59)
    assert shop.ask(Operation.STATUS, order_id).code == 201
    shop.clock.move(seconds=1)
    assert shop.ask(Operation.STATUS, order_id).code == 407
    assert shop.receiver.next_status() == "expire"
    with pytest.raises(CannotChangeError):
        shop.gateway.pay(order_id)


def test_an_expiry_batch_that_runs_behind_leaves_the_payment_payable() -> None:
    with _shop(Habits(expiry_lag=timedelta(minutes=3))) as shop:
        order_id = shop.pending()
        shop.clock.move(minutes=17)
        assert shop.gateway.pay(order_id).status is Status.SETTLEMENT


def test_late_money_comes_only_to_a_payment_that_ended(shop: Shop) -> None:
    order_id = shop.pending()
    with pytest.raises(CannotChangeError):
        shop.gateway.pay_late(order_id)
    shop.gateway.cancel(order_id)
    assert shop.receiver.next_status() == "cancel"
    assert shop.gateway.pay_late(order_id).status is Status.SETTLEMENT
    assert shop.receiver.next_status() == "settlement"


def test_paying_twice_takes_the_money_once_and_tells_twice(shop: Shop) -> None:
    order_id = shop.pending()
    shop.gateway.pay_twice(order_id)
    first, second = shop.receiver.next().json, shop.receiver.next().json
    assert first == second
    assert first["transaction_status"] == "settlement"
    with pytest.raises(CannotChangeError):
        shop.gateway.pay_twice(order_id)


def test_the_dashboard_can_send_a_notification_again(shop: Shop) -> None:
    order_id = shop.pending()
    shop.gateway.resend(order_id)
    assert shop.receiver.next_status() == "pending"


def test_nothing_happens_to_an_unknown_payment(shop: Shop) -> None:
    with pytest.raises(UnknownTransactionError):
        shop.gateway.pay("nothing")
    for operation in (Operation.STATUS, Operation.CANCEL, Operation.EXPIRE, Operation.REFUND):
        reply = shop.ask(operation, "nothing")
        assert (reply.http, reply.code) == (200, 404)
        assert "exist" in str(reply.body["status_message"])


def test_an_order_id_is_taken_while_pending_and_once_paid(shop: Shop) -> None:
    body = charge_body()
    assert shop.charge(body).code == 201
    again = shop.charge(body)
    assert (again.http, again.code) == (200, 406)
    shop.gateway.cancel(order_id_of(body))
    assert shop.charge(body).code == 201
    shop.gateway.pay(order_id_of(body))
    assert shop.charge(body).code == 406


@pytest.mark.parametrize(("operation", "code"), [(Operation.CANCEL, 200), (Operation.EXPIRE, 407)])
def test_ending_a_pending_payment_works_once(shop: Shop, operation: Operation, code: int) -> None:
    order_id = shop.pending()
    assert shop.ask(operation, order_id).code == code
    again = shop.ask(operation, order_id)
    assert (again.http, again.code) == (200, 412)
    assert "id" in again.body


@pytest.mark.parametrize("operation", [Operation.APPROVE, Operation.DENY, Operation.REFUND])
def test_what_a_pending_payment_does_not_allow(shop: Shop, operation: Operation) -> None:
    assert shop.ask(operation, shop.pending()).code == 412


def test_refunds_in_parts_and_what_is_refused(shop: Shop) -> None:
    order_id = shop.pending(charge_body("qris"))
    shop.gateway.pay(order_id)
    shop.receiver.next()
    part = shop.ask(Operation.REFUND, order_id, {"refund_key": "r1", "amount": 14_000, "reason": "rusak"})
    assert _fields(part, "status_code", "transaction_status", "refund_amount") == (
        "200",
        "partial_refund",
        "14000.00",
    )
    first, second = (shop.receiver.next().json for _ in range(2))
    confirmed = ["bank_confirmed_at" in str(notice["refunds"]) for notice in (first, second)]
    assert sorted(confirmed) == [False, True]
    again = shop.ask(Operation.REFUND, order_id, {"refund_key": "r1", "amount": 14_000, "reason": "rusak"})
    assert again.body["refund_chargeback_uuid"] == part.body["refund_chargeback_uuid"]
    assert shop.ask(Operation.REFUND, order_id, {"refund_key": "r1", "amount": 1}).code == 406
    assert shop.ask(Operation.REFUND, order_id, {"refund_key": "r2", "amount": 30_001}).code == 414
    assert shop.ask(Operation.REFUND, order_id, {"refund_key": "r2", "amount": "much"}).code == 400
    rest = shop.ask(Operation.REFUND, order_id, {"refund_key": "r2"}, direct=True)
    assert _fields(rest, "transaction_status", "refund_amount") == ("refund", "30000.00")
    assert "by the bank" in str(rest.body["status_message"])
    assert shop.receiver.next().json["refund_amount"] == "44000.00"


def test_store_payments_cannot_be_refunded(shop: Shop) -> None:
    order_id = shop.pending(store_body())
    shop.gateway.pay(order_id)
    assert shop.ask(Operation.REFUND, order_id).code == 412


def test_a_charge_denied_by_the_wallet(shop: Shop) -> None:
    body = charge_body()
    reply = shop.charge(body, Fault(Harm.DENIED, Operation.CHARGE, channel_code="900"))
    assert (reply.http, reply.code) == (200, 202)
    assert _fields(reply, "transaction_status", "channel_response_code", "fraud_status") == (
        "deny",
        "900",
        "accept",
    )
    assert shop.receiver.next_status() == "deny"
    assert shop.charge(body).code == 201, "a denied order id may be tried again"


@pytest.mark.parametrize("operation", [Operation.CHARGE, Operation.STATUS])
def test_a_wrong_amount_in_a_reply_touches_the_reply_only(shop: Shop, operation: Operation) -> None:
    body = charge_body()
    fault = Fault(Harm.WRONG_AMOUNT, operation, amount=1)
    charged = shop.charge(body, fault if operation is Operation.CHARGE else None)
    status = shop.ask(
        Operation.STATUS, order_id_of(body), fault=fault if operation is Operation.STATUS else None
    )
    spoilt, sound = (charged, status) if operation is Operation.CHARGE else (status, charged)
    assert (spoilt.body["gross_amount"], sound.body["gross_amount"]) == ("1.00", "44000.00")
    if operation is Operation.STATUS:
        signed = signature_key(order_id_of(body), "201", "1.00", PRACTICE_SERVER_KEY)
        assert status.body["signature_key"] == signed


def test_a_qr_over_another_amount(shop: Shop) -> None:
    reply = shop.charge(charge_body("qris"), Fault(Harm.WRONG_QR_AMOUNT, Operation.CHARGE, amount=4_400))
    assert reply.body["gross_amount"] == "44000.00"
    assert "54074400.00" in str(reply.body["qr_string"])


@pytest.mark.parametrize("operation", [Operation.CANCEL, Operation.EXPIRE])
def test_money_that_comes_while_the_payment_is_being_ended(shop: Shop, operation: Operation) -> None:
    order_id = shop.pending()
    reply = shop.ask(operation, order_id, fault=Fault(Harm.SETTLED_MEANWHILE, operation))
    assert reply.code == 412
    assert shop.receiver.next_status() == "settlement"
    assert shop.gateway.find(order_id).status is Status.SETTLEMENT


def test_money_that_comes_after_the_payment_was_ended(shop: Shop) -> None:
    order_id = shop.pending()
    fault = Fault(Harm.SETTLED_AFTERWARDS, Operation.CANCEL, seconds=0.01)
    assert shop.ask(Operation.CANCEL, order_id, fault=fault).code == 200
    assert sorted(shop.receiver.next_status() for _ in range(2)) == ["cancel", "settlement"]


def test_a_lost_notification_never_comes(shop: Shop) -> None:
    order_id = shop.pending()
    shop.gateway.script(Fault(Harm.LOST, Operation.NOTIFICATION, order_id=order_id))
    shop.gateway.pay(order_id)
    shop.gateway.resend(order_id)
    shop.receiver.next()
    assert shop.receiver.inbox.empty()


def test_a_duplicated_notification_comes_twice(shop: Shop) -> None:
    order_id = shop.pending()
    shop.gateway.script(Fault(Harm.DUPLICATED, Operation.NOTIFICATION))
    shop.gateway.pay(order_id)
    assert shop.receiver.next().content == shop.receiver.next().content


def test_a_notification_held_back_is_overtaken(shop: Shop) -> None:
    body = charge_body()
    shop.gateway.script(Fault(Harm.HELD_BACK, Operation.NOTIFICATION))
    shop.charge(body)
    shop.gateway.pay(order_id_of(body))
    assert [shop.receiver.next_status() for _ in range(2)] == ["settlement", "pending"]


def test_a_slow_notification_comes_all_the_same(shop: Shop) -> None:
    order_id = shop.pending()
    shop.gateway.script(Fault(Harm.SLOW, Operation.NOTIFICATION, seconds=0.01))
    shop.gateway.pay(order_id)
    assert shop.receiver.next_status() == "settlement"


def test_a_forged_signature_does_not_verify(shop: Shop) -> None:
    order_id = shop.pending()
    shop.gateway.script(Fault(Harm.FORGED_SIGNATURE, Operation.NOTIFICATION))
    shop.gateway.pay(order_id)
    notice = shop.receiver.next().json
    assert notice["signature_key"] != signature_key(order_id, "200", "44000.00", PRACTICE_SERVER_KEY)


def test_a_notification_over_another_amount_is_signed_for_it(shop: Shop) -> None:
    order_id = shop.pending()
    shop.gateway.script(Fault(Harm.WRONG_AMOUNT, Operation.NOTIFICATION, amount=4_400))
    shop.gateway.pay(order_id)
    notice = shop.receiver.next().json
    assert notice["gross_amount"] == "4400.00"
    assert notice["signature_key"] == signature_key(order_id, "200", "4400.00", PRACTICE_SERVER_KEY)


def test_where_notifications_go() -> None:
    def addresses(
        gateway: Gateway, override: tuple[str, ...] = (), append: tuple[str, ...] = ()
    ) -> tuple[str, ...]:
        body = charge_body()
        gateway.carry_out(
            Order(Operation.CHARGE, "", PRACTICE_SERVER_KEY, body, override=override, append=append)
        )
        gateway.close()
        return gateway.find(order_id_of(body)).addresses

    dashboard = Account(dashboard_address="http://127.0.0.1/d")
    assert addresses(Gateway()) == ()
    assert addresses(Gateway(dashboard)) == ("http://127.0.0.1/d",)
    assert addresses(Gateway(dashboard), override=("a",)) == ("a",)
    assert addresses(Gateway(dashboard), append=("a",)) == ("http://127.0.0.1/d", "a")
    assert addresses(Gateway(), ("a", "b", "c", "d")) == ("a", "b", "c")
    assert addresses(Gateway(), ("a",), ("b",)) == ("a", "b")
    assert addresses(Gateway(habits=Habits(override_wins=True)), ("a",), ("b",)) == ("a",)
