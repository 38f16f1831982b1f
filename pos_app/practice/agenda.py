"""What is to happen later: one thread, a list of due times, nothing polled."""

from __future__ import annotations

import heapq
import logging
import time
from collections.abc import Callable
from itertools import count
from threading import Condition, Thread

_log = logging.getLogger(__name__)


class Agenda:
    """Runs short actions at their time, in one daemon thread that starts with the first of them."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._due: list[tuple[float, int, Callable[[], object]]] = []
        self._numbers = count()
        self._thread: Thread | None = None
        self._is_closed = False

    def after(self, seconds: float, action: Callable[[], object]) -> None:
        """Run `action` in `seconds`; what is asked for after `close` is dropped."""
        with self._changed:
            if self._is_closed:
                return
            heapq.heappush(self._due, (time.monotonic() + seconds, next(self._numbers), action))
            if self._thread is None:
                self._thread = Thread(target=self._run, name="practice-agenda", daemon=True)
                self._thread.start()
            self._changed.notify()

    def close(self) -> None:
        """Drop what is still due and wait for the action that runs."""
        with self._changed:
            self._is_closed = True
            self._due.clear()
            self._changed.notify()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        while (action := self._next()) is not None:
            try:
                action()
            except Exception:  # noqa: BLE001  # one failing action must not stop the clock of all others
                _log.exception("an action of the practice gateway failed; the others go on")

    def _next(self) -> Callable[[], object] | None:
        with self._changed:
            while not self._is_closed:
                if not self._due:
                    self._changed.wait()
                    continue
                wait = self._due[0][0] - time.monotonic()
                if wait <= 0:
                    return heapq.heappop(self._due)[2]
                self._changed.wait(wait)
        return None
