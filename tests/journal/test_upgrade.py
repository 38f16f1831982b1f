"""Older journals become this one: all of the way or not at all, with a backup before."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, inspect, text

from pos_app.domain.money import Rupiah
from pos_app.domain.states import State
from pos_app.journal import commands, opening, upgrade
from pos_app.journal.opening import create_tables, open_engine
from pos_app.journal.schema import REVISIONS, START
from pos_app.journal.sqlite_file import backups_of, engine_of, make_or_look, url_of
from pos_app.journal.store import SqlJournal
from tests.journal import shop
from tests.postgres import fresh_schema_url

NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "next"
down_revision = "{before}"

def upgrade():
    op.add_column("sales", sa.Column("note", sa.Text()))
    op.execute(sa.text("{last}"))
"""

_PAYMENT = {
    "order_id": "A-1",
    "till": "02",
    "sale_id": 1,
    "attempt": 1,
    "method": "gopay",
    "amount": 44_000,
    "created_at": "2026-11-20T05:00:00.000000Z",
    "request": "{}",
    "idempotency_key": "k",
    "cashier": "Rani",
    "state": "paid",
    "attention": "paid_late",
    "charges_sent": 1,
    "known_to_gateway": True,
    "transaction_id": "t",
    "qr_text": "",
    "qr_picture_url": "",
    "payment_code": "",
    "clock_offset": 0,
    "absent_reads": 0,
    "problem_detail": "",
    "confirmed": True,
    "refunded": 0,
    "holds_sale": False,
}


def _inserted(table: str, row: dict[str, object]) -> str:
    values = (f"'{value}'" if isinstance(value, str) else str(value) for value in row.values())
    return f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join(values)})"


_SALE = "('02', '2026-11-20', 1, 'Rani', '2026-11-20T05:00:00.000000Z', 'open', -1)"
FROM_BEFORE = (
    f"INSERT INTO sales (till, day, number, cashier, opened_at, state, selected) VALUES {_SALE}",
    _inserted("payments", _PAYMENT),
    _inserted(
        "tills",
        {"till": "02", "counter_sale": 1, "cursor": "", "evidence_count": 0, "evidence_hash": START},
    ),
)


def test_the_chain_of_migrations_is_the_one_that_the_schema_names() -> None:
    scripts = ScriptDirectory(str(upgrade.MIGRATIONS))
    assert tuple(script.revision for script in scripts.walk_revisions())[::-1] == REVISIONS


def empty_engine(url: str) -> Engine:
    return engine_of(Path(url.removeprefix("sqlite:///"))) if url.startswith("sqlite") else create_engine(url)


def shape(connection: Connection) -> dict[str, object]:
    """Every table with its columns, keys and indices, and whatever SQL stands behind triggers and searches."""
    found = inspect(connection)
    tables = sorted(name for name in found.get_table_names() if name != "alembic_version")
    told: dict[str, object] = {
        name: [
            [(column["name"], str(column["type"]), column["nullable"]) for column in found.get_columns(name)],
            found.get_pk_constraint(name)["constrained_columns"],
            sorted(
                (key["constrained_columns"], key["referred_table"]) for key in found.get_foreign_keys(name)
            ),
            sorted(key["column_names"] for key in found.get_unique_constraints(name)),
            sorted(
                (index["name"] or "", index["column_names"], bool(index["unique"]))
                for index in found.get_indexes(name)
            ),
        ]
        for name in tables
    }
    if connection.dialect.name == "sqlite":
        special = "type = 'trigger' OR sql LIKE '%VIRTUAL%' OR sql LIKE '%WHERE%'"
        listed = connection.execute(
            text(f"SELECT name, sql FROM sqlite_master WHERE {special} ORDER BY name")
        )
    else:
        listed = connection.execute(
            text(
                "SELECT tgname, tgtype::text, prosrc FROM pg_trigger "
                "JOIN pg_class ON pg_class.oid = tgrelid JOIN pg_proc ON pg_proc.oid = tgfoid "
                "WHERE NOT tgisinternal AND relnamespace = current_schema()::regnamespace ORDER BY tgname"
            )
        )
    told["special"] = [tuple(row) for row in listed]
    return told


@contextmanager
def shape_of(engine: Engine) -> Iterator[dict[str, object]]:
    with engine.connect() as connection:
        yield shape(connection)
    engine.dispose()


def test_the_migrations_lead_to_the_very_tables_that_are_made_directly(url: str, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    migrated = empty_engine(url)
    with migrated.execution_options(writes=True).begin() as connection:
        upgrade.upgrade(connection, None)
    with shape_of(migrated) as by_migration:
        pass
    fresh = empty_engine(
        url_of(tmp_path / "fresh.sqlite3") if url.startswith("sqlite") else fresh_schema_url()
    )
    with fresh.execution_options(writes=True).begin() as connection:
        create_tables(connection)

    with shape_of(fresh) as directly:
        assert by_migration == directly


def build_from_before(connection: Connection) -> None:
    """The first version's tables, with a payment that was paid late."""
    config = Config()
    config.set_main_option("script_location", str(upgrade.MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, "0001")
    for statement in FROM_BEFORE:
        connection.execute(text(statement))


def test_a_journal_from_before_the_managers_desk_loses_nothing_and_gains_the_desk(
    url: str, path: Path
) -> None:
    if url.startswith("sqlite"):
        make_or_look(path, build_from_before)
    else:
        first = empty_engine(url)
        with first.begin() as connection:
            build_from_before(connection)
        first.dispose()

    with closing(SqlJournal.open(url, "02")) as journal:
        sale = journal.counter_sale()
        assert sale is not None
        (payment,) = journal.payments_of(sale.id)
        assert (payment.order_id, payment.state, payment.amount) == ("A-1", State.PAID, Rupiah(44_000))
        assert (payment.decision, payment.attached_to, payment.refund_asked_at) == (None, None, None)
        assert journal.undecided() == (payment,)
        assert (journal.staff(), journal.audit(), journal.wrong_pins()) == ((), (), 0)
        shop.a_sale(journal)
    assert commands.check(url).code == 0


@pytest.fixture
def older(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A journal with one sale, seen by an app that has one more migration."""
    with closing(SqlJournal.open(url_of(path), "02")) as journal:
        shop.a_sale(journal)
    scripts = tmp_path / "migrations"
    (scripts / "versions").mkdir(parents=True)
    for script in (*upgrade.MIGRATIONS.glob("*.*"), *upgrade.MIGRATIONS.glob("versions/*.py")):
        (scripts / script.relative_to(upgrade.MIGRATIONS)).write_text(script.read_text())
    monkeypatch.setattr(opening, "REVISIONS", (*REVISIONS, "next"))
    monkeypatch.setattr(upgrade, "MIGRATIONS", scripts)
    yield path


def write_next(*, last: str) -> None:
    script = NEXT.format(before=REVISIONS[-1], last=last)
    (upgrade.MIGRATIONS / "versions" / "next.py").write_text(script)


def columns_of_sales(path: Path) -> set[str]:
    engine = engine_of(path)
    try:
        return {column["name"] for column in inspect(engine).get_columns("sales")}
    finally:
        engine.dispose()


def test_an_older_journal_is_backed_up_and_brought_up_to_date(older: Path) -> None:
    write_next(last="SELECT 1")

    open_engine(url_of(older), till="02").dispose()

    assert "note" in columns_of_sales(older)
    (backup,) = backups_of(older)
    assert "note" not in columns_of_sales(backup)
    open_engine(url_of(older), till="02").dispose()
    assert backups_of(older) == (backup,)


def test_a_migration_that_fails_leaves_the_journal_as_it_was(older: Path) -> None:
    write_next(last="SELECT nonsense")

    with pytest.raises(Exception, match="nonsense"):
        open_engine(url_of(older), till="02")

    assert "note" not in columns_of_sales(older)
    assert len(backups_of(older)) == 1
