"""A day closed by command: the till of a home without its windows, until it has the proof."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from queue import Empty, SimpleQueue

from pos_app.app.link import Link
from pos_app.app.machinery import Machinery
from pos_app.domain.reconciliation import DayProof
from pos_app.settings.model import Settings
from pos_app.settings.places import Places
from pos_app.till.desk_messages import DayReconciled, DeskRefused, ReconcileAtThePc, ReconciliationMoved
from pos_app.till.messages import Event, Faulted, Halted
from pos_app.till.reconciliation import TIME_LIMIT

_PATIENCE = TIME_LIMIT + 60.0
"""Seconds: what the reading may take, and a minute to open the journal."""


class NotReconciledError(Exception):
    """There is no proof; the message says why. What was read from the gateway is kept."""


def reconcile(
    at: Places, settings: Settings, link: Link, day: date, moved: Callable[[ReconciliationMoved], None]
) -> DayProof:
    """Prove a business day (WIB) within three minutes. The caller holds the home's lock. Raises NotReconciledError."""
    told: SimpleQueue[Event] = SimpleQueue()
    machinery = Machinery(at, settings, link, told.put)
    machinery.start()
    try:
        machinery.post(ReconcileAtThePc(day))
        return _proof(told, moved)
    finally:
        machinery.stop()


def _proof(told: SimpleQueue[Event], moved: Callable[[ReconciliationMoved], None]) -> DayProof:
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            event = told.get(timeout=max(0.0, until - time.monotonic()))
        except Empty:
            raise NotReconciledError(f"the till had no answer within {_PATIENCE:.0f} s") from None
        match event:
            case DayReconciled(proof=proof):
                return proof
            case ReconciliationMoved():
                moved(event)
            case Halted(detail=why) | Faulted(text=why):
                raise NotReconciledError(why)
            case DeskRefused():
                raise NotReconciledError(
                    "the journal can't be written: make room, or look at its folder's rights"
                )
