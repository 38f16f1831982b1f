"""The ways to a printer, one file each; `open_driver` chooses."""

from __future__ import annotations

from pos_app.printing.drivers.port import BrokenOffError, Driver, HaltedError, NotPrintedError, Watch
from pos_app.printing.settings import PrinterKind, PrinterSettings

__all__ = ["BrokenOffError", "Driver", "HaltedError", "NotPrintedError", "Watch", "open_driver"]


def open_driver(settings: PrinterSettings) -> Driver:
    """The driver of a printer; opens nothing yet. Raises SettingError for an address that can't be one."""
    from pos_app.printing.drivers import device, network, pdf_folder, serial_port, spooler, usb_port
    from pos_app.printing.drivers.conversation import Conversation

    match settings.kind:
        case PrinterKind.NETWORK:
            return Conversation(network.opener(settings.address))
        case PrinterKind.USB:
            return Conversation(usb_port.opener(settings.address))
        case PrinterKind.SERIAL:
            return Conversation(serial_port.opener(settings.address))
        case PrinterKind.FILE:
            return device.driver(settings.address)
        case PrinterKind.SPOOLER:
            return spooler.driver(settings.address)
        case PrinterKind.PDF:
            return pdf_folder.PdfFolder(settings.address)
