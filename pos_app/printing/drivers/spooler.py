"""The operating system's print queue, whichever system it is."""

from __future__ import annotations

import sys

from pos_app.printing.drivers.port import Driver


def driver(name: str) -> Driver:
    """The queue of that name."""
    if sys.platform == "win32":
        from pos_app.printing.drivers.winspool import WindowsQueue, system_spooler

        return WindowsQueue(name, system_spooler())
    else:  # noqa: RET505 - mypy reads it for both platforms
        from pos_app.printing.drivers.cups import CupsQueue

        return CupsQueue(name)
