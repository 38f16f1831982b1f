"""Above the decisions that stand: what can be done with them, and a field that finds an older one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from pos_app.domain.language import Language
from pos_app.ui.i18n import tr
from pos_app.ui.manager.board_search import BoardSearch
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.icon import Icon
from pos_app.ui.widgets.label import ElidedLabel


class DecidedHead(QFrame):
    """Signals: `changed` when something else is looked for."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "filter-row")
        self.setFixedHeight(73)
        self._hint = ElidedLabel("hint-13")
        self._field = BoardSearch(theme)
        self.search = self._field.edit
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 0, 20, 0)
        layout.setSpacing(8)
        layout.addWidget(Icon(theme, "info", "text2", 16))
        layout.addWidget(self._hint, 1)
        layout.addWidget(self._field)
        self.search.textChanged.connect(lambda _text: self.changed.emit())

    def leave(self) -> bool:
        """Give the keys back to the page; False where it has them already."""
        had_focus = self.search.hasFocus()
        self.search.clearFocus()
        return had_focus

    def clear_search(self) -> bool:
        """Empty the field; False where there was nothing to leave."""
        was_used = self.leave() or bool(self.search.text())
        self.search.clear()
        return was_used

    def show_language(self, language: Language) -> None:
        self._hint.setText(tr("board", "Keputusan dapat ditarik kembali dengan PIN dan alasan.", language))
        self._field.show_language(language)
