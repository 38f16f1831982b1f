"""One start to be measured, in a process of its own: `python -m tests.bench.starting bare` or `… app HOME`.

Says `usable CPU RSS PSS` (milliseconds of this process, KiB) when the window was painted with the keys in its
text field, and `settled …` after three quiet seconds; then it ends. `bare` is the least that a cashier's window of Qt could be.
Modules that the environment's HIDDEN names can't be imported.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QTableWidget, QVBoxLayout, QWidget

HIDDEN = "POS_APP_BENCH_HIDDEN"

_SETTLED = 3000
"""Milliseconds."""


class Usable(QObject):
    """Looks at every paint of one window until it has the keys in a text field; calls `then` right after that."""

    def __init__(self, app: QApplication, window: QWidget, then: Callable[[], None]) -> None:
        super().__init__(app)
        self._app = app
        self._window = window
        self._then = then
        self._told = False
        app.installEventFilter(self)
        window.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if event.type() is not QEvent.Type.Paint or self._told or not isinstance(watched, QWidget):
            return False
        if watched.window() is self._window and self._has_keys():
            self._told = True
            QTimer.singleShot(0, self, self._tell)
        return False

    def _has_keys(self) -> bool:
        focus = self._app.focusWidget()
        return isinstance(focus, QLineEdit) and focus.window() is self._window

    def _tell(self) -> None:
        self._app.removeEventFilter(self)
        self._then()


def measure(app: QApplication, window: QWidget) -> None:
    """Say how things stand when the window is usable and when it has settled; then end."""

    def usable() -> None:
        _say("usable")
        QTimer.singleShot(_SETTLED, app, settled)

    def settled() -> None:
        _say("settled")
        app.quit()

    Usable(app, window, usable)


def _say(what: str) -> None:
    rollup = Path("/proc/self/smaps_rollup").read_text(encoding="ascii")
    found = {line.split(":")[0]: line.split()[1] for line in rollup.splitlines()[1:]}
    cpu = time.process_time() * 1000
    sys.stdout.write(f"{what} {cpu:.0f} {found['Rss']} {found['Pss']}\n")
    sys.stdout.flush()


def bare() -> int:
    app = QApplication([])
    window = QWidget()
    layout = QVBoxLayout(window)
    field, table = QLineEdit(), QTableWidget(8, 4)
    layout.addWidget(field)
    layout.addWidget(table)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    field.setFocus()
    measure(app, window)
    return app.exec()


def whole_app(home: str, watch: Callable[[QApplication, QWidget], None]) -> int:
    """As the command line starts it; only `watch`, which is called as Qt's loop begins, is ours."""
    from pos_app import cli

    run_loop = QApplication.exec

    def watched(app: QApplication) -> int:
        watch(app, next(one for one in app.topLevelWidgets() if one.windowTitle().startswith("Kasir")))
        return run_loop()

    QApplication.exec = watched  # type: ignore[assignment]  # so nothing is imported earlier than in a shop
    return cli.main(["--home", home])


if __name__ == "__main__":
    for name in os.environ.get(HIDDEN, "").split():
        sys.modules[name] = None  # type: ignore[assignment]  # what importlib takes for "not there"
    sys.exit(bare() if sys.argv[1] == "bare" else whole_app(sys.argv[2], measure))
