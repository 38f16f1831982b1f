"""What a database's complaint means to a shop: it can't be written, it is damaged, or the fault is ours."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError

from pos_app.domain.journal_errors import JournalDamagedError, JournalError, JournalUnwritableError
from pos_app.journal.codec import UnreadableError

_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT}
_UNWRITABLE = {
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_READONLY: "the file is read-only",
    sqlite3.SQLITE_IOERR: "the disk reports an error",
    sqlite3.SQLITE_CANTOPEN: "the file can't be opened",
    sqlite3.SQLITE_PERM: "the file may not be opened",
    sqlite3.SQLITE_BUSY: "another program holds the file",
    sqlite3.SQLITE_LOCKED: "another program holds the file",
    sqlite3.SQLITE_NOLFS: "the disk takes no file of this size",
    sqlite3.SQLITE_TOOBIG: "a text is too long",
    sqlite3.SQLITE_NOMEM: "this PC has no memory left",
}
_DAMAGED_IN_POSTGRESQL = ("XX001", "XX002")
_OURS_IN_POSTGRESQL = ("42601", "42703", "42P01", "42883", "22")


@contextmanager
def told(place: str) -> Iterator[None]:
    """Turn what a database raises into a JournalError that names `place`; a fault of ours passes through."""
    try:
        yield
    except IntegrityError:
        raise
    except UnreadableError as error:
        raise JournalDamagedError(f"{place} is damaged: {error}") from error
    except DBAPIError as error:
        meaning = _meaning(error.orig, place)
        if meaning is None:
            raise
        raise meaning from error
    except sqlite3.Error as error:
        meaning = _meaning(error, place)
        if meaning is None:
            raise
        raise meaning from error
    except OSError as error:
        raise JournalUnwritableError(f"{place} can't be written: {error.strerror or error}") from error


def _meaning(error: BaseException | None, place: str) -> JournalError | None:
    if isinstance(error, sqlite3.Error):
        return _sqlite_meaning(error, place)
    state = getattr(error, "sqlstate", None)
    if state in _DAMAGED_IN_POSTGRESQL:
        return JournalDamagedError(f"{place} is damaged: {error}")
    if state is not None and state.startswith(_OURS_IN_POSTGRESQL):
        return None
    return JournalUnwritableError(f"{place} can't be written: {str(error).strip()}")


def _sqlite_meaning(error: sqlite3.Error, place: str) -> JournalError | None:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the low byte is the primary code
    if code in _DAMAGED:
        return JournalDamagedError(f"{place} is damaged: {error}")
    if code in _UNWRITABLE:
        return JournalUnwritableError(f"{place} can't be written: {_UNWRITABLE[code]} ({error})")
    return None
