"""Reason and PIN, in place of the side panel: nothing is done before both are there."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from pos_app.till.desk_messages import DeskRefused, PinAccepted, PinRefusal, PinRefused
from pos_app.till.messages import Event, Faulted, Refused
from pos_app.ui.cashier.scene import Room, Send
from pos_app.ui.keys import Action
from pos_app.ui.manager.approval_head import ApprovalHead
from pos_app.ui.manager.choices import Choices, TypedLine
from pos_app.ui.manager.errand import Errand
from pos_app.ui.manager.keypad import Keypad
from pos_app.ui.manager.pin_cells import PinCells
from pos_app.ui.manager.pin_entry import PinEntry
from pos_app.ui.manager.question import Answer, Question
from pos_app.ui.presses import action_of, chosen, is_chord, takes_all_back
from pos_app.ui.text.staff import choose_first, pin_refused
from pos_app.ui.theme import Theme, set_property
from pos_app.ui.widgets.icon import Icon
from pos_app.ui.widgets.key_button import KeyButton
from pos_app.ui.widgets.label import Label
from pos_app.ui.widgets.paragraph import Paragraph

_KEYPAD_FROM, _KEYPAD_FROM_WITH_CHOICES = 440, 616
"""Pixels of height below which there is room for the keyboard's own digits only."""


class Approval(QFrame):
    """Signals: `finished` when it can be put away: it was done, or shall not be.

    After an answer with a PIN it stays until the till has said what came of it.
    """

    finished = Signal()

    def __init__(
        self, theme: Theme, send: Send, monotonic: Callable[[], float], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "approval")
        self._monotonic = monotonic
        self._send = send
        self._errand: Errand | None = None
        self._room: Room | None = None
        self._choice = -1
        self._lacks_choice = False
        self._is_asked = False
        self._refused: PinRefused | None = None
        self._not_before = 0.0
        self.entry = PinEntry()
        self.head = ApprovalHead()
        self._choices_title = Label("section")
        self.choices = Choices()
        self._text_title = Label("section")
        self.typed = TypedLine()
        self._pin_title = Label("section")
        self.cells = PinCells(theme)
        self.keypad = Keypad(theme)
        self._choices_section, self._text_section, self._pin_section = QWidget(), QWidget(), QWidget()
        self._icon = Icon(theme, "info", "text2", 16)
        self.advice = Paragraph("advice", 16)
        self._keep = KeyButton(theme, "plain", Action.BACK.value, padding=12)
        self._keep.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._keep.setMinimumWidth(133)
        self.confirm = KeyButton(theme, "armed", Action.MAIN.value, padding=12)
        self._lay_out()
        self.choices.chosen.connect(self._choose)
        self.keypad.typed.connect(self._type_digit)
        self.keypad.erased.connect(self._erase_digit)
        for line in (self.typed, self.choices.typed):
            line.picked.connect(lambda: self._go(to_text=True))
        self.cells.picked.connect(lambda: self._go(to_text=False))
        self.keypad.cleared.connect(self._clear)
        self._keep.clicked.connect(self.finished)
        self.confirm.clicked.connect(self._confirm)

    @property
    def question(self) -> Question | None:
        if self._errand is None or self._room is None:
            return None
        return self._errand.asking(self._room.language, self._room.is_narrow)

    def begin(self, errand: Errand, room: Room) -> None:
        """Ask its first question; whatever was typed before is gone."""
        self._errand, self._room = errand, room
        self._choice, self._is_asked, self._refused, self._not_before = -1, False, None, 0.0
        self._lacks_choice = False
        self.entry.clear()
        self.entry.go(to_text=True)
        self._show()

    def hear(self, event: Event) -> None:
        """What came of the answer; nobody is told what they did not ask for."""
        verdicts = PinRefused | PinAccepted | DeskRefused | Refused | Faulted
        if not self._is_asked or not isinstance(event, verdicts):
            return
        self._is_asked = False
        if isinstance(event, PinRefused):
            self._refused = event
            self._not_before = self._monotonic() + event.wait_seconds
            self.entry.clear_pin()
            self.entry.go(to_text=False)
            self._show()
        else:
            self.entry.clear()
            self.finished.emit()

    def present(self, room: Room) -> None:
        self._room = room
        self._show()

    def press(self, event: QKeyEvent, at: float | None = None) -> bool:
        """Take a key, pressed now or at a moment in monotonic seconds; False for one that means nothing here."""
        at = self._monotonic() if at is None else at
        action, number = action_of(event), chosen(event)
        if number is not None:
            self._choose(number)
        elif action is Action.MAIN:
            if not self.entry.is_scanners_end(at):
                self._enter()
            self._show()
        elif action in (Action.UP, Action.DOWN) and self._has_two_places:
            self._go(to_text=action is Action.UP)
        elif action is Action.BACK:
            self.finished.emit()
        elif takes_all_back(event):
            self.entry.erase_all()
            self._show()
        elif event.key() == Qt.Key.Key_Backspace:
            self._erase()
        elif event.text() and event.text().isprintable() and not is_chord(event):
            self._type(event.text(), at)
        else:
            return False
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Keys come to the window; Tab would else leave it for some button, and the next blank press that."""
        super().showEvent(event)
        self.window().installEventFilter(self)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.window().removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        is_tab = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        if is_tab and event.type() is QEvent.Type.KeyPress:
            self._tab()
        return is_tab

    # what is asked

    @Slot(int)
    def _choose(self, number: int) -> None:
        question = self.question
        if question is not None and number < len(question.choices):
            self._choice, self._lacks_choice = number, False
            self.entry.go(to_text=self._is_free(question) or bool(question.text_title))
            self._show()

    @property
    def _has_two_places(self) -> bool:
        return self.entry.has_text and self.entry.has_pin

    def _enter(self) -> None:
        """Confirm what is whole, else go to what is missing, or say it."""
        self._lacks_choice = self.question is not None and bool(self.question.choices) and self._choice < 0
        if self.entry.has_text and not self.entry.text.strip():
            self._go(to_text=True)
        elif self.entry.has_pin and self.entry.pin is None:
            self._go(to_text=False)
        else:
            self.confirm.click()

    def _go(self, *, to_text: bool) -> None:
        self.entry.go(to_text=to_text)
        self._show()

    def _tab(self) -> None:
        """From the one place to the other; a scanner that ends its barcodes so goes nowhere."""
        if not self.entry.is_scanners_end(self._monotonic()):
            self.entry.go(to_text=not self.entry.at_text)
        self._show()

    @Slot(str)
    def _type_digit(self, digit: str) -> None:
        self.entry.tap(digit)
        self._typed()

    def _type(self, letter: str, at: float) -> None:
        self.entry.type(letter, at)
        self._typed()

    def _typed(self) -> None:
        """What was wrong with the PIN before is said until another one begins."""
        if self._waits_for() == 0:
            self._refused = None
        self._show()

    def _erase(self) -> None:
        self.entry.erase()
        self._show()

    @Slot()
    def _erase_digit(self) -> None:
        self.entry.erase_digit()
        self._show()

    @Slot()
    def _clear(self) -> None:
        self.entry.clear_pin()
        self._show()

    @Slot()
    def _confirm(self) -> None:
        question, errand, room = self.question, self._errand, self._room
        if not self.is_ready or question is None or errand is None or room is None:
            return
        pin = self.entry.pin if question.pin_title else None
        outcome = errand.take(Answer(self._choice, self.entry.text.strip(), pin))
        if isinstance(outcome, Errand):
            self.begin(outcome, room)
        elif outcome is None:
            self.begin(errand, room)
        else:
            self._is_asked = pin is not None
            self._send(outcome)
            if pin is None:
                self.finished.emit()
            else:
                self._show()

    @property
    def is_ready(self) -> bool:
        """Whether all that was asked for is there."""
        question = self.question
        if question is None or self._is_asked or self._waits_for() > 0:
            return False
        if question.choices and self._choice < 0:
            return False
        if self._wants_text(question) and not self.entry.text.strip():
            return False
        return not question.pin_title or self.entry.pin is not None

    def _wants_text(self, question: Question) -> bool:
        return bool(question.text_title) or self._is_free(question)

    def _is_free(self, question: Question) -> bool:
        return question.last_is_free and self._choice == len(question.choices) - 1

    def _waits_for(self) -> int:
        return max(0, ceil(self._not_before - self._monotonic()))

    # what is shown

    def _show(self) -> None:
        question, room = self.question, self._room
        if question is None or room is None:
            return
        self.entry.has_pin = bool(question.pin_title)
        self.entry.has_text = self._wants_text(question)
        set_property(self, "red", question.is_destructive)
        self.head.show_question(question)
        self._show_sections(question, room)
        self._show_advice(question, room)
        self._keep.setMinimumWidth(116 if room.is_narrow else 133)
        self._keep.show_words(question.keep)
        self.confirm.show_kind("armed" if question.is_destructive else "primary")
        self.confirm.show_words(question.confirm)
        self.confirm.setEnabled(self.is_ready)

    def _show_sections(self, question: Question, room: Room) -> None:
        titles = [question.choices_title, question.text_title, question.pin_title]
        is_numbered = sum(1 for title in titles if title) > 1
        number = 0
        labels = (self._choices_title, self._text_title, self._pin_title)
        sections = (self._choices_section, self._text_section, self._pin_section)
        for section, label, title in zip(sections, labels, titles, strict=True):
            number += 1 if title else 0
            label.setText(f"{number}. {title}" if is_numbered else title)
            section.setVisible(bool(title))
        self.choices.show_choices(question.choices, self._choice, is_narrow=room.is_narrow)
        free = self._is_free(question)
        self.choices.show_typed(self.entry.text, question.text_hint, len(question.choices) - 1, is_shown=free)
        self.typed.show_text(self.entry.text, question.text_hint)
        for line in (self.typed, self.choices.typed):
            line.show_caret(is_here=self.entry.at_text)
        asks_pin = bool(question.pin_title)
        is_wrong = self._refused is not None and not self.entry.digits
        self.cells.show_filled(len(self.entry.digits), is_wrong=is_wrong, is_here=not self.entry.at_text)
        needed = _KEYPAD_FROM_WITH_CHOICES if question.choices else _KEYPAD_FROM
        self.keypad.setVisible(asks_pin and self.height() >= needed)
        self.keypad.show_language(room.language)

    def _show_advice(self, question: Question, room: Room) -> None:
        refused = self._refused
        waits = self._waits_for()
        words, is_wrong = question.advice, False
        if refused is not None and (waits or refused.refusal is not PinRefusal.TOO_SOON):
            words = pin_refused(refused.refusal, refused.tries_left, waits, room.language)
            is_wrong = True
        elif self._lacks_choice:
            words, is_wrong = choose_first(len(question.choices), room.language), True
        self.advice.setText(words)
        self.advice.setVisible(bool(words))
        self._icon.setVisible(bool(words))
        self._icon.show_icon("circle-alert" if is_wrong else "info", "red" if is_wrong else "text2")
        set_property(self.advice, "wrong", is_wrong)

    def _lay_out(self) -> None:
        body = QVBoxLayout()
        body.setContentsMargins(20, 12, 20, 0)
        body.setSpacing(12)
        for section, title, part in (
            (self._choices_section, self._choices_title, self.choices),
            (self._text_section, self._text_title, self.typed),
            (self._pin_section, self._pin_title, self.cells),
        ):
            inside = QVBoxLayout(section)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(8)
            inside.addWidget(title)
            inside.addWidget(part)
            body.addWidget(section)
        body.addWidget(self.keypad, 100)
        note = QHBoxLayout()
        note.setSpacing(8)
        note.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignTop)
        note.addWidget(self.advice, 1)
        body.addLayout(note)
        body.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(20, 8, 20, 16)
        buttons.setSpacing(8)
        buttons.addWidget(self._keep)
        buttons.addWidget(self.confirm, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addLayout(body, 1)
        layout.addLayout(buttons)
