"""Older journals become this one: all of the way or not at all, with a backup before."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, inspect, text

from pos_app.journal import opening, upgrade
from pos_app.journal.opening import create_tables, open_engine
from pos_app.journal.schema import REVISIONS
from pos_app.journal.sqlite_file import backups_of, engine_of, url_of
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
                "WHERE NOT tgisinternal AND relnamespace = current_schema()::regnamespace"
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
