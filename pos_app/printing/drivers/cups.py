"""A CUPS queue, fed raw by `lp`. What CUPS has taken is its own to print, once, also after a restart."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time

from pos_app.domain.printer import PrinterTrouble
from pos_app.printing.drivers.channel import SLICE_SECONDS
from pos_app.printing.drivers.port import BrokenOffError, HaltedError, NotPrintedError, Waiting

_LP_SECONDS = 15.0
_RUNNING = "scheduler is running"


class CupsQueue:
    """A queue that is known to CUPS by name."""

    def __init__(self, name: str) -> None:
        self._name = name

    def deliver(self, name: str, data: bytes, waiting: Waiting) -> None:
        trouble = self.look(waiting)
        if trouble is PrinterTrouble.PAPER_LOW:
            waiting.tell(trouble)
        elif trouble:
            raise NotPrintedError(trouble, f"CUPS does not take papers for {self._name}")
        with tempfile.TemporaryFile() as file:
            file.write(data)
            file.seek(0)
            command = ["lp", "-d", self._name, "-o", "raw", "-t", name]
            code, said = self._run(command, waiting, file.fileno(), hung=BrokenOffError)
        if code:
            raise NotPrintedError(PrinterTrouble.WRONG_SETTING, said)

    def look(self, waiting: Waiting) -> PrinterTrouble | None:
        """What CUPS says of the queue: stopped, out of paper, or fine."""
        code, said = self._run(["lpstat", "-p", self._name], waiting, subprocess.DEVNULL)
        if not code:
            return _trouble(said)
        _, scheduler = self._run(["lpstat", "-r"], waiting, subprocess.DEVNULL)
        wrong = scheduler == _RUNNING
        raise NotPrintedError(PrinterTrouble.WRONG_SETTING if wrong else PrinterTrouble.OFFLINE, said)

    def _run(
        self,
        command: list[str],
        waiting: Waiting,
        source: int,
        *,
        hung: type[NotPrintedError] = NotPrintedError,
    ) -> tuple[int, str]:
        """Exit code and words of a command of CUPS, in English; its standard input comes from `source`.

        Raises `hung` where it does not end.
        """
        environment = os.environ | {"LC_ALL": "C"}
        try:
            process = subprocess.Popen(
                command, stdin=source, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment
            )
        except FileNotFoundError as error:
            raise NotPrintedError(PrinterTrouble.WRONG_SETTING, f"{command[0]} is not installed") from error
        with process:
            deadline = time.monotonic() + _LP_SECONDS
            while True:
                try:
                    said, _ = process.communicate(timeout=SLICE_SECONDS)
                except subprocess.TimeoutExpired as error:
                    if waiting.halted.is_set():
                        process.kill()
                        raise HaltedError from error
                    if time.monotonic() > deadline:
                        process.kill()
                        raise hung(PrinterTrouble.OFFLINE, f"{command[0]} hangs") from error
                else:
                    return process.returncode, said.decode(errors="replace").strip()


def _trouble(said: str) -> PrinterTrouble | None:
    """What lpstat says: the state in the first line, the printer's own reasons below."""
    lowered = said.lower()
    if "media-empty" in lowered or "out of paper" in lowered:
        return PrinterTrouble.OUT_OF_PAPER
    if "cover-open" in lowered or "cover open" in lowered:
        return PrinterTrouble.COVER_OPEN
    if "disabled since" in lowered or "offline" in lowered:
        return PrinterTrouble.OFFLINE
    return PrinterTrouble.PAPER_LOW if "media-low" in lowered else None
