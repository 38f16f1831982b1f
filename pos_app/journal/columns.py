"""How the shop's values lie in a table: the same on SQLite and on PostgreSQL, and readable by a person."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import Enum
from typing import Generic, TypeVar

from sqlalchemy import BigInteger, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from pos_app.domain.money import Rupiah
from pos_app.journal import codec

_ESCAPED = "\x1a"
_MICROSECOND = timedelta(microseconds=1)

E = TypeVar("E", bound=Enum)
R = TypeVar("R")


class Words(TypeDecorator[str]):
    """Any text, as it came. What a database can't hold (NUL, half a surrogate) is kept with Python's escapes behind U+001A."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        if value is None or _is_storable(value):
            return value
        return _ESCAPED + value.encode("unicode_escape").decode("ascii")

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        if value is None or not value.startswith(_ESCAPED):
            return value
        return value[1:].encode("ascii").decode("unicode_escape")


def _is_storable(text: str) -> bool:
    if "\x00" in text or text.startswith(_ESCAPED):
        return False
    return text.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in text)


class Money(TypeDecorator[Rupiah]):
    """Whole rupiah."""

    impl = BigInteger
    cache_ok = True

    def process_result_value(self, value: int | None, dialect: Dialect) -> Rupiah | None:
        return None if value is None else Rupiah(value)


class Moment(TypeDecorator[datetime]):
    """A UTC time as ISO text of one width, `2026-11-20T07:32:00.000000Z`: it reads well and sorts by time."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else codec.moment_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        return None if value is None else codec.read_moment(value)


class Span(TypeDecorator[timedelta]):
    """A length of time in microseconds."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: timedelta | None, dialect: Dialect) -> int | None:
        return None if value is None else value // _MICROSECOND

    def process_result_value(self, value: int | None, dialect: Dialect) -> timedelta | None:
        return None if value is None else value * _MICROSECOND


class OneOf(TypeDecorator[E], Generic[E]):
    """One value of an enumeration, stored as its `value`."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: type[E]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: E | None, dialect: Dialect) -> str | None:
        return None if value is None else str(value.value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> E | None:
        return None if value is None else codec.read_one(self.kind, value)


class SomeOf(TypeDecorator[frozenset[E]], Generic[E]):
    """A set of an enumeration's values, stored sorted with spaces between; the empty set is empty text."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: type[E]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: frozenset[E] | None, dialect: Dialect) -> str | None:
        return None if value is None else " ".join(sorted(str(one.value) for one in value))

    def process_result_value(self, value: str | None, dialect: Dialect) -> frozenset[E] | None:
        return None if value is None else frozenset(codec.read_one(self.kind, word) for word in value.split())


class Record(TypeDecorator[R], Generic[R]):
    """A small value of the domain as one JSON text."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: type[R]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: R | None, dialect: Dialect) -> str | None:
        return None if value is None else codec.write(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> R | None:
        return None if value is None else codec.read(self.kind, value)
