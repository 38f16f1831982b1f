"""`pos-app staff reset|unlock|audit`: what the owner does at the PC itself, without a PIN, and leaves on record.

Whoever may use the PC's own account could copy the journal anyway; so this asks for no PIN, but it
works only while no till runs, and every act stands in the sealed audit for ever.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from pos_app.domain.audit import OWNER, Act, AuditEntry
from pos_app.domain.decision import Obstacle, StaffError
from pos_app.domain.journal_errors import JournalError
from pos_app.domain.pin import Enrolled, SealedPin, hash_pin, salts_of, whose
from pos_app.domain.staff import Pin, PinError
from pos_app.journal import lock
from pos_app.journal.commands import Outcome, missing
from pos_app.journal.store import SqlJournal


def reset(url: str, till: str, home: Path, *, name: str, digits: str, at: datetime) -> Outcome:
    """Give somebody a new PIN and open the till's pad. `home` is the till's data folder, locked meanwhile.

    `digits` come from a prompt or standard input, never from an argument.
    """
    try:
        pin = Pin(digits)
    except PinError as error:
        return Outcome(f"Nothing was changed: {error}.\n", 2)
    return _at_the_pc(url, till, home, lambda journal: _reset(journal, name, pin, at))


def unlock(url: str, till: str, home: Path, at: datetime) -> Outcome:
    """Open a till's pad that ten wrong PINs have shut."""
    return _at_the_pc(url, till, home, lambda journal: _unlock(journal, at))


def audit(url: str, till: str, home: Path) -> Outcome:
    """Everything that was ever noted about a till, oldest first."""
    return _at_the_pc(url, till, home, _told)


def _at_the_pc(url: str, till: str, home: Path, act: Callable[[SqlJournal], Outcome]) -> Outcome:
    if none := missing(url):
        return none
    try:
        with lock.hold(home), closing(SqlJournal.open(url, till)) as journal:
            return act(journal)
    except JournalError as error:
        return Outcome(f"Nothing was changed: {error}\n", 1)


def _reset(journal: SqlJournal, name: str, pin: Pin, at: datetime) -> Outcome:
    staff = journal.staff()
    member = next((one.member for one in staff if one.member.name.casefold() == name.casefold()), None)
    if member is None:
        return Outcome(f"Nobody here is called {name}. The staff are:\n{_names(staff)}\n", 2)
    try:
        journal.change_member(member.id, None, _sealed(staff, pin), OWNER, at)
    except StaffError:
        return Outcome("Nothing was changed: that PIN names somebody already. Choose another one.\n", 2)
    _open_pad(journal, at)
    return Outcome(
        f"{member.name} has a new PIN and the pad of till {journal.till} is open; the audit says so.\n", 0
    )


def _unlock(journal: SqlJournal, at: datetime) -> Outcome:
    if not journal.wrong_pins():
        return Outcome(f"The pad of till {journal.till} is open already.\n", 0)
    _open_pad(journal, at)
    return Outcome(f"The pad of till {journal.till} is open again; the audit says so.\n", 0)


def _told(journal: SqlJournal) -> Outcome:
    lines = (
        f"{entry.at:%Y-%m-%d %H:%M:%S} UTC  {entry.act.value}  {entry.subject} {entry.detail}".rstrip()
        + (f"  by {entry.by}" if entry.by else "")
        for entry in journal.audit()
    )
    return Outcome("\n".join((*lines, "")), 0)


def _open_pad(journal: SqlJournal, at: datetime) -> None:
    if journal.wrong_pins():
        journal.note(AuditEntry(at, Act.PINS_UNLOCKED, OWNER))
        journal.keep_wrong_pins(0)


def _sealed(staff: tuple[Enrolled, ...], pin: Pin) -> SealedPin:
    """Raises StaffError where the PIN names somebody under whichever salt."""
    hashes = {salt: hash_pin(pin, salt) for salt in salts_of(staff)}
    if whose(staff, hashes) is not None:
        raise StaffError(Obstacle.PIN_TAKEN)
    salt = next(iter(hashes))
    return SealedPin(salt, hashes[salt])


def _names(staff: tuple[Enrolled, ...]) -> str:
    known = (f"  {one.member.name} ({one.member.role.value})" for one in staff)
    return "\n".join(known) or "  nobody yet: until the first one is made the app works without a PIN"
