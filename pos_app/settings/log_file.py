"""The log of one till: one line of JSON a record, rotated, and never with a secret in it."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path

from pos_app.settings.redaction import redacted

_LARGEST = 5_000_000  # bytes
_KEPT = 5

_ORDINARY = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


class JsonLines(logging.Formatter):
    """`at` (UTC), `level`, `logger`, `thread`, `message`, what was given as `extra`, and a traceback where there is one."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "thread": record.threadName,
            "message": record.getMessage(),
        }
        line |= {key: value for key, value in vars(record).items() if key not in _ORDINARY}
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return redacted(json.dumps(line, ensure_ascii=False, default=str))


class LogFile(RotatingFileHandler):
    """A log that can't be written is said once on standard error, and stops nothing."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, maxBytes=_LARGEST, backupCount=_KEPT, encoding="utf-8", delay=True)
        self.setFormatter(JsonLines())
        self._has_complained = False

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        if not self._has_complained:
            self._has_complained = True
            sys.stderr.write(f"{self.baseFilename} can't be written: {redacted(str(sys.exc_info()[1]))}\n")
