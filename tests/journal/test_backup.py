"""Copies that can be trusted, and a way back that loses nothing on the way."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import threading
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest

from pos_app.domain.evidence import Sent
from pos_app.domain.journal_errors import JournalDamagedError, JournalUnwritableError
from pos_app.domain.payment import Payment
from pos_app.journal import commands
from pos_app.journal.backup import keep_backup, keep_daily_backup, restore
from pos_app.journal.check import examine
from pos_app.journal.lock import hold
from pos_app.journal.sqlite_file import backups_of, url_of
from pos_app.journal.store import SqlJournal
from tests.journal import shop
from tests.journal.shop import NOON

HOUR = timedelta(hours=1)


def a_paid_sale(journal: SqlJournal) -> Payment:
    payment = shop.a_payment(shop.a_sale(journal))
    journal.intend(payment)
    shop.pending(journal.record, payment)
    shop.settled(journal.record, payment)
    return payment


def sql(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


TAMPERED = ("DROP TRIGGER evidence_is_not_changed", "UPDATE evidence SET raw = 'another' WHERE number = 2")


# backups


def test_a_backup_is_one_sound_file_that_a_till_can_open(journal: SqlJournal, path: Path) -> None:
    payment = a_paid_sale(journal)

    backup = keep_backup(path, NOON)

    assert backup == path.parent / "backups" / "journal-20261120-120000.sqlite3"  # noon UTC+7 is 12:00 WIB
    assert [file.name for file in backup.parent.iterdir()] == [backup.name]
    assert backup.stat().st_mode & 0o777 == 0o600
    with closing(SqlJournal.open(url_of(backup), "02")) as copy:
        assert copy.payment(payment.order_id) == journal.payment(payment.order_id)


def test_a_backup_is_consistent_while_a_till_writes(journal: SqlJournal, path: Path) -> None:
    """Whatever moment it caught: every seal is whole, every payment agrees with its evidence."""
    payment = a_paid_sale(journal)
    stop = threading.Event()

    def write() -> None:
        while not stop.is_set():
            evidence = shop.learnt(payment, Sent(), raw="x" * 5_000)
            journal.record(evidence, lambda held, _: (held, ()))

    writer = threading.Thread(target=write)
    writer.start()
    try:
        backups = [keep_backup(path, NOON + minute * timedelta(minutes=1)) for minute in range(5)]
    finally:
        stop.set()
        writer.join()

    assert [examine(url_of(backup)).faults for backup in backups] == [()] * 5


def test_a_till_that_writes_all_the_while_does_not_make_a_backup_begin_anew(
    journal: SqlJournal, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    payment, steps, connect = a_paid_sale(journal), [0], sqlite3.connect
    long_text = shop.learnt(payment, Sent(), raw="x" * 8_000_000)
    journal.record(long_text, lambda held, _: (held, ()))

    class Watched(sqlite3.Connection):
        def backup(self, target: sqlite3.Connection, *, pages: int = -1, **_: object) -> None:
            super().backup(target, pages=pages, progress=lambda *_: self.step())

        def step(self) -> None:
            """Between two steps the till writes."""
            steps[0] += 1
            assert steps[0] < 20, "the copy begins anew each time"
            journal.record(shop.learnt(payment, Sent()), lambda held, _: (held, ()))

    monkeypatch.setattr(sqlite3, "connect", partial(connect, factory=Watched))
    backup = keep_backup(path, NOON)
    monkeypatch.undo()
    assert examine(url_of(backup)).faults == ()


def test_a_backup_leaves_the_till_room_to_write(
    journal: SqlJournal, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nearly = SimpleNamespace(free=2 * path.stat().st_size - 1)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: nearly)

    with pytest.raises(JournalUnwritableError, match="no room for a copy"):
        keep_backup(path, NOON)

    assert backups_of(path) == ()
    a_paid_sale(journal)


def test_what_a_power_cut_left_of_a_backup_is_swept_away(journal: SqlJournal, path: Path) -> None:
    folder = keep_backup(path, NOON).parent
    old, underway = folder / "journal-20261118-070000.sqlite3.new", folder / "journal-2.sqlite3.new"
    for file in (old, underway):
        file.write_bytes(b"half of it")
    yesterday = time.time() - HOUR.total_seconds() * 25
    os.utime(old, (yesterday, yesterday))

    keep_backup(path, NOON + HOUR)

    assert (old.exists(), underway.exists()) == (False, True)


def test_the_oldest_backups_go_first(journal: SqlJournal, path: Path) -> None:
    made = [keep_backup(path, NOON + hour * HOUR, kept=3) for hour in range(5)]
    assert backups_of(path) == tuple(made[2:])


def test_a_day_in_wib_has_one_daily_backup(journal: SqlJournal, path: Path) -> None:
    first = keep_daily_backup(path, datetime(2026, 11, 20, 16, 59, tzinfo=UTC))

    assert first is not None
    assert keep_daily_backup(path, datetime(2026, 11, 19, 17, 0, tzinfo=UTC)) is None
    assert keep_daily_backup(path, datetime(2026, 11, 20, 17, 0, tzinfo=UTC)) is not None


def test_a_damaged_journal_makes_no_backup_and_drops_none(path: Path) -> None:
    with closing(SqlJournal.open(url_of(path), "02")) as journal:
        a_paid_sale(journal)
        good = keep_backup(path, NOON)
    with path.open("rb+") as file:
        for page in range(3, path.stat().st_size // 4096):
            file.seek(page * 4096)
            file.write(b"\xa5" * 256)

    with pytest.raises(JournalDamagedError):
        keep_backup(path, NOON + HOUR, kept=1)

    assert backups_of(path) == (good,)
    assert [file.name for file in good.parent.iterdir()] == [good.name]


# the commands


def test_check_says_that_a_sound_journal_holds(journal: SqlJournal, path: Path) -> None:
    a_paid_sale(journal)

    outcome = commands.check(url_of(path))

    assert outcome.code == 0
    assert f"{path} holds" in outcome.text
    assert "Till 02: 1 payments, 3 pieces of evidence." in outcome.text
    assert "The last evidence is of 2026-11-20 05:00:00 UTC." in outcome.text


@pytest.mark.parametrize(
    ("tampering", "finding"),
    [
        (TAMPERED, "till 02 does not hold from number 2 on: the row was changed after it was written"),
        (
            ("DROP TRIGGER evidence_is_not_changed", "UPDATE evidence SET state = 'paid' WHERE number = 1"),
            "from number 1 on: the row was changed",
        ),
        (
            ("DROP TRIGGER evidence_is_not_deleted", "DELETE FROM evidence WHERE number = 2"),
            "from number 2 on: the row is missing",
        ),
        (
            ("DROP TRIGGER evidence_is_not_deleted", "DELETE FROM evidence WHERE number = 3"),
            "from number 3 on: 3 rows were written, 2 are there",
        ),
        (
            (
                (
                    "INSERT INTO evidence SELECT 9, till, 4, order_id, at, gateway_at, kind, fact, raw, state, "
                    "previous, hash FROM evidence WHERE number = 3"
                ),
            ),
            "from number 4 on: the row does not follow the one before it",
        ),
        (("UPDATE payments SET state = 'pending'",), "says pending, its last evidence left it paid."),
        (
            ("PRAGMA foreign_keys = OFF", "DELETE FROM sales"),
            "of payments points to a row of sales that is not there.",
        ),
    ],
)
def test_check_finds_what_was_tampered_with(
    journal: SqlJournal, path: Path, tampering: tuple[str, ...], finding: str
) -> None:
    a_paid_sale(journal)
    sql(path, *tampering)

    outcome = commands.check(url_of(path))

    assert outcome.code == 1
    assert "does NOT hold" in outcome.text
    assert finding in outcome.text


@pytest.mark.parametrize("change", ["UPDATE evidence SET raw = ''", "DELETE FROM evidence"])
def test_evidence_is_never_changed_or_deleted(journal: SqlJournal, path: Path, change: str) -> None:
    a_paid_sale(journal)
    with pytest.raises(sqlite3.IntegrityError, match="evidence is never"):
        sql(path, change)


def test_check_reads_a_journal_on_a_server_too(postgres_url: str) -> None:
    with closing(SqlJournal.open(postgres_url, "02")) as journal:
        a_paid_sale(journal)
        assert commands.check(postgres_url).code == 0
        with journal.engine.begin() as connection:
            connection.exec_driver_sql("ALTER TABLE evidence DISABLE TRIGGER evidence_is_kept")
            connection.exec_driver_sql("UPDATE evidence SET raw = 'another' WHERE number = 2")

        outcome = commands.check(postgres_url)

    assert outcome.code == 1
    assert "from number 2 on: the row was changed" in outcome.text
    assert commands.backup(postgres_url, NOON).code == 2


def test_check_of_a_file_that_is_no_journal_fails_in_words(path: Path) -> None:
    assert commands.check(url_of(path)).code == 2
    path.parent.mkdir()
    path.write_bytes(b"no database at all, only some words\n" * 200)

    outcome = commands.check(url_of(path))

    assert outcome.code == 1
    assert f"{path} is damaged" in outcome.text


def test_a_closed_journal_is_checked_without_being_changed(path: Path) -> None:
    with closing(SqlJournal.open(url_of(path), "02")) as journal:
        a_paid_sale(journal)
    before = path.read_bytes()

    assert commands.check(url_of(path)).code == 0

    assert path.read_bytes() == before


def test_a_payments_whole_story_is_one_json_document(journal: SqlJournal, path: Path) -> None:
    payment = a_paid_sale(journal)
    journal.claim_ask(payment.order_id, NOON, HOUR)

    outcome = commands.export(url_of(path), payment.order_id)

    assert outcome.code == 0
    story = json.loads(outcome.text)
    assert story["payment"]["order_id"] == payment.order_id
    assert (story["payment"]["amount"], story["payment"]["state"]) == (44_000, "paid")
    assert story["payment"]["verified_at"] == story["last_asked_at"] == "2026-11-20T05:00:00.000000Z"
    assert story["sale"]["number"] == 1
    assert [step["kind"] for step in story["evidence"]] == ["sent", "said", "said"]
    assert story["evidence"][2]["fact"]["reading"]["status"] == "settlement"
    assert [step["previous"] for step in story["evidence"][1:]] == [
        step["hash"] for step in story["evidence"][:-1]
    ]
    assert story["seals"]["broken"] == []


def test_a_payment_of_another_till_is_exported_from_any(journal: SqlJournal, path: Path) -> None:
    with closing(SqlJournal.open(url_of(path), "01")) as other:
        payment = a_paid_sale(other)
    story = json.loads(commands.export(url_of(path), payment.order_id).text)
    assert story["payment"]["till"] == story["sale"]["till"] == "01"
    assert {step["till"] for step in story["evidence"]} == {"01"}
    assert story["seals"]["broken"] == []


def test_a_story_of_a_payment_that_is_not_ours_is_wrong_use(journal: SqlJournal, path: Path) -> None:
    outcome = commands.export(url_of(path), "SOMEBODY-ELSES")
    assert outcome.code == 2
    assert "no payment with the order id SOMEBODY-ELSES" in outcome.text


def test_backup_says_where_the_copy_is(journal: SqlJournal, path: Path) -> None:
    outcome = commands.backup(url_of(path), NOON)

    assert outcome.code == 0
    assert str(backups_of(path)[0]) in outcome.text


# the way back


@pytest.fixture
def left(path: Path) -> tuple[Payment, Payment, Path]:
    """A closed journal: a payment of before its backup, one of after, and the backup."""
    with closing(SqlJournal.open(url_of(path), "02")) as journal:
        before = a_paid_sale(journal)
        backup = keep_backup(path, NOON)
        return before, a_paid_sale(journal), backup


def test_restore_puts_the_backup_in_place_and_keeps_the_old(
    path: Path, left: tuple[Payment, Payment, Path]
) -> None:
    before, after, backup = left

    outcome = commands.restore(url_of(path), backup, path.parent, NOON + HOUR)

    assert outcome.code == 0
    assert "Till 02: 1 payments, 3 pieces of evidence." in outcome.text
    kept = path.parent / "journal-before-restore-20261120-130000.sqlite3"
    assert str(kept) in outcome.text
    for place, known in ((path, False), (kept, True)):
        with closing(SqlJournal.open(url_of(place), "02")) as journal:
            assert journal.payment(before.order_id) is not None
            assert (journal.payment(after.order_id) is not None) is known
    assert commands.check(url_of(path)).code == 0


def test_a_lost_or_damaged_journal_is_restored(path: Path, left: tuple[Payment, Payment, Path]) -> None:
    for damage in (path.unlink, lambda: path.write_bytes(b"")):
        damage()
        with pytest.raises(JournalDamagedError, match="the last backup is"):
            SqlJournal.open(url_of(path), "02")

        assert commands.restore(url_of(path), left[2], path.parent, NOON).code == 0

        with closing(SqlJournal.open(url_of(path), "02")) as journal:
            assert journal.payment(left[0].order_id) is not None


def test_a_backup_that_does_not_hold_is_not_restored(path: Path, left: tuple[Payment, Payment, Path]) -> None:
    sql(left[2], *TAMPERED)
    before = path.read_bytes()

    outcome = commands.restore(url_of(path), left[2], path.parent, NOON)

    assert outcome.code == 1
    assert "was not restored" in outcome.text
    assert "number 2" in outcome.text
    assert path.read_bytes() == before
    assert sorted(file.name for file in path.parent.glob("journal*")) == [
        "journal.sqlite3",
        "journal.sqlite3.born",
    ]


@pytest.mark.parametrize("moves", [1, 2, 3])
def test_a_power_cut_in_a_restore_leaves_no_journal_that_forgot_its_last_changes(
    journal: SqlJournal, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moves: int
) -> None:
    backup, newest = keep_backup(path, NOON), a_paid_sale(journal)
    place = tmp_path / "after a crash" / path.name  # what was written last is in the log beside the file
    place.parent.mkdir()
    for file in path.parent.glob(f"{path.name}*"):
        shutil.copy(file, place.parent)
    left, move = [1 + moves], Path.replace

    def moved(file: Path, target: Path) -> Path:
        left[0] -= 1
        if left[0] == 0:
            raise OSError("the power went out")
        return move(file, target)

    monkeypatch.setattr(Path, "replace", moved)
    with pytest.raises(JournalUnwritableError):
        restore(backup, place, NOON)
    monkeypatch.undo()

    try:
        with closing(SqlJournal.open(url_of(place), "02")) as found:
            assert found.payment(newest.order_id) is not None
    except JournalDamagedError as error:
        assert "was there and is gone" in str(error)


def test_restore_needs_a_backup_that_is_there(path: Path, left: tuple[Payment, Payment, Path]) -> None:
    outcome = commands.restore(url_of(path), path.with_name("none.sqlite3"), path.parent, NOON)

    assert outcome.code == 2
    assert str(left[2]) in outcome.text


def test_nothing_is_restored_under_a_running_till(path: Path, left: tuple[Payment, Payment, Path]) -> None:
    before = path.read_bytes()

    with hold(path.parent):
        outcome = commands.restore(url_of(path), left[2], path.parent, NOON)

    assert outcome.code == 1
    assert "already open in another process" in outcome.text
    assert path.read_bytes() == before
