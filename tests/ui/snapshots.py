"""Scripted counters, one builder for each stage: what the till would send, made by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from pos_app.domain.cart import Cart, Line
from pos_app.domain.catalog import Entry, Found, Product
from pos_app.domain.environment import Environment
from pos_app.domain.errors import Problem
from pos_app.domain.evidence import CancelAsked, CancelReason, Decided, Decision, QrCode, TransactionStatus
from pos_app.domain.method import Method
from pos_app.domain.money import Rupiah
from pos_app.domain.payment import Payment
from pos_app.domain.sale import Sale, SaleState
from pos_app.domain.states import Attention, State
from pos_app.till.messages import LightsShown, ProductsFound
from pos_app.till.shop import Shop
from pos_app.till.snapshot import Counter, Light, Watch
from pos_app.till.stage import Glow, Stage

NOW = datetime(2026, 11, 20, 7, 32, 31, tzinfo=UTC)
"""14.32.31 WIB on a Friday."""

MONOTONIC = 5_000.0
"""The monotonic clock at `NOW`."""

LIFE = 15 * 60.0

QR_TEXT = (
    "00020101021226620014COM.GO-JEK.WWW0119936009140123456789002106123456780303UMI51440014ID.CO.QRIS.WWW"
    "0215ID10203040506070303UMI5204541153033605409210900.005802ID5915TOKO SINAR JAYA6007JAKARTA610512730"
    "62070703A0163049CE1"
)
QR = QrCode(QR_TEXT, merchant_name="TOKO SINAR JAYA", nmid="ID1020304050607")

LINES = (
    Line("Kopi Susu Gula Aren 250 ml", Rupiah(18_000), 2, "p1"),
    Line("Mi Goreng Instan 85 g", Rupiah(3_200), 5, "p2"),
    Line("Susu UHT Cokelat 1 L", Rupiah(19_500), 3, "p3"),
    Line("Minyak Goreng Sawit 1 L", Rupiah(20_500), 2, "p4"),
    Line("Roti Tawar Gandum 400 g", Rupiah(14_000), 1, "p5"),
    Line("Sabun Mandi Cair 450 ml", Rupiah(45_400), 1, "p6"),
)
CART = Cart(LINES, 2)
"""Six rows, fourteen pieces, Rp 210.900."""


def shop(environment: Environment = Environment.PRODUCTION) -> Shop:
    return Shop(store="Toko Sinar Jaya", till="02", environment=environment, cashier="Rani Pratiwi")


def sale(cart: Cart = CART, state: SaleState = SaleState.OPEN) -> Sale:
    return Sale(
        id=218,
        till="02",
        day=date(2026, 11, 20),
        number=218,
        cart=cart,
        cashier="Rani Pratiwi",
        opened_at=NOW - timedelta(minutes=6),
        state=state,
    )


def payment(state: State = State.PENDING, *, cart: Cart = CART, problem: Problem | None = None) -> Payment:
    created = NOW - timedelta(minutes=2, seconds=19)
    has_qr = state not in (State.INTENDED, State.CHARGING, State.IN_DOUBT)
    return Payment(
        order_id="TSJ-02-261120-0218-1-k7q2m",
        sale_id=218,
        attempt=1,
        method=Method.GOPAY,
        amount=cart.total,
        created_at=created,
        request="{}",
        idempotency_key="k7q2m",
        cashier="Rani Pratiwi",
        state=state,
        charges_sent=1,
        first_sent_at=created,
        last_sent_at=created,
        known_to_gateway=has_qr,
        transaction_id="0d8178e1-c6c7-4ab4-81a6-893be9d924ab" if has_qr else "",
        qr_text=QR.text if has_qr else "",
        qr=QR if has_qr else None,
        expires_at=created + timedelta(minutes=15) if has_qr else None,
        problem=problem,
    )


def watch(seconds_left: float = 761.0, *, next_check: float = 6.0) -> Watch:
    """A QR that lives fifteen minutes and has so many seconds left at `MONOTONIC`."""
    ends = MONOTONIC + seconds_left
    return Watch(
        began=ends - LIFE,
        ends=ends,
        next_check=MONOTONIC + next_check,
        checks=3,
        last_check_at=NOW - timedelta(seconds=9),
        last_check_said=State.PENDING,
        last_push_at=NOW - timedelta(minutes=2, seconds=18),
        last_push_said=TransactionStatus.PENDING,
        charge_seconds=0.4,
    )


def empty() -> Counter:
    return Counter(stage=Stage.RINGING_UP, sale=sale(Cart()))


def ringing_up(cart: Cart = CART) -> Counter:
    return Counter(stage=Stage.RINGING_UP, sale=sale(cart))


def preparing(method: Method = Method.GOPAY, *, cart: Cart = CART) -> Counter:
    """The charge went out and has no answer yet."""
    unanswered = Watch(began=None, ends=None, next_check=MONOTONIC + 10)
    return Counter(
        stage=Stage.PREPARING,
        sale=sale(cart, SaleState.AWAITING),
        payment=replace(payment(State.CHARGING, cart=cart), method=method),
        watch=unanswered,
    )


def waiting(seconds_left: float = 761.0, *, cart: Cart = CART) -> Counter:
    return Counter(
        stage=Stage.WAITING,
        sale=sale(cart, SaleState.AWAITING),
        payment=payment(cart=cart),
        watch=watch(seconds_left),
    )


def second_attempt() -> Counter:
    """The QR after the first one was given up."""
    counter = waiting()
    again = replace(payment(), order_id="TSJ-02-261120-0218-2-m4x8q", attempt=2)
    return replace(counter, payment=again)


def in_doubt() -> Counter:
    doubted = replace(
        payment(State.IN_DOUBT, problem=Problem.NO_ANSWER),
        created_at=NOW - timedelta(seconds=32),
        first_sent_at=NOW - timedelta(seconds=32),
        last_sent_at=NOW - timedelta(seconds=2),
        charges_sent=3,
    )
    unknown = Watch(
        began=None,
        ends=None,
        next_check=MONOTONIC - 20,
        next_charge=MONOTONIC + 7,
    )
    return Counter(stage=Stage.IN_DOUBT, sale=sale(state=SaleState.AWAITING), payment=doubted, watch=unknown)


def closing() -> Counter:
    asked = replace(payment(State.CANCELLING), cancel=CancelAsked(CancelReason.CUSTOMER_LEFT))
    return Counter(
        stage=Stage.CLOSING, sale=sale(state=SaleState.AWAITING), payment=asked, watch=watch(700.0)
    )


def paid(cart: Cart = CART) -> Counter:
    settled = replace(
        payment(State.PAID, cart=cart),
        settled_at=NOW + timedelta(minutes=2, seconds=50),
        verified_at=NOW + timedelta(minutes=2, seconds=51, milliseconds=100),
        confirmed=True,
    )
    return Counter(stage=Stage.PAID, sale=sale(cart, SaleState.PAID), payment=settled, watch=watch(590.0))


def ended(state: State = State.EXPIRED, problem: Problem | None = None) -> Counter:
    """The payment is dead, the sale open again."""
    dead = replace(payment(state, problem=problem), ended_at=NOW)
    watched = replace(watch(0.0), last_check_said=state)
    return Counter(stage=Stage.ENDED, sale=sale(), payment=dead, watch=watched)


def another_amount() -> Counter:
    """The gateway settled it with a sum that is not ours: the sale waits for the manager."""
    counter = replace(ended(State.PENDING), sale=sale(state=SaleState.AWAITING))
    assert counter.payment is not None
    odd = frozenset({Attention.AMOUNT_MISMATCH})
    payment = replace(counter.payment, attention=odd, other_amount=Rupiah(57_000))
    return replace(counter, payment=payment)


def closed() -> Counter:
    """A store took its settlement back, the goods stayed, and the manager said so."""
    reversal = frozenset({Attention.REVERSED})
    decided = Decided(decision=Decision.CLOSE_UNPAID, by="Sari Dewi", reason="Barang tetap", about=reversal)
    counter = ended(State.REVERSED)
    assert counter.payment is not None
    payment = replace(counter.payment, method=Method.INDOMARET, attention=reversal, decision=decided)
    return replace(counter, payment=payment)


def lights() -> LightsShown:
    return LightsShown(
        gateway=Light(Glow.OK, seconds=0.24), relay=Light(Glow.OK, seconds=0.09), printer=Light(Glow.OK)
    )


PRODUCTS = (
    Product("q1", "Susu UHT Cokelat 1 L", "8990417300018", Rupiah(19_500), 34),
    Product("q2", "Susu UHT Full Cream 1 L", "8990417300025", Rupiah(19_500), 28),
    Product("q3", "Susu UHT Stroberi 250 ml", "8990417300131", Rupiah(6_500), 61),
    Product("q4", "Susu Kental Manis Putih 370 g", "8990552810044", Rupiah(13_900), 45),
    Product("q5", "Susu Kental Manis Cokelat 370 g", "8990552810051", Rupiah(13_900), 0),
    Product("q6", "Susu Bubuk Anak 400 g", "8990638820377", Rupiah(52_500), 12),
    Product("q7", "Kopi Susu Gula Aren 250 ml", "8990771600203", Rupiah(18_000), 18),
    Product("q8", "Teh Susu Botol 350 ml", "8990771600418", Rupiah(7_500), 22),
    Product("q9", "Biskuit Susu Kaleng 300 g", "8990824410096", Rupiah(38_000), 9),
)


def found(text: str = "susu", products: tuple[Product, ...] = PRODUCTS) -> ProductsFound:
    return ProductsFound(Found(text, products, len(products), 12_480), Entry.TYPED)
