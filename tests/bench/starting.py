"""One start to be measured, in a process of its own: `python -m tests.bench.starting bare` or `… app HOME`.

Says `usable CPU RSS PSS` (milliseconds of this process, KiB) when the window was painted with the keys in its
text field, and `settled …` after three quiet seconds; then it ends. `bare` is the least that a cashier's window of Qt could be.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QTableWidget, QVBoxLayout, QWidget

_SETTLED = 3000
"""Milliseconds."""


class FirstPaint(QObject):
    """Looks at every paint of one window until it has the keys."""

    def __init__(self, app: QApplication, window: QWidget) -> None:
        super().__init__(app)
        self._app = app
        self._window = window
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
        _say("usable")
        QTimer.singleShot(_SETTLED, self, self._end)

    def _end(self) -> None:
        _say("settled")
        self._app.quit()


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
    FirstPaint(app, window)
    return app.exec()


def whole_app(home: str) -> int:
    """As the command line starts it; only what is called as Qt's loop begins is ours."""
    from pos_app import cli

    run_loop = QApplication.exec

    def watched(app: QApplication) -> int:
        cashier = next(window for window in app.topLevelWidgets() if window.windowTitle().startswith("Kasir"))
        FirstPaint(app, cashier)
        return run_loop()

    QApplication.exec = watched  # type: ignore[method-assign]  # no import of ours comes earlier than in a shop
    return cli.main(["--home", home])


if __name__ == "__main__":
    sys.exit(bare() if sys.argv[1] == "bare" else whole_app(sys.argv[2]))
