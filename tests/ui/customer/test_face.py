from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize
from PySide6.QtGui import QImage, QPaintEvent, QRegion
from pytestqt.qtbot import QtBot

from pos_app.domain.cart import Cart
from pos_app.domain.environment import Environment
from pos_app.domain.evidence import QrCode
from pos_app.domain.language import Language
from pos_app.domain.method import Method
from pos_app.domain.money import Rupiah
from pos_app.domain.states import State
from pos_app.till.snapshot import Counter
from pos_app.ui.countdown import Countdown
from pos_app.ui.customer.canvas import PANEL, PORTRAIT_BOTTOM, PORTRAIT_TOP, canvas
from pos_app.ui.customer.qr import QrFace
from pos_app.ui.customer.scene import Scene
from pos_app.ui.customer.window import CustomerWindow
from tests.ui import snapshots
from tests.ui.customer.conftest import METHODS, MakeWindow
from tests.ui.pixels import farthest
from tests.ui.portraits_customer import store_code

COUNTERS = {
    "empty": snapshots.empty(),
    "cart": snapshots.ringing_up(),
    "preparing": snapshots.preparing(),
    "qr": snapshots.waiting(),
    "code": store_code("8123456789014320"),
    "doubt": snapshots.in_doubt(),
    "closing": snapshots.closing(),
    "paid": snapshots.paid(),
    "expired": snapshots.ended(State.EXPIRED),
    "failed": snapshots.ended(State.FAILED),
}


class Paints(QObject):
    """Counts what a face paints."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        self.count += event.type() is QEvent.Type.Paint
        return False


def _image(make_window: MakeWindow, counter: Counter) -> QImage:
    """What a new window draws of it."""
    window = make_window()
    window.show_counter(counter)
    return window.grab().toImage()


def _others(counter: Counter) -> list[Counter]:
    """The same snapshot with one thing in it told otherwise, thing by thing."""
    changed = [
        replace(counter, watch=snapshots.watch()),
        replace(counter, sale=replace(counter.sale, cashier="Budi", number=7)),
        replace(counter, sale=replace(counter.sale, cart=Cart().add_amount(Rupiah(7_000), "Nominal"))),
    ]
    if counter.payment is not None:
        fields: list[dict[str, object]] = [
            {"state": State.CHARGING},
            {"state": State.PENDING},
            {"state": State.DENIED},
            {"transaction_id": "another"},
            {"charges_sent": 4, "known_to_gateway": True, "absent_reads": 1},
            {"expires_at": snapshots.NOW + timedelta(hours=3)},
            {"settled_at": snapshots.NOW},
            {"verified_at": snapshots.NOW},
            {"confirmed": False},
            {"amount": Rupiah(99_000)},
            {"method": Method.INDOMARET},
            {"payment_code": "0001112223334445"},
            {"qr": QrCode("another text", merchant_name="Toko Lain", nmid="ID1")},
            {"problem_detail": "a complaint"},
        ]
        payment = counter.payment
        changed += [replace(counter, payment=replace(payment, **one)) for one in fields]  # type: ignore[arg-type]  # by name
    return changed


def _scene(counter: Counter) -> Scene:
    return Scene(
        shop=snapshots.shop(),
        methods=METHODS,
        language=Language.INDONESIAN,
        counter=counter,
        left=Countdown(600, 0.6),
        now=snapshots.NOW,
    )


@pytest.mark.parametrize("kind", COUNTERS)
def test_what_looks_different_is_drawn_from_something_different(kind: str, make_window: MakeWindow) -> None:
    counter = COUNTERS[kind]
    image = _image(make_window, counter)
    same = [other for other in _others(counter) if _scene(other).drawn == _scene(counter).drawn]
    assert same
    for other in same:
        assert _image(make_window, other) == image


def test_an_answer_that_changes_nothing_to_see_paints_nothing(window: CustomerWindow, qtbot: QtBot) -> None:
    counter = snapshots.preparing()
    window.show_counter(counter)
    qtbot.waitExposed(window)
    window.grab()
    qtbot.wait(1)
    paints = Paints()
    window._views[window.face].installEventFilter(paints)
    assert counter.payment is not None
    answered = replace(counter.payment, state=State.PENDING, transaction_id="t-1", known_to_gateway=True)
    window.show_counter(replace(counter, payment=replace(answered, expires_at=snapshots.NOW)))
    qtbot.wait(1)
    assert paints.count == 0
    window.show_counter(snapshots.waiting())
    qtbot.wait(1)
    window.show_counter(counter)
    qtbot.waitUntil(lambda: paints.count > 0)


class Painted(QObject):
    """Where a face was painted."""

    def __init__(self) -> None:
        super().__init__()
        self.region = QRegion()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if isinstance(event, QPaintEvent):
            self.region = self.region.united(event.region())
        return False


@pytest.mark.parametrize("size", [(1280, 720), (720, 1280)])
def test_all_but_the_sentence_stays_where_it_is_when_a_charge_is_in_doubt(
    make_window: MakeWindow, size: tuple[int, int]
) -> None:
    width, height = size
    window = make_window(size=size)
    drawing = canvas(QSize(width, height))
    seen = []
    for counter in (snapshots.preparing(), snapshots.in_doubt()):
        window.show_counter(counter)
        seen.append(window.grab().toImage())
    edge = (drawing.width - PANEL) * drawing.unit
    beside = (
        [QRect(round(edge), 0, width, height)]
        if width > height
        else [
            QRect(0, 0, width, round(PORTRAIT_TOP * drawing.unit)),
            QRect(0, height - round(PORTRAIT_BOTTOM * drawing.unit), width, height),
        ]
    )
    assert [seen[0].copy(part) for part in beside] == [seen[1].copy(part) for part in beside]
    assert seen[0] != seen[1]
    disc = QRect(0, 0, round(300 * drawing.unit), round((drawing.height / 2 - 30) * drawing.unit))
    assert seen[0].copy(disc) == seen[1].copy(disc)


@pytest.mark.parametrize(
    ("before", "words"),
    [(snapshots.preparing(), "QR sedang disiapkan"), (snapshots.in_doubt(), "Mohon tunggu sebentar")],
    ids=["made", "in doubt"],
)
@pytest.mark.parametrize("size", [(1280, 720), (720, 1280)])
@pytest.mark.parametrize("environment", [Environment.PRODUCTION, Environment.PRACTICE])
def test_the_qr_comes_to_an_amount_that_stands_there_already(
    make_window: MakeWindow,
    qtbot: QtBot,
    *,
    environment: Environment,
    size: tuple[int, int],
    before: Counter,
    words: str,
) -> None:
    width, height = size
    window = make_window(environment, size=size)
    window.show_counter(before)
    window.grab()
    assert {before.cart.total.text, words} < set(window.words)
    qtbot.waitUntil(lambda: not window.is_getting_ready)
    seen = _on_screen(window)
    painted = Painted()
    view = next(one for one in window.findChildren(QrFace))
    view.installEventFilter(painted)
    window.show_counter(snapshots.waiting())
    qtbot.waitUntil(lambda: not painted.region.isEmpty())
    amount = QPoint(width * 2 // 3, height // 4) if width > height else QPoint(width // 4, height // 8)
    assert not painted.region.contains(amount)
    assert farthest(_on_screen(window), window.grab().toImage()) < _FEW_LEVELS
    assert _on_screen(window) != seen


_FEW_LEVELS = 16
"""An edge that is drawn again in part is not drawn to the last shade alike."""


def _on_screen(window: CustomerWindow) -> QImage:
    """What was painted piece by piece, as it stands on the screen."""
    return window.screen().grabWindow(window.winId()).toImage()
