"""Evidence, sealed: each row of a till carries the SHA-256 of itself and the row before it.

Nobody can change, drop or slip in a row afterwards without breaking every seal behind it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Row, RowMapping, bindparam, insert, select, update

from pos_app.domain.evidence import Evidence
from pos_app.domain.record import Testimony
from pos_app.domain.states import State
from pos_app.journal import codec
from pos_app.journal.schema import START, evidence, tills

# Built once: a statement takes longer to put together than to run.
_OF_TILL = tills.c.till == bindparam("of_till")
_END = select(tills.c.evidence_count, tills.c.evidence_hash).where(_OF_TILL)
_ADD = insert(evidence)
_GROW = update(tills).where(_OF_TILL)


@dataclass(frozen=True, slots=True)
class Break:
    """The first place at which a till's chain doesn't hold; `number` counts its rows from 1."""

    till: str
    number: int
    reason: str


def append(connection: Connection, till: str, learnt: Evidence, state: State) -> None:
    """Seal one piece of evidence on the till's last one. The caller holds the till's row."""
    end = connection.execute(_END, {"of_till": till}).one()
    row = {
        "till": till,
        "number": end.evidence_count + 1,
        "order_id": learnt.order_id,
        "at": learnt.at,
        "gateway_at": learnt.gateway_at,
        "kind": codec.fact_kind(learnt.fact),
        "fact": codec.write(learnt.fact),
        "raw": learnt.raw,
        "state": state,
        "previous": end.evidence_hash,
    }
    sealed = seal(row)
    connection.execute(_ADD, {**row, "hash": sealed})
    connection.execute(_GROW, {"of_till": till, "evidence_count": row["number"], "evidence_hash": sealed})


def seal(row: dict[str, Any]) -> str:
    """The hash over one row's contents and the hash of the row before it, as 64 hexadecimal digits."""
    gateway_at = row["gateway_at"]
    told = [
        row["previous"],
        row["till"],
        row["number"],
        row["order_id"],
        codec.moment_text(row["at"]),
        None if gateway_at is None else codec.moment_text(gateway_at),
        row["kind"],
        row["fact"],
        row["raw"],
        row["state"].value,
    ]
    return digest(told)


def digest(told: Sequence[str | int | None]) -> str:
    """The SHA-256 of a list as compact JSON in ASCII, as 64 hexadecimal digits."""
    return sha256(json.dumps(told, separators=(",", ":")).encode("ascii")).hexdigest()


def testimonies(connection: Connection, order_id: str) -> tuple[Testimony, ...]:
    """All that was learnt about one payment, in the order in which it was stored."""
    query = select(evidence).where(evidence.c.order_id == order_id).order_by(evidence.c.id)
    return tuple(_testimony(row) for row in connection.execute(query))


def breaks(connection: Connection) -> Iterator[Break]:
    """Where the chains of this journal don't hold: at most one place a till, the first."""
    for till in connection.execute(select(tills).order_by(tills.c.till)):
        if broken := _first_break(connection, till):
            yield broken


def _first_break(connection: Connection, till: Row[Any]) -> Break | None:
    query = select(evidence).where(evidence.c.till == till.till).order_by(evidence.c.number)
    with connection.execute(query.execution_options(yield_per=1000)) as rows:
        return first_break(till.till, rows.mappings(), seal, (till.evidence_count, till.evidence_hash))


def first_break(
    till: str, rows: Iterable[RowMapping], seal: Callable[[dict[str, Any]], str], end: tuple[int, str]
) -> Break | None:
    """Follow one chain; `end` is how many rows were written, and the hash of the last."""
    previous, number = START, 0
    for row in rows:
        number += 1
        if row["number"] != number:
            return Break(till, number, "the row is missing")
        if row["previous"] != previous:
            return Break(till, number, "the row does not follow the one before it")
        if seal({str(name): value for name, value in row.items()}) != row["hash"]:
            return Break(till, number, "the row was changed after it was written")
        previous = row["hash"]
    if (number, previous) != end:
        return Break(till, number + 1, f"{end[0]} rows were written, {number} are there")
    return None


def _testimony(row: Row[Any]) -> Testimony:
    return Testimony(
        row.id,
        Evidence(
            order_id=row.order_id,
            at=row.at,
            fact=codec.read_fact(row.kind, row.fact),
            raw=row.raw,
            gateway_at=row.gateway_at,
        ),
        row.state,
    )
