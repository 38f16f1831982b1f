"""Acts upon the till itself, sealed in a chain of their own: the SHA-256 of each row and the one before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from pos_app.domain.audit import AuditEntry
from pos_app.journal import chain, codec
from pos_app.journal.schema import settings_audit, tills


def append(connection: Connection, till: str, entry: AuditEntry) -> None:
    """Seal one act on the till's last one. The caller holds the till's row."""
    end = connection.execute(
        select(tills.c.audit_count, tills.c.audit_hash).where(tills.c.till == till)
    ).one()
    row = {
        "till": till,
        "number": end.audit_count + 1,
        "at": entry.at,
        "act": entry.act,
        "by": entry.by,
        "subject": entry.subject,
        "detail": entry.detail,
        "previous": end.audit_hash,
    }
    sealed = seal(row)
    connection.execute(insert(settings_audit).values(**row, hash=sealed))
    connection.execute(
        update(tills).where(tills.c.till == till).values(audit_count=row["number"], audit_hash=sealed)
    )


def seal(row: dict[str, Any]) -> str:
    """The hash over one row's contents and the hash of the row before it, as 64 hexadecimal digits."""
    told = [
        row["previous"],
        row["till"],
        row["number"],
        codec.moment_text(row["at"]),
        row["act"].value,
        row["by"],
        row["subject"],
        row["detail"],
    ]
    return chain.digest(told)


def entries(connection: Connection, till: str) -> tuple[AuditEntry, ...]:
    """All that was done to a till, oldest first."""
    query = select(settings_audit).where(settings_audit.c.till == till).order_by(settings_audit.c.number)
    return tuple(
        AuditEntry(row.at, row.act, row.by, row.subject, row.detail) for row in connection.execute(query)
    )


def breaks(connection: Connection) -> Iterator[chain.Break]:
    """Where the audits of this journal don't hold: at most one place a till, the first."""
    for till in connection.execute(select(tills).order_by(tills.c.till)):
        if broken := _first_break(connection, till):
            yield broken


def _first_break(connection: Connection, till: Row[Any]) -> chain.Break | None:
    query = select(settings_audit).where(settings_audit.c.till == till.till)
    rows = connection.execute(query.order_by(settings_audit.c.number)).mappings()
    return chain.first_break(till.till, rows, seal, (till.audit_count, till.audit_hash))
