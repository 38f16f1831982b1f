"""What the PC itself must bring: libraries, screens, letters."""

from __future__ import annotations

import json
import platform
import subprocess
import sys
from importlib.util import find_spec

from pos_app.cli.findings import Finding, failed, fine, note

LIBRARIES = (
    "PySide6",
    "httpx",
    "httpcore",
    "httpx_sse",
    "keyring",
    "platformdirs",
    "sqlalchemy",
    "alembic",
    "qrcode",
    "PIL",
    "zxingcpp",
    "serial",
    "escpos",
    "usb",
    "starlette",
    "uvicorn",
)
_PATIENCE = 30  # seconds
_SYSTEM = "install what Qt needs: sh packaging/system.sh desktop"

_PROBE = """
import json, sys
from PySide6.QtGui import QGuiApplication
app = QGuiApplication(sys.argv[:1])
screens = [[s.name(), s.serialNumber(), s.geometry().width(), s.geometry().height()] for s in app.screens()]
print(json.dumps({"platform": app.platformName(), "screens": screens}))
"""
_FONT_PROBE = """
import json, sys
from pos_app.domain.resources import resources
from PySide6.QtGui import QFontDatabase, QGuiApplication
app = QGuiApplication([sys.argv[0], "-platform", "offscreen"])
files = sorted((resources() / "fonts").glob("*.otf"))
print(json.dumps([file.name for file in files if QFontDatabase.addApplicationFont(str(file)) != -1]))
"""


def libraries() -> Finding:
    missing = [name for name in LIBRARIES if find_spec(name) is None]
    version = f"Python {platform.python_version()}"
    if missing:
        return failed(
            "libraries",
            f"{version}; missing: {', '.join(missing)}",
            "install pos-app[desktop,relay], or run sh packaging/environment.sh desktop",
        )
    return fine("libraries", f"{version}, and every library is here")


def screens(wanted: str = "") -> Finding:
    """`wanted` is the name or serial number that the settings give for the customer's monitor.

    Asked in a process of its own: where Qt finds no screen it ends the process that asks.
    """
    answer, trouble = _asked(_PROBE)
    if not isinstance(answer, dict):
        return failed("screens", f"Qt can't open a window: {trouble}", f"log in to a desktop, and {_SYSTEM}")
    found = [f"{name} {width}×{height}" for name, _, width, height in answer["screens"]]
    said = f"{', '.join(found)} ({answer['platform']})"
    if wanted and not any(wanted in screen[:2] for screen in answer["screens"]):
        return note(
            "screens",
            f"{said}; none is called {wanted}",
            "connect that monitor, or write a name from this line as [display] screen",
        )
    if len(found) < 2:
        return note(
            "screens", said, "connect the customer's monitor; until then the QR is shown on the cashier's"
        )
    return fine("screens", said)


def fonts() -> Finding:
    answer, trouble = _asked(_FONT_PROBE)
    if not isinstance(answer, list):
        return failed("fonts", f"Qt does not start: {trouble}", _SYSTEM)
    if not answer:
        return failed("fonts", "the app's own letters are missing", "install pos-app again")
    return fine("fonts", f"{len(answer)} files of the app's own")


def _asked(program: str) -> tuple[object, str]:
    """What a Python program prints as JSON, or None and why it ended: Qt says that first, Python last."""
    try:
        ran = subprocess.run(
            (sys.executable, "-c", program), capture_output=True, text=True, timeout=_PATIENCE, check=False
        )
    except subprocess.TimeoutExpired:
        return None, f"no answer within {_PATIENCE} s"
    if ran.returncode != 0:
        words = ran.stderr.strip().splitlines()
        last = words[-1] if words else f"exit code {ran.returncode}"
        return None, next((line.strip() for line in words if line.startswith("qt.qpa.")), last)
    return json.loads(ran.stdout), ""
