"""Finding products while a cashier types: the till's catalogue port, on a read-only connection of its own.

Words of three letters and more are found through SQLite's trigram index; shorter ones, and all of them
on PostgreSQL, by reading the list.
"""

from __future__ import annotations

from typing import Self

from sqlalchemy import ColumnElement, Engine, and_, case, func, or_, select, text

from pos_app.domain.catalog import Found, Product
from pos_app.journal.faults import told
from pos_app.journal.opening import reading_engine, shown
from pos_app.journal.products import fold
from pos_app.journal.schema import products

_LONGEST_TEXT = 100
_SHORTEST_INDEXED_WORD = 3
_COLUMNS = (products.c.id, products.c.name, products.c.barcode, products.c.price, products.c.stock)


class SqlCatalog:
    """The products of a journal. Used by one thread; a till that writes beside it is not waited for."""

    def __init__(self, engine: Engine, place: str) -> None:
        self._engine = engine
        self._place = place

    @classmethod
    def open(cls, url: str) -> Self:
        """Look into the journal at a database URL, which a till has opened before."""
        return cls(reading_engine(url), shown(url))

    def close(self) -> None:
        self._engine.dispose()

    def find(self, text: str, limit: int) -> Found:
        """Products whose name holds every word, or whose barcode is the text: best first, at most `limit`.

        Names that begin with the text come first, then those with a word that begins so, then the rest,
        each in the shop's own order. An empty text finds everything.
        """
        folded = fold(text[:_LONGEST_TEXT])
        with told(self._place), self._engine.connect() as connection:
            total = connection.scalar(select(func.count()).select_from(products)) or 0
            matching = _matching(folded, by_index=connection.dialect.name == "sqlite")
            order = (_rank(folded), products.c.position) if folded else (products.c.position,)
            rows = connection.execute(select(*_COLUMNS).where(matching).order_by(*order).limit(limit)).all()
            counting = select(func.count()).select_from(products).where(matching)
            matches = total if not folded else connection.scalar(counting) or 0
        return Found(text, tuple(Product(*row) for row in rows), matches, total)

    def scanned(self, barcode: str) -> Product | None:
        if not barcode:
            return None
        with told(self._place), self._engine.connect() as connection:
            row = connection.execute(select(*_COLUMNS).where(products.c.barcode == barcode)).first()
            return None if row is None else Product(*row)


def _matching(folded: str, *, by_index: bool) -> ColumnElement[bool]:
    words = sorted(set(folded.split()))
    indexed = [word for word in words if by_index and len(word) >= _SHORTEST_INDEXED_WORD]
    conditions = [products.c.folded.contains(word, autoescape=True) for word in words if word not in indexed]
    if indexed:
        phrases = " ".join('"' + word.replace('"', '""') + '"' for word in indexed)
        found = text("SELECT rowid FROM products_fts WHERE products_fts MATCH :phrases")
        conditions.append(products.c.position.in_(found.bindparams(phrases=phrases)))
    return or_(and_(True, *conditions), products.c.barcode == folded)


def _rank(folded: str) -> ColumnElement[int]:
    """0 the barcode itself, 1 the name begins with the text, 2 every word begins a word, 3 somewhere inside."""
    name = products.c.folded
    starts = [
        or_(name.startswith(word, autoescape=True), name.contains(f" {word}", autoescape=True))
        for word in folded.split()
    ]
    return case(
        (products.c.barcode == folded, 0),
        (name.startswith(folded, autoescape=True), 1),
        (and_(*starts), 2),
        else_=3,
    )
