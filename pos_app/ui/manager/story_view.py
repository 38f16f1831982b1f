"""The way of a payment in words, or as the texts came; a key changes between them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSlider,
    QFrame,
    QGridLayout,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)

from pos_app.till.snapshot import BoardRow, StoryStep
from pos_app.ui.cashier.scene import Room
from pos_app.ui.i18n import tr
from pos_app.ui.keys import Action
from pos_app.ui.manager.story_line import StoryLine
from pos_app.ui.text.moments import clock_with_seconds
from pos_app.ui.text.story import story, waiting_for
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.key_button import KeyButton
from pos_app.ui.widgets.label import Label

GHOST = 6
"""Pixels around a button that is words alone: they stand in line, the button reaches out on both sides."""

_HEAD, _OVERLAP = 44, 9
"""A finger's height, of which the lower pixels lie over the story's first line, where nothing is drawn."""


class StoryView(QWidget):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order_id = ""
        self._steps: Sequence[StoryStep] = ()
        self._shown = ("", 0)
        self._title = Label("section")
        self._toggle = KeyButton(theme, "ghost", Action.ASIDE.value, height=_HEAD, padding=GHOST)
        self._toggle.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._toggle.clicked.connect(self.toggle)
        self.line = StoryLine(theme)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self.line)
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._show_newest)
        self.raw = QPlainTextEdit()
        self.raw.setReadOnly(True)
        self.raw.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(self.raw)
        self._title.setContentsMargins(0, 13, 0, 0)
        grid = QGridLayout(self)
        grid.setContentsMargins(GHOST, 0, 0, 0)
        grid.setSpacing(0)
        grid.setColumnStretch(0, 1)
        grid.setColumnMinimumWidth(2, GHOST)
        grid.setRowMinimumHeight(0, _HEAD - _OVERLAP)
        grid.setRowStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self._stack, 1, 0, 1, 2)
        grid.addWidget(self._title, 0, 0, 2, 1, top)
        grid.addWidget(self._toggle, 0, 1, 2, 2, top)

    @property
    def shows_raw(self) -> bool:
        return self._stack.currentWidget() is self.raw

    def hear(self, order_id: str, steps: Sequence[StoryStep]) -> None:
        self._order_id, self._steps = order_id, steps
        self.raw.setPlainText("")

    @Slot()
    def toggle(self) -> None:
        self._stack.setCurrentIndex(0 if self.shows_raw else 1)

    def close_raw(self) -> bool:
        """Go back to the words; False where they are on show already."""
        was_raw = self.shows_raw
        self._stack.setCurrentIndex(0)
        return was_raw

    def leaf(self, action: Action) -> None:
        leaf(self.raw if self.shows_raw else self._scroll, action)

    def scroll_raw(self, by: int) -> None:
        bar = self.raw.verticalScrollBar()
        bar.setValue(bar.value() + 3 * by)

    def present(self, row: BoardRow, room: Room) -> None:
        language = room.language
        is_ours = self._order_id == row.payment.order_id
        steps = self._steps if is_ours else ()
        told = story(row.payment, steps, language, is_narrow=room.is_narrow)
        if row.payment.can_be_paid:
            now = waiting_for(row, room.now, room.monotonic, language, is_narrow=room.is_narrow)
            told = (*told, now)
        self.line.tell(told, language)
        shown = (row.payment.order_id, len(told))
        if shown != self._shown:
            self._shown = shown
            self._show_newest()
        self._title.setText(tr("story", "Perjalanan pembayaran", language))
        if self.shows_raw:
            self._toggle.show_words(tr("story", "Ringkas", language))
            if not self.raw.toPlainText():
                self.raw.setPlainText(_raw(steps, room))
        else:
            self._toggle.show_words(tr("story", "Teks asli", language))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_newest()

    @Slot()
    def _show_newest(self) -> None:
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.maximum())


def leaf(area: QAbstractScrollArea, action: Action) -> None:
    """A page up or down, as far as there is more of it."""
    up, down = QAbstractSlider.SliderAction.SliderPageStepSub, QAbstractSlider.SliderAction.SliderPageStepAdd
    area.verticalScrollBar().triggerAction(up if action is Action.PAGE_UP else down)


def _raw(steps: Sequence[StoryStep], room: Room) -> str:
    texts = [f"{clock_with_seconds(step.at, room.language)}\n{step.raw}" for step in steps if step.raw]
    return "\n\n".join(texts) or tr("story", "Belum ada teks dari gateway.", room.language)
