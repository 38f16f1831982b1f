"""`pos-app journal check|backup|export|restore`: what each does, as a text to print and an exit code."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pos_app.domain.journal_errors import JournalError
from pos_app.journal import lock
from pos_app.journal.backup import keep_backup
from pos_app.journal.backup import restore as put_back
from pos_app.journal.check import examine
from pos_app.journal.export import story
from pos_app.journal.opening import shown
from pos_app.journal.sqlite_file import backups_of, path_of


@dataclass(frozen=True, slots=True)
class Outcome:
    """`code` 0 is fine, 1 a check that failed, 2 wrong use."""

    text: str
    code: int


def check(url: str) -> Outcome:
    """Read the whole journal at a database URL and say whether it holds."""
    if none := missing(url):
        return none
    try:
        findings = examine(url)
    except JournalError as error:
        return Outcome(f"{error}\n", 1)
    verdict = "does NOT hold" if findings.faults else "holds: the database is sound and every seal is whole"
    return Outcome(
        "\n".join((f"{shown(url)} {verdict}.", *findings.faults, *findings.counted, "")),
        bool(findings.faults),
    )


def backup(url: str, at: datetime) -> Outcome:
    """Copy the journal into `backups/` beside it; a till may be running."""
    path = path_of(url)
    if path is None:
        return Outcome(f"{shown(url)} lies on a server: back it up there, with pg_dump.\n", 2)
    if none := missing(url):
        return none
    try:
        return Outcome(f"The journal was copied to {keep_backup(path, at)}, and the copy is sound.\n", 0)
    except JournalError as error:
        return Outcome(f"{error}\n", 1)


def export(url: str, order_id: str) -> Outcome:
    """One payment's whole story as JSON."""
    if none := missing(url):
        return none
    try:
        return Outcome(story(url, order_id), 0)
    except KeyError:
        return Outcome(f"{shown(url)} has no payment with the order id {order_id}.\n", 2)
    except JournalError as error:
        return Outcome(f"{error}\n", 1)


def restore(url: str, backup_file: Path, home: Path, at: datetime) -> Outcome:
    """Put a backup in the journal's place, keep the old one, and prove the result. No till may be running."""
    path = path_of(url)
    if path is None:
        return Outcome(f"{shown(url)} lies on a server: restore it there, with pg_restore.\n", 2)
    try:
        with lock.hold(home):
            kept = put_back(backup_file, path, at)
            findings = examine(url)
    except FileNotFoundError as error:
        known = "\n".join(f"  {one}" for one in backups_of(path)) or "  none"
        return Outcome(f"{error}. The backups of this journal are:\n{known}\n", 2)
    except JournalError as error:
        return Outcome(f"{error}\n", 1)
    lines = [f"{path} is now what {backup_file} was.", *findings.faults, *findings.counted]
    lines.append(f"The journal of before is kept as {kept}." if kept else "There was no journal before.")
    lines.append(
        "What happened after that backup is not in it: look at the gateway's list of today's payments."
    )
    return Outcome("\n".join((*lines, "")), bool(findings.faults))


def missing(url: str) -> Outcome | None:
    """What to say where there is no journal yet."""
    path = path_of(url)
    return None if path is None or path.exists() else Outcome(f"There is no journal at {path}.\n", 2)
