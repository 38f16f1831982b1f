"""One sentence above the page and never in its way: something was not done, or is worth knowing."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from pos_app.domain.language import Language
from pos_app.ui.i18n import tr
from pos_app.ui.keys import Action
from pos_app.ui.theme import Theme, set_property
from pos_app.ui.widgets.icon import Icon
from pos_app.ui.widgets.key_button import KeyButton
from pos_app.ui.widgets.paragraph import Paragraph

_ICON_COLOUR = {"amber": "ambertext", "indigo": "ptext"}


class _Parts(NamedTuple):
    icon: Icon
    head: Paragraph
    rest: Paragraph
    close: KeyButton


class Banner(QFrame):
    """Signals: `closed` when somebody has read it."""

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self._theme = theme
        self.hide()

    def buttons(self) -> tuple[QWidget, ...]:
        """What stands before the button that closes."""
        return ()

    def show_kind(self, kind: str, icon: str) -> None:
        """`kind` is amber, or indigo for what only informs."""
        for part in (self, self._parts.head, self._parts.rest):
            set_property(part, "banner", kind)
        self._parts.icon.show_icon(icon, _ICON_COLOUR[kind])

    def show_words(self, head: str, rest: str, language: Language) -> None:
        self._parts.head.setText(head)
        self._parts.rest.setText(rest)
        self._parts.close.show_words(tr("banner", "Tutup", language))
        self.show()

    @property
    def words(self) -> tuple[str, str]:
        return self._parts.head.text(), self._parts.rest.text()

    @cached_property
    def _parts(self) -> _Parts:
        """Built when there is something to say: the first paint of a window has nothing."""
        theme = self._theme
        icon = Icon(theme, "triangle-alert", "ambertext", 18)
        head, rest = Paragraph("banner-strong", 18), Paragraph("banner-note", 18)
        close = KeyButton(theme, "ghost", Action.BACK.value, height=44, padding=9)
        close.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        close.clicked.connect(self.closed)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(head)
        words.addWidget(rest)
        words.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 4, 8, 4)
        layout.setSpacing(12)
        layout.addWidget(icon)
        layout.addLayout(words, 1)
        for part in (*self.buttons(), close):
            layout.addWidget(part)
        return _Parts(icon, head, rest, close)
