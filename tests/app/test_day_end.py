"""`pos-app journal reconcile`: a real till without windows over a home that a killed till left behind."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pos_app.domain.audit import OWNER
from pos_app.domain.pin import PinSalt, SealedPin, hash_pin
from pos_app.domain.sale import business_day
from pos_app.domain.staff import Pin, Role
from pos_app.journal import lock
from pos_app.journal.sqlite_file import url_of
from pos_app.journal.store import SqlJournal
from pos_app.practice.serve import PracticeServer
from tests.app.killable import Killable, Picture
from tests.app.shopfront import settings

_WITHOUT_QT = """
import sys
from pos_app.cli import main
code = main(sys.argv[1:])
assert not [name for name in sys.modules if name.startswith("PySide6")]
sys.exit(code)
"""


def reconcile(home: Path, *day: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        (sys.executable, "-c", _WITHOUT_QT, "--home", str(home), "journal", "reconcile", *day),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def home(tmp_path: Path, server: PracticeServer) -> Path:
    (tmp_path / "settings.toml").write_text(settings(server.url), encoding="utf-8")
    return tmp_path


def _shows(amount: int) -> Callable[[Picture], bool]:
    return lambda now: now.qr != "" and now.total == amount


def sold(home: Path, *amounts: int) -> list[str]:
    """Charges that customers wait to pay, parked one after the other, when the plug is pulled."""
    till = Killable(home)
    orders: list[str] = []
    for amount in amounts:
        till.press(f"ring {amount}")
        till.press("charge gopay")
        shown = till.until(_shows(amount), "a QR")
        orders.append(shown.order_id)
        till.press("park")
        till.until(lambda now: now.stage == "ringing_up", "the next customer")
    till.kill()
    return orders


def test_money_that_came_while_nobody_looked_is_found_and_the_rest_is_named(
    home: Path, server: PracticeServer
) -> None:
    paid, waiting = sold(home, 44_000, 73_000)
    server.gateway.pay(paid)

    ran = reconcile(home)

    assert ran.returncode == 1, ran.stderr
    plain = " ".join(ran.stdout.replace("\u00a0", " ").split())
    assert (
        "GoPay / QRIS Matched 1 Rp 44.000 GoPay / QRIS Open 1 Rp 73.000 Received and kept: Rp 44.000."
        in plain
    )
    assert f"Open: {waiting}" in ran.stdout
    assert "Read again at the gateway: 2 of 2." in ran.stdout
    with closing(SqlJournal.open(url_of(home / "journal.sqlite3"), "02")) as journal:
        proof = journal.proof_of(business_day(datetime.now(UTC)))
        assert proof is not None
        assert (proof.by, proof.received, proof.open) == (OWNER, 44_000, (waiting,))


def test_a_day_on_which_nothing_is_open_is_fine_and_needs_no_pin(home: Path, server: PracticeServer) -> None:
    (order,) = sold(home, 44_000)
    server.gateway.pay(order)
    salt = PinSalt("salt", 16)
    with closing(SqlJournal.open(url_of(home / "journal.sqlite3"), "02")) as journal:
        pin = SealedPin(salt, hash_pin(Pin("1111"), salt))
        journal.enrol("Bayu", Role.MANAGER, pin, "", datetime.now(UTC))
    ran = reconcile(home)
    assert (ran.returncode, "Nothing is open." in ran.stdout) == (0, True), ran.stderr


def test_a_till_that_runs_is_left_alone(home: Path) -> None:
    SqlJournal.open(url_of(home / "journal.sqlite3"), "02").close()
    with lock.hold(home):
        ran = reconcile(home)
    assert ran.returncode == 1
    assert "is in use" in ran.stderr


@pytest.mark.parametrize(
    ("day", "says"),
    [
        (f"{business_day(datetime.now(UTC)) + timedelta(days=2)}", "has not begun yet"),
        ("20/11/2026", "a day is written as 2026-11-20"),
        (f"{business_day(datetime.now(UTC))}", "There is no journal"),
    ],
)
def test_a_day_that_can_not_be_reconciled_is_wrong_use(home: Path, day: str, says: str) -> None:
    ran = reconcile(home, day)
    assert (ran.returncode, says in ran.stderr) == (2, True)


def test_practice_without_a_gateway_is_not_reconciled(home: Path) -> None:
    (home / "settings.toml").write_text('[store]\nname = "Toko"\n', encoding="utf-8")
    SqlJournal.open(url_of(home / "journal.sqlite3"), "01").close()
    ran = reconcile(home)
    assert (ran.returncode, "inside the app" in ran.stderr) == (2, True)


def test_a_damaged_journal_is_no_proof(home: Path) -> None:
    (home / "journal.sqlite3").write_bytes(b"not a database" * 100)
    ran = reconcile(home)
    assert ran.returncode == 1
    assert "was not reconciled" in ran.stderr
