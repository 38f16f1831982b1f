"""Payments with the till that holds them: what the other tills have, and what was decided about ours."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, Select, Text, cast, func, or_, select

from pos_app.domain.record import Held
from pos_app.domain.sale import sale_label
from pos_app.domain.states import State
from pos_app.journal.rows import payment_of
from pos_app.journal.schema import evidence, payments, sales, tills

_LIVE = [state for state in State if state.is_live]
_NOTICED = payments.c.attention > frozenset()
"""Everything that ever wanted attention: little, however long the shop lives."""


def other_tills(connection: Connection, till: str) -> dict[str, int]:
    query = select(tills.c.till, tills.c.evidence_count).where(tills.c.till != till)
    return {row.till: row.evidence_count for row in connection.execute(query)}


def standing_at(connection: Connection, till: str) -> tuple[Held, ...]:
    of_till = _of(till)
    live = _held(connection, of_till.where(payments.c.state.in_(_LIVE)))
    noticed = _held(connection, of_till.where(_NOTICED, payments.c.state.not_in(_LIVE)))
    wanting = (one for one in noticed if one.payment.wants_a_person)
    return (*live, *wanting)


def moved_at(connection: Connection, till: str, since: int) -> tuple[Held, ...]:
    moved = select(evidence.c.order_id).where(evidence.c.till == till, evidence.c.number > since)
    return _held(connection, _of(till).where(payments.c.order_id.in_(moved)))


def decided(connection: Connection, till: str, text: str, limit: int) -> tuple[Held, ...]:
    standing = _of(till).where(payments.c.decision.is_not(None))
    if wanted := "".join(letter for letter in text.casefold() if letter.isalnum()):
        standing = standing.where(_named(wanted))
    newest = standing.order_by(payments.c.created_at.desc(), payments.c.order_id).limit(limit)
    return _held(connection, newest)


def _of(till: str) -> Select[tuple[object, ...]]:
    """The till's payments, each with the number of its sale."""
    joined = payments.join(sales, payments.c.sale_id == sales.c.id)
    return (
        select(*payments.c, sales.c.number.label("sale_number"))
        .select_from(joined)
        .where(payments.c.till == till)
    )


def _held(connection: Connection, query: Select[tuple[object, ...]]) -> tuple[Held, ...]:
    rows = connection.execute(query).mappings()
    return tuple(Held(row["till"], payment_of(row), sale_label(row["sale_number"])) for row in rows)


def _named(wanted: str) -> ColumnElement[bool]:
    bare = func.lower(func.replace(cast(payments.c.order_id, Text), "-", ""))
    found = [
        bare.contains(wanted, autoescape=True),
        cast(payments.c.payment_code, Text).contains(wanted, autoescape=True),
    ]
    return or_(*found, cast(payments.c.amount, Text) == wanted)
