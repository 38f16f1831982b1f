"""Everything of one till that has no window: its thread, its lanes and its journal."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from pos_app.app.chance import SystemChance
from pos_app.app.fitting import journal_url, printer_of, shop_of
from pos_app.app.link import Link, LinkedGateway
from pos_app.app.relay_line import RelayLine
from pos_app.app.system import SystemClock
from pos_app.app.unusable_printer import UnusablePrinter
from pos_app.domain.effect import Effect
from pos_app.domain.printer import PrinterTrouble
from pos_app.settings.model import Settings
from pos_app.settings.places import Places
from pos_app.till.call_pool import CallPool
from pos_app.till.checkout import Till
from pos_app.till.kit import Kit
from pos_app.till.lane_messages import GivenUp, NotDrawn, Printed, PrinterTold
from pos_app.till.loop import TillThread
from pos_app.till.messages import Command, Event, Find
from pos_app.till.ports import Catalog, Printer
from pos_app.till.searching import SearchLane

if TYPE_CHECKING:
    from pos_app.journal.store import SqlJournal
    from pos_app.printing.lane import PrinterLane

log = logging.getLogger(__name__)

_DRAWN = 1.0
"""Seconds in which the windows have drawn what the till says first."""


class Machinery:
    """Start it after the first paint; `publish` is called from its threads."""

    def __init__(
        self, places: Places, settings: Settings, link: Link, publish: Callable[[Event], None]
    ) -> None:
        self._places = places
        self._settings = settings
        self._publish = publish
        self._journal: SqlJournal | None = None
        self._printer: PrinterLane | None = None
        self._gateway = LinkedGateway(link)
        self._opened = threading.Event()
        self._rehearsal: threading.Timer | None = None
        self._till = TillThread(self._make_till, publish, self._close, SystemClock())
        self._calls = CallPool(self._till.post)
        self._search = SearchLane(self._make_catalog, publish)
        self._relay = RelayLine(link, self._gateway, self._till.post)

    def start(self) -> None:
        self._till.start()
        self._search.start()

    def post(self, command: Command) -> None:
        self._till.post(command)

    def find(self, find: Find) -> None:
        self._search.find(find)

    def stop(self) -> None:
        """Wait for each thread at most two seconds, and for gateway calls half a one; the process waits for none.

        What is on its way is found out after the next start.
        """
        self._relay.stop()
        if self._rehearsal is not None:
            self._rehearsal.cancel()
        self._opened.set()
        self._search.stop()
        self._till.stop()
        self._calls.stop()
        if self._printer is not None:
            self._printer.stop()

    def _make_till(self) -> Till:
        """On the till's thread, which so owns the journal's connection."""
        from pos_app.journal.store import SqlJournal

        journal = SqlJournal.open(journal_url(self._settings, self._places), self._settings.store.till)
        self._journal = journal
        self._stock_shelves(journal)
        self._keep_backup()
        self._rehearse(journal)
        self._opened.set()
        kit = Kit(
            journal=journal,
            gateway=self._gateway,
            calls=self._calls,
            clock=SystemClock(),
            chance=SystemChance(),
            shop=shop_of(self._settings),
            publish=self._publish,
            printer=self._make_printer(),
        )
        till = Till(kit, self._relay.ack)
        self._relay.start(journal.cursor())
        return till

    def _make_printer(self) -> Printer | None:
        settings = printer_of(self._settings)
        if settings is None:
            return None
        from pos_app.printing.lane import PrinterLane
        from pos_app.printing.settings import SettingError

        try:
            self._printer = PrinterLane(
                settings,
                on_printed=lambda effect: self._till.post(Printed(effect)),
                on_given_up=self._say_given_up,
                on_not_drawn=lambda effect: self._till.post(NotDrawn(effect)),
                on_trouble=lambda trouble: self._till.post(PrinterTold(trouble)),
                underway=self._places.data / "printing-underway",
            )
        except SettingError as error:
            log.error("the printer can't be used: %s", error)  # noqa: TRY400 - a wrong setting is no fault of ours
            reason = error.said(settings.language)
            self._till.post(PrinterTold(PrinterTrouble.WRONG_SETTING, reason))
            return UnusablePrinter(reason, self._say_given_up)
        self._printer.start()
        return self._printer

    def _say_given_up(self, effect: Effect) -> None:
        self._till.post(GivenUp(effect))

    def _make_catalog(self) -> Catalog:
        """On the search lane, once the till has opened the journal."""
        from pos_app.journal.search import SqlCatalog

        self._opened.wait()
        return SqlCatalog.open(journal_url(self._settings, self._places))

    def _stock_shelves(self, journal: SqlJournal) -> None:
        """Where no money is real an empty shop gets the practice shelf."""
        if self._settings.gateway.environment.is_real:
            return
        from pos_app.journal.practice_products import practice_products
        from pos_app.journal.products import has_products, replace_products

        if not has_products(journal.engine):
            replace_products(journal.engine, practice_products())

    def _keep_backup(self) -> None:
        """The day's first copy, beside the till that already works."""
        if self._settings.journal.url:
            return  # a database server has backups of its own

        def keep() -> None:
            from pos_app.journal.backup import keep_daily_backup

            try:
                keep_daily_backup(self._places.journal, SystemClock().now())
            except Exception:  # a shop can sell without today's copy, and the log says why there is none
                log.exception("today's backup could not be made")

        threading.Thread(target=keep, name="backup", daemon=True).start()

    def _rehearse(self, journal: SqlJournal) -> None:
        """Between the windows' first drawings and the first customer; the till's own thread may have work already."""

        def play() -> None:
            from pos_app.journal.rehearsal import rehearse

            try:
                rehearse(journal)
            except Exception:  # the first sale then takes a little longer, as it would without a rehearsal
                log.exception("a sale could not be rehearsed")

        self._rehearsal = threading.Timer(_DRAWN, play)
        self._rehearsal.daemon = True
        self._rehearsal.start()

    def _close(self) -> None:
        self._opened.set()
        if self._journal is not None:
            self._journal.close()
