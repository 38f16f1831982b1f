"""What the till knows of a QR that waits: its age, the last news, the last check and the next."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from pos_app.domain.method import Method
from pos_app.ui.cashier.scene import Scene
from pos_app.ui.countdown import seconds_until
from pos_app.ui.i18n import tr
from pos_app.ui.text.checks import pushed, said
from pos_app.ui.text.moments import clock_with_seconds, duration
from pos_app.ui.text.offers import age_name
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.fact_row import FactRow

ROOMY, CLOSE, CLOSEST = 48, 36, 26
"""Pixels of a row: as it should be, on a low window, and where that has no room to spare."""

_DASH = "–"


class WatchFacts(QWidget):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.age = FactRow(theme, "timer")
        self.push = FactRow(theme, "bell-ring")
        self.last = FactRow(theme, "refresh-cw")
        self.next = FactRow(theme, "clock")
        self._columns, self._row_height = 0, ROOMY
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(40)
        self._grid.setVerticalSpacing(0)

    @property
    def rows(self) -> tuple[FactRow, ...]:
        """In the order in which they are read."""
        return self.age, self.push, self.last, self.next

    def arrange(self, columns: int) -> None:
        """One below the other, or two and two."""
        if columns == self._columns:
            return
        self._columns = columns
        for number, row in enumerate(self.rows):
            self._grid.addWidget(row, number // columns, number % columns)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if columns > 1 else 0)

    def set_row_height(self, pixels: int) -> None:
        self._row_height = pixels
        for row in self.rows:
            row.setFixedHeight(self._row_height)

    @property
    def wanted_height(self) -> int:
        """Pixels, also before the rows are laid out anew."""
        return len(self.rows) // self._columns * self._row_height + self.contentsMargins().top()

    def present(self, scene: Scene, *, with_notes: bool) -> None:
        watch, language = scene.counter.watch, scene.language
        began = watch.began if watch else None
        age = _DASH if began is None else duration(max(0, int(scene.monotonic - began)), language)
        payment = scene.counter.payment
        method = payment.method if payment else Method.QRIS
        self.age.show_fact(age_name(method, language), age)
        pushed_at = watch.last_push_at if watch else None
        told = watch.last_push_said if watch else None
        self.push.show_fact(
            tr("waiting", "Kabar terakhir (push)", language),
            clock_with_seconds(pushed_at, language) if pushed_at else _DASH,
            pushed(told, method, language) if told and with_notes else "",
        )
        asked_at = watch.last_check_at if watch else None
        answer = said(watch.last_check_said, language) if watch and with_notes else ""
        self.last.show_fact(
            tr("waiting", "Cek terakhir", language),
            clock_with_seconds(asked_at, language) if asked_at else _DASH,
            answer if asked_at else "",
        )
        left = seconds_until(watch.next_check, scene.monotonic) if watch and not scene.is_coming else 0
        at_once = _DASH if scene.is_coming else tr("waiting", "sekarang", language)
        soon = tr("waiting", "{duration} lagi", language).format(duration=duration(left, language))
        self.next.show_fact(
            tr("waiting", "Cek berikutnya boleh", language),
            soon if left else at_once,
            tr("waiting", "otomatis", language) if left and with_notes else "",
        )
