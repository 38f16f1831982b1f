"""One line of JSON an event, for machines that collect logs. No body, no secret, no whole mailbox id is ever in it."""

import json
import logging
import time
from datetime import UTC, datetime
from typing import TextIO

LINES_A_SECOND = 50
"""Of one kind. A flood of refused posts must fill no disk; the metrics count every one of them."""

_STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "color_message", "taskName"}


class JsonLines(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
            "event": record.getMessage(),
        }
        line.update({name: value for name, value in vars(record).items() if name not in _STANDARD})
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str)


class Sparing(logging.Filter):
    """Lets so many lines of one kind pass in a second; the first one after a flood says how many were left out."""

    def __init__(self, lines: int = LINES_A_SECOND) -> None:
        super().__init__()
        self._lines = lines
        self._seen: dict[str, tuple[int, int]] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        second = int(time.monotonic())
        since, count = self._seen.get(record.msg, (second, 0))
        if since != second:
            if count > self._lines:
                record.left_out = count - self._lines
            since, count = second, 0
        self._seen[record.msg] = (since, count + 1)
        return count < self._lines


def log_to(stream: TextIO, level: int = logging.INFO) -> None:
    """Everything that this process logs goes to `stream` in this form."""
    lines = logging.StreamHandler(stream)
    lines.setFormatter(JsonLines())
    lines.addFilter(Sparing())
    root = logging.getLogger()
    root.handlers[:] = [lines]
    root.setLevel(level)
