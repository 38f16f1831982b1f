"""The search lane: finds products beside the till, and lets a newer keystroke overtake."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from pos_app.domain.catalog import Entry, Found
from pos_app.till.messages import Event, Find, ProductsFound
from pos_app.till.ports import Catalog

log = logging.getLogger(__name__)


class SearchLane:
    """One thread with a catalogue of its own; of several typed searches waiting only the newest is run.

    What was scanned or confirmed is never overtaken: every one of them is an article in somebody's hand.
    """

    def __init__(self, make: Callable[[], Catalog], publish: Callable[[Event], None]) -> None:
        self._make = make
        self._publish = publish
        self._wake = threading.Condition()
        self._waiting: list[Find] = []
        self._stopped = False
        self._thread = threading.Thread(target=self._run, name="search", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def find(self, find: Find) -> None:
        with self._wake:
            if find.entry is Entry.TYPED:
                self._waiting = [one for one in self._waiting if one.entry is not Entry.TYPED]
            self._waiting.append(find)
            self._wake.notify()

    def stop(self, timeout: float = 2.0) -> None:
        with self._wake:
            self._stopped = True
            self._wake.notify()
        if self._thread.is_alive():
            self._thread.join(timeout)

    def _run(self) -> None:
        catalog = self._make()
        while (find := self._next()) is not None:
            try:
                self._publish(_answer(catalog, find))
            except Exception:  # a broken search must not end the lane; the cashier sees an empty list
                log.exception("searching failed")
                self._publish(ProductsFound(Found(find.text, (), 0, 0), find.entry))

    def _next(self) -> Find | None:
        with self._wake:
            while not self._waiting and not self._stopped:
                self._wake.wait()
            return None if self._stopped else self._waiting.pop(0)


def _answer(catalog: Catalog, find: Find) -> ProductsFound:
    if find.entry is not Entry.SCANNED:
        return ProductsFound(catalog.find(find.text, find.limit), find.entry)
    exact = catalog.scanned(find.text)
    products = (exact,) if exact else ()
    return ProductsFound(Found(find.text, products, len(products), len(products)), find.entry, exact)
