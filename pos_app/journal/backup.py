"""Copies of a journal file: consistent while the till writes, proven before they count, and a way back."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import time
from contextlib import closing
from datetime import datetime
from pathlib import Path

from pos_app.domain.journal_errors import JournalDamagedError
from pos_app.domain.wib import WIB
from pos_app.journal.check import examine
from pos_app.journal.faults import told
from pos_app.journal.sqlite_file import backup_folder, backups_of, faults_in, sync_folder, url_of

KEPT = 14
"""So many backups lie in the folder; the oldest goes first."""

_STALE = 3600.0
"""Seconds after which an unfinished copy is nobody's any more: its process lost its power."""


def keep_daily_backup(path: Path, at: datetime) -> Path | None:
    """The first backup of a day (in WIB); None where today has one."""
    today = f"{path.stem}-{at.astimezone(WIB):%Y%m%d}"
    if any(backup.name.startswith(today) for backup in backups_of(path)):
        return None
    return keep_backup(path, at)


def keep_backup(path: Path, at: datetime, *, kept: int = KEPT) -> Path:
    """Copy a journal into `backups/` beside it, prove the copy sound, and drop what is older than `kept` copies.

    Runs beside a till that writes, on a connection of its own. Raises JournalDamagedError where the copy
    is not sound (nothing is dropped then), JournalUnwritableError where there is no room for it.
    """
    folder = backup_folder(path)
    target = folder / f"{path.stem}-{at.astimezone(WIB):%Y%m%d-%H%M%S}{path.suffix}"
    with told(f"a backup of {path} in {folder}"):
        folder.mkdir(mode=0o700, exist_ok=True)
        _sweep(folder)
        copy(path, target)
        for old in backups_of(path)[:-kept]:
            old.unlink()
    return target


def copy(source: Path, target: Path) -> None:
    """Copy a database as it is at one moment, prove the copy, and let it appear under its name whole.

    Raises OSError where it would leave the disk less room than it takes: the till still has to write.
    """
    if shutil.disk_usage(target.parent).free < 2 * source.stat().st_size:
        raise OSError(errno.ENOSPC, "the disk has no room for a copy")
    unborn = target.with_name(f"{target.name}.new")
    unborn.unlink(missing_ok=True)
    try:
        faults = _image(source, unborn)
        if not faults:
            unborn.chmod(0o600)
            with unborn.open("rb+") as file:
                os.fsync(file.fileno())
            unborn.replace(target)
            sync_folder(target.parent)
    finally:
        unborn.unlink(missing_ok=True)
    if faults:
        raise JournalDamagedError(f"{source} is damaged ({faults}); its copy was thrown away")


def _image(source: Path, image_path: Path) -> str:
    """Write the copy, as one file with nothing beside it; gives what is wrong with it.

    In one step, while the till writes on: between two of them SQLite would begin anew after every change.
    """
    with (
        closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as journal,
        closing(sqlite3.connect(image_path, isolation_level=None)) as image,
    ):
        journal.backup(image)
        image.execute("PRAGMA journal_mode = DELETE")
        return faults_in(image, thoroughly=True)


def _sweep(folder: Path) -> None:
    for unborn in folder.glob("*.new*"):
        if time.time() - unborn.stat().st_mtime > _STALE:
            unborn.unlink()


def restore(backup: Path, path: Path, at: datetime) -> Path | None:
    """Put a backup in a journal's place, once it is proven whole; gives where the old one is kept.

    No till may be running. Raises JournalDamagedError with nothing changed where the backup does not
    hold, FileNotFoundError where there is none.
    """
    if not backup.is_file():
        raise FileNotFoundError(f"there is no backup {backup}")
    fresh = path.with_name(f"{path.name}.restored")
    with told(f"the journal {path}"):
        copy(backup, fresh)
        if faults := examine(url_of(fresh)).faults:
            fresh.unlink()
            raise JournalDamagedError(f"{backup} was not restored. {' '.join(faults)}")
        kept = _set_aside(path, at)
        fresh.replace(path)
        sync_folder(path.parent)
    return kept


def _set_aside(path: Path, at: datetime) -> Path | None:
    """Move a journal out of the way together with what SQLite keeps beside it."""
    kept = path.with_name(f"{path.stem}-before-restore-{at.astimezone(WIB):%Y%m%d-%H%M%S}{path.suffix}")
    for ending in ("", "-wal", "-shm"):  # a power cut must not leave the file without its log
        part = path.with_name(path.name + ending)
        if part.exists():
            part.replace(kept.with_name(kept.name + ending))
    return kept if kept.exists() else None
