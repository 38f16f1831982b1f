"""The shop, as the till and its windows know it.

Without annotations from the future: a named tuple compiles each that is a text, and the first paint waits for it.
"""

from datetime import timedelta
from typing import NamedTuple

from pos_app.domain.environment import Environment
from pos_app.domain.method import Method


class Shop(NamedTuple):
    """What the till knows of its shop. `qr_method` is GOPAY or QRIS."""

    store: str
    till: str
    environment: Environment
    qr_method: Method = Method.GOPAY
    qr_life: timedelta = timedelta(minutes=15)
    code_life: timedelta = timedelta(hours=24)
    address: str = ""
    phone: str = ""
    receipt_header: tuple[str, ...] = ()
    receipt_footer: tuple[str, ...] = ()
    store_message: str = ""
    store_free_texts: tuple[str, ...] = ()
    cashier: str = ""

    def life_of(self, method: Method) -> timedelta:
        """How long a charge by this method can be paid, where nobody says otherwise."""
        return self.code_life if method.has_store_code else self.qr_life
