from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.domain.printer_address import (
    FileAddress,
    NetworkAddress,
    PdfAddress,
    PrinterAddress,
    QueueAddress,
    SerialAddress,
    UsbAddress,
)
from pos_app.settings.printer_address import PrinterKind, printer_address

HERE = Path("/shop")


@pytest.mark.parametrize(
    ("kind", "text", "address", "said"),
    [
        (PrinterKind.NETWORK, "192.168.1.50", NetworkAddress("192.168.1.50"), "network 192.168.1.50:9100"),
        (
            PrinterKind.NETWORK,
            "kasir.local:9101",
            NetworkAddress("kasir.local", 9101),
            "network kasir.local:9101",
        ),
        (PrinterKind.NETWORK, "[::1]:9100", NetworkAddress("::1", 9100), "network [::1]:9100"),
        (PrinterKind.NETWORK, "[fe80::2]", NetworkAddress("fe80::2", 9100), "network [fe80::2]:9100"),
        (PrinterKind.USB, "04B8:0202", UsbAddress(0x04B8, 0x0202), "usb 04b8:0202"),
        (PrinterKind.SERIAL, "/dev/ttyUSB0", SerialAddress("/dev/ttyUSB0"), "serial /dev/ttyUSB0@9600"),
        (PrinterKind.SERIAL, "COM3@19200", SerialAddress("COM3", 19200), "serial COM3@19200"),
        (PrinterKind.SPOOLER, "Epson TM-T82", QueueAddress("Epson TM-T82"), "queue Epson TM-T82"),
        (PrinterKind.FILE, "/dev/usb/lp0", FileAddress(Path("/dev/usb/lp0")), "file /dev/usb/lp0"),
        (PrinterKind.PDF, "/srv/papers", PdfAddress(Path("/srv/papers")), "pdf /srv/papers"),
        (PrinterKind.FILE, "papers.bin", FileAddress(HERE / "papers.bin"), "file /shop/papers.bin"),
        (PrinterKind.PDF, "papers", PdfAddress(HERE / "papers"), "pdf /shop/papers"),
    ],
)
def test_each_kind_has_its_grammar(kind: PrinterKind, text: str, address: PrinterAddress, said: str) -> None:
    found = printer_address(kind, text, HERE)
    assert (type(found), found, str(found)) == (type(address), address, said)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        *(
            (PrinterKind.NETWORK, bad)
            for bad in (
                ":9100",
                "a:b",
                "host:0",
                "host:99999",
                "http://x",
                "a b",
                "x/y",
                "h:",
                "::1",
                "[1::2::3]",
            )
        ),
        *((PrinterKind.NETWORK, bad) for bad in ("me@host", "[::1", "h:123456", "[printer]")),
        *((PrinterKind.NETWORK, bad) for bad in ("192.168.1..50", ".kasir", "kasir..local:9100", "k" * 64)),
        *((PrinterKind.NETWORK, bad) for bad in ("192.168.150", "192.168.1.050", "192.168.1.300", "50")),
        *((PrinterKind.USB, bad) for bad in ("04b8", "04b8:zzzz", "/dev/usb/lp0", "04b8:02022")),
        *((PrinterKind.SERIAL, bad) for bad in ("COM3@fast", "COM3@12345", "@9600", "COM3@", "COM3@٩٦٠٠")),
        (PrinterKind.SPOOLER, "-x"),
        *((kind, "") for kind in PrinterKind),
        (PrinterKind.NONE, "192.168.1.50"),
    ],
)
def test_what_is_no_address_is_none(kind: PrinterKind, text: str) -> None:
    assert printer_address(kind, text, HERE) is None


@given(st.sampled_from(PrinterKind), st.text())
def test_any_text_is_an_address_or_none(kind: PrinterKind, text: str) -> None:
    """What it is called is its kind, and nobody can call two kinds the same."""
    address = printer_address(kind, text, HERE)
    spoken = {PrinterKind.SPOOLER: "queue"}.get(kind, kind.value)
    assert address is None or str(address).startswith(f"{spoken} ")


@pytest.mark.parametrize("kind", PrinterKind)
def test_every_kind_but_none_says_what_its_address_is(kind: PrinterKind) -> None:
    assert bool(kind.address_means) is (kind is not PrinterKind.NONE)
