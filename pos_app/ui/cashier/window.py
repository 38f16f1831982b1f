"""The cashier's window: places its parts, hands them the till's events, forwards what they want."""

from __future__ import annotations

from functools import partial
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from pos_app.domain.language import Language
from pos_app.domain.method import Method
from pos_app.till.stage import Stage
from pos_app.ui.by_name import set_by_name
from pos_app.ui.cashier.cart_card import CartCard
from pos_app.ui.cashier.charge_news import ChargeNews
from pos_app.ui.cashier.charging import Charging
from pos_app.ui.cashier.keyboard import Keyboard
from pos_app.ui.cashier.keys_ahead import KeysAhead
from pos_app.ui.cashier.light_bar import LightBar
from pos_app.ui.cashier.marks import BORDER, Marks
from pos_app.ui.cashier.news_bar import NewsBar
from pos_app.ui.cashier.pages import Pages
from pos_app.ui.cashier.sale_page import SalePage
from pos_app.ui.cashier.scene import NARROW_BELOW, CounterSetup, Room, Search, Send
from pos_app.ui.cashier.top_bar import TopBar
from pos_app.ui.keys import Action
from pos_app.ui.manager.at_counter import AtCounter
from pos_app.ui.manager.back_room import BackRoom
from pos_app.ui.text.links import Link
from pos_app.ui.theme import Theme
from pos_app.ui.wake import seconds_until_tick

if TYPE_CHECKING:
    from pos_app.domain.catalog import Entry
    from pos_app.till.messages import Command, Event
    from pos_app.till.ports import Clock
    from pos_app.till.snapshot import Counter
    from pos_app.ui.cashier.name_bar import NameBar

_BESIDE_A_NAME = {
    *(Action.LANGUAGE, Action.REPRINT, Action.PRINT_TEST),
    *(Action.PAY_QR, Action.PAY_ALFAMART, Action.PAY_INDOMARET),
}
_LEADS_AWAY = {Action.SEARCH, Action.PENDING, Action.MANAGER, Action.LOCK}


class CashierWindow(QFrame):
    """`send` takes commands to the till, `find` searches to the search lane; `on_event` is the bridge's receiver."""

    def __init__(
        self,
        setup: CounterSetup,
        clock: Clock,
        theme: Theme,
        *,
        send: Send,
        find: Search,
        language: Language = Language.INDONESIAN,
        has_customer_display: bool = True,
    ) -> None:
        super().__init__()
        self.setWindowTitle(f"Kasir — {setup.shop.store}")
        self.setProperty("role", "window")
        set_by_name(self, focusPolicy="StrongFocus")
        self.setMinimumSize(1024, 600)
        self._clock, self._language, self._has_customer_display = clock, language, has_customer_display
        self._counter: Counter | None = None
        self.top_bar = TopBar(theme, setup.shop)
        self.light_bar = LightBar(theme, send)
        self.news = NewsBar(theme)
        self._theme = theme
        self._name_bar: NameBar | None = None
        self._asks_name, self._can_print = setup.asks_name, setup.can_print
        self.sale_page = SalePage(theme, setup, send, find, clock.monotonic)
        self._send = send
        self._ahead = KeysAhead(self._press_on_page, clock.monotonic, self)
        self.pages = Pages(theme, setup, self._send_ahead, self.sale_page)
        self.cart = CartCard(theme, setup, send, lambda: self.sale_page.is_settling)
        self._keyboard = Keyboard(clock.monotonic, self)
        self.beside = AtCounter(self.cart, theme, send, clock.monotonic)
        self.charging = Charging(send, lambda: self.sale_page.is_settling, self)
        self._charge_news = ChargeNews(self.news, self.sale_page.search, self.charging, self)
        self.back_room = BackRoom(self._front(), theme, setup, self._send_ahead, clock.monotonic)
        self._place(0 if setup.shop.environment.is_real else BORDER)
        environment = setup.shop.environment
        self.marks = None if environment.is_real else Marks(self, environment, lambda: self.pages.scanned)
        self.pages.currentChanged.connect(self._focus)
        self.pages.cancel_wanted.connect(self._ask_to_cancel)
        self.pages.resumed.connect(self._present)
        self.back_room.currentChanged.connect(self._focus)
        self.back_room.acted.connect(self._act)
        self.beside.asks.connect(self.pages.rest)
        self.beside.closed.connect(self._focus)
        self._ahead.given_up.connect(self._focus)
        self.top_bar.language_wanted.connect(self._switch_language)
        self.top_bar.lights.clicked.connect(self._tell_of_light)
        self.light_bar.tried.connect(self._present)
        self.top_bar.lock_wanted.connect(lambda: self._act(Action.LOCK))
        self.cart.charge_wanted.connect(self._want_charge)
        self.sale_page.settled.connect(self.charging.settled)
        self.sale_page.abandoned.connect(self.charging.drop)  # what was to be charged is not what is meant
        self.sale_page.missed.connect(self._say_unknown)
        self._charge_news.said.connect(self._present)
        self._keyboard.acted.connect(self._act)
        self.sale_page.acted.connect(self._act)
        self._keyboard.scanned.connect(self.sale_page.scan)
        self._tick = QTimer(self, singleShot=True)
        set_by_name(self._tick, timerType="PreciseTimer")
        self._tick.timeout.connect(self._present)
        self._present()  # what is said before the first paint is styled once

    def build_ahead(self) -> None:
        """What the first keys and the first sale will need; the first paint does without."""
        from pos_app.ui import presses  # noqa: F401  # with every name of `Qt`: the first key finds them there

        self.sale_page.build_ahead()
        self.pages.build_ahead()

    def show_customer_display(self, *, is_there: bool) -> None:
        """Whether the customer has a screen of their own; without one the QR is large on this window."""
        self._has_customer_display = is_there
        self._present()

    @Slot(object)
    def on_event(self, event: Event) -> None:
        from pos_app.ui.cashier.hearing import hear

        hear(event, self)
        self._present()
        self._ahead.hear(event)

    def take(self, counter: Counter) -> None:
        """The till shows this on the counter now."""
        before, self._counter = self._counter, counter
        if before is None or (before.stage, before.sale) != (counter.stage, counter.sale):
            self.news.sight()
        if counter.stage is not Stage.RINGING_UP:
            self._give_name_up()
            self.sale_page.search.clear()  # what was not entered is no part of the next customer's sale

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from pos_app.ui.presses import action_of

        if self._ahead.hold(event):
            return
        if action_of(event) is Action.BACK and (self.light_bar.is_open or self.news.is_open):
            (self.light_bar if self.light_bar.is_open else self.news).closed.emit()
        elif self.back_room.is_open:
            self.back_room.press(event)
        elif self.beside.press(event):
            return
        elif self._asks_for_a_name:
            self._act_beside_a_name(action_of(event))
        elif self.sale_page.isVisible():
            self.sale_page.press(event)
        else:
            self._keyboard.press(event)

    def _press_on_page(self, event: QKeyEvent, at: float) -> None:
        if self.back_room.is_open:
            self.back_room.press(event, at)
        elif self.sale_page.isVisible():
            self.sale_page.search.press(event, at)
        else:
            self._keyboard.press(event, at)

    def _send_ahead(self, command: Command) -> None:
        """What clears the counter is answered after a write to the disk, and a busy till locks late: keys go on
        meanwhile.
        """
        from pos_app.till.desk_messages import Lock, StaffShown
        from pos_app.till.messages import CounterShown, NewSale, Park, SelectLine

        if isinstance(command, Lock):
            self._ahead.begin(lambda event: isinstance(event, StaffShown) and event.is_locked, is_secret=True)
            self.setFocus()  # away from any field
        elif isinstance(command, Park | NewSale | SelectLine) and self._counter is not None:
            left = self._counter.stage
            self._ahead.begin(
                lambda event: isinstance(event, CounterShown) and event.counter.stage is not left
            )
        self._send(command)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._present()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._focus()
        self._wait()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tick.stop()

    def _wait(self) -> None:
        """The next look comes with the customer's: seconds pass on both screens in the same moment."""
        watch = self._counter.watch if self._counter else None
        self._tick.start(ceil(seconds_until_tick(self._clock.monotonic(), watch) * 1000) + 1)

    def room(self) -> Room:
        """What a page is drawn in now, whatever the sale is."""
        return Room(
            now=self._clock.now(),
            monotonic=self._clock.monotonic(),
            language=self._language,
            is_narrow=self.width() < NARROW_BELOW,
            has_customer_display=self._has_customer_display,
            cancel_needs_pin=self.back_room.cancel_needs_pin,
        )

    @Slot()
    def _present(self) -> None:
        """Draw everything from what is known now."""
        if self.isVisible():
            self._wait()
        room = self.room()
        self.top_bar.show_staff(self.back_room.cashier, pins_in_use=self.back_room.pins_in_use)
        self.top_bar.present(room)
        self.light_bar.present(room)
        self.news.present(room, is_held=self.back_room.is_asking or self.beside.is_asking)
        if self._name_bar is not None:
            self._name_bar.present(room.language)
        self.sale_page.search.show_awake(is_awake=not self._asks_for_a_name)
        self.cart.tenders.show_main(is_main=not self._asks_for_a_name)
        self.back_room.present(room)
        if self.marks is not None:
            self.marks.show_language(room.language)
        if self._counter is None:
            self.pages.show_room(room)
            return
        self.sale_page.action_bar.show_pending(self.back_room.waiting, self.back_room.wanting)
        scene = room.of(self._counter)
        self.beside.present(scene)
        self.cart.present(scene)
        self.pages.show_scene(scene)
        self.cart.tenders.setEnabled(not self.pages.is_halted)

    @Slot(object)
    def _act(self, action: Action) -> None:
        if action is Action.BACK and (self.charging.drop() or self.news.is_open):
            self.news.clear()
        elif action is Action.LANGUAGE:
            self._switch_language()
        elif action is Action.PRINT_TEST:
            self._try_printer()
        elif self.back_room.act(action):
            self._present()
        elif not self.pages.act(action):
            self.cart.act(action)

    @Slot()
    def _switch_language(self) -> None:
        self._language = self._language.other
        self._present()

    @Slot(object)
    def _tell_of_light(self, link: Link) -> None:
        self.light_bar.turn_to(link)
        self._present()

    def _try_printer(self) -> None:
        if self._can_print:
            self.light_bar.try_printer()
            self._present()

    @Slot()
    def _focus(self) -> None:
        if self.sale_page.isVisible() and not self.back_room.is_open:
            self.sale_page.search.setFocus()
        else:
            self.setFocus()

    @Slot(object)
    @Slot(object, str)
    def _want_charge(self, method: Method, name: str | None = None) -> None:
        """A store's counter can print the customer's name: ask for it first where the shop wants that.

        What stands in the search field may be a price without its Enter: nobody is charged less for it.
        """
        if self._is_ringing_up and self.sale_page.search.text:
            self._charge_news.say_not_entered()
        elif name is None and self._asks_name and method.has_store_code:
            self.name_bar.ask(method, self._language)
            self._present()
        else:
            self._give_name_up()
            self.charging.want(method, name or "")

    @property
    def _is_ringing_up(self) -> bool:
        return self._counter is not None and self._counter.stage is Stage.RINGING_UP

    @property
    def name_bar(self) -> NameBar:
        """Its first use builds it: not every shop asks for names."""
        from pos_app.ui.cashier.name_bar import NameBar

        if self._name_bar is None:
            self._name_bar = bar = NameBar(self._theme, self._clock.monotonic)
            bar.given.connect(self._want_charge)
            bar.scanned.connect(self.sale_page.scan)
            bar.closed.connect(self._focus)
            bar.closed.connect(self._present)
            self._layout.insertWidget(self._layout.indexOf(self.back_room), bar)
        return self._name_bar

    @property
    def _asks_for_a_name(self) -> bool:
        return self._name_bar is not None and self._name_bar.is_open

    def _give_name_up(self) -> None:
        if self._asks_for_a_name:
            self.name_bar.close_bar()

    def _act_beside_a_name(self, action: Action | None) -> None:
        """A key that the name's field has no use for: what leads away from the sale gives the name up."""
        if action in _LEADS_AWAY:
            self._give_name_up()
        if action in _LEADS_AWAY | _BESIDE_A_NAME:
            self._act(action)

    @Slot()
    def _ask_to_cancel(self) -> None:
        payment = self._counter.payment if self._counter else None
        if payment is not None:
            self.beside.ask(payment, lambda: self.back_room.cancel_needs_pin, self.room())
            QTimer.singleShot(0, self._present)  # the page beside it has less room now

    @Slot(str, object)
    def _say_unknown(self, text: str, entry: Entry) -> None:
        from pos_app.ui.text.articles import unknown_elsewhere

        self.news.tell(partial(unknown_elsewhere, text, entry), until_next_sight=True)
        self._present()

    def _front(self) -> QWidget:
        front = QWidget()
        sides = QHBoxLayout(front)
        sides.setContentsMargins(12, 12, 12, 12)
        sides.setSpacing(12)
        sides.addWidget(self.pages, 1)
        sides.addWidget(self.beside)
        return front

    def _place(self, border: int) -> None:
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(border, border, border, border)
        layout.setSpacing(0)
        layout.addWidget(self.top_bar)
        layout.addWidget(self.light_bar)
        layout.addWidget(self.news)
        layout.addWidget(self.back_room, 1)
