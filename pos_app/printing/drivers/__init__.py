"""The ways to a printer, one file each; `open_driver` chooses."""

from __future__ import annotations

from pos_app.domain.printer_address import (
    FileAddress,
    NetworkAddress,
    PdfAddress,
    QueueAddress,
    SerialAddress,
    UsbAddress,
)
from pos_app.printing.drivers.port import BrokenOffError, Driver, HaltedError, NotPrintedError, Waiting
from pos_app.printing.settings import PrinterSettings

__all__ = ["BrokenOffError", "Driver", "HaltedError", "NotPrintedError", "Waiting", "open_driver"]


def open_driver(settings: PrinterSettings) -> Driver:
    """The driver of a printer; opens nothing yet. Raises SettingError for a folder that is a file, or the reverse."""
    from pos_app.printing.drivers import device, network, pdf_folder, serial_port, spooler, usb_port
    from pos_app.printing.drivers.conversation import Conversation

    match settings.address:
        case NetworkAddress() as address:
            return Conversation(network.opener(address))
        case UsbAddress() as address:
            return Conversation(usb_port.opener(address))
        case SerialAddress() as address:
            return Conversation(serial_port.opener(address))
        case FileAddress(path):
            return device.driver(path)
        case QueueAddress(name):
            return spooler.driver(name)
        case PdfAddress(folder):
            return pdf_folder.PdfFolder(folder)
