"""What a paper will look like, for the screen."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

from pos_app.domain.receipt import Document
from pos_app.printing.compose import compose
from pos_app.printing.logo import load_logo
from pos_app.printing.raster import rasterise
from pos_app.printing.settings import PrinterSettings


def preview_png(document: Document, settings: PrinterSettings, now: datetime) -> bytes:
    """The paper as a black and white PNG, dot by dot; raises SettingError for a logo that can't be used."""
    logo = load_logo(settings.logo, settings.width_dots) if settings.logo else None
    file = BytesIO()
    rasterise(compose(document, settings, now), settings.width_dots, logo).save(file, "PNG")
    return file.getvalue()
