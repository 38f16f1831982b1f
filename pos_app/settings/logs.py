"""From here on the log is kept: what is written goes to the file, also what no code has caught."""

from __future__ import annotations

import logging
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from pos_app.settings.redaction import redacted

if TYPE_CHECKING:
    from pos_app.settings.log_file import LogFile


class Log(logging.Handler):
    """Makes the file with its first line: a start has nothing to say, and does not wait for what a file needs."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: LogFile | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Called by one thread at a time."""
        if self._file is None:
            from pos_app.settings.log_file import LogFile

            self._file = LogFile(self._path)
        self._file.handle(record)

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        super().close()


def start(path: Path) -> None:
    """Log from now on to the file at `path`, also what no code has caught."""
    root = logging.getLogger()
    root.addHandler(Log(path))
    root.setLevel(logging.INFO)
    # Their lines hold whole addresses, and an address holds an order's name.
    for chatty in ("httpx", "httpcore"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    sys.excepthook = _uncaught
    threading.excepthook = _uncaught_in_thread


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    logging.getLogger("pos_app").critical("not caught", exc_info=(kind, error, trace))
    sys.stderr.write(f"{redacted(f'{kind.__name__}: {error}')}; the log has the details\n")


def _uncaught_in_thread(args: threading.ExceptHookArgs) -> None:
    if args.exc_value is not None:
        _uncaught(args.exc_type, args.exc_value, args.exc_traceback)
