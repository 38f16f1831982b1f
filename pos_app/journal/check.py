"""Whether a journal is whole: the database, the seals of its evidence, and that payments agree with both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from pos_app.journal import audit, chain
from pos_app.journal.faults import told
from pos_app.journal.opening import reading_engine, shown
from pos_app.journal.schema import evidence, payments, tills


@dataclass(frozen=True, slots=True)
class Findings:
    """What a check saw, in sentences: `faults` is empty for a sound journal, `counted` says what was read."""

    faults: tuple[str, ...]
    counted: tuple[str, ...]


def examine(url: str) -> Findings:
    """Read a whole journal and change nothing; a till may be running.

    Raises JournalDamagedError where the database can't be read at all, JournalUnwritableError where it
    can't be opened.
    """
    engine = reading_engine(url)
    try:
        with told(shown(url)), engine.connect() as connection:
            faults = (*_database_faults(connection), *_chain_faults(connection), *_payment_faults(connection))
            return Findings(faults, tuple(_counted(connection)))
    finally:
        engine.dispose()


def _database_faults(connection: Connection) -> Iterator[str]:
    if connection.dialect.name != "sqlite":  # a server checks its own pages
        return
    for row in connection.exec_driver_sql("PRAGMA integrity_check(10)"):
        if row[0] != "ok":
            yield f"The database is damaged: {row[0]}."
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"Row {row[1]} of {row[0]} points to a row of {row[2]} that is not there."


def _chain_faults(connection: Connection) -> Iterator[str]:
    for broken in chain.breaks(connection):
        yield f"The evidence of till {broken.till} does not hold from number {broken.number} on: {broken.reason}."
    for broken in audit.breaks(connection):
        yield f"The audit of till {broken.till} does not hold from number {broken.number} on: {broken.reason}."


def _payment_faults(connection: Connection) -> Iterator[str]:
    """A payment stands where its last evidence left it."""
    last = (
        select(evidence.c.order_id, func.max(evidence.c.id).label("id"))
        .group_by(evidence.c.order_id)
        .subquery()
    )
    query = (
        select(payments.c.order_id, payments.c.state, evidence.c.state.label("left"))
        .join(last, last.c.order_id == payments.c.order_id)
        .join(evidence, evidence.c.id == last.c.id)
        .where(payments.c.state != evidence.c.state)
        .order_by(payments.c.order_id)
    )
    for row in connection.execute(query):
        yield f"Payment {row.order_id} says {row.state.value}, its last evidence left it {row.left.value}."


def _counted(connection: Connection) -> Iterator[str]:
    for row in connection.execute(select(tills.c.till, tills.c.evidence_count).order_by(tills.c.till)):
        mine = select(func.count()).where(payments.c.till == row.till)
        yield f"Till {row.till}: {connection.scalar(mine)} payments, {row.evidence_count} pieces of evidence."
    latest = connection.scalar(select(func.max(evidence.c.at)))
    if latest is not None:
        yield f"The last evidence is of {latest:%Y-%m-%d %H:%M:%S} UTC."
