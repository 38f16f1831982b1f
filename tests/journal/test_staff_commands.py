"""What the owner does at the PC leaves its trace, and only works while no till runs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from pos_app.domain.audit import OWNER, Act
from pos_app.domain.pin import PinSalt, SealedPin, hash_pin
from pos_app.domain.staff import Pin, Role
from pos_app.journal import commands, lock, staff_commands
from pos_app.journal.sqlite_file import url_of
from pos_app.journal.store import SqlJournal
from tests.journal.shop import NOON

SALT = PinSalt("salt", 16)


def sealed(digits: str) -> SealedPin:
    return SealedPin(SALT, hash_pin(Pin(digits), SALT))


@pytest.fixture
def staffed(path: Path) -> Iterator[str]:
    """A journal with a manager and a cashier, and a pad that is shut."""
    with closing(SqlJournal.open(url_of(path), "02")) as journal:
        journal.enrol("Bayu", Role.MANAGER, sealed("1111"), "", NOON)
        journal.enrol("Rani", Role.CASHIER, sealed("2222"), "Bayu", NOON)
        journal.keep_wrong_pins(10)
    yield url_of(path)


def reset(url: str, home: Path, name: str = "bayu", digits: str = "3333") -> commands.Outcome:
    return staff_commands.reset(url, "02", home, name=name, digits=digits, at=NOON)


def test_a_lost_pin_is_replaced_the_pad_opened_and_both_are_on_record(staffed: str, tmp_path: Path) -> None:
    outcome = reset(staffed, tmp_path)

    assert outcome.code == 0
    assert "3333" not in outcome.text
    with closing(SqlJournal.open(staffed, "02")) as journal:
        assert journal.staff()[0].pin == sealed("3333")
        assert journal.wrong_pins() == 0
        acts = [(entry.act, entry.by, entry.subject) for entry in journal.audit()][2:]
    assert acts == [(Act.PIN_CHANGED, OWNER, "Bayu"), (Act.PINS_UNLOCKED, OWNER, "")]
    told = staff_commands.audit(staffed, "02", tmp_path)
    assert "pin_changed  Bayu  by the owner, at the PC" in told.text


def test_a_shut_pad_is_opened_once(staffed: str, tmp_path: Path) -> None:
    texts = [staff_commands.unlock(staffed, "02", tmp_path, NOON).text for _ in range(2)]
    assert "open again" in texts[0]
    assert "open already" in texts[1]
    with closing(SqlJournal.open(staffed, "02")) as journal:
        assert [entry.act for entry in journal.audit()].count(Act.PINS_UNLOCKED) == 1


@pytest.mark.parametrize(
    ("name", "digits", "says"),
    [
        ("Tono", "3333", "Bayu (manager)"),
        ("Bayu", "12", "4 to 8 digits"),
        ("Bayu", "2222", "names somebody already"),
    ],
)
def test_what_can_not_be_is_said_and_nothing_changes(
    staffed: str, tmp_path: Path, name: str, digits: str, says: str
) -> None:
    outcome = reset(staffed, tmp_path, name, digits)
    assert outcome.code == 2
    assert says in outcome.text
    with closing(SqlJournal.open(staffed, "02")) as journal:
        assert (journal.staff()[0].pin, journal.wrong_pins(), len(journal.audit())) == (sealed("1111"), 10, 2)


def test_nothing_is_done_while_the_till_runs(staffed: str, tmp_path: Path) -> None:
    with lock.hold(tmp_path):
        outcome = reset(staffed, tmp_path)
    assert outcome.code == 1
    assert "in use" in outcome.text


def test_there_is_nobody_to_reset_before_the_first_one(path: Path, tmp_path: Path) -> None:
    assert reset(url_of(path), tmp_path).code == 2
    assert not path.exists()
    SqlJournal.open(url_of(path), "02").close()
    assert "nobody yet" in reset(url_of(path), tmp_path).text


@pytest.mark.parametrize("change", ["UPDATE settings_audit SET by = 'x'", "DELETE FROM settings_audit"])
def test_the_audit_can_not_be_rewritten(staffed: str, change: str) -> None:
    with (
        closing(SqlJournal.open(staffed, "02")) as journal,
        pytest.raises(Exception, match="the audit is never"),
        journal.engine.begin() as connection,
    ):
        connection.execute(text(change))


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE settings_audit SET by = 'somebody else' WHERE number = 2",
        "DELETE FROM settings_audit WHERE number = 1",
        "DELETE FROM settings_audit WHERE number = 2",
        "UPDATE settings_audit SET previous = hash WHERE number = 2",
    ],
)
def test_a_rewritten_audit_breaks_its_seals(staffed: str, change: str) -> None:
    assert commands.check(staffed).code == 0
    with closing(SqlJournal.open(staffed, "02")) as journal, journal.engine.begin() as connection:
        for trigger in ("audit_is_not_changed", "audit_is_not_deleted"):
            connection.execute(text(f"DROP TRIGGER {trigger}"))
        connection.execute(text(change))
    outcome = commands.check(staffed)
    assert outcome.code == 1
    assert "The audit of till 02 does not hold" in outcome.text
