"""Slips and receipts of the running till, on a printer that is away, jammed, out of paper, and back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from pos_app.domain.errors import Problem
from pos_app.domain.evidence import CancelReason
from pos_app.domain.method import Method
from pos_app.domain.money import Rupiah
from pos_app.domain.printer import PrinterTrouble
from pos_app.domain.states import State
from pos_app.notices.address import make_secret
from pos_app.practice.faults import Fault, Harm, Operation
from pos_app.practice.serve import PracticeServer
from pos_app.settings.places import places
from pos_app.till.messages import (
    AddAmount,
    Cancel,
    Charge,
    LightsShown,
    Print,
    PrinterTried,
    PrintTestPage,
    Refused,
    Reprint,
)
from pos_app.till.snapshot import Slips
from pos_app.till.stage import Glow, Stage
from tests.app.behind import Behind
from tests.app.epson import bars, digits, printer_settings
from tests.app.shopfront import CASHIER, CUSTOMER, FIRST_ROW, Shopfront, settings
from tests.printing.drivers.test_cups import add_queue, cups, needs_cups
from tests.printing.epson import COVER_OPEN, PAPER_OUT, WELL, Epson

__all__ = ["cups"]

SECRET = make_secret()
SEARCH = (24, 80, 882, 136)
FOCUS = (0x43, 0x38, 0xCA)
"""The search field on the cashier's window, and the colour around it while it has the keys."""

AGAIN = "CETAK ULANG"


@pytest.fixture
def epson() -> Iterator[Epson]:
    with Epson() as one:
        yield one


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    home.mkdir()
    return home


def open_behind(home: Path, server: PracticeServer, printer: str) -> Behind:
    (home / "settings.toml").write_text(settings(server.url, extra=printer), encoding="utf-8")
    return Behind(home, SECRET)


# --- with windows and keys ---


def park(shopfront: Shopfront) -> None:
    """Esc on the code, and wait as a person would for the next sale: keys before that are meant for the code."""
    shopfront.until(shopfront.shows_terms, "the page of the code")
    shopfront.press("Escape")
    shopfront.until(lambda: shopfront.colour_share(SEARCH, FOCUS) > 0.05, "the search field")


@pytest.mark.gui
@pytest.mark.slow
def test_store_codes_and_receipts_across_a_jam_and_a_power_cut(shopfront: Shopfront, epson: Epson) -> None:
    text = (shopfront.home / "settings.toml").read_text(encoding="utf-8")
    printer = printer_settings(epson.address, text=True)
    (shopfront.home / "settings.toml").write_text(f"{text}\n{printer}", encoding="utf-8")
    papers = epson.printer.papers
    shopfront.open()

    shopfront.ring_up("44000")
    shopfront.press("F6")
    shopfront.until(lambda: epson.papers == 1, "the slip for Alfamart")
    (alfamart,) = shopfront.pending()
    assert alfamart.payment_code is not None
    assert alfamart.payment_code in digits(papers[0])
    assert "Bayar di kasir Alfamart" in papers[0].text
    assert papers[0].text.count("BUKAN PEMBAYARAN ASLI") == 2
    assert papers[0].row_bytes == 0  # the number alone: no bars for Alfamart

    epson.reads = False  # jammed: it takes connections and reads nothing
    park(shopfront)
    shopfront.ring_up("50000")
    shopfront.press("F7")
    shopfront.until(lambda: len(shopfront.pending()) == 2, "the code for Indomaret")
    indomaret = shopfront.pending()[0]
    park(shopfront)
    shopfront.ring_up("20000")
    shopfront.press("F5")
    shopfront.until(lambda: bool(shopfront.codes(CUSTOMER)), "the QR beside a jammed printer")
    qr = shopfront.pending()[0]
    shopfront.gateway.pay(qr.id)
    shopfront.until(shopfront.shows_paid, "paid beside a jammed printer")
    shopfront.press("Return")
    shopfront.until(lambda: not shopfront.shows_paid(), "the next sale")

    shopfront.kill()
    epson.reads = True
    shopfront.open()
    shopfront.until(lambda: any(qr.order_id in paper.text for paper in papers), "all that was waiting")
    said = [paper for paper in papers if not paper.is_blank]
    slips = [paper for paper in said if "Indomaret" in paper.text]
    (receipt,) = [paper for paper in said if qr.order_id in paper.text]
    # What the jammed printer had taken before the cut comes out too: then the other one says so.
    assert sum(AGAIN not in slip.text for slip in slips) <= 1
    assert {code for slip in slips for code in bars(slip)} == {indomaret.payment_code}
    assert "LUNAS" in receipt.text
    assert "SALINAN" not in "".join(paper.text for paper in said)
    assert epson.printer.kicks == []
    assert shopfront.close() == 0


@pytest.mark.gui
@pytest.mark.slow
def test_what_is_typed_in_the_same_breath_as_esc_is_the_next_sale(shopfront: Shopfront) -> None:
    shopfront.open()
    shopfront.ring_up("44000")
    shopfront.press("F6")
    shopfront.until(lambda: len(shopfront.pending()) == 1, "the code")
    shopfront.until(shopfront.shows_terms, "the page of the code")
    shopfront.press("Escape", *"21000", delay_ms=1)
    shopfront.until(lambda: shopfront.colour_share(CASHIER, FIRST_ROW) > 0.02, "the row to take")
    shopfront.press("Return")
    shopfront.press("F5")
    shopfront.until(lambda: len(shopfront.pending()) == 2, "the QR of the next sale")
    assert sorted(one.amount for one in shopfront.pending()) == [21_000, 44_000]
    assert shopfront.close() == 0


@pytest.mark.gui
@pytest.mark.slow
def test_f11_prints_the_newest_paper_again_also_after_a_power_cut(shopfront: Shopfront, epson: Epson) -> None:
    text = (shopfront.home / "settings.toml").read_text(encoding="utf-8")
    printer = printer_settings(epson.address, text=True)
    (shopfront.home / "settings.toml").write_text(f"{text}\n{printer}", encoding="utf-8")
    shopfront.open()
    shopfront.ring_up("44000")
    shopfront.press("F6")
    shopfront.until(lambda: epson.papers == 1, "the slip")
    shopfront.until(shopfront.shows_terms, "the page of the code")
    shopfront.press("F11")
    shopfront.until(lambda: epson.papers == 2, "a copy while the code is on the counter")
    park(shopfront)
    shopfront.press("F11")
    shopfront.until(lambda: epson.papers == 3, "a copy after the customer left")
    shopfront.kill()
    shopfront.open()
    shopfront.press("F11")
    shopfront.until(lambda: epson.papers == 4, "a copy after the power cut")
    marks = [
        [line.text.strip() for line in paper.lines if "SALINAN" in line.text]
        for paper in epson.printer.papers
    ]
    assert marks == [[], ["SALINAN ke-1"], ["SALINAN ke-2"], ["SALINAN ke-3"]]
    shopfront.press("shift+F11")
    shopfront.until(lambda: epson.papers == 5, "the test page")
    assert shopfront.close() == 0


# --- slips ---


@pytest.mark.parametrize(("width_mm", "dots"), [(80, 576), (58, 384)])
def test_a_slip_is_as_wide_as_the_paper_and_its_code_can_be_scanned(
    home: Path, server: PracticeServer, epson: Epson, width_mm: int, dots: int
) -> None:
    with open_behind(home, server, printer_settings(epson.address, width_mm=width_mm)) as till:
        payment = till.charge(Method.INDOMARET)
        till.until(lambda: epson.papers == 1, "the slip")
        till.park()
        till.charge(Method.ALFAMART)
        till.until(lambda: epson.papers == 2, "the other slip")
    indomaret, alfamart = epson.printer.papers
    assert bars(indomaret) == [payment.payment_code]
    assert bars(alfamart) == []
    assert {indomaret.row_bytes * 8, alfamart.row_bytes * 8} == {dots}
    assert epson.printer.kicks == []


def test_copies_are_numbered_also_after_the_customer_left_and_after_a_restart(
    home: Path, server: PracticeServer, epson: Epson
) -> None:
    printer = printer_settings(epson.address, text=True)
    papers = epson.printer.papers
    with open_behind(home, server, printer) as till:
        code = till.charge(Method.ALFAMART).payment_code
        till.until(lambda: till.counter.slips == Slips(1, 1), "the slip")
        till.do(Reprint())
        till.until(lambda: till.counter.slips == Slips(2, 2), "the first copy")
        assert epson.papers == 2
        till.park()
        till.do(Reprint())
        till.until(lambda: epson.papers == 3, "a copy for one who left")
        till.until(lambda: _is_all_done(home), "the till to know of it")
    with open_behind(home, server, printer) as till:
        till.do(Reprint())
        till.until(lambda: epson.papers == 4, "a copy after a restart")
    marks = [next((line.text for line in paper.lines if "SALINAN" in line.text), "") for paper in papers]
    assert [mark.strip() for mark in marks] == ["", "SALINAN ke-1", "SALINAN ke-2", "SALINAN ke-3"]
    assert all(code in digits(paper) for paper in papers)
    assert "Bayar cukup satu kali." in papers[3].text


def _is_all_done(home: Path) -> bool:
    """Whether the journal holds nothing to print: what came out a moment before the end is printed again."""
    with closing(sqlite3.connect(places(home).journal)) as journal:
        due = journal.execute("SELECT id FROM outbox WHERE done_at IS NULL").fetchall()
    return not due


def test_a_code_is_watched_across_a_restart_and_its_receipt_comes_out(
    home: Path, server: PracticeServer, epson: Epson
) -> None:
    printer = printer_settings(epson.address, text=True)
    with open_behind(home, server, printer) as till:
        order = till.charge(Method.ALFAMART).order_id
        till.park()
        till.until(lambda: epson.papers == 1, "the slip")
        till.until(lambda: _is_all_done(home), "the till to know of it")
    server.gateway.pay(order)
    with open_behind(home, server, printer) as till:
        till.until(lambda: till.state_of(order) is State.PAID, "the money of a code of an earlier run")
        till.do(Print(order))
        till.until(lambda: epson.papers == 2, "its receipt")
    receipt = epson.printer.papers[1].text
    assert order in receipt
    assert "LUNAS" in receipt
    assert "SALINAN" not in receipt


def test_an_answer_that_was_lost_still_ends_in_one_code_on_one_slip(
    home: Path, server: PracticeServer, epson: Epson
) -> None:
    """Indomaret knows no idempotency key: the repeated charge is refused, and the status read brings the code."""
    server.gateway.script(Fault(Harm.LOST, Operation.CHARGE, after_commit=True))
    with open_behind(home, server, printer_settings(epson.address)) as till:
        payment = till.charge(Method.INDOMARET)
        till.until(lambda: epson.papers == 1, "the slip")
    (transaction,) = server.gateway.transactions()
    assert payment.payment_code == transaction.payment_code
    assert bars(epson.printer.papers[0]) == [transaction.payment_code]
    first, second = server.gateway.calls.of(Operation.CHARGE)
    assert first.body == second.body


@pytest.mark.parametrize(
    ("method", "amount", "refusal"),
    [
        (
            Method.INDOMARET,
            9_999,
            Refused(Problem.AMOUNT_TOO_SMALL, "Rp\u00a010.000 – Rp\u00a05.000.000"),
        ),
        (Method.ALFAMART, 5_000_001, Refused(Problem.AMOUNT_TOO_LARGE, "Rp\u00a01 – Rp\u00a05.000.000")),
    ],
)
def test_an_amount_that_no_store_takes_is_refused_with_its_limits(
    home: Path, server: PracticeServer, method: Method, amount: int, refusal: Refused
) -> None:
    with open_behind(home, server, "") as till:
        till.do(AddAmount(Rupiah(amount), "Nominal"), Charge(method))
        till.until(lambda: bool(till.seen(Refused)), "the refusal")
        assert till.seen(Refused) == [refusal]
        assert (till.counter.stage, till.counter.cart.total) == (Stage.RINGING_UP, amount)
    assert server.gateway.calls.all() == ()


# --- a printer with troubles ---


def test_a_printer_that_vanishes_in_the_middle_prints_again_and_says_so(
    home: Path, server: PracticeServer, epson: Epson, caplog: pytest.LogCaptureFixture
) -> None:
    epson.drop_after = 400
    with open_behind(home, server, printer_settings(epson.address, text=True)) as till:
        code = till.charge(Method.ALFAMART).payment_code
        till.until(lambda: _lit(till, PrinterTrouble.OFFLINE), "the light")
        till.until(lambda: any(AGAIN in paper.text for paper in epson.printer.papers), "the slip again")
        till.until(lambda: till.lights.printer.glow is Glow.OK, "a light without trouble")
    (whole,) = [paper for paper in epson.printer.papers if "Ini bukan bukti lunas." in paper.text]
    assert AGAIN in whole.text
    assert code in digits(whole)
    assert "broke off" in caplog.text


@pytest.mark.parametrize(
    ("status", "trouble"),
    [(PAPER_OUT, PrinterTrouble.OUT_OF_PAPER), (COVER_OPEN, PrinterTrouble.COVER_OPEN)],
)
def test_what_a_person_must_mend_is_on_the_light_and_nothing_waits_for_it(
    home: Path, server: PracticeServer, epson: Epson, status: tuple[int, int, int], trouble: PrinterTrouble
) -> None:
    epson.status = status
    with open_behind(home, server, printer_settings(epson.address)) as till:
        order = till.charge(Method.ALFAMART).order_id
        till.until(lambda: till.lights.printer_trouble is trouble, "the light")
        assert till.lights.printer.glow is Glow.DOWN
        assert till.counter.slips == Slips(asked=1, printed=0)
        till.do(Cancel(order, CancelReason.OTHER_METHOD))
        till.until(lambda: till.payment.state is State.CANCELLED, "the gateway's word")
        other = till.charge_again(Method.INDOMARET)
        epson.status = WELL
        till.until(lambda: epson.papers >= 1, "the slip once the printer is well")
        till.until(lambda: till.lights.printer_trouble is None, "a light without trouble")
    scanned = [code for paper in epson.printer.papers for code in bars(paper)]
    assert scanned == [other.payment_code]


def test_slips_wait_for_a_printer_that_is_not_there_yet(home: Path, server: PracticeServer) -> None:
    epson = Epson()  # its socket refuses until it is switched on
    with open_behind(home, server, printer_settings(epson.address)) as till:
        first = till.charge(Method.INDOMARET)
        till.until(lambda: _lit(till, PrinterTrouble.OFFLINE), "the light")
        till.park()
        second = till.charge(Method.INDOMARET, 30_000)
        with epson:
            till.until(lambda: epson.papers == 2, "both slips")
            till.until(lambda: till.lights.printer_trouble is None, "a light without trouble")
            till.until(lambda: _is_all_done(home), "the till to know of both")
    assert [bars(paper) for paper in epson.printer.papers] == [[first.payment_code], [second.payment_code]]


def test_a_printer_that_is_set_wrong_stops_nobody(
    home: Path, server: PracticeServer, epson: Epson, caplog: pytest.LogCaptureFixture
) -> None:
    with open_behind(home, server, f'[printer]\nkind = "file"\naddress = "{home}"\n') as till:
        till.until(lambda: till.lights.printer_trouble is PrinterTrouble.WRONG_SETTING, "the light")
        light = till.lights.printer
        assert light.glow is Glow.DOWN
        assert (
            light.reason
            == f"“{home}” bukan berkas atau perangkat printer. Tulis jalurnya, misalnya /dev/usb/lp0."
        )
        code = till.charge(Method.INDOMARET).payment_code
        till.do(PrintTestPage())
        till.until(lambda: bool(till.seen(PrinterTried)), "the end of the test page")
        assert till.seen(PrinterTried) == [PrinterTried(PrinterTrouble.WRONG_SETTING, light.reason)]
    assert "is no file or printer device" in caplog.text
    with open_behind(home, server, printer_settings(epson.address)) as till:
        till.until(lambda: epson.papers == 1, "the slip, once the setting is mended")
    assert bars(epson.printer.papers[0]) == [code]


def test_a_logo_that_is_no_picture_is_told_and_left_out(
    home: Path, server: PracticeServer, epson: Epson, caplog: pytest.LogCaptureFixture
) -> None:
    logo = home / "logo.png"
    logo.write_text("no picture", encoding="utf-8")
    with open_behind(home, server, printer_settings(epson.address, extra=f'logo = "{logo}"')) as till:
        till.charge(Method.INDOMARET)
        till.do(PrintTestPage())
        till.until(lambda: epson.papers == 2, "slip and test page")
        till.until(lambda: bool(till.seen(PrinterTried)), "the end of the test page")
    (told,) = till.seen(PrinterTried)
    assert told == PrinterTried(None, "logo.png bukan gambar yang bisa dibaca. Pilih berkas PNG atau JPEG.")
    assert "printing without the logo" in caplog.text


@needs_cups
def test_a_slip_goes_through_a_raw_queue_of_cups(
    home: Path, server: PracticeServer, epson: Epson, cups: Path
) -> None:
    epson.answers = False  # CUPS passes bytes on and listens to nobody
    add_queue("SLIPS", f"socket://{epson.address}")
    with open_behind(home, server, '[printer]\nkind = "spooler"\naddress = "SLIPS"\n') as till:
        code = till.charge(Method.INDOMARET).payment_code
        till.until(lambda: epson.papers == 1, "the slip through CUPS")
    assert bars(epson.printer.papers[0]) == [code]


def _lit(till: Behind, trouble: PrinterTrouble) -> bool:
    """Whether the light has ever named it."""
    return any(event.printer_trouble is trouble for event in till.seen(LightsShown))
