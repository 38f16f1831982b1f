"""Plays short sounds in a lane of its own, so that no window ever waits for one.

Qt Multimedia is not among the libraries: the sound goes through whatever the system has for it.
"""

from __future__ import annotations

import logging
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from pos_app.ui.sound import Tune

log = logging.getLogger(__name__)

_PROGRAMS = ("pw-play", "paplay", "aplay", "afplay")
_PATIENCE = 3.0
"""Seconds: the longest sound has 0.4; a program that waits for a sound server is given up."""


class Player(QObject):
    """One sound at a time. Where the system can't play any it beeps, and that is no error."""

    _unplayed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._ways = _ways()
        self._changed = threading.Condition()
        self._wanted: Tune | None = None
        self._is_stopped = False
        self._thread: threading.Thread | None = None
        self._unplayed.connect(self._beep)

    def play(self, tune: Tune) -> None:
        """Play it as soon as no other sounds; returns at once."""
        with self._changed:
            if self._is_stopped:
                return
            self._wanted = max(tune, self._wanted or tune)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="sound", daemon=True)
                self._thread.start()
            self._changed.notify()

    def stop(self) -> None:
        """Be silent from now on, also in the middle of a sound."""
        with self._changed:
            self._is_stopped = True
            self._changed.notify()
        for way in self._ways:
            way.stop()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        while (tune := self._next()) is not None:
            if not self._sound(tune.file):
                self._unplayed.emit()

    def _next(self) -> Tune | None:
        with self._changed:
            self._changed.wait_for(lambda: self._is_stopped or self._wanted is not None)
            tune, self._wanted = self._wanted, None
            return None if self._is_stopped else tune

    def _sound(self, file: Path) -> bool:
        """Try every way, and the next time first the one that worked."""
        for way in self._ways:
            if way.play(file):
                self._ways = (way, *(other for other in self._ways if other is not way))
                return True
        return self._is_stopped

    @Slot()
    def _beep(self) -> None:
        QApplication.beep()


class _Way(Protocol):
    def play(self, file: Path) -> bool:
        """Return when it has sounded, with whether it did."""
        ...

    def stop(self) -> None:
        """From any thread: end what sounds, and play nothing more."""
        ...


class _Program:
    """A player of the system, run with the file as its argument."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._running: subprocess.Popen[bytes] | None = None
        self._is_stopped = False

    def play(self, file: Path) -> bool:
        try:
            running = self._start(file)
        except OSError as error:
            log.info("%s can't be started: %s", self._path, error)
            return False
        if running is None:
            return False
        try:
            return running.wait(_PATIENCE) == 0
        except subprocess.TimeoutExpired:
            log.info("%s does not end", self._path)
            running.kill()
            running.wait()
            return False

    def stop(self) -> None:
        with self._lock:
            self._is_stopped = True
            if self._running is not None:
                self._running.kill()

    def _start(self, file: Path) -> subprocess.Popen[bytes] | None:
        with self._lock:
            if self._is_stopped:
                return None
            quiet = subprocess.DEVNULL
            self._running = subprocess.Popen([self._path, str(file)], stdin=quiet, stdout=quiet, stderr=quiet)
            return self._running


if sys.platform == "win32":
    import winsound

    class _Windows:
        def play(self, file: Path) -> bool:
            try:
                winsound.PlaySound(str(file), winsound.SND_FILENAME | winsound.SND_NODEFAULT)
            except RuntimeError as error:
                log.info("Windows can't play %s: %s", file.name, error)
                return False
            return True

        def stop(self) -> None:
            """What sounds ends by itself within half a second."""

    def _ways() -> tuple[_Way, ...]:
        return (_Windows(),)

else:

    def _ways() -> tuple[_Way, ...]:
        found = (shutil.which(name) for name in _PROGRAMS)
        return tuple(_Program(path) for path in found if path is not None)
