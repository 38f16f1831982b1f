"""Draws every face of the customer display, to be laid beside the visual specification.

    python -m tests.ui.portraits_customer FOLDER [WIDTHxHEIGHT …]

The sizes default to 1920x1080 and 1080x1920. The figures are those of the specification's own pictures.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pos_app.domain.cart import Cart, Line, Totals
from pos_app.domain.environment import Environment
from pos_app.domain.evidence import QrCode
from pos_app.domain.method import Method
from pos_app.domain.money import Rupiah
from pos_app.domain.sale import Sale
from pos_app.domain.states import State
from pos_app.till.snapshot import Counter, Slips
from pos_app.till.stage import Stage
from tests.fakes.clock import FakeClock
from tests.ui import snapshots

NOON = datetime(2025, 11, 20, 7, 29, tzinfo=UTC)
METHODS = (Method.CASH, Method.GOPAY, Method.ALFAMART, Method.INDOMARET)

SAMPLE_QR = QrCode(
    "contoh rancangan kasir, bukan QR pembayaran. Design sample only: this is not a payment code and no money "
    "can move. Toko Sinar Jaya, Kasir 02, penjualan 0218, total 210.900 rupiah. "
    "Kx7q2Vt9Lm4Zp8Rw3Nb6Yc1Hd5Jf0Gs7Ta2Ue9Xo4Iv8QyMzPwRk~~~~~~~~~~~~~~",
    merchant_name="TOKO SINAR JAYA",
    nmid="ID1020304050607",
)


class TaxedCart(Cart):
    """A cart with the discount and the tax of the specification's picture."""

    __slots__ = ()

    @property
    def totals(self) -> Totals:
        return Totals(Rupiah(193_500), Rupiah(3_500), Rupiah(20_900))


LINES = (*snapshots.LINES[:5], Line("Sabun Mandi Cair 450 ml", Rupiah(24_500), 1, "p6"))


def pictures() -> Iterator[tuple[str, Environment, tuple[Counter, ...]]]:
    """A name, what the gateway is, and the snapshots that lead to the face."""
    real = Environment.PRODUCTION
    yield "07a-idle", real, (snapshots.empty(),)
    yield "07b-cart", real, (_rung_up(LINES[:5]), _rung_up(LINES))
    yield "07b-cart-long", real, (_rung_up(LINES * 3), _rung_up((*(LINES * 3), LINES[0])))
    yield "07c-qr", real, (_waiting(761),)
    yield "07e-last-minute", real, (_waiting(48),)
    yield "07f-practice", Environment.PRACTICE, (_waiting(761),)
    yield "07g-store-code", real, (store_code("8123456789014320"),)
    yield "07g-store-code-32", real, (store_code("00123456789012345678901234567890", Method.INDOMARET),)
    yield "07g-store-code-practice", Environment.PRACTICE, (store_code("812345678901"),)
    yield "07h-paid", real, (_paid(),)
    yield "07h-paid-practice", Environment.PRACTICE, (_paid(),)
    yield "07i-expired", real, (_at_present(snapshots.ended()),)
    yield "preparing", real, (_at_present(snapshots.preparing()),)
    yield "in-doubt", Environment.SANDBOX, (_at_present(snapshots.in_doubt()),)
    yield "closing", real, (_at_present(snapshots.closing()),)
    yield "cancelled", real, (_at_present(snapshots.ended(State.CANCELLED)),)


def store_code(code: str, method: Method = Method.ALFAMART) -> Counter:
    """A day's code waits to be paid, its slip came out."""
    waiting = snapshots.waiting(86_000.0)
    assert waiting.payment is not None
    payment = replace(
        waiting.payment,
        method=method,
        qr=None,
        qr_text="",
        payment_code=code,
        amount=Rupiah(210_900),
        expires_at=NOON + timedelta(days=1, minutes=3),
    )
    return replace(waiting, payment=payment, slips=Slips(asked=1, printed=1))


def _rung_up(lines: tuple[Line, ...]) -> Counter:
    return Counter(stage=Stage.RINGING_UP, sale=_sale(TaxedCart(lines, len(lines) - 1)))


def _sale(cart: Cart) -> Sale:
    return snapshots.sale(cart)


def _waiting(seconds_left: float) -> Counter:
    counter = snapshots.waiting(seconds_left)
    assert counter.payment is not None
    return replace(counter, payment=replace(counter.payment, qr=SAMPLE_QR))


def _paid() -> Counter:
    counter = snapshots.paid()
    assert counter.payment is not None
    return replace(counter, payment=replace(counter.payment, settled_at=NOON + timedelta(minutes=6)))


def _at_present(counter: Counter) -> Counter:
    assert counter.payment is not None
    return replace(counter, payment=replace(counter.payment, amount=Rupiah(210_900)))


class PictureClock(FakeClock):
    """Stands still at the moment of the pictures."""

    def __init__(self) -> None:
        super().__init__(NOON)

    def monotonic(self) -> float:
        return snapshots.MONOTONIC


def main(folder: Path, sizes: list[tuple[int, int]]) -> None:
    from PySide6.QtCore import QSize
    from PySide6.QtWidgets import QApplication

    from pos_app.ui.customer.window import CustomerWindow
    from pos_app.ui.theme import Theme

    app = QApplication(sys.argv[:1])
    theme = Theme()
    theme.apply(app)
    folder.mkdir(parents=True, exist_ok=True)
    for width, height in sizes:
        for name, environment, counters in pictures():
            shop = snapshots.shop(environment)
            window = CustomerWindow(shop, METHODS, PictureClock(), theme, reduce_motion=True)
            window.resize(QSize(width, height))
            window.show()
            for counter in counters:
                window.show_counter(counter)
            path = folder / f"{name}-{width}x{height}.png"
            window.grab().save(str(path))
            print(path)
            window.close()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    wanted = sys.argv[2:] or ["1920x1080", "1080x1920"]
    main(Path(sys.argv[1]), [(int(size.split("x")[0]), int(size.split("x")[1])) for size in wanted])
