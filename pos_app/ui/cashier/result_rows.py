"""The rows of a search: products, or the one amount that a number can mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from pos_app.domain.language import Language
from pos_app.domain.money import Rupiah
from pos_app.ui.i18n import tr
from pos_app.ui.text.stock import stock_words

if TYPE_CHECKING:
    from pos_app.domain.catalog import Found, Product

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class AmountRow:
    """A free amount that was typed, in rupiah."""

    amount: Rupiah


Row: TypeAlias = "Product | AmountRow"


def rows_of(found: Found) -> tuple[Row, ...]:
    """What a search offers. Digits are an amount as well: the first row, or the second where a product has them too."""
    from pos_app.domain.catalog import free_amount

    amount = free_amount(found.text)
    if amount is None:
        return found.products
    return (*found.products[:1], AmountRow(amount), *found.products[1:])


class ResultRows(QAbstractListModel):
    """The list's model; `row` gives a row back in our own types, `current` is the number of Enter's."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Row, ...] = ()
        self.text = ""
        self.current = -1
        self.language = Language.INDONESIAN

    def show_rows(self, rows: tuple[Row, ...], text: str, language: Language) -> None:
        self.beginResetModel()
        self._rows, self.text, self.language = rows, text, language
        self.current = 0 if rows else -1
        self.endResetModel()

    def row(self, number: int) -> Row | None:
        return self._rows[number] if 0 <= number < len(self._rows) else None

    @property
    def rows(self) -> tuple[Row, ...]:
        return self._rows

    def rowCount(self, parent: _Index | None = None) -> int:  # noqa: N802 - Qt's name
        return len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = self.row(index.row())
        return row_words(row, self.language) if row is not None else None


def row_words(row: Row, language: Language) -> str:
    """The row as a screen reader says it."""
    if isinstance(row, AmountRow):
        return amount_words(row, language)
    stock = stock_words(row.stock, language)
    return ", ".join(part for part in (row.name, row.price.text, stock) if part)


def amount_words(row: AmountRow, language: Language) -> str:
    return tr("results", "Tambah nominal {amount}", language).format(amount=row.amount.text)
