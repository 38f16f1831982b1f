"""What can lie over the sale: the pending board, the manager's page, the lock. The sale stays below."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from pos_app.ui.cashier.scene import CounterSetup, Room, Send
from pos_app.ui.keys import Action
from pos_app.ui.theme import Theme

if TYPE_CHECKING:
    from pos_app.till.desk_messages import StaffShown
    from pos_app.till.messages import BoardShown, Event
    from pos_app.till.snapshot import BoardRow
    from pos_app.ui.manager.board_page import BoardPage
    from pos_app.ui.manager.lock_page import LockPage
    from pos_app.ui.manager.staff_page import StaffPage


_EVERYWHERE = {Action.LANGUAGE, Action.REPRINT, Action.PRINT_TEST}
"""Keys that mean the same whatever lies over the sale; every other one would act on what nobody sees."""


class BackRoom(QStackedWidget):
    """`front` is the sale. Pages are built when they are opened first, so that the window opens quickly.

    Signals: `acted` with an Action that is not the open page's and means the same on every page.
    """

    acted = Signal(object)

    def __init__(
        self,
        front: QWidget,
        theme: Theme,
        setup: CounterSetup,
        send: Send,
        monotonic: Callable[[], float],
    ) -> None:
        super().__init__()
        self._theme = theme
        self._setup = setup
        self._send = send
        self._monotonic = monotonic
        self._room: Room | None = None
        self._board: BoardPage | None = None
        self._staff_page: StaffPage | None = None
        self._lock: LockPage | None = None
        self._shown: BoardShown | None = None
        self._staff: StaffShown | None = None
        self._front = front
        self.addWidget(front)

    @property
    def is_open(self) -> bool:
        """Whether something lies over the sale."""
        return self.currentWidget() is not self._front

    @property
    def is_asking(self) -> bool:
        """Whether somebody is asked for a PIN or a reason."""
        page = self.currentWidget()
        asks = [one for one in (self._board, self._staff_page) if one is not None and one.is_asking]
        return page is self._lock or page in asks

    @property
    def _is_locked(self) -> bool:
        return self._staff is not None and self._staff.is_locked

    @property
    def pins_in_use(self) -> bool:
        return self._staff is not None and self._staff.pins_in_use

    @property
    def cashier(self) -> str:
        """Who signed in; empty where nobody did or nobody has to."""
        return self._staff.at_counter.name if self._staff and self._staff.at_counter else ""

    @property
    def _rows(self) -> tuple[BoardRow, ...]:
        return self._shown.rows if self._shown is not None else ()

    @property
    def waiting(self) -> int:
        """How many payments can still be paid, as the board counts them."""
        return sum(1 for row in self._rows if row.payment.can_be_paid)

    @property
    def wanting(self) -> int:
        """How many payments want somebody: a decision, or money that is to go back."""
        return sum(1 for row in self._rows if row.payment.wants_a_person)

    @property
    def cancel_needs_pin(self) -> bool:
        """Whether who is at the counter may not give a payment up alone."""
        if self._staff is None:
            return False
        from pos_app.domain.staff import Right

        return not self._staff.may(Right.CANCEL)

    def hear(self, event: Event) -> None:
        from pos_app.till.desk_messages import StaffShown
        from pos_app.till.messages import BoardShown

        match event:
            case BoardShown():
                self._shown = event
            case StaffShown():
                self._staff = event
                self._follow_lock()
            case _:
                pass
        for page in (self._board, self._staff_page, self._lock):
            if page is not None:
                page.hear(event)

    def present(self, room: Room) -> None:
        """Draw what is open; nothing else costs anything."""
        self._room = room
        self._follow_lock()
        for page in (self._board, self._staff_page, self._lock):
            if page is not None and not page.isHidden():
                page.present(room)

    def act(self, action: Action) -> bool:
        """Open what a key asks for; False where it is no key of ours."""
        match action:
            case Action.PENDING if self._setup.can_park and not self._is_locked:
                self._open_board()
            case Action.MANAGER if not self._is_locked:
                self._open_staff()
            case Action.LOCK if self.pins_in_use:
                self._lock_counter()
            case _:
                return False
        return True

    def _lock_counter(self) -> None:
        from pos_app.till.desk_messages import Lock

        self._send(Lock())

    def press(self, event: QKeyEvent, at: float | None = None) -> None:
        """A key while something lies over the sale; `at` is the moment of one that was held back."""
        from pos_app.ui.presses import action_of

        if self._lock is not None and not self._lock.isHidden():
            action = action_of(event)
            if not self._lock.press(event, at) and action is Action.LANGUAGE:
                self.acted.emit(action)
        elif self._board is not None and not self._board.isHidden():
            self._board.press(event)
        elif self._staff_page is not None and not self._staff_page.isHidden():
            self._staff_page.press(event)

    @Slot()
    def close_page(self) -> None:
        self.setCurrentWidget(self._front)

    @Slot(object)
    def _act_elsewhere(self, action: Action) -> None:
        if not self.act(action) and action in _EVERYWHERE:
            self.acted.emit(action)

    def _follow_lock(self) -> None:
        if self._is_locked and self._room is not None:
            self._open_lock(self._room)
        elif self._lock is not None and self.currentWidget() is self._lock and not self._is_locked:
            self.close_page()

    def _open_lock(self, room: Room) -> None:
        from pos_app.ui.manager.lock_page import LockPage

        if self._lock is None:
            self._lock = LockPage(self._theme, self._send, self._monotonic)
            self.addWidget(self._lock)
        if self.currentWidget() is not self._lock:
            self._lock.open(room)
            self.setCurrentWidget(self._lock)

    def _open_board(self) -> None:
        from pos_app.ui.manager.board_page import BoardPage

        if self._board is None:
            self._board = BoardPage(self._theme, self._setup, self._send, self._monotonic)
            self._board.closed.connect(self.close_page)
            self._board.acted.connect(self._act_elsewhere)
            self.addWidget(self._board)
        if self._shown is not None:
            self._board.hear(self._shown)
        if self._staff is not None:
            self._board.hear(self._staff)
        if self._room is not None:
            self._board.open(self._room)
        self.setCurrentWidget(self._board)

    def _open_staff(self) -> None:
        from pos_app.ui.manager.staff_page import StaffPage

        if self._staff_page is None:
            self._staff_page = StaffPage(self._theme, self._setup, self._send, self._monotonic)
            self._staff_page.closed.connect(self.close_page)
            self._staff_page.acted.connect(self._act_elsewhere)
            self.addWidget(self._staff_page)
        if self._staff is not None:
            self._staff_page.hear(self._staff)
        if self._room is not None:
            self._staff_page.open(self._room)
        self.setCurrentWidget(self._staff_page)
