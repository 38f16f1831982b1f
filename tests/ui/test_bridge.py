from __future__ import annotations

import threading
from dataclasses import replace

from PySide6.QtCore import QObject, Slot
from pytestqt.qtbot import QtBot

from pos_app.domain.evidence import QrCode
from pos_app.domain.money import Rupiah
from pos_app.till.messages import Chimed, CounterShown, Event
from pos_app.ui.bridge import Bridge
from pos_app.ui.widgets.qr_matrix import built, matrix
from tests.ui import snapshots


class Window(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[Event, int]] = []

    @Slot(object)
    def on_event(self, event: Event) -> None:
        self.seen.append((event, threading.get_ident()))


def post_from_a_thread(bridge: Bridge, *events: Event) -> None:
    def post_all() -> None:
        for event in events:
            bridge.post(event)

    thread = threading.Thread(target=post_all)
    thread.start()
    thread.join()


def test_events_arrive_in_the_gui_thread_in_order(qtbot: QtBot) -> None:
    bridge, window = Bridge(), Window()
    bridge.connect_to(window.on_event)
    events = [Chimed(str(number)) for number in range(200)]
    post_from_a_thread(bridge, *events)
    qtbot.waitUntil(lambda: len(window.seen) == 200)
    assert window.seen == [(event, threading.get_ident()) for event in events]


def test_every_receiver_gets_the_same_event(qtbot: QtBot) -> None:
    bridge, first, second = Bridge(), Window(), Window()
    bridge.connect_to(first.on_event)
    bridge.connect_to(second.on_event)
    post_from_a_thread(bridge, Chimed("a"))
    qtbot.waitUntil(lambda: bool(first.seen and second.seen))
    assert first.seen[0][0] is second.seen[0][0]


def test_amounts_beyond_32_bits_arrive_whole(qtbot: QtBot) -> None:
    bridge, window = Bridge(), Window()
    bridge.connect_to(window.on_event)
    counter = snapshots.paid()
    assert counter.payment is not None
    payment = replace(counter.payment, amount=Rupiah(3_000_000_000))
    post_from_a_thread(bridge, CounterShown(replace(counter, payment=payment)))
    qtbot.waitUntil(lambda: bool(window.seen))
    event = window.seen[0][0]
    assert isinstance(event, CounterShown)
    assert event.counter.payment is not None
    assert event.counter.payment.amount == 3_000_000_000


def test_a_qr_is_ready_before_the_windows_hear_of_it(qtbot: QtBot) -> None:
    bridge = Bridge()
    built.cache_clear()
    post_from_a_thread(bridge, CounterShown(snapshots.waiting()))
    assert built.cache_info().currsize == 1
    matrix(snapshots.QR_TEXT)
    assert built.cache_info().misses == 1


def test_a_qr_that_no_symbol_holds_stops_nothing(qtbot: QtBot) -> None:
    bridge, window = Bridge(), Window()
    bridge.connect_to(window.on_event)
    counter = snapshots.waiting()
    assert counter.payment is not None
    far_too_long = replace(counter.payment, qr=QrCode("x" * 5000))
    post_from_a_thread(bridge, CounterShown(replace(counter, payment=far_too_long)))
    qtbot.waitUntil(lambda: bool(window.seen))
