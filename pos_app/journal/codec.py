"""Values of the domain as JSON text and back, with nothing lost and nothing guessed.

The text is ASCII with sorted keys, so that one value has one text and its hash can be checked for ever.
"""

from __future__ import annotations

import json
from dataclasses import MISSING, fields, is_dataclass
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import TypeVar, cast, get_args, get_origin, get_type_hints

from pos_app.domain import evidence as facts
from pos_app.domain.evidence import Fact
from pos_app.domain.money import Rupiah

V = TypeVar("V")
E = TypeVar("E", bound=Enum)


class UnreadableError(ValueError):
    """A stored text is nothing that any version of this app has written."""


FACTS: dict[str, type[Fact]] = {
    "sent": facts.Sent,
    "unanswered": facts.Unanswered,
    "said": facts.Said,
    "notified": facts.Notified,
    "qr_read": facts.QrRead,
    "qr_refused": facts.QrRefused,
    "cancel_asked": facts.CancelAsked,
    "stalled": facts.Stalled,
    "decided": facts.Decided,
    "refund_asked": facts.RefundAsked,
    "came_out": facts.CameOut,
}
"""The stored names of the kinds of evidence. A name that was ever written is never given up."""

_NAMES = {kind: name for name, kind in FACTS.items()}

_GIVEN_UP: dict[type, frozenset[str]] = {facts.Reading: frozenset({"payment_type", "store"})}
"""Fields that earlier versions wrote and nobody reads any more; the text as it came holds them still."""


def moment_text(moment: datetime) -> str:
    """`2026-11-20T07:32:00.000000Z`, always UTC and of one width. Raises ValueError without a zone."""
    if moment.tzinfo is None:
        raise ValueError(f"{moment} has no time zone")
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def read_moment(text: str) -> datetime:
    """Raises UnreadableError."""
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise UnreadableError(f"{text!r} is no time") from error


def read_day(text: str) -> date:
    """Raises UnreadableError."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UnreadableError(f"{text!r} is no day") from error


def read_one(kind: type[E], text: str) -> E:
    """One value of an enumeration. Raises UnreadableError."""
    try:
        return kind(text)
    except ValueError as error:
        raise UnreadableError(str(error)) from error


def fact_kind(fact: Fact) -> str:
    """The stored name of a kind of evidence."""
    return _NAMES[type(fact)]


def read_fact(kind: str, text: str) -> Fact:
    """What `fact_kind` and `write` have stored. Raises UnreadableError."""
    if kind not in FACTS:
        raise UnreadableError(f"evidence of the kind {kind!r} is not known")
    return read(FACTS[kind], text)


def write(value: object) -> str:
    """A dataclass of the domain as JSON; what stands at its default is written too."""
    return json.dumps(plain(value), sort_keys=True, separators=(",", ":"))


def read(kind: type[V], text: str) -> V:
    """The dataclass again. A field that the text lacks takes its default. Raises UnreadableError."""
    try:
        return cast("V", _build(kind, json.loads(text)))
    except json.JSONDecodeError as error:
        raise UnreadableError(f"{text[:100]!r} is no JSON") from error


def plain(value: object) -> object:
    """A value of the domain in JSON's own words: dates and times as text, sets sorted, lengths of time in microseconds."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return moment_text(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, timedelta):
        return value // timedelta(microseconds=1)
    if isinstance(value, frozenset):
        return sorted(plain(item) for item in value)  # type: ignore[type-var]  # all of one kind, texts or numbers
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if value is None or isinstance(value, str | int):  # Rupiah and the booleans are integers
        return value
    raise TypeError(f"{type(value).__name__} can't be written")


def _build(kind: object, plain: object) -> object:
    if isinstance(kind, UnionType):
        if plain is None and NoneType in get_args(kind):
            return None
        (kind,) = (one for one in get_args(kind) if one is not NoneType)
    if (many := get_origin(kind)) in (tuple, frozenset) and isinstance(plain, list):
        return many(_build(get_args(kind)[0], item) for item in plain)
    if isinstance(kind, type):
        if is_dataclass(kind) and isinstance(plain, dict):
            return _dataclass(kind, plain)
        if issubclass(kind, Enum):
            return read_one(kind, str(plain))
        if kind is datetime and isinstance(plain, str):
            return read_moment(plain)
        if kind is date and isinstance(plain, str):
            return read_day(plain)
        if kind is Rupiah and type(plain) is int:
            return Rupiah(plain)
        if type(plain) is kind:
            return plain
    raise UnreadableError(f"{plain!r} is no {kind}")


def _dataclass(kind: type, plain: dict[str, object]) -> object:
    hints = _hints(kind)
    plain = {name: value for name, value in plain.items() if name not in _GIVEN_UP.get(kind, ())}
    if unknown := plain.keys() - hints.keys():
        raise UnreadableError(f"{kind.__name__} has no {', '.join(sorted(unknown))}")
    for field in fields(kind):
        if field.name not in plain and field.default is MISSING and field.default_factory is MISSING:
            raise UnreadableError(f"{kind.__name__} lacks {field.name}")
    return kind(**{name: _build(hints[name], value) for name, value in plain.items()})


@cache
def _hints(kind: type) -> dict[str, object]:
    return get_type_hints(kind)
