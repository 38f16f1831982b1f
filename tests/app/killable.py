"""Drives a till without windows from outside: presses its keys, sees its counter, pulls its plug."""

from __future__ import annotations

import json
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

_PATIENCE = 40.0


@dataclass(frozen=True, slots=True)
class Picture:
    """What lies on the counter; texts are empty and the total 0 where there is nothing."""

    stage: str = ""
    sale: str = ""
    total: int = 0
    order_id: str = ""
    state: str = ""
    problem: str = ""
    qr: str = ""
    code: str = ""


class Killable:
    """One process of a till. `told` keeps everything but pictures: what it refused, why it stopped."""

    def __init__(
        self,
        home: Path,
        relay: str = "",
        *,
        environment: Mapping[str, str] | None = None,
        prepare: Callable[[], None] | None = None,
    ) -> None:
        """`prepare` runs in the child before the till: to take something away from it."""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.app.headless", str(home), *([relay] if relay else [])],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=environment,
            preexec_fn=prepare,  # noqa: PLW1509  # the child has no threads yet, and a limit can be set in no other way
        )
        self.now = Picture()
        self.told: list[dict[str, str]] = []
        self._lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        threading.Thread(target=self._listen, daemon=True).start()

    def press(self, key: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{key}\n")
        self.process.stdin.flush()

    def until(self, wanted: Callable[[Picture], bool], what: str) -> Picture:
        """Wait for a picture of the counter, or one that was seen already."""
        end = monotonic() + _PATIENCE
        while not wanted(self.now):
            self._take(max(0.0, end - monotonic()), what)
        return self.now

    def until_told(self, word: str) -> str:
        """Wait for what is no picture: `refused`, `halted`, `chimed`; gives what it says."""
        end = monotonic() + _PATIENCE
        while not any(word in one for one in self.told):
            self._take(max(0.0, end - monotonic()), word)
        return next(one[word] for one in self.told if word in one)

    def kill(self) -> Picture:
        """Pull the plug; gives the last picture that anybody can have seen."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(timeout=20)
        self._hear_out()
        self._close()
        return self.now

    def end(self) -> str:
        """An orderly end; gives what was said on standard error."""
        assert self.process.stderr is not None
        if self.process.poll() is None:
            self.press("end")
        self.process.wait(timeout=20)
        errors = self.process.stderr.read()
        self._hear_out()
        self._close()
        return errors

    def _hear_out(self) -> None:
        """All that an ended process said."""
        while (line := self._lines.get(timeout=20)) is not None:
            self._understand(line)
        self._lines.put(None)

    def _close(self) -> None:
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            if stream is not None and stream is not self.process.stdout:
                stream.close()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as told:
            for line in told:
                self._lines.put(line)
        self._lines.put(None)

    def _take(self, seconds: float, what: str) -> None:
        try:
            line = self._lines.get(timeout=seconds)
        except queue.Empty:
            raise AssertionError(f"waited too long for {what}; last seen {self.now}, {self.told}") from None
        if line is None:
            self._lines.put(None)
            raise AssertionError(f"the till ended while it was waited for {what}: {self.end()}")
        self._understand(line)

    def _understand(self, line: str) -> None:
        told = json.loads(line)
        if "stage" in told:
            self.now = Picture(**told)
        else:
            self.told.append(told)
