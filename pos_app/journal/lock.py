"""One process a home: held by the operating system, so that it is free again however the process ends."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from pos_app.domain.journal_errors import JournalInUseError, JournalUnwritableError

FILE_NAME = "pos-app.lock"


@contextmanager
def hold(home: Path) -> Iterator[None]:
    """Keep every other process out of a till's home. Raises JournalInUseError, JournalUnwritableError."""
    place = home / FILE_NAME
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = place.open("ab")
    except OSError as error:
        raise JournalUnwritableError(f"{place} can't be written: {error.strerror}") from error
    with file:
        if not _lock(file):
            raise JournalInUseError(f"{home} is in use: this till is already open in another process")
        yield


if sys.platform == "win32":
    import msvcrt

    def _lock(file: BinaryIO) -> bool:
        file.seek(0)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(file: BinaryIO) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
