"""What is left on the shelf, in words."""

from __future__ import annotations

from pos_app.domain.language import Language
from pos_app.domain.money import NO_BREAK_SPACE
from pos_app.ui.i18n import tr

LITTLE = 9
"""At most so many pieces are worth a warning."""


def stock_words(stock: int | None, language: Language) -> str:
    """`Habis`, `Sisa 9`, the plain number, or nothing where the shop does not count."""
    if stock is None:
        return ""
    if stock <= 0:
        return tr("results", "Habis", language)
    if stock <= LITTLE:
        return tr("results", "Sisa {count}", language).format(count=stock).replace(" ", NO_BREAK_SPACE)
    return str(stock)
