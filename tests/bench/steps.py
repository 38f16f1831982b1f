"""Where the time of a sale goes: `python -m tests.bench.bench_sale --steps`, one line for each step from F5 to the QR.

A stamp is set where the product passes by, whatever thread it is on; the duration of a step is what went by since the
stamp before it. It costs a sale some half a millisecond.
"""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from pos_app.domain.evidence import Evidence, QrCode, QrRead
from pos_app.journal.store import SqlJournal
from pos_app.midtrans.client import MidtransGateway
from pos_app.till.checkout import Till
from pos_app.till.collector import Collector
from pos_app.till.lane_messages import Answered
from pos_app.till.messages import Charge, CounterShown
from pos_app.ui.bridge import Bridge

STEPS = (
    "the till hears F5",
    "the intent is on disk",
    "the charge leaves",
    "the charge is answered",
    "the picture of the QR came",
    "the QR is read",
    "the till hears of the QR",
    "the QR is on disk",
    "its snapshot is posted",
    "both windows are laid out",
    "both windows are painted",
)

Meant = Callable[[object], bool]
"""Looks at the first thing that is given to a method."""


def _always(_: object) -> bool:
    return True


def _asks_for_charge(command: object) -> bool:
    return isinstance(command, Charge)


def _fetches_picture(method: object) -> bool:
    return method == "GET"


def _brings_qr(answer: object) -> bool:
    return isinstance(answer, Answered) and isinstance(answer.outcome, QrCode)


def _keeps_qr(learnt: object) -> bool:
    return isinstance(learnt, Evidence) and isinstance(learnt.fact, QrRead)


def _shows_qr(event: object) -> bool:
    return isinstance(event, CounterShown) and event.counter.qr is not None


class Steps:
    """The stamps of one sale after the other. A step that a sale passes twice counts when it does so last."""

    def __init__(self) -> None:
        self._began = 0.0
        self._stamps: dict[str, float] = {}
        self.seconds: dict[str, list[float]] = {}
        self._stamp_before(Till, "handle", STEPS[0], _asks_for_charge)
        self._stamp_after(SqlJournal, "intend", STEPS[1])
        self._stamp_before(MidtransGateway, "charge", STEPS[2])
        self._stamp_after(MidtransGateway, "charge", STEPS[3])
        self._stamp_after(MidtransGateway, "_exchange", STEPS[4], _fetches_picture)
        self._stamp_after(MidtransGateway, "read_qr", STEPS[5])
        self._stamp_before(Collector, "answered", STEPS[6], _brings_qr)
        self._stamp_after(SqlJournal, "record", STEPS[7], _keeps_qr)
        self._stamp_after(Bridge, "post", STEPS[8], _shows_qr)

    def begin(self) -> None:
        """A key is about to be pressed."""
        self._began = perf_counter()
        self._stamps.clear()

    def stamp(self, step: str) -> None:
        self._stamps[step] = perf_counter()

    def painted(self) -> None:
        """The sale's QR is on both windows: keep how long each step took."""
        self.stamp(STEPS[-1])
        last = self._began
        for step in STEPS:
            if step in self._stamps:  # a QRIS has no picture
                now = self._stamps[step]
                self.seconds.setdefault(step, []).append(now - last)
                last = now

    def _stamp_before(self, owner: type, name: str, step: str, meant: Meant = _always) -> None:
        passed: Callable[..., object] = getattr(owner, name)

        def watched(it: object, first: object = None, *given: object, **named: object) -> object:
            if meant(first):
                self.stamp(step)
            return passed(it, first, *given, **named)

        setattr(owner, name, watched)

    def _stamp_after(self, owner: type, name: str, step: str, meant: Meant = _always) -> None:
        passed: Callable[..., object] = getattr(owner, name)

        def watched(it: object, first: object = None, *given: object, **named: object) -> object:
            try:
                return passed(it, first, *given, **named)
            finally:
                if meant(first):
                    self.stamp(step)

        setattr(owner, name, watched)
