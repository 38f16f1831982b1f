"""What is being rung up: pure values, every change makes a new cart."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pos_app.domain.money import ZERO, Rupiah

if TYPE_CHECKING:
    from pos_app.domain.catalog import Product

MOST_OF_A_LINE = 9_999
LARGEST_TOTAL = Rupiah(999_999_999)


class CartError(ValueError):
    """What was asked of the cart can't be; nothing has changed."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row: `quantity` pieces of one thing at `price` rupiah each. A free amount has no product id."""

    name: str
    price: Rupiah
    quantity: int
    product_id: str = ""

    @property
    def total(self) -> Rupiah:
        return self.price * self.quantity

    def is_same_article(self, other: Line) -> bool:
        """Whether both are rows of one article at one price, however many pieces they hold."""
        return replace(self, quantity=other.quantity) == other


@dataclass(frozen=True, slots=True)
class Totals:
    """The figures below the lines, in rupiah; `discount` is what is taken off, a positive number."""

    subtotal: Rupiah
    discount: Rupiah
    tax: Rupiah

    @property
    def total(self) -> Rupiah:
        return self.subtotal - self.discount + self.tax


@dataclass(frozen=True, slots=True)
class Cart:
    """Lines in the order in which they were first rung up; `selected` is the index the keys act on."""

    lines: tuple[Line, ...] = ()
    selected: int = -1

    @property
    def is_empty(self) -> bool:
        return not self.lines

    @property
    def pieces(self) -> int:
        return sum(line.quantity for line in self.lines)

    @property
    def totals(self) -> Totals:
        return Totals(subtotal=sum((line.total for line in self.lines), ZERO), discount=ZERO, tax=ZERO)

    @property
    def total(self) -> Rupiah:
        return self.totals.total

    def add(self, product: Product) -> Cart:
        """One more of a product: its own row grows, and is selected."""
        for index, line in enumerate(self.lines):
            if line.product_id == product.id and line.price == product.price:
                return self.select(index).with_quantity(index, line.quantity + 1)
        return self._appended(Line(product.name, product.price, 1, product.id))

    def add_amount(self, amount: Rupiah, name: str) -> Cart:
        """A free amount as a row of its own; raise CartError unless it is positive."""
        if amount <= 0:
            raise CartError("a free amount is at least Rp 1")
        return self._appended(Line(name, amount, 1))

    def select(self, index: int) -> Cart:
        if not 0 <= index < len(self.lines):
            raise CartError(f"there is no row {index + 1}")
        return replace(self, selected=index)

    def with_quantity(self, index: int, quantity: int) -> Cart:
        """Set a row's quantity. Raise CartError beyond the limits of a row or a sale."""
        self.select(index)
        if not 0 < quantity <= MOST_OF_A_LINE:
            raise CartError(f"a row holds 1 to {MOST_OF_A_LINE} pieces")
        changed = replace(self.lines[index], quantity=quantity)
        return self._within_limit(
            replace(self, lines=(*self.lines[:index], changed, *self.lines[index + 1 :]))
        )

    def change_quantity(self, index: int, by: int) -> Cart:
        """One piece is the least: a row goes by `remove` alone, not by a held minus."""
        self.select(index)
        return self.with_quantity(index, max(1, self.lines[index].quantity + by))

    def remove(self, index: int) -> Cart:
        self.select(index)
        lines = (*self.lines[:index], *self.lines[index + 1 :])
        return Cart(lines, min(index, len(lines) - 1))

    def _appended(self, line: Line) -> Cart:
        return self._within_limit(Cart((*self.lines, line), len(self.lines)))

    @staticmethod
    def _within_limit(cart: Cart) -> Cart:
        if cart.total > LARGEST_TOTAL:
            raise CartError(f"a sale is at most {LARGEST_TOTAL.text}")
        return cart
