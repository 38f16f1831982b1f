"""One payment's whole story as one JSON document, for a dispute with the gateway."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, select

from pos_app.journal import chain, codec
from pos_app.journal.faults import told
from pos_app.journal.opening import reading_engine, shown
from pos_app.journal.schema import asks, evidence, outbox, payments, sale_lines, sales

FORMAT = "pos-app payment story 1"


def story(url: str, order_id: str) -> str:
    """All that the journal knows of one payment: itself, its sale, every piece of evidence with its seal.

    Amounts are whole rupiah, times UTC. Raises KeyError for an order id that is not ours.
    """
    engine = reading_engine(url)
    try:
        with told(shown(url)), engine.connect() as connection:
            return json.dumps(_story(connection, order_id), indent=2, default=codec.plain) + "\n"
    finally:
        engine.dispose()


def _story(connection: Connection, order_id: str) -> dict[str, object]:
    payment = connection.execute(select(payments).where(payments.c.order_id == order_id)).mappings().first()
    if payment is None:
        raise KeyError(order_id)
    sale = connection.execute(select(sales).where(sales.c.id == payment["sale_id"])).mappings().one()
    lines = select(sale_lines).where(sale_lines.c.sale_id == sale["id"]).order_by(sale_lines.c.position)
    said = select(evidence).where(evidence.c.order_id == order_id).order_by(evidence.c.id)
    caused = select(outbox).where(outbox.c.order_id == order_id).order_by(outbox.c.id)
    broken = [f"till {one.till}, number {one.number}: {one.reason}" for one in chain.breaks(connection)]
    return {
        "format": FORMAT,
        "payment": dict(payment),
        "sale": {**sale, "lines": _rows(connection, lines)},
        "evidence": [{**row, "fact": json.loads(row["fact"])} for row in _rows(connection, said)],
        "effects": _rows(connection, caused),
        "last_asked_at": connection.scalar(select(asks.c.asked_at).where(asks.c.order_id == order_id)),
        "seals": {
            "how": "hash = SHA-256 of the JSON list [previous, till, number, order_id, at, gateway_at, kind, "
            "fact as compact JSON with sorted keys, raw, state], written compactly in ASCII",
            "broken": broken,
        },
    }


def _rows(connection: Connection, query: Select[Any]) -> list[dict[str, Any]]:
    return [_named(row) for row in connection.execute(query).mappings()]


def _named(row: RowMapping) -> dict[str, Any]:
    return {str(name): value for name, value in row.items()}
