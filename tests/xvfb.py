"""A private X server with two monitors, and windows of ours on it in a process of their own."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

_CASHIER = ("CASHIER", "1366/361x768/203+0+0", "screen")
_CUSTOMER = ("CUSTOMER", "1920/508x1080/286+1366+0", "none")


@dataclass(frozen=True)
class Display:
    """`number` is the X display. CASHIER is 1366 × 768, CUSTOMER 1920 × 1080 to its right."""

    number: int

    @property
    def environment(self) -> dict[str, str]:
        """What a process needs to open its windows here."""
        settings = {"DISPLAY": f":{self.number}", "QT_QPA_PLATFORM": "xcb"}
        return {**os.environ, **settings}

    def plug(self) -> None:
        """Plug the customer's monitor in."""
        self._monitor("--setmonitor", *_CUSTOMER)

    def unplug(self) -> None:
        """Pull the customer's monitor out."""
        self._monitor("--delmonitor", "CUSTOMER")

    def plug_cashier(self) -> None:
        self._monitor("--setmonitor", *_CASHIER)

    def unplug_cashier(self) -> None:
        self._monitor("--delmonitor", "CASHIER")

    def _monitor(self, *arguments: str) -> None:
        subprocess.run(
            ["xrandr", *arguments], env=self.environment, check=True, stdout=subprocess.DEVNULL, timeout=20
        )


def two_monitors() -> Iterator[Display]:
    """Start the server; it must not reset when xrandr leaves, else the monitors vanish."""
    if not (shutil.which("Xvfb") and shutil.which("xrandr")):
        pytest.skip("needs Debian's xvfb and x11-xserver-utils")
    reader, writer = os.pipe()
    server = subprocess.Popen(
        [
            *("Xvfb", "-displayfd", str(writer), "-screen", "0", "3286x1080x24"),
            *("-nolisten", "tcp", "-noreset", "-dpi", "96"),
        ],
        pass_fds=(writer,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    try:
        with os.fdopen(reader) as told:
            display = Display(int(told.readline()))
        display.plug_cashier()
        display.plug()
        yield display
    finally:
        server.terminate()
        server.wait(timeout=20)


@pytest.fixture(scope="session")
def xvfb() -> Iterator[Display]:
    """One server for the whole run; whoever pulls a monitor out plugs it in again."""
    yield from two_monitors()
