"""SIGTERM and Ctrl+C close the windows."""

from __future__ import annotations

import signal
from contextlib import suppress

from PySide6.QtCore import QCoreApplication, QSocketNotifier, QTimer


def end_on_signals(app: QCoreApplication) -> None:
    """End the event loop, also where it has not begun. Python hears a signal only when Qt lets it run."""
    for wanted in (signal.SIGTERM, signal.SIGINT):
        signal.signal(wanted, lambda *_: QTimer.singleShot(0, app, app.quit))


def wake_on_signals(app: QCoreApplication) -> None:
    """Let Python run as soon as a signal is there, even while Qt sleeps."""
    import socket

    reading, writing = socket.socketpair()
    writing.setblocking(False)
    signal.set_wakeup_fd(writing.fileno())
    notifier = QSocketNotifier(reading.fileno(), QSocketNotifier.Type.Read, app)

    def take() -> None:
        with suppress(OSError):
            reading.recv(64)

    def let_go() -> None:
        signal.set_wakeup_fd(-1)
        reading.close()
        writing.close()

    notifier.activated.connect(take)
    app.aboutToQuit.connect(let_go)
