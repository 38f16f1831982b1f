"""What the till may expect of any gateway: the one in memory, and the real client over HTTP."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Protocol
from uuid import uuid4

import pytest

from pos_app.domain.charge import ChargeOrder, Item, Reply
from pos_app.domain.errors import OutcomeUnknownError, UnreachableError
from pos_app.domain.evidence import Call, FraudStatus, Reading, TransactionStatus
from pos_app.domain.method import Method
from pos_app.domain.money import Rupiah
from pos_app.midtrans.client import MidtransGateway
from pos_app.practice import replies
from pos_app.practice.account import PRACTICE_SERVER_KEY
from pos_app.practice.faults import Fault as Misfortune
from pos_app.practice.faults import Harm, Operation
from pos_app.practice.serve import PracticeServer
from pos_app.till.ports import Gateway
from tests.fakes.clock import FakeClock
from tests.fakes.gateway import FakeGateway, Fault

QR_METHODS = [Method.GOPAY, Method.QRIS]
STORES = [Method.ALFAMART, Method.INDOMARET]
METHODS = [*QR_METHODS, *STORES]
AMOUNT = Rupiah(44_000)
LIFE = timedelta(minutes=15)


class World(Protocol):
    """A gateway, an order id that it never saw, and what happens around it."""

    @property
    def order_id(self) -> str: ...

    @property
    def gateway(self) -> Gateway: ...

    def pay(self, order_id: str) -> None: ...

    def notification(self, order_id: str, *, signed: bool) -> str:
        """The notification of a payment that was paid."""
        ...

    def lose_answers(self, call: Call) -> None:
        """The next such call is carried out and its answer lost."""
        ...

    def vanish(self) -> None:
        """No connection can be made any more."""
        ...


class InMemory:
    order_id = "TSJ-02-261120-0218-1-k7q2m"

    def __init__(self) -> None:
        self.fake = FakeGateway(FakeClock())

    @property
    def gateway(self) -> Gateway:
        return self.fake

    def pay(self, order_id: str) -> None:
        self.fake.pay(order_id)

    def notification(self, order_id: str, *, signed: bool) -> str:
        return self.fake.notification(order_id, TransactionStatus.SETTLEMENT, signed=signed)

    def lose_answers(self, call: Call) -> None:
        self.fake.fail(call, Fault(OutcomeUnknownError("lost"), after=True))

    def vanish(self) -> None:
        for call in Call:
            self.fake.fail(call, Fault(UnreachableError("gone")))


class OverHttp:
    def __init__(self, server: PracticeServer, client: MidtransGateway) -> None:
        self.order_id = f"TSJ-02-261120-0218-1-{uuid4().hex[:8]}"
        self._server = server
        self._client = client

    @property
    def gateway(self) -> Gateway:
        return self._client

    def pay(self, order_id: str) -> None:
        self._server.gateway.pay(order_id)

    def notification(self, order_id: str, *, signed: bool) -> str:
        practice = self._server.gateway
        body = dict(replies.notification(practice.find(order_id), practice.account))
        return json.dumps(body if signed else body | {"signature_key": "0" * 128})

    def lose_answers(self, call: Call) -> None:
        self._server.gateway.script(Misfortune(Harm.LOST, on=Operation(call.value), after_commit=True))

    def vanish(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as closing:
            port = closing.getsockname()[1]
        self._client = MidtransGateway(f"http://127.0.0.1:{port}", practice_key)


def practice_key() -> str:
    return PRACTICE_SERVER_KEY


@pytest.fixture(scope="module")
def server() -> Iterator[PracticeServer]:
    with PracticeServer() as server:
        yield server


@pytest.fixture(params=["in memory", "over http"])
def world(request: pytest.FixtureRequest, server: PracticeServer) -> Iterator[World]:
    if request.param == "in memory":
        yield InMemory()
        return
    with MidtransGateway(server.url, practice_key) as client:
        yield OverHttp(server, client)


def order(world: World, method: Method) -> ChargeOrder:
    return ChargeOrder(
        order_id=world.order_id,
        method=method,
        amount=AMOUNT,
        items=(Item("Kopi Susu", Rupiah(25_000), 2), Item("Diskon", Rupiah(-6_000), 1)),
        life=LIFE,
        message="Toko Sinar Jaya",
    )


def charge(world: World, method: Method, key: str = "first") -> Reply:
    return world.gateway.charge(world.gateway.compose(order(world, method)), f"{world.order_id}-{key}")


def facts(reading: Reading) -> tuple[int, TransactionStatus]:
    return reading.code, reading.status


@pytest.mark.parametrize("method", METHODS)
def test_a_charge_is_pending_and_can_be_paid(world: World, method: Method) -> None:
    reply = charge(world, method)
    reading = reply.reading
    assert facts(reading) == (201, TransactionStatus.PENDING)
    assert (reading.order_id, reading.gross_amount, reading.currency) == (
        world.order_id,
        AMOUNT,
        "IDR",
    )
    assert reading.transaction_id
    assert reading.fraud is (FraudStatus.ABSENT if method is Method.INDOMARET else FraudStatus.ACCEPT)
    assert reading.transaction_time is not None
    assert reading.expiry_time == reading.transaction_time + LIFE
    assert bool(reading.qr_text or reading.qr_picture_url) is method.shows_qr
    assert bool(reading.payment_code) is method.has_store_code
    assert reply.gateway_at is not None
    assert abs(reply.gateway_at - reading.transaction_time) < timedelta(minutes=1)
    assert reply.raw
    assert reply.seconds >= 0


@pytest.mark.parametrize("method", QR_METHODS)
def test_the_qr_can_be_read(world: World, method: Method) -> None:
    reading = charge(world, method).reading
    qr = world.gateway.read_qr(reading.qr_text, reading.qr_picture_url, AMOUNT)
    assert qr.text
    assert qr.merchant_name
    assert qr.nmid


def test_a_charge_is_composed_alike_each_time(world: World) -> None:
    assert world.gateway.compose(order(world, Method.QRIS)) == world.gateway.compose(
        order(world, Method.QRIS)
    )


def test_items_that_make_another_amount_are_refused(world: World) -> None:
    wrong = ChargeOrder(
        order_id="a", method=Method.GOPAY, amount=AMOUNT, items=(Item("Kopi", Rupiah(1), 1),), life=LIFE
    )
    with pytest.raises(ValueError, match="item"):
        world.gateway.compose(wrong)


@pytest.mark.parametrize("method", [*QR_METHODS, Method.ALFAMART])
def test_the_same_charge_again_brings_the_first_answer(world: World, method: Method) -> None:
    first, again = charge(world, method), charge(world, method)
    assert again.raw == first.raw
    assert again.reading == first.reading


def test_indomaret_heeds_no_key(world: World) -> None:
    charge(world, Method.INDOMARET)
    assert facts(charge(world, Method.INDOMARET).reading) == (406, TransactionStatus.ABSENT)


@pytest.mark.parametrize("method", METHODS)
def test_an_order_id_is_charged_once(world: World, method: Method) -> None:
    charge(world, method)
    assert facts(charge(world, method, "second").reading) == (406, TransactionStatus.ABSENT)


@pytest.mark.parametrize("method", METHODS)
def test_the_status_is_known_under_both_ids(world: World, method: Method) -> None:
    charged = charge(world, method).reading
    for ident in (charged.order_id, charged.transaction_id):
        told = world.gateway.status(ident).reading
        assert facts(told) == (201, TransactionStatus.PENDING)
        assert (told.order_id, told.transaction_id) == (charged.order_id, charged.transaction_id)
        assert (told.gross_amount, told.payment_code) == (charged.gross_amount, charged.payment_code)


@pytest.mark.parametrize("method", METHODS)
def test_money_that_came(world: World, method: Method) -> None:
    charged = charge(world, method).reading
    world.pay(charged.order_id)
    told = world.gateway.status(charged.transaction_id).reading
    assert facts(told) == (200, TransactionStatus.SETTLEMENT)
    assert told.fraud in (FraudStatus.ACCEPT, FraudStatus.ABSENT)
    assert (told.transaction_id, told.gross_amount) == (charged.transaction_id, AMOUNT)
    assert told.settlement_time is not None


CLOSERS: list[tuple[Callable[[Gateway, str], Reply], int, TransactionStatus]] = [
    (lambda gateway, ident: gateway.cancel(ident), 200, TransactionStatus.CANCEL),
    (lambda gateway, ident: gateway.expire(ident), 407, TransactionStatus.EXPIRE),
]


@pytest.mark.parametrize(("close", "code", "status"), CLOSERS)
@pytest.mark.parametrize("method", METHODS)
def test_a_pending_payment_can_be_closed_once(
    world: World, method: Method, close: Callable[[Gateway, str], Reply], code: int, status: TransactionStatus
) -> None:
    charged = charge(world, method).reading
    assert facts(close(world.gateway, charged.transaction_id).reading) == (code, status)
    assert facts(close(world.gateway, charged.order_id).reading) == (412, TransactionStatus.ABSENT)
    assert facts(world.gateway.status(charged.transaction_id).reading) == (code, status)


@pytest.mark.parametrize(("close", "code", "status"), CLOSERS)
def test_what_is_paid_can_not_be_closed(
    world: World, close: Callable[[Gateway, str], Reply], code: int, status: TransactionStatus
) -> None:
    charged = charge(world, Method.GOPAY).reading
    world.pay(charged.order_id)
    assert facts(close(world.gateway, charged.transaction_id).reading) == (412, TransactionStatus.ABSENT)
    assert world.gateway.status(charged.order_id).reading.status is TransactionStatus.SETTLEMENT


def refund(world: World, ident: str, amount: int = AMOUNT, key: str = "r1", reason: str = "late") -> Reply:
    return world.gateway.refund(ident, key, Rupiah(amount), reason)


@pytest.mark.parametrize("method", QR_METHODS)
def test_money_goes_back_once_however_often_it_is_asked_for(world: World, method: Method) -> None:
    charged = charge(world, method).reading
    world.pay(charged.order_id)
    for _ in range(2):
        told = refund(world, charged.transaction_id).reading
        assert facts(told) == (200, TransactionStatus.REFUND)
        assert (told.order_id, told.transaction_id) == (charged.order_id, charged.transaction_id)
    assert refund(world, charged.order_id, 1_000).reading.code == 406
    told = world.gateway.status(charged.order_id).reading
    assert (told.status, told.refunded) == (TransactionStatus.REFUND, AMOUNT)


def test_a_part_goes_back_and_never_more_than_came(world: World) -> None:
    charged = charge(world, Method.GOPAY).reading
    world.pay(charged.order_id)
    told = refund(world, charged.transaction_id, 4_000).reading
    assert (*facts(told), told.refunded) == (200, TransactionStatus.PARTIAL_REFUND, Rupiah(4_000))
    assert refund(world, charged.transaction_id, AMOUNT, "r2").reading.code == 414


@pytest.mark.parametrize("method", METHODS)
def test_what_was_not_paid_is_not_refunded(world: World, method: Method) -> None:
    assert refund(world, charge(world, method).reading.order_id).reading.code == 412


@pytest.mark.parametrize("method", STORES)
def test_a_store_gives_no_money_back(world: World, method: Method) -> None:
    charged = charge(world, method).reading
    world.pay(charged.order_id)
    assert refund(world, charged.order_id).reading.code == 412


def test_a_lost_refund_is_found_out_by_asking_again(world: World) -> None:
    charged = charge(world, Method.QRIS).reading
    world.pay(charged.order_id)
    world.lose_answers(Call.REFUND)
    with pytest.raises(OutcomeUnknownError):
        refund(world, charged.transaction_id)
    assert facts(refund(world, charged.transaction_id).reading) == (200, TransactionStatus.REFUND)


@pytest.mark.parametrize("ident", ["TSJ-02-261120-0219-1-aaaaa", "00000000-0000-4000-8000-000000000000"])
def test_nobody_knows_an_id_that_was_never_charged(world: World, ident: str) -> None:
    for ask in (world.gateway.status, world.gateway.cancel, world.gateway.expire):
        assert facts(ask(ident).reading) == (404, TransactionStatus.ABSENT)


@pytest.mark.parametrize("method", [*QR_METHODS, Method.ALFAMART])
def test_a_lost_answer_leaves_the_outcome_unknown_and_can_be_fetched(world: World, method: Method) -> None:
    world.lose_answers(Call.CHARGE)
    with pytest.raises(OutcomeUnknownError):
        charge(world, method)
    assert world.gateway.status(world.order_id).reading.status is TransactionStatus.PENDING
    again = charge(world, method).reading
    assert facts(again) == (201, TransactionStatus.PENDING)
    assert bool(again.qr_text or again.qr_picture_url) is method.shows_qr


def test_a_lost_cancel_was_carried_out(world: World) -> None:
    charged = charge(world, Method.GOPAY).reading
    world.lose_answers(Call.CANCEL)
    with pytest.raises(OutcomeUnknownError):
        world.gateway.cancel(charged.transaction_id)
    assert world.gateway.status(charged.order_id).reading.status is TransactionStatus.CANCEL


def test_where_no_connection_can_be_made_nothing_was_sent(world: World) -> None:
    world.vanish()
    with pytest.raises(UnreachableError):
        charge(world, Method.GOPAY)
    for ask in (world.gateway.status, world.gateway.cancel, world.gateway.expire):
        with pytest.raises(UnreachableError):
            ask(world.order_id)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("signed", [True, False])
def test_a_notification_says_what_happened_and_whether_it_is_signed(
    world: World, method: Method, signed: bool
) -> None:
    charged = charge(world, method).reading
    world.pay(charged.order_id)
    heard = world.gateway.hear(world.notification(charged.order_id, signed=signed))
    assert heard is not None
    assert heard.signed is signed
    assert facts(heard.reading) == (200, TransactionStatus.SETTLEMENT)
    assert (heard.reading.order_id, heard.reading.transaction_id) == (
        charged.order_id,
        charged.transaction_id,
    )
    assert (heard.reading.gross_amount, heard.reading.currency) == (AMOUNT, "IDR")


@pytest.mark.parametrize("body", ["", "salam", "{}"])
def test_noise_says_nothing(world: World, body: str) -> None:
    assert world.gateway.hear(body) is None
