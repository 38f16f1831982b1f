"""The running till on a disk that is full, read-only, torn or broken: no charge without a durable intent."""

from __future__ import annotations

import hashlib
import resource
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from pos_app.journal.check import examine
from pos_app.journal.sqlite_file import url_of
from pos_app.practice.faults import Operation
from pos_app.practice.gateway import Gateway
from pos_app.practice.ledger import Status
from pos_app.practice.serve import PracticeServer
from tests.app.killable import Killable, Picture
from tests.app.shopfront import Shopfront, settings

pytestmark = pytest.mark.slow


@pytest.fixture
def home(tmp_path: Path, server: PracticeServer) -> Path:
    home = tmp_path / "home"
    home.mkdir()
    (home / "settings.toml").write_text(settings(server.url), encoding="utf-8")
    return home


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own."""
    disk = tmp_path / "disk"
    disk.mkdir()
    options = ("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(disk))
    if subprocess.run(options, check=False, capture_output=True).returncode:
        pytest.skip("only root can make a small disk; another test here limits the files' size instead")
    yield disk
    subprocess.run(["umount", "-l", disk], check=True)


@pytest.fixture
def read_only() -> Iterator[Callable[[Path], None]]:
    """Makes one file unwritable, for root as well, as on a disk that the system has locked after an error."""
    locked: list[Path] = []

    def lock(file: Path) -> None:
        if subprocess.run(["mount", "--bind", file, file], check=False, capture_output=True).returncode:
            pytest.skip("only root can lock a file against root")
        locked.append(file)
        subprocess.run(["mount", "-o", "remount,ro,bind", file], check=True)

    yield lock
    for file in locked:
        subprocess.run(["umount", "-l", file], check=True)


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


def charges(gateway: Gateway) -> int:
    return len(gateway.calls.of(Operation.CHARGE))


def rung_up(till: Killable, amount: int = 44_000) -> None:
    till.until(lambda now: now.stage == "ringing_up", "an empty counter")
    till.press(f"ring {amount}")
    till.until(lambda now: now.total == amount, "the amount")


def with_a_qr(home: Path) -> tuple[Killable, Picture]:
    till = Killable(home)
    rung_up(till)
    till.press("charge gopay")
    return till, till.until(lambda now: bool(now.qr), "the QR")


def test_a_full_disk_sends_no_charge_and_says_so_until_there_is_room(
    disk: Path, server: PracticeServer
) -> None:
    (disk / "settings.toml").write_text(settings(server.url), encoding="utf-8")
    till = Killable(disk)
    rung_up(till)
    filler = fill(disk)
    till.press("charge gopay")
    assert till.until_told("refused") == "journal_unwritable"
    assert charges(server.gateway) == 0
    assert (till.now.stage, till.now.total) == ("ringing_up", 44_000)
    filler.unlink()
    till.press("charge gopay")
    till.until(lambda now: bool(now.qr), "the QR once there is room")
    assert charges(server.gateway) == 1
    assert till.end() == ""
    assert not examine(url_of(disk / "journal.sqlite3")).faults


def test_a_full_disk_takes_a_qr_away_that_nobody_could_record_and_gives_it_back(
    disk: Path, server: PracticeServer
) -> None:
    (disk / "settings.toml").write_text(settings(server.url), encoding="utf-8")
    till, seen = with_a_qr(disk)
    filler = fill(disk)
    till.until(lambda now: not now.qr, "no QR on a full disk")
    assert till.now.stage == "waiting"
    filler.unlink()
    till.until(lambda now: now.qr == seen.qr, "the same QR once there is room")
    assert till.end() == ""
    assert charges(server.gateway) == 1


def test_a_file_that_may_not_grow_never_lets_a_charge_out_of_the_journal(
    home: Path, server: PracticeServer
) -> None:
    first = Killable(home)
    rung_up(first)
    first.end()
    journal = home / "journal.sqlite3"
    limit = journal.stat().st_size + 60_000

    def small_files() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    till = Killable(home, prepare=small_files)
    till.until(lambda now: now.total == 44_000, "the sale")
    while not any(one.get("refused") == "journal_unwritable" for one in till.told):
        till.press("charge gopay")
        till.until(_shown_or_refused(till), "a QR or a refusal")
        till.press("cancel")
        till.until(_over_or_refused(till), "the end of it")
    till.kill()
    again = Killable(home)
    shown = again.until(lambda now: bool(now.qr) or now.stage in ("ringing_up", "ended"), "the same sale")
    assert shown.total == 44_000
    assert {one.order_id for one in server.gateway.transactions() if one.status is Status.PENDING} == (
        {shown.order_id} if shown.qr else set()
    )
    again.end()
    assert not examine(url_of(journal)).faults
    with closing(sqlite3.connect(journal)) as connection:
        intents = {name for (name,) in connection.execute("select order_id from payments")}
    sent = server.gateway.calls.of(Operation.CHARGE)
    assert {call.order_id for call in sent} <= intents
    assert len(sent) == len({call.order_id for call in sent})


def _shown_or_refused(till: Killable) -> Callable[[Picture], bool]:
    return lambda now: bool(now.qr) or bool(till.told)


def _over_or_refused(till: Killable) -> Callable[[Picture], bool]:
    return lambda now: now.stage == "ended" or bool(till.told)


def test_a_read_only_journal_still_shows_the_sale_and_charges_nothing(
    read_only: Callable[[Path], None], home: Path, server: PracticeServer
) -> None:
    first = Killable(home)
    rung_up(first)
    first.end()
    read_only(home / "journal.sqlite3")
    till = Killable(home)
    till.until(lambda now: now.total == 44_000, "what was rung up")
    till.press("charge gopay")
    assert till.until_told("refused") == "journal_unwritable"
    assert till.now.total == 44_000
    assert till.end() == ""
    assert charges(server.gateway) == 0


def test_a_torn_log_loses_nothing_that_was_promised(home: Path, server: PracticeServer) -> None:
    """The power went while a page was being written: half a frame is at the end of the write-ahead log."""
    till, seen = with_a_qr(home)
    till.kill()
    log = home / "journal.sqlite3-wal"
    whole = log.read_bytes()
    log.write_bytes(whole + whole[32 : 32 + 2_000])
    again = Killable(home)
    shown = again.until(lambda now: bool(now.qr), "the same QR")
    assert (shown.sale, shown.qr, shown.order_id) == (seen.sale, seen.qr, seen.order_id)
    again.end()
    assert charges(server.gateway) == 1
    assert not examine(url_of(home / "journal.sqlite3")).faults


def test_a_damaged_journal_is_left_as_it_is(home: Path, server: PracticeServer) -> None:
    till, _ = with_a_qr(home)
    till.end()
    journal = home / "journal.sqlite3"
    content = bytearray(journal.read_bytes())
    content[0:16] = b"not a database.."
    journal.write_bytes(content)
    again = Killable(home)
    assert again.until_told("halted") == "journal_damaged"
    again.press("ring 5000")
    again.press("charge gopay")
    assert again.end() == ""
    assert journal.read_bytes() == content
    assert charges(server.gateway) == 1


def test_a_journal_of_a_newer_version_is_refused_untouched(home: Path) -> None:
    till, _ = with_a_qr(home)
    till.end()
    journal = home / "journal.sqlite3"
    with closing(sqlite3.connect(journal)) as connection:
        connection.execute("update alembic_version set version_num = '9999'")
        connection.commit()
    before = hashlib.sha256(journal.read_bytes()).digest()
    again = Killable(home)
    assert again.until_told("halted") == "journal_too_new"
    again.end()
    assert hashlib.sha256(journal.read_bytes()).digest() == before


def test_two_processes_over_one_journal_charge_once_and_keep_the_rule(
    tmp_path: Path, home: Path, server: PracticeServer
) -> None:
    """Two homes, so that no lock stands between them; the same file below."""
    other = tmp_path / "other"
    other.mkdir()
    (other / "settings.toml").write_text(settings(server.url), encoding="utf-8")
    first = Killable(home)
    rung_up(first)
    (other / "journal.sqlite3").symlink_to(home / "journal.sqlite3")
    second = Killable(other)
    second.until(lambda now: now.total == 44_000, "the same sale")
    both = (first, second)
    for till in both:
        till.press("charge gopay")
    assert len({till.until(lambda now: bool(now.qr), "the QR, whoever charged").qr for till in both}) == 1
    assert charges(server.gateway) == 1
    for till in both:
        till.press("check")
    for till in both:
        till.end()
    told = [one for till in both for one in till.told]
    assert told == [{"refused": "sale_already_has_payment"}]
    (transaction,) = server.gateway.transactions()
    assert min(server.gateway.calls.gaps(Operation.STATUS, transaction.order_id), default=10.0) >= 10.0
    assert not examine(url_of(home / "journal.sqlite3")).faults


@pytest.mark.gui
def test_the_window_stays_and_the_damaged_file_too(shopfront: Shopfront) -> None:
    journal = shopfront.home / "journal.sqlite3"
    journal.write_bytes(b"not a database.." * 512)
    before = journal.read_bytes()
    shopfront.open()
    log = shopfront.home / "logs" / "pos-app.log"
    shopfront.until(lambda: log.exists() and "the journal can't be used" in log.read_text(), "the reason")
    shopfront.type("44000")
    shopfront.press("Return", "F5")
    assert shopfront.close() == 0
    assert journal.read_bytes() == before
    assert charges(shopfront.gateway) == 0
