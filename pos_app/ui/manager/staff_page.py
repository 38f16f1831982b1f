"""The manager's page: who works here, and the proof of a day."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from pos_app.domain.staff import Right
from pos_app.till.desk_messages import StaffShown
from pos_app.till.messages import Event
from pos_app.ui.cashier.keyboard import Keyboard
from pos_app.ui.cashier.scene import CounterSetup, Room, Send
from pos_app.ui.i18n import tr
from pos_app.ui.keys import Action
from pos_app.ui.manager.approval import Approval
from pos_app.ui.manager.day_panel import DayPanel
from pos_app.ui.manager.day_table import DayTable
from pos_app.ui.manager.errand import Errand
from pos_app.ui.manager.member_panel import MemberPanel
from pos_app.ui.manager.staff_list import StaffList
from pos_app.ui.manager.tab import Tab
from pos_app.ui.presses import action_of
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.key_button import KeyButton
from pos_app.ui.widgets.label import Label

_SIDE, _SIDE_NARROW = 392, 336


class StaffPage(QWidget):
    """Signals: `closed` when the sale is wanted back, `acted` with an Action that means nothing here."""

    closed = Signal()
    acted = Signal(object)

    def __init__(
        self,
        theme: Theme,
        setup: CounterSetup,
        send: Send,
        monotonic: Callable[[], float],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._room: Room | None = None
        self._staff: StaffShown | None = None
        self._title = Label("board-title")
        self._title.setContentsMargins(0, 0, 12, 0)
        self.staff_tab, self.day_tab = Tab(), Tab()
        self._back = KeyButton(theme, "ghost", Action.BACK.value, padding=9)
        self._back.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.list = StaffList(theme)
        self.table = DayTable()
        self.member = MemberPanel(theme)
        self.day = DayPanel(theme, setup, send, self._needs_pin_for_reports)
        self.approval = Approval(theme, send, monotonic)
        self._left, self.side = QStackedWidget(), QStackedWidget()
        self._keyboard = Keyboard(monotonic, self)
        self._lay_out()
        self._back.clicked.connect(self.closed)
        self.staff_tab.clicked.connect(lambda: self._turn(to_day=False))
        self.day_tab.clicked.connect(lambda: self._turn(to_day=True))
        self.list.picked.connect(self._show)
        self.member.wanted.connect(self._ask)
        self.day.wanted.connect(self._ask)
        self.approval.finished.connect(self._put_away)
        self._keyboard.acted.connect(self._act)

    @property
    def is_asking(self) -> bool:
        return self.side.currentWidget() is self.approval

    @property
    def _shows_day(self) -> bool:
        return self._left.currentWidget() is self.table

    def open(self, room: Room) -> None:
        self._room = room
        self._turn(to_day=False)

    def hear(self, event: Event) -> None:
        match event:
            case StaffShown():
                self._staff = event
            case _:
                self.day.hear(event)
                self.approval.hear(event)

    def present(self, room: Room) -> None:
        self._room = room
        self.side.setFixedWidth(_SIDE_NARROW if room.is_narrow else _SIDE)
        self._show()

    def press(self, event: QKeyEvent) -> None:
        if not self.is_asking:
            self._keyboard.press(event)
        elif not self.approval.press(event):
            action = action_of(event)
            if action is not None:
                self.acted.emit(action)

    @Slot(object)
    def _act(self, action: Action) -> None:
        panel = self.day if self._shows_day else self.member
        if action is Action.BACK:
            self.closed.emit()
        elif action is Action.MANAGER:
            self._turn(to_day=not self._shows_day)
        elif action in (Action.UP, Action.DOWN) and not self._shows_day:
            self.list.step(-1 if action is Action.UP else 1)
        elif not panel.act(action):
            self.acted.emit(action)
        self._show()

    def _turn(self, *, to_day: bool) -> None:
        self._left.setCurrentWidget(self.table if to_day else self.list)
        self.side.setCurrentWidget(self.day if to_day else self.member)
        if to_day and self._room is not None:
            self.day.open(self._room)
        self._show()

    def _needs_pin_for_reports(self) -> bool:
        return self._staff is not None and not self._staff.may(Right.REPORTS)

    @Slot(object)
    def _ask(self, errand: Errand) -> None:
        if self._room is not None:
            self.approval.begin(errand, self._room)
            self.side.setCurrentWidget(self.approval)

    @Slot()
    def _put_away(self) -> None:
        self.side.setCurrentWidget(self.day if self._shows_day else self.member)
        self._show()

    @Slot()
    def _show(self) -> None:
        room = self._room
        if room is None:
            return
        language = room.language
        self._title.setText(tr("staff", "Manajer", language))
        self._title.setVisible(not room.is_narrow)
        count = len(self._staff.staff) if self._staff else 0
        self.staff_tab.show_tab(tr("staff", "Staf", language), count, is_open=not self._shows_day)
        self.day_tab.show_tab(tr("staff", "Rekonsiliasi", language), None, is_open=self._shows_day)
        self._back.show_words(tr("staff", "Kembali", language))
        self.list.present(self._staff, language)
        self.member.show_member(self.list.current, language)
        self.day.present(room)
        self.table.show_proof(self.day.proof, language, is_hidden=self.day.is_hidden)
        self.approval.present(room)

    def _lay_out(self) -> None:
        head = QFrame()
        head.setProperty("role", "card-head")
        head.setFixedHeight(64)
        row = QHBoxLayout(head)
        row.setContentsMargins(20, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self._title)
        row.addWidget(self.staff_tab)
        row.addWidget(self.day_tab)
        row.addStretch(1)
        row.addWidget(self._back)
        self._left.addWidget(self.list)
        self._left.addWidget(self.table)
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(0, 0, 0, 12)
        inside.setSpacing(0)
        inside.addWidget(head)
        inside.addWidget(self._left, 1)
        for part in (self.member, self.day, self.approval):
            self.side.addWidget(part)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(12)
        layout.addWidget(card, 1)
        layout.addWidget(self.side)
