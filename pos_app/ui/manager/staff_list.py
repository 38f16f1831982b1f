"""Who works here, one of them selected."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from pos_app.domain.language import Language
from pos_app.domain.staff import Member
from pos_app.till.desk_messages import StaffShown
from pos_app.ui.i18n import tr
from pos_app.ui.text.staff import role_name
from pos_app.ui.theme import Theme, set_property
from pos_app.ui.widgets.badge import Badge
from pos_app.ui.widgets.chip import Chip
from pos_app.ui.widgets.label import ElidedLabel
from pos_app.ui.widgets.paragraph import Paragraph

_HEIGHT = 56


class StaffList(QScrollArea):
    """Signals: `picked` when somebody else was selected."""

    picked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._staff: tuple[Member, ...] = ()
        self._current = 0
        self._rows: list[_StaffRow] = []
        self._nobody = Paragraph("empty-note", 20)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._note = QWidget()
        around = QVBoxLayout(self._note)
        around.setContentsMargins(20, 20, 20, 20)
        around.addWidget(self._nobody)
        self._column.addWidget(self._note)
        self._column.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def current(self) -> Member | None:
        return self._staff[self._current] if self._current < len(self._staff) else None

    def step(self, by: int) -> None:
        self._pick(min(max(0, self._current + by), len(self._staff) - 1))

    def present(self, shown: StaffShown | None, language: Language) -> None:
        self._staff = shown.staff if shown else ()
        self._current = min(self._current, max(0, len(self._staff) - 1))
        while len(self._rows) < len(self._staff):
            self._rows.append(self._new_row(len(self._rows)))
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(self._staff))
            if number < len(self._staff):
                member = self._staff[number]
                is_here = shown is not None and shown.at_counter == member
                row.show_member(member, language, is_current=number == self._current, is_here=is_here)
        self._note.setVisible(not self._staff)
        self._nobody.setText(
            tr(
                "staff",
                "Belum ada staf. Selama belum ada, kasir tidak meminta PIN dan tidak ada yang dikunci.",
                language,
            )
        )

    def _new_row(self, number: int) -> _StaffRow:
        row = _StaffRow(self._theme)
        row.clicked.connect(lambda: self._pick(number))
        self._column.insertWidget(number, row)
        return row

    def _pick(self, number: int) -> None:
        if 0 <= number < len(self._staff) and number != self._current:
            self._current = number
            self.ensureWidgetVisible(self._rows[number], 0, 0)
            self.picked.emit()


class _StaffRow(QPushButton):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "staff-row")
        self.setFixedHeight(_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._name = ElidedLabel("strong")
        self._role = ElidedLabel("body")
        self._here = Chip(theme)
        here = QWidget()
        at_right = QHBoxLayout(here)
        at_right.setContentsMargins(0, 0, 0, 0)
        at_right.addStretch(1)
        at_right.addWidget(self._here)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 0, 20, 0)
        layout.setSpacing(12)
        badge = Badge(theme, "person", "user-round", "text2", side=32, icon_side=16)
        for part, stretch in ((badge, 0), (self._name, 3), (self._role, 2), (here, 2)):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            if stretch:  # whatever stands in them, the columns of all rows are in line
                part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            layout.addWidget(part, stretch)

    def show_member(self, member: Member, language: Language, *, is_current: bool, is_here: bool) -> None:
        set_property(self, "chosen", is_current)
        self._name.setText(member.name)
        self._role.setText(role_name(member.role, language))
        self._here.show_words("indigo", "check", tr("staff", "Di kasir ini", language))
        self._here.setVisible(is_here)
        self.setAccessibleName(f"{member.name}, {role_name(member.role, language)}")
