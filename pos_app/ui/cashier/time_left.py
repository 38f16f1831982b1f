"""How long the QR can still be paid."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app.ui.cashier.scene import Scene
from pos_app.ui.countdown import Countdown
from pos_app.ui.i18n import tr
from pos_app.ui.text.moments import moment, time_left
from pos_app.ui.theme import Theme, set_property
from pos_app.ui.widgets.countdown_bar import CountdownBar
from pos_app.ui.widgets.icon import Icon
from pos_app.ui.widgets.label import Label
from pos_app.ui.widgets.paragraph import Paragraph


class TimeLeft(QWidget):
    """Calm indigo, and amber with an alarm clock in the last minute."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = theme.palette
        self._name = Label("label")
        self._alarm = Icon(theme, "alarm-clock", "amber", 26)
        self.figures = Label("countdown")
        self._until = Paragraph("label", 18, across=1, down=1)
        self._bar = CountdownBar(theme.palette.primary, theme.palette.border)
        self._bar.setFixedHeight(8)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._alarm)
        line.addWidget(self.figures)
        line.addWidget(self._until, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._name)
        layout.addLayout(line)
        layout.addSpacing(7)
        layout.addWidget(self._bar)

    def present(self, scene: Scene, left: Countdown) -> None:
        language, payment = scene.language, scene.counter.payment
        self._name.setText(tr("waiting", "Sisa waktu QR", language))
        self.figures.setText("" if left.seconds is None else time_left(left.seconds, language))
        set_property(self.figures, "urgent", left.is_last_minute)
        self._alarm.setVisible(left.is_last_minute)
        expires_at = payment.expires_at if payment else None
        until = tr("waiting", "Berlaku sampai {moment}", language)
        self._until.setText(until.format(moment=moment(expires_at, language)) if expires_at else "")
        fill = self._colours.amber if left.is_last_minute else self._colours.primary
        self._bar.set_colours(fill, self._colours.border)
        self._bar.show_left(left)
