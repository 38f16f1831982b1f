"""From a page to the bytes that one printer takes."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from pos_app.domain.printer_address import PdfAddress
from pos_app.printing import escpos
from pos_app.printing.layout import Page
from pos_app.printing.logo import load_logo
from pos_app.printing.pdf import pdf_file
from pos_app.printing.raster import rasterise
from pos_app.printing.settings import PrinterSettings, SettingError
from pos_app.printing.textmode import TextWriter

if TYPE_CHECKING:
    from PIL.Image import Image

_log = logging.getLogger(__name__)


def paper_bytes(page: Page, settings: PrinterSettings) -> bytes:
    """One paper from initialising to the cut; a whole file for PDF."""
    logo = _logo(settings)
    if isinstance(settings.address, PdfAddress):
        return pdf_file(rasterise(page, settings.width_dots, logo))
    if settings.text_mode:
        body = TextWriter(settings).write(page, logo)
    else:
        body = escpos.raster(rasterise(page, settings.width_dots, logo))
    return escpos.INITIALISE + body + escpos.cut(settings.cut)


def recovery_bytes(settings: PrinterSettings) -> bytes:
    """Ends whatever broke off in the middle and cuts it away, so that the next paper stands alone."""
    if isinstance(settings.address, PdfAddress):
        return b""
    return escpos.flush(settings.width_dots) + escpos.INITIALISE + escpos.cut(settings.cut)


def kick_bytes(settings: PrinterSettings) -> bytes:
    return escpos.kick(settings.drawer_pin)


def logo_fault(settings: PrinterSettings) -> SettingError | None:
    """Why papers come out without the logo; None where they don't."""
    if settings.logo is not None:
        try:
            load_logo(settings.logo, settings.width_dots)
        except SettingError as error:
            return error
    return None


def _logo(settings: PrinterSettings) -> Image | None:
    """The logo, or none: a picture that went bad since it was set never holds up a paper."""
    if settings.logo is None:
        return None
    try:
        return load_logo(settings.logo, settings.width_dots)
    except SettingError as error:
        _log.warning("printing without the logo: %s", error)
        return None
