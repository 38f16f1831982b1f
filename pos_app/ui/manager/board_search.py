"""The field that looks for a number, a code or an amount."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from pos_app.domain.language import Language
from pos_app.ui.i18n import tr
from pos_app.ui.keys import Action
from pos_app.ui.theme import Theme, set_property
from pos_app.ui.widgets.field import Field
from pos_app.ui.widgets.icon import Icon
from pos_app.ui.widgets.keycap import Keycap

_NARROW, _WIDE = 136, 200
"""Pixels: it gives way to the filters beside it."""


class BoardSearch(QFrame):
    """Has the ring around it while the keys come here."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "board-field")
        self.setFixedHeight(48)
        self.setMinimumWidth(_NARROW)
        self.setMaximumWidth(_WIDE)
        self.edit = Field(theme.palette.focus)
        self.edit.setProperty("role", "board-search")
        inside = QHBoxLayout(self)
        inside.setContentsMargins(12, 0, 8, 0)
        inside.setSpacing(6)
        inside.addWidget(Icon(theme, "search", "text2", 16))
        inside.addWidget(self.edit, 1)
        inside.addWidget(Keycap(Action.SEARCH.value))
        self.edit.awake_changed.connect(lambda is_awake: set_property(self, "awake", is_awake))

    def show_language(self, language: Language) -> None:
        hint = tr("board", "Nomor / jumlah", language)
        self.edit.setPlaceholderText(hint)
        self.edit.setAccessibleName(hint)
