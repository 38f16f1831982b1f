"""Which monitor shows what, and what happens when one is pulled out or comes back.

Monitors are remembered by serial number or name: the object that stands for one is dead once it is gone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, QRect, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


class Monitor(NamedTuple):
    """A monitor as a value. `serial` is empty where the monitor tells none."""

    name: str
    serial: str
    area: QRect

    def is_same_as(self, other: Monitor) -> bool:
        """Whether both are one piece of hardware, whatever its size and place are now."""
        if self.serial and other.serial:
            return self.serial == other.serial
        return self.name == other.name

    def is_called(self, wanted: str) -> bool:
        return bool(wanted) and wanted in (self.serial, self.name)


class Plan(NamedTuple):
    """Where both windows belong; `customer` is None while there is no monitor to spare."""

    cashier: Monitor
    customer: Monitor | None


def plan(monitors: Sequence[Monitor], home: Plan | None, wanted: str = "") -> Plan:
    """Lay out the `monitors`, of which the first is the desktop's main one.

    `home` is where the windows stood when all was well, `wanted` the name or serial that the settings
    give for the customer's monitor. The cashier comes first: without a second monitor, or where it only
    mirrors the first, the customer gets none. Raises ValueError for no monitors at all.
    """
    if not monitors:
        raise ValueError("there is no monitor")
    at_home = [monitor for monitor in monitors if home and monitor.is_same_as(home.cashier)]
    spare = [
        monitor
        for monitor in monitors
        if not monitor.is_called(wanted)
        and not (home and home.customer and monitor.is_same_as(home.customer))
    ]
    cashier = (at_home or spare or list(monitors))[0]
    others = [monitor for monitor in monitors if not monitor.area.intersects(cashier.area)]
    known = [monitor for monitor in others if home and home.customer and monitor.is_same_as(home.customer)]
    called = [monitor for monitor in others if monitor.is_called(wanted)]
    return Plan(cashier, next(iter([*called, *known, *others]), None))


class Screens(QObject):
    """Keeps the cashier's window on its monitor and the customer's full-screen on another.

    Signals:
        customer_screen_changed: whether the customer has a monitor now; while not, the cashier's window
            shows the QR at full size and says why.
    """

    customer_screen_changed = Signal(bool)

    def __init__(self, app: QGuiApplication, *, customer_monitor: str = "") -> None:
        """`customer_monitor` is a name or a serial number from the settings; empty lets the app choose."""
        super().__init__()
        self._app = app
        self._wanted = customer_monitor
        self._cashier: QWidget | None = None
        self._customer: QWidget | None = None
        self._home: Plan | None = None
        self._now: Plan | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._arrange)

    @property
    def has_customer_screen(self) -> bool:
        return self._now is not None and self._now.customer is not None

    def place(self, cashier: QWidget) -> None:
        """Show the cashier's window where it belongs, and keep it there from now on."""
        self._cashier = cashier
        self._app.screenAdded.connect(self._added)
        self._app.screenRemoved.connect(self._removed)
        for screen in self._app.screens():
            self._watch(screen)
        self._arrange()

    def place_beside(self, customer: QWidget) -> None:
        """The same with the customer's, while there is a monitor for it."""
        self._customer = customer
        self._arrange()

    def _watch(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._changed)

    @Slot(QScreen)
    def _added(self, screen: QScreen) -> None:
        self._watch(screen)
        self._soon.start()

    @Slot(QScreen)
    def _removed(self, screen: QScreen) -> None:
        """Qt is about to move what was on it to a monitor that is left, the cashier's: hide that first."""
        gone = _monitor(screen)
        if self._customer is not None and self._now is not None:
            on_it = self._now.customer is not None and gone.is_same_as(self._now.customer)
            if on_it or gone.is_same_as(self._now.cashier):
                self._customer.hide()
        self._soon.start()

    @Slot()
    def _changed(self) -> None:
        self._soon.start()

    @Slot()
    def _arrange(self) -> None:
        screens = self._ordered()
        if not screens:
            return
        new = plan([_monitor(screen) for screen in screens], self._home, self._wanted)
        if self._home is None or (self._home.customer is None and new.customer is not None):
            self._home = new
        had, self._now = self.has_customer_screen if self._now else None, new
        if new.customer is None and self._customer is not None:
            self._customer.hide()
        self._settle_cashier(_screen(screens, new.cashier))
        if new.customer is not None and self._customer is not None:
            _fill(self._customer, _screen(screens, new.customer))
        if had is not self.has_customer_screen:
            self.customer_screen_changed.emit(self.has_customer_screen)

    def _settle_cashier(self, screen: QScreen) -> None:
        """Move the cashier's window only where it stands wrong: a person may have sized it."""
        window = self._cashier
        if window is None:
            return
        area = screen.availableGeometry()
        if window.isVisible() and area.contains(window.geometry()) and window.screen() is screen:
            return
        window.setScreen(screen)
        window.setGeometry(area)
        window.showMaximized()

    def _ordered(self) -> list[QScreen]:
        """The desktop's main monitor first."""
        main = self._app.primaryScreen()
        return sorted(self._app.screens(), key=lambda screen: screen is not main)


def _monitor(screen: QScreen) -> Monitor:
    return Monitor(screen.name(), screen.serialNumber(), screen.geometry())


def _screen(screens: Sequence[QScreen], monitor: Monitor) -> QScreen:
    return next(screen for screen in screens if _monitor(screen) == monitor)


def _fill(window: QWidget, screen: QScreen) -> None:
    """Full-screen on one monitor, again after it changed its size or came back; the keyboard stays where it is."""
    from PySide6.QtCore import Qt  # the customer's window comes after the cashier's

    if window.isVisible() and window.isFullScreen() and window.geometry() == screen.geometry():
        return
    window.setScreen(screen)
    window.setGeometry(screen.geometry())
    window.setWindowState(Qt.WindowState.WindowFullScreen)
    window.show()
