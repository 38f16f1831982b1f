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
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # each way loads Qt in its own time
    from PySide6.QtWidgets import QApplication, QWidget

HIDDEN = "POS_APP_BENCH_HIDDEN"

_SETTLED = 3000
"""Milliseconds."""


def measure(app: QApplication, window: QWidget) -> None:
    """Say how things stand when the window is usable and when it has settled; then end."""
    from PySide6.QtCore import QTimer

    from tests.bench.usable import Usable

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
    from PySide6.QtWidgets import QApplication, QLineEdit, QTableWidget, QVBoxLayout, QWidget

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
    from pos_app import app as composition
    from pos_app import cli
    from pos_app.app import imports

    def load_and_watch() -> None:
        imports.import_without_features()  # Qt comes here and no sooner, as in a shop
        from PySide6.QtWidgets import QApplication

        run_loop = QApplication.exec

        def watched(app: QApplication) -> int:
            watch(app, next(one for one in app.topLevelWidgets() if one.windowTitle().startswith("Kasir")))
            return run_loop()

        QApplication.exec = watched  # type: ignore[assignment]

    vars(composition)["import_without_features"] = load_and_watch
    return cli.main(["--home", home])


if __name__ == "__main__":
    for name in os.environ.get(HIDDEN, "").split():
        sys.modules[name] = None  # type: ignore[assignment]  # what importlib takes for "not there"
    sys.exit(bare() if sys.argv[1] == "bare" else whole_app(sys.argv[2], measure))
