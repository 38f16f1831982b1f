"""The card of the board: its tabs, what narrows it, the rows and their sum."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from pos_app.domain.money import ZERO, Rupiah
from pos_app.ui.cashier.scene import Room
from pos_app.ui.i18n import tr
from pos_app.ui.keys import Action
from pos_app.ui.manager.attention_delegate import AttentionDelegate
from pos_app.ui.manager.board_contents import BoardContents
from pos_app.ui.manager.board_delegate import BoardDelegate
from pos_app.ui.manager.board_foot import BoardFoot
from pos_app.ui.manager.board_head import BoardHead
from pos_app.ui.manager.board_rows import BoardRows
from pos_app.ui.manager.decided_head import DecidedHead
from pos_app.ui.manager.filter_row import FilterRow
from pos_app.ui.manager.row_list import RowList
from pos_app.ui.manager.tab import Tab
from pos_app.ui.text.counts import decisions, orders
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.icon import Icon
from pos_app.ui.widgets.key_button import KeyButton
from pos_app.ui.widgets.label import ElidedLabel, Label


class Pane(Enum):
    """In the order of their tabs, which is that of F9."""

    WAITING = "waiting"
    ATTENTION = "attention"
    DECIDED = "decided"

    @property
    def next(self) -> Pane:
        panes = tuple(Pane)
        return panes[(panes.index(self) + 1) % len(panes)]


class BoardFrame(QFrame):
    """Signals: `closed`, `turned` with the Pane that was asked for, `narrowed` when other rows are wanted,
    `sought` when another decision is looked for.
    """

    closed = Signal()
    turned = Signal(object)
    narrowed = Signal()
    sought = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.pane = Pane.WAITING
        self._title = Label("board-title")
        self._title.setContentsMargins(0, 0, 12, 0)
        self.waiting_tab, self.attention_tab, self.decided_tab = Tab(), Tab(), Tab()
        self._back = KeyButton(theme, "ghost", Action.BACK.value, padding=9)
        self._back.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.filters = FilterRow(theme)
        self.decided_head = DecidedHead(theme)
        waiting, wanting, decided = BoardRows(), BoardRows(), BoardRows()
        self.waiting = RowList(waiting, BoardDelegate(theme, waiting))
        self.attention = RowList(wanting, AttentionDelegate(theme, wanting))
        self.decided = RowList(decided, AttentionDelegate(theme, decided))
        self._head = BoardHead()
        self._hint = ElidedLabel("hint-13")
        self._foot = BoardFoot()
        self._stack = QStackedWidget()
        self._lay_out(theme)
        self._back.clicked.connect(self.closed)
        for pane, tab in self._tabs.items():
            tab.clicked.connect(lambda _checked=False, pane=pane: self.turned.emit(pane))
        self.filters.changed.connect(self.narrowed)
        self.decided_head.changed.connect(self.sought)

    @property
    def list(self) -> RowList:
        """The rows that are on show."""
        return {Pane.WAITING: self.waiting, Pane.ATTENTION: self.attention, Pane.DECIDED: self.decided}[
            self.pane
        ]

    @property
    def footer(self) -> tuple[str, str]:
        return self._foot.words

    @property
    def _tabs(self) -> dict[Pane, Tab]:
        return {
            Pane.WAITING: self.waiting_tab,
            Pane.ATTENTION: self.attention_tab,
            Pane.DECIDED: self.decided_tab,
        }

    @property
    def search(self) -> QLineEdit | None:
        """The field of the pane that is on show."""
        fields = {Pane.WAITING: self.filters.search, Pane.DECIDED: self.decided_head.search}
        return fields.get(self.pane)

    def turn(self, pane: Pane) -> None:
        self.pane = pane
        self._stack.setCurrentIndex(tuple(Pane).index(pane))

    def clear_search(self) -> bool:
        """Empty what is looked for on this pane; False where nothing is."""
        match self.pane:
            case Pane.WAITING:
                return self.filters.clear_search()
            case Pane.DECIDED:
                return self.decided_head.clear_search()
            case _:
                return False

    def show_contents(self, contents: BoardContents, room: Room) -> None:
        waiting = contents.waiting
        self.waiting.rows.show_rows(self.filters.of(waiting, room))
        self.attention.rows.show_rows(contents.wanting)
        self.decided.rows.show_rows(contents.found.rows)
        self.filters.present(waiting, room)
        for rows in (self.waiting, self.attention, self.decided):
            rows.present(room)
        self._show_heads(len(waiting), contents.wanted, room)
        self._show_foot(contents, room)

    def _show_heads(self, waiting: int, wanted: int, room: Room) -> None:
        language = room.language
        self._title.setText(tr("board", "Pesanan tertunda", language))
        self._title.setVisible(not room.is_narrow)
        words = {
            Pane.WAITING: tr("board", "Menunggu", language),
            Pane.ATTENTION: tr("board", "Perlu perhatian", language),
            Pane.DECIDED: tr("board", "Diputuskan", language),
        }
        counts = {Pane.WAITING: waiting, Pane.ATTENTION: wanted}
        for pane, tab in self._tabs.items():
            is_amber = pane is Pane.ATTENTION and wanted > 0
            tab.show_tab(words[pane], counts.get(pane), is_open=pane is self.pane, is_amber=is_amber)
        back = (
            tr("board", "Kembali", language)
            if room.is_narrow
            else tr("board", "Kembali ke penjualan", language)
        )
        self._back.show_words(back)
        self._head.show_language(language)
        self.decided_head.show_language(language)
        self._hint.setText(
            tr("board", "Uangnya sudah tercatat. Yang kurang hanya keputusan manajer.", language)
        )
        for pane, rows in zip(Pane, (self.waiting, self.attention, self.decided), strict=True):
            rows.setAccessibleName(words[pane])

    def _show_foot(self, contents: BoardContents, room: Room) -> None:
        language, rows = room.language, self.list.rows.rows
        amount: Rupiah | None = sum(((row.payment.money_held or row.payment.amount) for row in rows), ZERO)
        match self.pane:
            case Pane.WAITING:
                count = orders(len(rows), language, is_whole=contents.knows_others)
                nothing = tr("board", "Tidak ada pesanan tertunda.", language)
            case Pane.ATTENTION:
                words = tr("board", "{count} perlu keputusan, ikut tercetak di bukti rekonsiliasi", language)
                count = words.format(count=len(rows))
                nothing = tr("board", "Tidak ada yang perlu diputuskan.", language)
            case Pane.DECIDED:
                count, amount = decisions(len(rows), language, has_more=contents.found.has_more), None
                nothing = tr("board", "Tidak ada keputusan yang berlaku.", language)
        self._foot.show_rows(count, amount, language)
        sought = self.search.text() if self.search is not None else ""
        unmatched = tr("board", "Tidak ada yang cocok dengan “{text}”.", language)
        self.list.show_nothing(unmatched.format(text=sought) if sought else nothing)

    def _lay_out(self, theme: Theme) -> None:
        head = QFrame()
        head.setProperty("role", "card-head")
        head.setFixedHeight(64)
        row = QHBoxLayout(head)
        row.setContentsMargins(20, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self._title)
        for tab in self._tabs.values():
            row.addWidget(tab)
        row.addStretch(1)
        row.addWidget(self._back)
        self._stack.addWidget(_column(self.filters, self._head, self.waiting))
        self._stack.addWidget(_column(self._hint_row(theme), self.attention))
        self._stack.addWidget(_column(self.decided_head, self.decided))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._foot)

    def _hint_row(self, theme: Theme) -> QWidget:
        row = QFrame()
        row.setProperty("role", "hint-row")
        row.setFixedHeight(48)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(20, 0, 20, 0)
        layout.setSpacing(8)
        layout.addWidget(Icon(theme, "info", "text2", 16))
        layout.addWidget(self._hint, 1)
        return row


def _column(*parts: QWidget) -> QWidget:
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for part in parts:
        layout.addWidget(part)
    return column
