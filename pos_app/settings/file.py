"""`settings.toml`, read strictly: every fault is told at once, and nothing is guessed."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

from pos_app.domain.environment import Environment
from pos_app.domain.language import Language
from pos_app.domain.method import Method
from pos_app.domain.printer import CodePage, DrawerPin, PaperCut
from pos_app.domain.store_text import (
    LONGEST_FREE_TEXT,
    LONGEST_MESSAGE,
    PLACES,
    fixed_part,
    unknown_places,
)
from pos_app.settings import addresses
from pos_app.settings.faults import Fault, NoSettingsError, SettingsError
from pos_app.settings.model import (
    Display,
    Gateway,
    Journal,
    Printer,
    Relay,
    Settings,
    Store,
    StoreCode,
)
from pos_app.settings.places import whole_path
from pos_app.settings.printer_address import PrinterKind, printer_address
from pos_app.settings.redaction import holds_server_key, redacted
from pos_app.settings.table import Table

_TABLES = ("store", "gateway", "relay", "journal", "printer", "store_code", "display")
_KEY_IN_FILE = "a server key has no place in this file: take it out, and give it to `pos-app key set`"
_LONGEST_QR_LIFE = 7 * 24 * 60  # minutes (wire-facts 3.1: gopay is trimmed to 7 days)
_LONGEST_CODE_LIFE = 180 * 24  # hours (wire-facts 3.1)
_LONGEST_TEMPLATE = 200


class Understood(NamedTuple):
    """The settings, and the keys of the file that nobody knows: probably slips of the pen."""

    settings: Settings
    unknown: tuple[str, ...]


def read(path: Path) -> Understood:
    """Raise NoSettingsError where there is no file, SettingsError with all its faults where it is not sound."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as error:
        raise NoSettingsError(path) from error
    except OSError as error:
        raise SettingsError(path, [Fault("", f"can't be read: {error.strerror or error}")]) from error
    except UnicodeDecodeError as error:
        raise SettingsError(path, [Fault("", "is no UTF-8 text; save it again as UTF-8")]) from error
    return parse(text, path)


def parse(text: str, path: Path) -> Understood:
    """The same for a text that is not, or not yet, the file at `path`. Raises SettingsError."""
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(path, [not_toml(error)]) from error
    faults = [Fault(where, _KEY_IN_FILE) for where, value in _texts(document) if holds_server_key(value)]
    tables = {name: _table(name, document, faults) for name in _TABLES}
    settings = Settings(
        store=_store(tables["store"]),
        gateway=_gateway(tables["gateway"]),
        relay=Relay(url=tables["relay"].text("url", check=addresses.wrong_with_web_address).rstrip("/")),
        journal=_journal(tables["journal"]),
        printer=_printer(tables["printer"], path.parent),
        store_code=_store_code(tables["store_code"]),
        display=_display(tables["display"]),
    )
    unknown = [
        key if not isinstance(document[key], dict) else f"[{key}]" for key in document if key not in _TABLES
    ]
    for table in tables.values():
        unknown += table.unknown()
    if faults:
        slips = [Fault(redacted(key), "nobody knows this: look for a slip of the pen") for key in unknown]
        raise SettingsError(path, [*faults, *slips])
    return Understood(settings, tuple(unknown))


def not_toml(error: Exception) -> Fault:
    return Fault("", f"is not written as TOML wants it: {error}")


def not_a_table(name: str) -> Fault:
    return Fault(name, f"must be a table: write [{name}] on a line of its own")


def _table(name: str, document: Mapping[str, object], faults: list[Fault]) -> Table:
    values = document.get(name, {})
    if not isinstance(values, dict):
        faults.append(not_a_table(name))
        values = {}
    return Table(name, values, faults)


def _texts(value: object, where: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(
                inner, f"{where} {key}" if where else (f"[{key}]" if isinstance(inner, dict) else key)
            )
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner, where)


def _store(table: Table) -> Store:
    return Store(
        name=table.text("name", is_needed=True, longest=60),
        address=table.text("address"),
        phone=table.text("phone", longest=40),
        till=table.text("till", "01", longest=8, check=_wrong_with_till),
        language=table.choice("language", Language.INDONESIAN),
    )


def _wrong_with_till(text: str) -> str | None:
    return None if text.isascii() and text.isalnum() else "only the letters A to Z and digits are allowed"


def _gateway(table: Table) -> Gateway:
    environment = table.choice("environment", Environment.PRACTICE)
    gateway = Gateway(
        environment=environment,
        base_url=table.text("base_url", check=addresses.wrong_with_web_address).rstrip("/"),
        method=table.choice("method", Method.GOPAY, (Method.GOPAY, Method.QRIS)),
        notification_url=table.text(
            "notification_url", longest=600, check=addresses.wrong_with_notification_addresses
        ),
        expiry=timedelta(minutes=table.whole("expiry_minutes", 15, low=1, high=_LONGEST_QR_LIFE)),
    )
    if environment.is_real and gateway.base_url:
        table.fault(
            "base_url", "is never allowed in production, which is Midtrans itself: take this line out"
        )
    return gateway


def _journal(table: Table) -> Journal:
    url = table.text("url")
    if url and (said := addresses.wrong_with_database_address(url)):
        table.fault(
            "url", said
        )  # without the value: a password in it would stand on the screen and in the log
    return Journal(url=url)


def _printer(table: Table, beside: Path) -> Printer:
    kind = table.choice("kind", PrinterKind.NONE)
    address = printer_address(kind, table.text("address"), beside)
    logo = table.text("logo", longest=1000)
    if address is None and kind.address_means:
        table.fault("address", f"must be {kind.address_means}")
    return Printer(
        address=address,
        width_mm=table.one_of("width_mm", (80, 58)),
        is_text=table.flag("text"),
        code_page=table.choice("code_page", CodePage.PC858),
        cut=table.choice("cut", PaperCut.PARTIAL),
        drawer_pin=DrawerPin(table.one_of("drawer_pin", (2, 5))),
        logo=whole_path(logo, beside) if logo else None,
        header=table.lines("header", most=6, longest=48),
        footer=table.lines("footer", most=6, longest=48),
    )


def _store_code(table: Table) -> StoreCode:
    return StoreCode(
        life=timedelta(hours=table.whole("hours", 24, low=1, high=_LONGEST_CODE_LIFE)),
        message=table.text("message", check=_wrong_with_store_text(LONGEST_MESSAGE)),
        free_texts=table.lines(
            "free_texts",
            most=3,
            longest=_LONGEST_TEMPLATE,
            check=_wrong_with_store_text(LONGEST_FREE_TEXT),
        ),
        asks_name=table.flag("ask_name"),
    )


def _wrong_with_store_text(longest: int) -> Callable[[str], str | None]:
    """What is in braces is filled in at each sale, and counts nothing here."""

    def check(text: str) -> str | None:
        if unknown := unknown_places(text):
            return f"nobody knows {unknown[0]}; what is filled in is {', '.join(PLACES)}"
        length = len(fixed_part(text))
        return (
            f"at most {longest} characters are allowed, and these are {length}" if length > longest else None
        )

    return check


def _display(table: Table) -> Display:
    return Display(
        screen=table.text("screen"),
        is_quiet=table.flag("quiet"),
        reduces_motion=table.flag("reduce_motion"),
    )
