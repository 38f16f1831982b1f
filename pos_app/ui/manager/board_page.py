"""The pending board: every payment that waits or wants a decision, and what can be done with each."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QWidget

from pos_app.domain.evidence import Decision
from pos_app.domain.payment import Payment
from pos_app.domain.staff import Right
from pos_app.till.desk_messages import (
    AttachableShown,
    DecisionTaken,
    FindDecided,
    LookAround,
    ShowAttachable,
    StaffShown,
)
from pos_app.till.messages import BoardShown, DecidedFound, Event, NeighboursShown, ShowStory, StoryShown
from pos_app.ui.cashier.keyboard import Keyboard
from pos_app.ui.cashier.scene import CounterSetup, Room, Send
from pos_app.ui.keys import DIGITS, Action
from pos_app.ui.manager.approval import Approval
from pos_app.ui.manager.attention_panel import AttentionPanel
from pos_app.ui.manager.board_contents import BoardContents
from pos_app.ui.manager.board_frame import BoardFrame, Pane
from pos_app.ui.manager.cancelling import cancelling
from pos_app.ui.manager.deciding import attaching, deciding, refunding
from pos_app.ui.manager.errand import Errand
from pos_app.ui.manager.filters import Filter
from pos_app.ui.manager.payment_panel import PaymentPanel
from pos_app.ui.presses import action_of, chosen
from pos_app.ui.theme import Theme

_SIDE, _SIDE_NARROW = 392, 336

_LOOK_EVERY = 3.0
"""Seconds between two looks at the other tills: nothing tells this one when they change."""


class BoardPage(QWidget):
    """Signals: `closed` when the sale is wanted back, `acted` with an Action that is not the board's."""

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
        self._send = send
        self._room: Room | None = None
        self._next_look = 0.0
        self.contents = BoardContents()
        self._staff: StaffShown | None = None
        self._told: Payment | None = None
        self._asked: Payment | None = None
        self.frame = BoardFrame(theme)
        self.payment = PaymentPanel(theme, setup, send)
        self.attention = AttentionPanel(theme, send)
        self.approval = Approval(theme, send, monotonic)
        self._empty = QFrame()
        self._empty.setProperty("role", "card")
        self.side = QStackedWidget()
        for part in (self._empty, self.payment, self.attention, self.approval):
            self.side.addWidget(part)
        self._keyboard = Keyboard(monotonic, self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(12)
        layout.addWidget(self.frame, 1)
        layout.addWidget(self.side)
        self.frame.closed.connect(self.closed)
        self.frame.turned.connect(self.turn)
        self.frame.narrowed.connect(self._show)
        self.frame.sought.connect(self._find_decided)
        for rows in (self.frame.waiting, self.frame.attention, self.frame.decided):
            rows.picked.connect(self._picked)
        self.payment.cancel_wanted.connect(self._cancel)
        self.payment.resumed.connect(self.closed)
        self.attention.decided.connect(self._decide)
        self.attention.refund_wanted.connect(self._refund)
        self.approval.finished.connect(self._put_away)
        self._keyboard.acted.connect(self._act)

    @property
    def is_asking(self) -> bool:
        return self.side.currentWidget() is self.approval

    def open(self, room: Room) -> None:
        """Begin with what waits, nothing searched for and nothing asked."""
        self.contents.forget()
        self._next_look = 0.0
        self._told = None
        self.frame.turn(Pane.WAITING)
        self.frame.filters.clear_search()
        self.frame.decided_head.clear_search()
        self.side.setCurrentWidget(self._empty)
        self.present(room)

    def hear(self, event: Event) -> None:
        match event:
            case BoardShown():
                self.contents.hear(event)
                self._withdraw()
            case NeighboursShown():
                self.contents.hear(event)
            case DecidedFound(text=text) if text == self.frame.decided_head.search.text():
                self.contents.hear(event)
            case DecisionTaken():
                self.contents.hear(event)
                self._find_decided()
            case StaffShown():
                self._staff = event
                name = event.at_counter.name if event.at_counter else ""
                self.frame.filters.know_cashier(name)
            case StoryShown(order_id=order_id, steps=steps):
                self.payment.story.hear(order_id, steps)
                self.attention.story.hear(order_id, steps)
            case AttachableShown() as shown:
                self._attach(shown)
            case _:
                self.approval.hear(event)

    def present(self, room: Room) -> None:
        self._room = room
        self.side.setFixedWidth(_SIDE_NARROW if room.is_narrow else _SIDE)
        self._look_around(room)
        self._show()

    def press(self, event: QKeyEvent) -> None:
        if self.is_asking:
            if not self.approval.press(event):
                self._press_elsewhere(event)
            return
        number = chosen(event)
        if number is not None and self.frame.pane is Pane.WAITING:
            self.frame.filters.choose(tuple(Filter)[number])
        elif self.frame.pane is not Pane.WAITING:
            self._keyboard.press(event)
        elif action_of(event) in (None, *DIGITS) and self.frame.filters.take(event):
            return
        else:
            self._press_elsewhere(event)

    @Slot(object)
    def turn(self, pane: Pane) -> None:
        """Show another tab."""
        if pane is not self.frame.pane:
            self.frame.turn(pane)
            self.side.setCurrentWidget(self._empty)
            self._find_decided()
            self._show()

    @Slot()
    def _find_decided(self) -> None:
        if self.frame.pane is Pane.DECIDED:
            self._send(FindDecided(self.frame.decided_head.search.text()))

    def _press_elsewhere(self, event: QKeyEvent) -> None:
        action = action_of(event)
        if action is not None:
            self._act(action)

    @Slot(object)
    def _act(self, action: Action) -> None:
        if self.is_asking:
            self.acted.emit(action)
            return
        match action:
            case Action.UP | Action.DOWN:
                self._step(-1 if action is Action.UP else 1)
            case Action.PENDING:
                self.turn(self.frame.pane.next)
            case Action.SEARCH if self.frame.search is not None:
                self.frame.search.setFocus()
            case Action.MAIN if self.frame.decided_head.leave():
                pass  # what was looked for stays; digits decide again
            case Action.BACK:
                self._back()
            case _:
                panel = self.side.currentWidget()
                taken = isinstance(panel, PaymentPanel | AttentionPanel) and panel.act(action)
                if not taken:
                    self.acted.emit(action)
        self._show()

    def _step(self, by: int) -> None:
        panel = self.side.currentWidget()
        if isinstance(panel, PaymentPanel | AttentionPanel) and panel.story.shows_raw:
            panel.story.scroll_raw(by)
        else:
            self.frame.list.step(by)

    def _back(self) -> None:
        panel = self.side.currentWidget()
        if isinstance(panel, PaymentPanel | AttentionPanel) and panel.close_story():
            return
        if not self.frame.clear_search():
            self.closed.emit()

    # what is asked before something is done

    def _needs_pin(self, right: Right) -> bool:
        """Decisions are a person's own act; a cancel only wants the right."""
        staff = self._staff
        if staff is None or not staff.pins_in_use:
            return False
        return right is not Right.CANCEL or not staff.may(right)

    def _ask(self, errand: Errand, payment: Payment) -> None:
        if self._room is not None:
            self._asked = payment
            if self.frame.search is not None:
                self.frame.search.clearFocus()  # what is typed now is no search
            self.approval.begin(errand, self._room)
            self.side.setCurrentWidget(self.approval)

    @Slot()
    def _cancel(self) -> None:
        row = self.frame.waiting.rows.selected
        if row is not None:
            self._ask(cancelling(row.payment, lambda: self._needs_pin(Right.CANCEL)), row.payment)

    @Slot(object)
    def _decide(self, decision: Decision) -> None:
        row = self.frame.list.rows.selected
        if row is None:
            return
        if decision is Decision.ATTACH:
            self._send(ShowAttachable(row.payment.order_id))
        else:
            self._ask(deciding(row.payment, decision, lambda: self._needs_pin(Right.DECIDE)), row.payment)

    def _attach(self, shown: AttachableShown) -> None:
        row = self.frame.list.rows.selected
        if row is not None and row.payment.order_id == shown.order_id:
            self._ask(attaching(row.payment, shown, lambda: self._needs_pin(Right.DECIDE)), row.payment)

    @Slot()
    def _refund(self) -> None:
        row = self.frame.list.rows.selected
        if row is not None:
            self._ask(refunding(row.payment, lambda: self._needs_pin(Right.REFUND)), row.payment)

    @Slot()
    def _put_away(self) -> None:
        self.side.setCurrentWidget(self._empty)
        self._show()

    def _withdraw(self) -> None:
        """What is asked is over once its payment stands elsewhere: paid, closed, or decided by another."""
        asked = self._asked
        if asked is None or not self.is_asking:
            return
        now = self.contents.payment(asked.order_id)
        if now is None or (now.state, now.decision) != (asked.state, asked.decision):
            self.side.setCurrentWidget(self._empty)

    # what is shown

    def _look_around(self, room: Room) -> None:
        if room.monotonic >= self._next_look:
            self._next_look = room.monotonic + _LOOK_EVERY
            self._send(LookAround())

    @Slot()
    def _picked(self) -> None:
        if self.is_asking:
            self.side.setCurrentWidget(self._empty)
        self.attention.story.hide()
        self._show()

    @Slot()
    def _show(self) -> None:
        room = self._room
        if room is None:
            return
        self.frame.show_contents(self.contents, room)
        row = self.frame.list.rows.selected
        if self.is_asking:
            self.approval.present(room)
            return
        if row is None:
            self.side.setCurrentWidget(self._empty)
            return
        self._tell_story(row.payment)
        if self.frame.pane is not Pane.WAITING:
            needs_pin = self._needs_pin(Right.DECIDE)
            self.attention.show_row(row, room, needs_pin=needs_pin)
            self.side.setCurrentWidget(self.attention)
        else:
            self.payment.show_row(row, room, needs_pin=self._needs_pin(Right.CANCEL))
            self.side.setCurrentWidget(self.payment)

    def _tell_story(self, payment: Payment) -> None:
        """Ask for the evidence once a payment, and again whenever it has moved."""
        if payment != self._told:
            self._told = payment
            self._send(ShowStory(payment.order_id))
