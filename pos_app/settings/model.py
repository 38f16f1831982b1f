"""What `settings.toml` says, once it has been understood. Nothing in here is secret.

Named tuples, as everything is that a cashier's window waits for: a dataclass takes eight times as long to make.
Without annotations from the future: a named tuple compiles each that is a text.
"""

from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

from pos_app.domain.environment import Environment
from pos_app.domain.language import Language
from pos_app.domain.method import Method
from pos_app.domain.printer import CodePage, DrawerPin, PaperCut
from pos_app.domain.printer_address import PrinterAddress


class Store(NamedTuple):
    name: str
    address: str = ""
    phone: str = ""
    till: str = "01"
    language: Language = Language.INDONESIAN


class Gateway(NamedTuple):
    """`base_url` and `notification_url` are empty where the shop leaves them to the app."""

    environment: Environment = Environment.PRACTICE
    base_url: str = ""
    method: Method = Method.GOPAY
    notification_url: str = ""
    expiry: timedelta = Method.GOPAY.default_life

    @property
    def is_played(self) -> bool:
        """Whether the app plays the gateway itself."""
        return self.environment is Environment.PRACTICE and not self.base_url


class Relay(NamedTuple):
    """`url` is empty where the shop has no relay: then the till polls."""

    url: str = ""


class Journal(NamedTuple):
    """`url` is empty for the file in the till's home, else a PostgreSQL database without a password."""

    url: str = ""


class Printer(NamedTuple):
    """`address` is None where the shop has no printer; `width_mm` is the paper's width, 80 or 58.

    `is_text` prints the printer's own letters, in `code_page`, instead of a picture. `logo` is a picture's file.
    """

    address: PrinterAddress | None = None
    width_mm: int = 80
    is_text: bool = False
    code_page: CodePage = CodePage.PC858
    cut: PaperCut = PaperCut.PARTIAL
    drawer_pin: DrawerPin = DrawerPin.TWO
    logo: Path | None = None
    header: tuple[str, ...] = ()
    footer: tuple[str, ...] = ()


class StoreCode(NamedTuple):
    """Alfamart and Indomaret: how long a code lives, and what their paper says (wire-facts 3.4).

    `asks_name` lets the cashier ask for the customer's name first.
    """

    life: timedelta = Method.ALFAMART.default_life
    message: str = ""
    free_texts: tuple[str, ...] = ()
    asks_name: bool = False


class Display(NamedTuple):
    """`screen` is the name of the customer's monitor; empty takes the one that is not the cashier's."""

    screen: str = ""
    is_quiet: bool = False
    reduces_motion: bool = False


class Settings(NamedTuple):
    store: Store
    gateway: Gateway = Gateway()
    relay: Relay = Relay()
    journal: Journal = Journal()
    printer: Printer = Printer()
    store_code: StoreCode = StoreCode()
    display: Display = Display()
