"""The shop's list of products: taken in whole, so that it is the old list or the new one and nothing between."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable

from sqlalchemy import Engine, delete, exists, insert, select, text

from pos_app.domain.catalog import Product
from pos_app.journal.faults import told
from pos_app.journal.opening import shown
from pos_app.journal.schema import products

_ROWS_A_STEP = 5_000


def replace_products(engine: Engine, offered: Iterable[Product]) -> int:
    """Make these the shop's products, in this order; gives how many there are.

    Raises ValueError with nothing changed where two share an id or a barcode: a scan is never a guess.
    """
    rows = [_row(position, product) for position, product in enumerate(offered, start=1)]
    _refuse_twins(rows, "id")
    _refuse_twins(rows, "barcode")
    with told(shown(engine.url.render_as_string(hide_password=False))):  # noqa: SIM117 - two steps, not one
        with engine.execution_options(writes=True).begin() as connection:
            connection.execute(delete(products))
            for start in range(0, len(rows), _ROWS_A_STEP):
                connection.execute(insert(products), rows[start : start + _ROWS_A_STEP])
            if connection.dialect.name == "sqlite":
                connection.execute(text("INSERT INTO products_fts(products_fts) VALUES ('rebuild')"))
    return len(rows)


def has_products(engine: Engine) -> bool:
    """Whether the shop has a list already, found without reading it."""
    with told(shown(engine.url.render_as_string(hide_password=False))), engine.connect() as connection:
        return bool(connection.scalar(select(exists().select_from(products))))


def fold(typed: str) -> str:
    """A text as the search compares it: no accents, no capitals, single spaces, nothing unprintable."""
    bare = (letter for letter in unicodedata.normalize("NFKD", typed) if not unicodedata.combining(letter))
    printable = "".join(letter if letter.isprintable() else " " for letter in bare)
    return " ".join(printable.casefold().split())


def _row(position: int, product: Product) -> dict[str, object]:
    return {
        "position": position,
        "id": product.id,
        "name": product.name,
        "barcode": product.barcode,
        "price": product.price,
        "stock": product.stock,
        "folded": fold(product.name),
    }


def _refuse_twins(rows: list[dict[str, object]], column: str) -> None:
    counted = Counter(row[column] for row in rows if row[column])
    for value, times in counted.most_common(1):
        if times > 1:
            names = ", ".join(str(row["name"]) for row in rows if row[column] == value)
            raise ValueError(f"{times} products share the {column} {value}: {names}")
