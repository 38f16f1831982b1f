"""Disks that are full, read-only or broken: a clear error, nothing changed, and on it goes afterwards."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from pos_app.domain.effect import Effect
from pos_app.domain.evidence import Sent
from pos_app.domain.journal_errors import JournalDamagedError, JournalError, JournalUnwritableError
from pos_app.domain.payment import Payment
from pos_app.domain.sale import SaleState
from pos_app.domain.states import State
from pos_app.journal import sqlite_file
from pos_app.journal.backup import keep_backup
from pos_app.journal.check import examine
from pos_app.journal.faults import told
from pos_app.journal.lock import hold
from pos_app.journal.sqlite_file import backups_of, url_of
from pos_app.journal.store import SqlJournal
from tests.journal import shop
from tests.journal.shop import NOON

ROOT = Path(__file__).parents[2]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 2 MB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip(
            "only root can make a small disk; the test beside this one limits the file's size instead"
        )
    yield disk
    subprocess.run(["umount", "-l", disk], check=True)


def fill(disk: Path) -> Path:
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (65_536, 512, 1):
            try:
                while file.write(bytes(size)):
                    pass
            except OSError:
                continue
    return filler


def test_on_a_full_disk_nothing_is_intended_or_recorded(small_disk: Path) -> None:
    path = small_disk / "journal.sqlite3"
    with closing(SqlJournal.open(url_of(path), "02")) as journal:
        first, second = (shop.a_payment(shop.a_sale(journal)) for _ in range(2))
        journal.intend(first)
        shop.sent(journal.record, first)
        evidence = shop.learnt(first, Sent(), raw="x" * 20_000)
        filler = fill(small_disk)

        for _ in range(3):
            with pytest.raises(JournalUnwritableError, match="the disk is full"):
                journal.intend(second)
            with pytest.raises(JournalUnwritableError, match="the disk is full"):
                journal.record(evidence, shop.judging(evidence))
        with pytest.raises(JournalUnwritableError):
            keep_backup(path, NOON)

        assert journal.payment(second.order_id) is None
        assert journal.sale(second.sale_id).state is SaleState.OPEN
        assert len(journal.evidence_of(first.order_id)) == 1
        filler.unlink()
        journal.intend(second)
        shop.sent(journal.record, second)
    assert examine(url_of(path)).faults == ()
    assert backups_of(path) == ()


def test_where_a_file_may_not_grow_nothing_is_recorded(path: Path) -> None:
    """The system refuses every byte beyond a limit, as a disk quota does."""
    deed = f"""
import resource
from pos_app.domain.journal_errors import JournalUnwritableError
from pos_app.domain.evidence import Sent
from pos_app.journal.store import SqlJournal
from tests.journal import shop
journal = SqlJournal.open({url_of(path)!r}, "02")
payment = shop.a_payment(shop.a_sale(journal), order_id="A-1")
journal.intend(payment)
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
for number in range(1000):
    evidence = shop.learnt(payment, Sent(), raw="x" * 5000)
    try:
        journal.record(evidence, lambda held, _: (held, ()))
    except JournalUnwritableError as error:
        print(number, error)
        break
"""
    said = subprocess.run(
        [sys.executable, "-c", deed], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout

    recorded, _, error = said.partition(" ")
    assert "can't be written" in error
    assert int(recorded) > 0
    with closing(SqlJournal.open(url_of(path), "02")) as journal:
        assert len(journal.evidence_of("A-1")) == int(recorded)
        shop.sent(journal.record, journal.payments_of(1)[0])
    assert examine(url_of(path)).faults == ()


@pytest.fixture
def read_only(tmp_path: Path) -> Iterator[Path]:
    """A journal that may be read and not written, as a disk that went read-only leaves it."""
    disk = tmp_path / "disk"
    disk.mkdir()
    root = os.getuid() == 0
    if root:
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk], check=True)
    path = disk / "journal.sqlite3"
    SqlJournal.open(url_of(path), "02").close()
    if root:
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    else:
        path.chmod(0o400)
        disk.chmod(0o500)
    yield path
    if root:
        subprocess.run(["umount", "-l", disk], check=True)
    else:
        disk.chmod(0o700)


def test_a_read_only_journal_is_refused(read_only: Path) -> None:
    before = read_only.read_bytes()

    with pytest.raises(JournalUnwritableError, match=r"journal\.sqlite3 can't be written"):
        SqlJournal.open(url_of(read_only), "02")
    with pytest.raises(JournalUnwritableError), hold(read_only.parent):
        pass

    assert read_only.read_bytes() == before


def test_a_place_that_can_not_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file where the folder should be")
    with pytest.raises(JournalUnwritableError, match="can't be written"):
        SqlJournal.open(url_of(tmp_path / "home" / "journal.sqlite3"), "02")


def test_damage_in_a_file_too_large_to_read_through_is_told(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(SqlJournal.open(url_of(path), "02")) as journal:
        for _ in range(200):
            shop.a_sale(journal)
    with path.open("rb+") as file:
        for page in range(path.stat().st_size // 4096 // 2, path.stat().st_size // 4096):
            file.seek(page * 4096)
            file.write(b"\xa5" * 4096)
    monkeypatch.setattr(sqlite_file, "QUICKLY_CHECKED", 0)

    with (
        pytest.raises(JournalDamagedError, match="is damaged"),
        closing(SqlJournal.open(url_of(path), "02")) as till,
    ):
        shop.a_sale(till)


def test_a_journal_that_another_program_holds_is_told(journal: SqlJournal, path: Path) -> None:
    sale = shop.a_sale(journal)
    with journal.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 20")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(JournalUnwritableError, match="another program holds the file"):
            journal.intend(shop.a_payment(sale))
    assert journal.payments_of(sale.id) == ()
    journal.intend(shop.a_payment(sale))


@pytest.mark.parametrize(
    ("code", "meaning"),
    [
        (sqlite3.SQLITE_FULL, JournalUnwritableError),
        (sqlite3.SQLITE_IOERR_FSYNC, JournalUnwritableError),
        (sqlite3.SQLITE_IOERR_WRITE, JournalUnwritableError),
        (sqlite3.SQLITE_READONLY_DBMOVED, JournalUnwritableError),
        (sqlite3.SQLITE_CANTOPEN, JournalUnwritableError),
        (sqlite3.SQLITE_NOMEM, JournalUnwritableError),
        (sqlite3.SQLITE_CORRUPT_INDEX, JournalDamagedError),
        (sqlite3.SQLITE_NOTADB, JournalDamagedError),
    ],
)
def test_what_sqlite_says_is_told_in_a_shops_words(code: int, meaning: type[JournalError]) -> None:
    fault = sqlite3.OperationalError("as it came")
    fault.sqlite_errorcode = code

    with pytest.raises(meaning, match=r"the place .*as it came") as caught, told("the place"):
        raise fault

    assert caught.value.__cause__ is fault


def test_a_fault_of_ours_is_not_called_the_disks() -> None:
    with (
        pytest.raises(sqlite3.OperationalError),
        told("the place"),
        closing(sqlite3.connect(":memory:")) as database,
    ):
        database.execute("SELECT nonsense")


def test_a_server_that_goes_away_and_comes_back(postgres_url: str) -> None:
    with closing(SqlJournal.open(postgres_url, "02")) as journal:
        payment = shop.a_payment(shop.a_sale(journal))
        journal.intend(payment)
        with journal.engine.connect() as connection:
            ours = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
        evidence = shop.learnt(payment, Sent())

        def judge(held: Payment, _: bool) -> tuple[Payment, tuple[Effect, ...]]:
            end(postgres_url, ours)
            return held, ()

        with pytest.raises(JournalUnwritableError):
            journal.record(evidence, judge)

        assert journal.evidence_of(payment.order_id) == ()
        shop.sent(journal.record, payment)
        found = journal.payment(payment.order_id)
    assert found is not None
    assert found.state is State.CHARGING


def end(url: str, backend: int) -> None:
    """End another connection from outside, as a restarting server does."""
    with psycopg.connect(url.replace("+psycopg", "")) as connection:
        connection.execute("SELECT pg_terminate_backend(%s, 5000)", (backend,))
