"""The desktop: two windows, what they draw from, and an orderly end."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from pos_app.app.first_paint import FirstPaint
from pos_app.app.fitting import STORE_CODES, shop_of
from pos_app.app.rubbish import Rubbish
from pos_app.app.signals import end_on_signals, wake_on_signals
from pos_app.app.starting import with_settings
from pos_app.app.system import SystemClock
from pos_app.settings.model import Settings
from pos_app.settings.places import Places, places
from pos_app.ui.bridge import Bridge
from pos_app.ui.cashier.scene import CounterSetup, Simulate
from pos_app.ui.cashier.window import CashierWindow
from pos_app.ui.screens import Screens
from pos_app.ui.theme import Theme

if TYPE_CHECKING:
    from pos_app.app.link import Link
    from pos_app.app.machinery import Machinery
    from pos_app.till.messages import Command, Find
    from pos_app.ui.customer.window import CustomerWindow
    from pos_app.ui.player import Player
    from pos_app.ui.sound import Sounds, Tune
    from pos_app.ui.widgets.flash import Flash


_SWITCH_SECONDS = 0.0001
"""How long another thread may hold the windows up while both want to run: painting goes first."""

_PAINT_AFTER = ("QT_QPA_UPDATE_IDLE_TIME", "0")
"""Qt lets 5 ms go by between a change and its painting, to gather more: a snapshot brings all at once."""


class Desktop(QObject):
    """Both windows of one till over its machinery. `link` is asked for when the cashier's window is there."""

    def __init__(
        self,
        app: QApplication,
        at: Places,
        settings: Settings,
        link: Callable[[], Link],
        simulate: Simulate | None = None,
    ) -> None:
        super().__init__()
        self.shop = shop = shop_of(settings)
        self._settings = settings
        self._clock = SystemClock()
        self._theme = Theme()
        self._theme.load_letters(app)
        self.bridge = Bridge()
        self._at = at
        self._link = link
        self._setup = CounterSetup(
            shop=shop,
            store_codes=STORE_CODES,
            asks_name=settings.store_code.asks_name,
            can_print=settings.printer.address is not None,
            can_park=True,
            simulate=simulate,
        )
        self.cashier = CashierWindow(
            self._setup,
            self._clock,
            self._theme,
            send=self._send,
            find=self._find,
            language=settings.store.language,
            has_customer_display=False,  # until the screens are looked at
        )
        self._theme.set_sheet(app)
        self.bridge.connect_to(self.cashier.on_event)
        self._player: Player | None = None
        self._sounds: Sounds | None = None
        self._screens = Screens(app, customer_monitor=settings.display.screen)
        self._screens.customer_screen_changed.connect(self._tell_customer_screen)

    @cached_property
    def customer(self) -> CustomerWindow:
        """Made when the cashier's window is there: nobody's first sale waits for it."""
        from pos_app.ui.customer.window import CustomerWindow

        window = CustomerWindow(
            self.shop,
            (self.shop.qr_method, *self._setup.store_codes),
            self._clock,
            self._theme,
            reduce_motion=self._settings.display.reduces_motion,
        )
        self.bridge.connect_to(window.receive)
        return window

    @cached_property
    def machinery(self) -> Machinery:
        """Made when it is needed first: what it loads need not hold up the first paint."""
        from pos_app.app.machinery import Machinery

        return Machinery(self._at, self._settings, self._link(), self.bridge.post)

    def open(self) -> None:
        """Show the cashier's window, and all the rest after its first paint."""
        self._screens.place(self.cashier)
        self.cashier.activateWindow()  # the keys are the cashier's, also on a desktop without a window manager
        self._tell_customer_screen(self._screens.has_customer_screen)
        FirstPaint(self.cashier, self._start)

    def add_sounds(self) -> None:
        """From now on the till's events are heard, or seen where the shop is quiet."""
        from pos_app.ui.sound import Sounds

        self._sounds = Sounds(self._make_noise)
        self.bridge.connect_to(self._sounds.hear)

    def _start(self) -> None:
        self.add_sounds()
        self._screens.place_beside(self.customer)
        self.machinery.start()
        self.cashier.build_ahead()

    def _send(self, command: Command) -> None:
        self.machinery.post(command)

    def _find(self, find: Find) -> None:
        self.machinery.find(find)

    def close(self) -> None:
        """End all that goes on without the windows."""
        if self._sounds is not None:
            self._sounds.stop()
        if self._player is not None:
            self._player.stop()
        self.machinery.stop()

    @cached_property
    def _flash(self) -> Flash:
        from pos_app.ui.widgets.flash import Flash

        return Flash(self.cashier, self._theme, self._clock.monotonic)

    def _make_noise(self, tune: Tune) -> None:
        if self._settings.display.is_quiet:
            self._flash.flash()
            return
        if self._player is None:
            from pos_app.ui.player import Player

            self._player = Player()
        self._player.play(tune)

    @Slot(bool)
    def _tell_customer_screen(self, is_there: bool) -> None:
        self.cashier.show_customer_display(is_there=is_there)


def run_desktop(home: Path | None) -> int:
    """The till of a home with a `settings.toml`."""
    at = places(home)

    def run(settings: Settings) -> int:
        if settings.gateway.is_played:
            from pos_app.app.practice import practise

            return practise(at, settings, None)
        return serve(at, settings, link=lambda: _shop_link(at, settings))

    return with_settings(at, run)


def _shop_link(at: Places, settings: Settings) -> Link:
    from pos_app.app.link import ShopLink
    from pos_app.settings.secrets import Secrets

    return ShopLink(settings, Secrets(at.name))


def serve(
    at: Places,
    settings: Settings,
    link: Callable[[], Link],
    *,
    simulate: Simulate | None = None,
    begin: Callable[[QApplication, Desktop], None] | None = None,
) -> int:
    """Open both windows and stay until they are closed. `begin` is called once they are."""
    sys.setswitchinterval(_SWITCH_SECONDS)
    os.environ.setdefault(*_PAINT_AFTER)
    app = QApplication([sys.argv[0]])
    app.setApplicationName("pos-app")
    Rubbish(app)
    end_on_signals(app)
    desktop = Desktop(app, at, settings, link, simulate)
    desktop.open()
    FirstPaint(desktop.cashier, lambda: wake_on_signals(app))
    if begin is not None:
        QTimer.singleShot(0, app, lambda: begin(app, desktop))
    try:
        return app.exec()
    finally:
        desktop.close()
