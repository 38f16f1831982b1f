"""What one link's light means, opened by a click on it; for the printer, a test page beside it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos_app.domain.language import Language
from pos_app.ui.cashier.banner import Banner
from pos_app.ui.cashier.scene import Room, Send
from pos_app.ui.i18n import tr
from pos_app.ui.keys import Action
from pos_app.ui.text.links import Link
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.key_button import KeyButton

if TYPE_CHECKING:
    from pos_app.till.messages import Event, LightsShown, PrinterTried
    from pos_app.ui.text.stages import Sentence

_CALM, _AMBER = ("indigo", "info"), ("amber", "triangle-alert")


class LightBar(Banner):
    """Follows the lights while it is open: what was mended is seen to be well.

    Signals: `tried` when its button asked for a test page.
    """

    tried = Signal()

    def __init__(self, theme: Theme, send: Send, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._send = send
        self._lights: LightsShown | None = None
        self._link: Link | None = None
        self._has_display = True
        self._is_trying = False
        self._outcome: PrinterTried | None = None
        self.closed.connect(self.clear)

    @cached_property
    def test(self) -> KeyButton:
        button = KeyButton(self._theme, "plain", Action.PRINT_TEST.value, "printer", height=44, padding=11)
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.clicked.connect(self.try_printer)
        button.clicked.connect(self.tried)
        return button

    def buttons(self) -> tuple[QWidget, ...]:
        return (self.test,)

    @property
    def is_open(self) -> bool:
        return self._link is not None

    def turn_to(self, link: Link) -> None:
        """Open for this link; the second click on the same light closes."""
        self._outcome = None
        self._link = None if link is self._link else link

    def try_printer(self) -> None:
        """*Cetak uji*: one page, told here; a second one only when the first is over."""
        from pos_app.till.messages import PrintTestPage

        self._link = Link.PRINTER
        if not self._is_trying:
            self._is_trying, self._outcome = True, None
            self._send(PrintTestPage())

    def clear(self) -> None:
        self._link = self._outcome = None
        self.hide()

    def hear(self, event: Event) -> None:
        from pos_app.till.desk_messages import DeskRefused
        from pos_app.till.messages import LightsShown, PrinterTried

        match event:
            case LightsShown():
                self._lights = event
            case PrinterTried():
                self._is_trying, self._outcome = False, event
            case DeskRefused():
                self._is_trying = False
            case _:
                pass

    def present(self, room: Room) -> None:
        language = room.language
        if self._link is None or self._lights is None:
            self.hide()
            return
        self._has_display = room.has_customer_display
        words = self._words(self._link, self._lights, language)
        self.show_kind(*_CALM if self._is_well(self._link, self._lights) else _AMBER)
        self.show_words(words.state, words.note, language)
        self.test.setVisible(self._link is Link.PRINTER)
        self.test.setEnabled(not self._is_trying)
        self.test.show_words(tr("printer trials", "Cetak uji", language))

    def _is_well(self, link: Link, lights: LightsShown) -> bool:
        from pos_app.ui.text.light_stories import is_well

        if link is Link.PRINTER and (self._is_trying or self._outcome is not None):
            return self._outcome is None or (self._outcome.trouble is None and not self._outcome.reason)
        return is_well(link, lights, has_display=self._has_display)

    def _words(self, link: Link, lights: LightsShown, language: Language) -> Sentence:
        from pos_app.ui.text.light_stories import link_story
        from pos_app.ui.text.printer_trials import tried, trying

        if link is Link.PRINTER and self._is_trying:
            return trying(language)
        if link is Link.PRINTER and self._outcome is not None:
            return tried(self._outcome, language)
        return link_story(link, lights, language, has_display=self._has_display)
