"""What a journal file goes through before a till may use it, and what is refused with nothing touched."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from pos_app.domain.journal_errors import (
    JournalDamagedError,
    JournalInUseError,
    JournalTooNewError,
    JournalUnwritableError,
)
from pos_app.journal import sqlite_file
from pos_app.journal.backup import keep_backup
from pos_app.journal.opening import create_tables, open_engine, shown
from pos_app.journal.sqlite_file import url_of
from pos_app.journal.store import SqlJournal
from tests.journal import shop


def made(path: Path) -> int:
    """A journal with one sale, closed; gives the sale's id."""
    with closing(SqlJournal.open(url_of(path), "02")) as journal:
        return shop.a_sale(journal).id


def reopened(path: Path) -> SqlJournal:
    return SqlJournal.open(url_of(path), "02")


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def sql(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(statement)


def refused_untouched(path: Path, error: type[Exception], match: str) -> None:
    before = digest(path)
    with pytest.raises(error, match=match):
        reopened(path)
    assert digest(path) == before
    assert not list(path.parent.glob("*-wal"))


def test_a_journal_is_made_where_there_never_was_one(path: Path) -> None:
    sale_id = made(path)

    with closing(reopened(path)) as journal:
        assert journal.sale(sale_id).number == 1
    assert path.stat().st_mode & 0o777 == 0o600
    assert sorted(file.name for file in path.parent.iterdir()) == ["journal.sqlite3", "journal.sqlite3.born"]


def test_the_journal_writes_through_to_the_disk(journal: SqlJournal) -> None:
    asked = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
    with journal.engine.connect() as connection:
        said = [connection.scalar(text(f"PRAGMA {one}")) for one in asked]

    assert said == ["wal", 2, 1, 5000]  # 2 is FULL


def test_a_half_made_journal_is_made_again(path: Path) -> None:
    path.parent.mkdir()
    path.with_name(f"journal.sqlite3.{os.getpid()}.new").write_bytes(
        b"SQLite format 3\x00 and then the power went"
    )

    assert made(path) == 1


def test_a_journal_that_is_gone_is_never_replaced_by_an_empty_one(path: Path) -> None:
    made(path)
    backup = keep_backup(path, datetime(2026, 11, 20, 5, tzinfo=UTC))
    path.unlink()

    with pytest.raises(JournalDamagedError, match=f"is gone; the last backup is {backup}"):
        reopened(path)
    assert not path.exists()

    path.with_name("journal.sqlite3.born").unlink()
    assert made(path) == 1


def test_the_first_of_two_processes_makes_the_journal(path: Path) -> None:
    """The other one, which was making it too, takes what is there."""

    theirs = path.parent.with_name("theirs") / path.name
    made(theirs)

    def build(connection: Connection) -> None:
        create_tables(connection)
        shutil.copy(theirs, path)

    sqlite_file.make_or_look(path, build)

    with closing(reopened(path)) as journal:
        assert journal.sale(1).number == 1
    assert not list(path.parent.glob("*.new*"))


def test_a_journal_is_made_on_a_disk_that_knows_no_links(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path, _target: Path) -> None:
        raise PermissionError("Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)

    assert made(path) == 1


def test_a_lone_log_of_changes_is_a_journal_that_is_gone(path: Path) -> None:
    path.parent.mkdir()
    path.with_name("journal.sqlite3-wal").write_bytes(b"\x37\x7f\x06\x82")

    with pytest.raises(JournalDamagedError, match="is gone; there is no backup"):
        reopened(path)


@pytest.mark.parametrize("length", [0, 15, 99])
def test_a_file_cut_short_is_damaged(path: Path, length: int) -> None:
    made(path)
    path.write_bytes(path.read_bytes()[:length])

    refused_untouched(path, JournalDamagedError, "is no database any more")


def test_a_file_cut_at_half_is_damaged(path: Path) -> None:
    made(path)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])

    refused_untouched(path, JournalDamagedError, "is damaged")


def test_garbage_in_the_middle_is_damage(path: Path) -> None:
    made(path)
    with path.open("rb+") as file:
        for page in range(2, path.stat().st_size // 4096):
            file.seek(page * 4096)
            file.write(b"\xa5" * 64)

    refused_untouched(path, JournalDamagedError, "is damaged")


def test_a_text_file_is_no_journal(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("Daftar belanja: susu, kopi, roti\n" * 10)

    refused_untouched(path, JournalDamagedError, "is no database any more")


def test_somebody_elses_database_is_no_journal(path: Path) -> None:
    path.parent.mkdir()
    sql(path, "CREATE TABLE contacts (name)")

    refused_untouched(path, JournalDamagedError, "no journal of this app")


def test_a_journal_of_a_newer_version_is_refused(path: Path) -> None:
    made(path)
    sql(path, "UPDATE alembic_version SET version_num = '9999'")

    refused_untouched(path, JournalTooNewError, r"newer version.*9999.*nothing was changed")


def test_a_journal_that_forgot_its_version_is_damaged(path: Path) -> None:
    made(path)
    sql(path, "DROP TABLE alembic_version")

    refused_untouched(path, JournalDamagedError, "does not say which version")


def test_a_value_that_no_version_wrote_is_damage(path: Path) -> None:
    sale_id = made(path)
    sql(path, "UPDATE sales SET state = 'somewhere'")

    with closing(reopened(path)) as journal, pytest.raises(JournalDamagedError, match="somewhere"):
        journal.sale(sale_id)


def test_a_journal_in_memory_is_no_journal() -> None:
    with pytest.raises(ValueError, match="must lie in a file"):
        open_engine("sqlite://", till="02")


def test_a_large_file_is_not_read_through_at_start(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(path)
    monkeypatch.setattr(sqlite_file, "QUICKLY_CHECKED", path.stat().st_size - 1)

    def read_through(_connection: sqlite3.Connection, **_how: bool) -> str:
        pytest.fail("it was read through")

    monkeypatch.setattr(sqlite_file, "faults_in", read_through)

    reopened(path).close()


def test_a_server_lets_a_till_in_once(postgres_url: str) -> None:
    with (
        closing(SqlJournal.open(postgres_url, "02")) as journal,
        closing(SqlJournal.open(postgres_url, "03")),
    ):
        with pytest.raises(JournalInUseError, match="till 02"):
            SqlJournal.open(postgres_url, "02")
        assert shop.a_sale(journal).number == 1

    SqlJournal.open(postgres_url, "02").close()


def test_a_newer_journal_on_a_server_is_refused(postgres_url: str) -> None:
    with closing(SqlJournal.open(postgres_url, "02")) as journal, journal.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(JournalTooNewError, match="9999"):
        SqlJournal.open(postgres_url, "02")


def test_a_server_that_is_not_there_is_unwritable() -> None:
    with pytest.raises(JournalUnwritableError, match="can't be written"):
        SqlJournal.open("postgresql+psycopg://pos:geheim@127.0.0.1:1/pos", "02")


def test_a_place_is_shown_without_its_password() -> None:
    assert shown("postgresql+psycopg://pos:geheim@db.test/pos") == "postgresql+psycopg://pos:***@db.test/pos"
    assert shown("sqlite:////var/lib/pos/journal.sqlite3") == "/var/lib/pos/journal.sqlite3"
