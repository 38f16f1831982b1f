"""What takes long, on threads of their own: gateway calls and PINs, which come back to the till as messages."""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable

from pos_app.domain.errors import GatewayError, OutcomeUnknownError, UnreachableError
from pos_app.domain.evidence import Call
from pos_app.domain.pin import PinSalt, hash_pin
from pos_app.domain.staff import Pin
from pos_app.till.errand import Errand, Fetch
from pos_app.till.kit import Work
from pos_app.till.lane_messages import Answered, PinHashed

log = logging.getLogger(__name__)

_HEAD_START = 0.0004
"""Seconds that the till stands back for a call that a customer waits for: it leaves before the windows are told, who
would keep the interpreter for some milliseconds.
"""

NEARLY_THERE = 0.5
"""Seconds for what ends by itself: a library in C++ that decodes a QR must not lose its thread in the middle."""


class _Lane:
    """So many threads over one queue, each started when it is needed; a process that ends waits for none of them."""

    def __init__(self, most: int, name: str) -> None:
        self._most = most
        self._name = name
        self._wake = threading.Condition()
        self._waiting: deque[Callable[[], None]] = deque()
        self._threads: list[threading.Thread] = []
        self._idle = 0
        self._stopped = False

    def do(self, work: Callable[[], None]) -> bool:
        """Run it as soon as a thread is free; never where the lane was stopped. False where there is none to run it."""
        with self._wake:
            self._waiting.append(work)
            self._wake.notify()
            if self._idle < len(self._waiting) and len(self._threads) < self._most and not self._stopped:
                self._begin_thread()
                if not self._threads:
                    self._waiting.pop()
                    return False
            return True

    def _begin_thread(self) -> None:
        name = f"{self._name}-{len(self._threads)}"
        thread = threading.Thread(target=self._run, name=name, daemon=True)
        try:
            thread.start()
        except RuntimeError:
            log.exception("the PC has no thread left for %s", name)
        else:
            self._threads.append(thread)

    def stop(self) -> None:
        with self._wake:
            self._stopped = True
            self._wake.notify_all()

    def join(self, until: float) -> None:
        for thread in self._threads:
            thread.join(max(0.0, until - time.monotonic()))

    def _run(self) -> None:
        while (work := self._next()) is not None:
            work()

    def _next(self) -> Callable[[], None] | None:
        with self._wake:
            self._idle += 1
            while not self._waiting and not self._stopped:
                self._wake.wait()
            self._idle -= 1
            return None if self._stopped else self._waiting.popleft()


class CallPool:
    """A lane for each kind of call: no cancel, expire or read stands in the way of a charge, or of one another."""

    def __init__(self, post: Callable[[Answered | PinHashed], None]) -> None:
        self._post = post
        self._hashing = _Lane(1, "pin")
        self._charging = _Lane(4, "gateway-charge")
        self._closing = _Lane(4, "gateway-close")
        self._reading = _Lane(4, "gateway-status")
        self._fetching = _Lane(4, "gateway-qr")
        self._lanes = (self._hashing, self._charging, self._closing, self._reading, self._fetching)

    def start(self, order_id: str, errand: Errand, work: Work) -> None:
        if not self._lane(errand).do(lambda: self._run(order_id, errand, work)):
            self._post(Answered(order_id, errand, UnreachableError("no thread is left")))  # nothing was sent
        elif errand in (Call.CHARGE, Fetch.QR):
            time.sleep(_HEAD_START)

    def hash_pin(self, ticket: int, pin: Pin, salts: tuple[PinSalt, ...]) -> None:
        if not self._hashing.do(lambda: self._hash(ticket, pin, salts)):
            self._post(PinHashed(ticket, ()))

    def stop(self) -> None:
        """Take no more work and wait for nothing slow: what is on its way is found out after the next start."""
        for lane in self._lanes:
            lane.stop()
        until = time.monotonic() + NEARLY_THERE
        for lane in self._lanes:
            lane.join(until)

    def _lane(self, errand: Errand) -> _Lane:
        match errand:
            case Call.STATUS:
                return self._reading
            case Call.CANCEL | Call.EXPIRE:
                return self._closing
            case Fetch.QR:
                return self._fetching
            case Call.CHARGE | Call.REFUND:
                return self._charging

    def _hash(self, ticket: int, pin: Pin, salts: tuple[PinSalt, ...]) -> None:
        hashes: tuple[bytes, ...] = ()
        try:
            hashes = tuple(hash_pin(pin, salt) for salt in salts)
        except (ValueError, MemoryError):
            log.exception("a PIN could not be hashed")
        finally:
            self._post(PinHashed(ticket, hashes))

    def _run(self, order_id: str, errand: Errand, work: Work) -> None:
        try:
            outcome = work()
        except GatewayError as error:
            self._post(Answered(order_id, errand, error))
        except Exception:
            log.exception("%s of %s failed by a fault of ours", errand.value, order_id)
            self._post(Answered(order_id, errand, OutcomeUnknownError("a fault of ours")))
        else:
            self._post(Answered(order_id, errand, outcome))
