"""A sale that nobody makes. Pages and faces are tried on with it out of sight, so that the first customer waits for none."""

from __future__ import annotations

from datetime import UTC, datetime

from pos_app.domain.cart import Cart
from pos_app.domain.evidence import QrCode
from pos_app.domain.method import Method
from pos_app.domain.money import Rupiah
from pos_app.domain.payment import Payment
from pos_app.domain.sale import Sale
from pos_app.domain.states import State
from pos_app.till.snapshot import Counter, Watch
from pos_app.till.stage import Stage

_AT = datetime(2026, 1, 1, tzinfo=UTC)
_LIFE = 900.0


def specimen(stage: Stage, monotonic: float, qr_text: str = "") -> Counter:
    """A sale by QR that is rung up, is being prepared, waits or is paid; `monotonic` is now. Nothing of it is payable."""
    states = {
        Stage.RINGING_UP: State.INTENDED,
        Stage.PREPARING: State.CHARGING,
        Stage.WAITING: State.PENDING,
        Stage.PAID: State.PAID,
    }
    amount = Rupiah(123_456)  # in letters of the usual size
    cart = Cart().add_amount(amount, "Nominal")
    return Counter(
        stage=stage,
        sale=Sale(id=0, till="", day=_AT.date(), number=0, cart=cart, cashier="", opened_at=_AT),
        payment=Payment(
            order_id="",
            sale_id=0,
            attempt=1,
            method=Method.GOPAY,
            amount=amount,
            created_at=_AT,
            request="",
            idempotency_key="",
            state=states[stage],
            qr=QrCode(qr_text, "Contoh", "ID") if qr_text else None,
            verified_at=_AT,
        ),
        watch=Watch(began=monotonic, ends=monotonic + _LIFE, next_check=monotonic),
    )
