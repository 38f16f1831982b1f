"""Where a receipt printer is, by the way that leads to it.

Named tuples: the till reads its settings before it shows a window, and a dataclass takes seven times as long to make.
Without annotations from the future: a named tuple compiles each that is a text.
"""

from pathlib import Path
from typing import NamedTuple


class NetworkAddress(NamedTuple):
    """`host` is a name or an address; that of IPv6 stands here without its brackets."""

    host: str
    port: int = 9100

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"network {host}:{self.port}"


class UsbAddress(NamedTuple):
    """The numbers that tell a device's maker and model."""

    vendor: int
    product: int

    def __str__(self) -> str:
        return f"usb {self.vendor:04x}:{self.product:04x}"


class SerialAddress(NamedTuple):
    """`speed` is in baud."""

    port: str
    speed: int = 9600

    def __str__(self) -> str:
        return f"serial {self.port}@{self.speed}"


class QueueAddress(NamedTuple):
    """A print queue of the operating system, by its name."""

    name: str

    def __str__(self) -> str:
        return f"queue {self.name}"


class FileAddress(NamedTuple):
    """A device that the system shows as a file, or a plain file that collects papers."""

    path: Path

    def __str__(self) -> str:
        return f"file {self.path}"


class PdfAddress(NamedTuple):
    """The folder that PDF files go to."""

    folder: Path

    def __str__(self) -> str:
        return f"pdf {self.folder}"


PrinterAddress = NetworkAddress | UsbAddress | SerialAddress | QueueAddress | FileAddress | PdfAddress
