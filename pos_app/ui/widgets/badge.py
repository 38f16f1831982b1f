"""An icon in the middle of a filled circle or square."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from pos_app.ui.theme import Theme, set_property
from pos_app.ui.widgets.icon import Icon


class Badge(QFrame):
    """`kind` picks fill, outline and radius in the stylesheet; `side` and `icon_side` are pixels."""

    def __init__(
        self,
        theme: Theme,
        kind: str,
        icon: str,
        token: str,
        *,
        side: int,
        icon_side: int,
        stroke: float = 2.0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("badge", kind)
        self.setFixedSize(side, side)
        self._icon = Icon(theme, icon, token, icon_side, stroke)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addStretch()
        layout.addWidget(self._icon)
        layout.addStretch()

    def show_kind(self, kind: str, icon: str, token: str) -> None:
        set_property(self, "badge", kind)
        self._icon.show_icon(icon, token)
