"""SIGTERM ends a process of ours in good order, whatever it is doing."""

from __future__ import annotations

import signal
import subprocess
import sys

_BEGIN = """
import os, signal, sys
from PySide6.QtCore import QCoreApplication, QTimer
from pos_app.app.signals import end_on_signals, wake_on_signals
app = QCoreApplication([])
end_on_signals(app)
"""
_BEFORE_THE_LOOP = "os.kill(os.getpid(), signal.SIGTERM)\n"
_ASLEEP = "wake_on_signals(app)\nQTimer.singleShot(0, lambda: print('ready', flush=True))\n"
_LOOP = "sys.exit(app.exec())"


def test_a_signal_before_the_event_loop_is_not_lost() -> None:
    ran = subprocess.run((sys.executable, "-c", _BEGIN + _BEFORE_THE_LOOP + _LOOP), check=False, timeout=60)
    assert ran.returncode == 0


def test_a_signal_wakes_a_process_that_has_nothing_to_do() -> None:
    with subprocess.Popen(
        (sys.executable, "-c", _BEGIN + _ASLEEP + _LOOP), stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=60) == 0
