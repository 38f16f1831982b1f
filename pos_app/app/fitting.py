"""What the settings mean to each room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pos_app.domain.method import Method
from pos_app.settings.model import Settings
from pos_app.settings.places import Places
from pos_app.till.shop import Shop

if TYPE_CHECKING:
    from pos_app.printing.settings import PrinterSettings

STORE_CODES = (Method.ALFAMART, Method.INDOMARET)


def shop_of(settings: Settings) -> Shop:
    return Shop(
        store=settings.store.name,
        till=settings.store.till,
        environment=settings.gateway.environment,
        qr_method=settings.gateway.method,
        qr_life=settings.gateway.expiry,
        code_life=settings.store_code.life,
        address=settings.store.address,
        phone=settings.store.phone,
        receipt_header=settings.printer.header,
        receipt_footer=settings.printer.footer,
        store_message=settings.store_code.message,
        store_free_texts=settings.store_code.free_texts,
    )


def printer_of(settings: Settings) -> PrinterSettings | None:
    """None where the shop has no printer."""
    from pos_app.printing.settings import NARROW, WIDE, PrinterSettings

    printer = settings.printer
    if printer.address is None:
        return None
    return PrinterSettings(
        address=printer.address,
        width_dots=NARROW if printer.width_mm == 58 else WIDE,
        language=settings.store.language,
        text_mode=printer.is_text,
        code_page=printer.code_page,
        cut=printer.cut,
        drawer_pin=printer.drawer_pin,
        logo=printer.logo,
    )


def journal_url(settings: Settings, places: Places) -> str:
    """SQLAlchemy comes with it, so this is asked for behind the first paint only."""
    from pos_app.journal.sqlite_file import url_of

    return settings.journal.url or url_of(places.journal)
