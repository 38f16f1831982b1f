"""A button that shows its icon, its words in one or two lines, and its key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from pos_app.ui.by_name import set_by_name
from pos_app.ui.theme import Theme, follow_sheet, set_property
from pos_app.ui.widgets.icon import Icon
from pos_app.ui.widgets.keycap import Keycap
from pos_app.ui.widgets.label import Label

_ICON_COLOUR = {"plain": "text", "primary": "white", "danger": "red", "armed": "white", "ghost": "text2"}


class KeyButton(QPushButton):
    """`kind` is plain, primary (one a screen), danger, armed or ghost. Clicking never takes the focus.

    Its parts have no use for the mouse: Qt hands the button whatever happens over them.
    """

    def __init__(
        self,
        theme: Theme,
        kind: str,
        key: str,
        icon: str = "",
        *,
        height: int = 48,
        icon_side: int = 20,
        padding: int = 15,
        gap: int = 10,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self._icon_name = icon
        self._key = key
        self._said: tuple[str, str] | None = None
        self.setProperty("kind", kind)
        self.setFixedHeight(height)
        set_by_name(self, focusPolicy="TabFocus")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._icon = Icon(theme, icon, _ICON_COLOUR[kind], icon_side) if icon else None
        self._title = Label("button")
        self._subtitle: Label | None = None
        self._cap = Keycap(key)
        self._words = words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(self._title)
        words.addStretch()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(padding, 0, padding, 0)
        layout.setSpacing(gap)
        if self._icon is not None:
            layout.addWidget(self._icon)
        layout.addLayout(words)
        layout.addStretch()
        layout.addWidget(self._cap)

    def show_words(self, title: str, subtitle: str = "") -> None:
        if (title, subtitle) == self._said:
            return
        self._said = (title, subtitle)
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._show_subtitle(subtitle)
        self.setAccessibleName(" ".join(part for part in (title, subtitle, f"({self._key})") if part))
        self.updateGeometry()

    def put_beside(self, part: QWidget) -> None:
        """Show something small right after the words."""
        self._inside().insertWidget(self._inside().indexOf(self._words) + 1, part)

    def show_kind(self, kind: str) -> None:
        self._kind = kind
        set_property(self, "kind", kind)
        for part in self._parts():
            follow_sheet(part)
        self._colour_icon()

    def show_icon(self, name: str) -> None:
        """Another one, in a button that was made with an icon."""
        self._icon_name = name
        self._colour_icon()

    def set_icon_shown(self, shown: bool) -> None:
        """Icons leave before labels where room is short."""
        if self._icon is not None and self._icon.isHidden() is shown:
            self._icon.setVisible(shown)
            self.updateGeometry()

    @property
    def words(self) -> tuple[str, str]:
        return self._title.text(), self._subtitle.text() if self._subtitle is not None else ""

    def sizeHint(self) -> QSize:
        return QSize(self._inside().sizeHint().width(), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._inside().minimumSize().width(), self.height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.EnabledChange:
            self._colour_icon()

    def _inside(self) -> QHBoxLayout:
        layout = self.layout()
        assert isinstance(layout, QHBoxLayout)
        return layout

    def _colour_icon(self) -> None:
        if self._icon is not None:
            colour = _ICON_COLOUR[self._kind] if self.isEnabled() else "text3"
            self._icon.show_icon(self._icon_name, colour)

    def _parts(self) -> tuple[QWidget, ...]:
        made = (self._icon, self._title, self._subtitle, self._cap)
        return tuple(part for part in made if part is not None)

    def _show_subtitle(self, subtitle: str) -> None:
        """Most buttons have none: the first one builds its line."""
        if self._subtitle is None and subtitle:
            self._subtitle = Label("button-note")
            self._words.insertWidget(self._words.count() - 1, self._subtitle)
        if self._subtitle is not None:
            self._subtitle.setText(subtitle)
            self._subtitle.setVisible(bool(subtitle))
