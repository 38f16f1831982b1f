"""Our Qt binding counts its references: PySide6 6.12 does not on Python 3.11 (packaging/decisions/0002)."""

from __future__ import annotations

import subprocess
import sys

EMITS = """
import sys
from PySide6.QtCore import QCoreApplication, QObject, Signal

class Bell(QObject):
    rang = Signal(object)

app = QCoreApplication(sys.argv)
heard = []
bell = Bell()
bell.rang.connect(heard.append)
before = sys.getrefcount(True)
for number in range(2000):
    bell.rang.emit(number)
lost = before - sys.getrefcount(True)
assert len(heard) == 2000
assert abs(lost) < 100, f"{lost} references of True were lost"
"""


def test_two_thousand_signals_lose_nothing() -> None:
    """In a process of its own: the fault ends the interpreter, and may do so only when it exits."""
    ran = subprocess.run((sys.executable, "-c", EMITS), capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
