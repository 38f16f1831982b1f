"""A till as its user has it: the real program in a process of its own, on a real X screen, over a real socket."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import zxingcpp
from PIL import Image, ImageGrab

from pos_app.practice.gateway import Gateway
from pos_app.practice.ledger import Transaction
from tests.xvfb import Display

CASHIER = (0, 0, 1366, 768)
CUSTOMER = (1366, 0, 3286, 1080)
FIRST_ROW = (0xEE, 0xF1, 0xFE)
"""The tint of the row that Enter takes."""

PAID_CASHIER = (0x16, 0x65, 0x34)
PAID_CUSTOMER = (0x14, 0x53, 0x2D)
TERMS_CUSTOMER = (0x2A, 0x27, 0x66)
"""What a customer pays by lies on this: the time that is left of a QR, the deadline of a store's code."""

_PATIENCE = 30.0


def settings(
    gateway_url: str = "", *, method: str = "gopay", environment: str = "practice", extra: str = ""
) -> str:
    """Of a shop. Without a URL it is the environment's own gateway."""
    base_url = f'base_url = "{gateway_url}"' if gateway_url else ""
    return f"""
[store]
name = "Toko Sinar Jaya"
till = "02"

[gateway]
environment = "{environment}"
{base_url}
method = "{method}"

{extra}
"""


class Shopfront:
    """Starts, kills and looks at the till of one home."""

    def __init__(self, home: Path, display: Display, gateway: Gateway) -> None:
        self.home = home
        self.environment = {**display.environment, "PYTHONFAULTHANDLER": "1"}
        """What the till finds; a test adds a session bus, for example."""
        self.display = display
        self.gateway = gateway
        self.process: subprocess.Popen[str] | None = None

    def open(self) -> None:
        self.process = self.start()
        self.until(self.has_focus, "the cashier's window to take the keys")

    def start(self) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "pos_app", "--home", str(self.home)],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def kill(self) -> None:
        """The plug is pulled."""
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        self.process.communicate(timeout=20)

    def close(self) -> int:
        """Asked to end, as the system does at shutdown; gives the exit code."""
        assert self.process is not None
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        _, errors = self.process.communicate(timeout=20)
        sys.stderr.write(errors)  # shown where the test fails
        return self.process.returncode

    def press(self, *keys: str, delay_ms: int = 60) -> None:
        self._xdotool("key", "--delay", str(delay_ms), *keys)

    def type(self, text: str) -> None:
        """As slowly as a hand; a scanner is faster."""
        self._xdotool("type", "--delay", "80", text)

    def ring_up(self, amount: str) -> None:
        """Type an amount, look for its row as a cashier does, and take it."""
        self.type(amount)
        self.until(lambda: self.colour_share(CASHIER, FIRST_ROW) > 0.02, "the row to take")
        self.press("Return")

    def picture(self) -> Image.Image:
        """Both monitors as they are."""
        return ImageGrab.grab(xdisplay=f":{self.display.number}").convert("RGB")

    def codes(self, area: tuple[int, int, int, int]) -> list[str]:
        """The texts of the QRs that a phone sees there."""
        found = zxingcpp.read_barcodes(
            self.picture().crop(area), formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
        )
        return [one.text for one in found]

    def colour_share(self, area: tuple[int, int, int, int], colour: tuple[int, int, int]) -> float:
        """How much of a screen has exactly this colour."""
        picture = self.picture().crop(area)
        pixels = picture.getcolors(maxcolors=2**24) or []
        return sum(count for count, value in pixels if value == colour) / (picture.width * picture.height)

    def shows_paid(self) -> bool:
        return (
            self.colour_share(CASHIER, PAID_CASHIER) > 0.15
            and self.colour_share(CUSTOMER, PAID_CUSTOMER) > 0.4
        )

    def shows_terms(self) -> bool:
        """Whether a QR or a store's code is on show: the cashier's keys are then meant for it.

        Paper may be out before that, and a charge stands at the gateway earlier still.
        """
        return self.colour_share(CUSTOMER, TERMS_CUSTOMER) > 0.04

    def pending(self) -> list[Transaction]:
        return [one for one in self.gateway.transactions() if one.status.value == "pending"]

    def until(self, condition: Callable[[], bool], what: str) -> None:
        end = time.monotonic() + _PATIENCE
        while not condition():
            if self.process is not None and self.process.poll() is not None:
                _, errors = self.process.communicate()
                raise AssertionError(f"the till ended ({self.process.returncode}): {errors}")
            assert time.monotonic() < end, f"waited too long for {what}"
            time.sleep(0.05)

    def has_focus(self) -> bool:
        """Whether the keys are the cashier's."""
        found = subprocess.run(
            ["xdotool", "getwindowfocus", "getwindowname"],
            env=self.display.environment,
            check=False,
            capture_output=True,
            timeout=20,
        )
        return found.stdout.startswith(b"Kasir")

    def _xdotool(self, *arguments: str) -> None:
        subprocess.run(["xdotool", *arguments], env=self.display.environment, check=True, timeout=60)
