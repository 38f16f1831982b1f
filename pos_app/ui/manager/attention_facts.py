"""What is known of a payment that wants a decision, and what it means."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from pos_app.ui.manager.decision_notice import DecisionNotice
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.label import ElidedLabel, Label

_MOST_FACTS = 7


class AttentionFacts(QScrollArea):
    """As high as its contents; it scrolls where a window has less than that. `side` is the room left and right."""

    def __init__(self, theme: Theme, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = DecisionNotice(theme)
        self._facts = [_Fact() for _ in range(_MOST_FACTS)]
        self._inside = QWidget()
        self._layout = layout = QVBoxLayout(self._inside)
        layout.setContentsMargins(side, 0, side, 0)
        layout.setSpacing(0)
        for fact in self._facts:
            layout.addWidget(fact)
        layout.addSpacing(12)
        layout.addWidget(self.notice)
        layout.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(self._inside)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def shown(self) -> int:
        """How many facts there are."""
        return sum(not fact.isHidden() for fact in self._facts)

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        for number, fact in enumerate(self._facts):
            fact.setVisible(number < len(facts))
            if number < len(facts):
                fact.show_fact(*facts[number])

    def space(self, height: int) -> None:
        """Give every fact so many pixels."""
        for fact in self._facts:
            fact.setFixedHeight(height)
        self._layout.activate()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._inside.heightForWidth(width)

    def sizeHint(self) -> QSize:
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._inside.minimumSizeHint().width(), 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Qt's own scroll area does not tell those around it when what it holds wants another height."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class _Fact(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "fact")
        self._name = ElidedLabel("body")
        self._value = Label("strong")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._name, 1)
        layout.addWidget(self._value)

    def show_fact(self, name: str, value: str) -> None:
        self._name.setText(name)
        self._value.setText(value)
