"""The operating system's print queue, whichever system it is."""

from __future__ import annotations

import sys

from pos_app.printing.drivers.port import Driver
from pos_app.printing.settings import SettingError


def driver(address: str) -> Driver:
    """The queue of that name; raises SettingError for a name that can't be one."""
    name = address.strip()
    if not name or name.startswith("-") or any(ord(character) < 32 for character in name):
        raise SettingError(
            indonesian=f"Nama antrean printer “{address}” tidak benar. Tulis namanya seperti di pengaturan printer.",
            english=f"The print queue's name “{address}” is wrong. Write it as the system's printer settings show it.",
        )
    if sys.platform == "win32":
        from pos_app.printing.drivers.winspool import WindowsQueue, system_spooler

        return WindowsQueue(name, system_spooler())
    else:  # noqa: RET505 - mypy reads it for both platforms
        from pos_app.printing.drivers.cups import CupsQueue

        return CupsQueue(name)
