from __future__ import annotations

import pytest

from pos_app.domain.language import Language
from pos_app.printing.drivers import open_driver
from pos_app.printing.drivers.network import parsed
from pos_app.printing.settings import PrinterKind, PrinterSettings, SettingError


@pytest.mark.parametrize("width", [0, 575, 80, 58, -1])
def test_a_wrong_width_is_said(width: int) -> None:
    with pytest.raises(SettingError) as caught:
        PrinterSettings(kind=PrinterKind.PDF, address="x", width_dots=width)
    assert "576" in caught.value.said(Language.INDONESIAN)
    assert "Choose 80 mm (576)" in str(caught.value)


@pytest.mark.parametrize(
    ("address", "host", "port"),
    [
        ("192.168.1.50", "192.168.1.50", 9100),
        ("printer.local:9101", "printer.local", 9101),
        ("[::1]:9100", "::1", 9100),
    ],
)
def test_a_network_address_has_a_usual_port(address: str, host: str, port: int) -> None:
    assert parsed(address) == (host, port)


@pytest.mark.parametrize(
    ("kind", "address"),
    [
        *(
            (PrinterKind.NETWORK, bad)
            for bad in ("", ":9100", "a:b", "host:0", "host:99999", "http://x", "a b", "x/y", "h:")
        ),
        *((PrinterKind.USB, bad) for bad in ("", "04b8", "04b8:zzzz", "/dev/usb/lp0")),
        *((PrinterKind.SERIAL, bad) for bad in ("", "COM3@fast", "COM3@12345", "@9600")),
        *((PrinterKind.SPOOLER, bad) for bad in ("", "-x", "a\nb")),
        *((PrinterKind.FILE, bad) for bad in ("", "/")),
        (PrinterKind.PDF, ""),
        (PrinterKind.PDF, __file__),
    ],
)
def test_an_address_that_can_not_be_one_is_said_in_both_languages(kind: PrinterKind, address: str) -> None:
    with pytest.raises(SettingError) as caught:
        open_driver(PrinterSettings(kind=kind, address=address))
    for language in Language:
        assert caught.value.said(language).endswith((".", ".)"))
    assert caught.value.said(Language.INDONESIAN) != caught.value.said(Language.ENGLISH)
