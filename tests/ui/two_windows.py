"""Both windows on real monitors, told as JSON whenever something has changed; run by the tests under Xvfb.

python -m tests.ui.two_windows

The cashier's window is a plain blue one. Ends when its standard input is closed.
"""

from __future__ import annotations

import json
import os
import sys

from PySide6.QtCore import QSocketNotifier, QTimer
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget

from pos_app.ui.customer.window import CustomerWindow
from pos_app.ui.screens import Screens
from pos_app.ui.theme import Theme
from tests.ui import snapshots
from tests.ui.pixels import decoded
from tests.ui.portraits_customer import METHODS, PictureClock

BLUE = "#336699"


class Watcher:
    """Looks at the screens ten times a second, with the X server's own pixels."""

    def __init__(self, screens: Screens, cashier: QWidget, customer: QWidget) -> None:
        self._screens = screens
        self._cashier = cashier
        self._customer = customer
        self._told = ""
        self._strayed = False
        customer.winId()  # a window that was never shown has no handle yet
        customer.windowHandle().screenChanged.connect(self._customer_moved)

    def _customer_moved(self) -> None:
        """Qt itself moves what is left on a monitor that is gone: to the cashier's."""
        self._strayed = self._strayed or self._customer.isVisible()

    def look(self) -> None:
        found = {screen.name(): decoded(screen.grabWindow(0)) for screen in QApplication.screens()}
        screen = self._cashier.screen()
        middle = self._cashier.geometry().center() - screen.geometry().topLeft()
        root = screen.grabWindow(0, middle.x(), middle.y(), 1, 1).toImage()
        told = json.dumps(
            {
                "monitors": sorted(found),
                "qr_on": sorted(name for name, texts in found.items() if texts == [snapshots.QR_TEXT]),
                "cashier": _place(self._cashier),
                "cashier_is_seen": root.pixelColor(0, 0).name() == BLUE,
                "customer": _place(self._customer) if self._customer.isVisible() else None,
                "has_customer_screen": self._screens.has_customer_screen,
                "customer_strayed": self._strayed,
                "active": self._customer.isActiveWindow(),
            }
        )
        if told != self._told:
            self._told = told
            print(told, flush=True)


def _place(window: QWidget) -> list[int]:
    area = window.geometry()
    return [area.x(), area.y(), area.width(), area.height()]


def main() -> None:
    app = QApplication(sys.argv[:1])
    theme = Theme()
    theme.apply(app)
    cashier = QWidget()
    palette = cashier.palette()
    palette.setColor(cashier.backgroundRole(), QColor(BLUE))
    cashier.setPalette(palette)
    cashier.setAutoFillBackground(True)
    customer = CustomerWindow(snapshots.shop(), METHODS, PictureClock(), theme, reduce_motion=True)
    screens = Screens(app)
    screens.place(cashier)
    screens.place_beside(customer)
    customer.show_counter(snapshots.waiting())
    watcher = Watcher(screens, cashier, customer)
    looking = QTimer(interval=100)
    looking.timeout.connect(watcher.look)
    looking.start()
    ending = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    ending.activated.connect(app.quit)
    code = app.exec()
    sys.stdout.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
