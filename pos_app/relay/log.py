"""One line of JSON an event, for machines that collect logs. No body, no secret, no whole mailbox id is ever in it."""

import contextlib
import json
import logging
import os
import queue
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

LINES_A_SECOND = 50
"""Of one kind. A flood of refused posts must fill no disk; the metrics count every one of them."""

LONGEST_QUEUE = 10_000
CLOSE_SECONDS = 1.0

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


class Unhurried(logging.Handler):
    """Writes on a thread of its own. Whoever reads the log and stops reading it must not stop the relay.

    What finds `longest` lines waiting is left out.
    """

    def __init__(self, descriptor: int, longest: int = LONGEST_QUEUE) -> None:
        super().__init__()
        self._descriptor = descriptor
        self._lines: queue.Queue[bytes | None] = queue.Queue(longest)
        self._thread = threading.Thread(target=self._write, name="relay-log", daemon=True)
        self._thread.start()

    def emit(self, record: logging.LogRecord) -> None:
        with contextlib.suppress(queue.Full):
            self._lines.put_nowait(self.format(record).encode("utf-8", "backslashreplace") + b"\n")

    def close(self) -> None:
        """Waits for the last lines, but not for ever."""
        with contextlib.suppress(queue.Full):
            self._lines.put(None, timeout=CLOSE_SECONDS)
            self._thread.join(CLOSE_SECONDS)
        super().close()

    def _write(self) -> None:
        while (line := self._lines.get()) is not None:
            # Not through sys.stdout: its lock, held here, would abort the interpreter at its end.
            with contextlib.suppress(OSError):
                while line:
                    line = line[os.write(self._descriptor, line) :]


@contextmanager
def logging_to(descriptor: int, level: int = logging.INFO) -> Iterator[None]:
    """Everything that this process logs goes to the open file `descriptor` in this form."""
    lines = Unhurried(descriptor)
    lines.setFormatter(JsonLines())
    lines.addFilter(Sparing())
    root = logging.getLogger()
    root.handlers[:] = [lines]
    root.setLevel(level)
    try:
        yield
    finally:
        root.removeHandler(lines)
        lines.close()
