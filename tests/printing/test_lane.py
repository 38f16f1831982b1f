from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from queue import SimpleQueue

import pytest

from pos_app.domain.effect import Effect
from pos_app.domain.printer import PrinterTrouble
from pos_app.domain.printer_address import FileAddress, PdfAddress, PrinterAddress
from pos_app.domain.receipt import Document
from pos_app.printing import lane as lane_module
from pos_app.printing.compose import compose
from pos_app.printing.drivers import BrokenOffError, NotPrintedError, Waiting
from pos_app.printing.encode import paper_bytes
from pos_app.printing.escpos import raster
from pos_app.printing.lane import PrinterLane
from pos_app.printing.raster import rasterise
from tests.printing.epson import COVER_OPEN, PAPER_LOW, PAPER_OUT, WELL, Epson
from tests.printing.interpreter import printed
from tests.printing.samples import EFFECT, KICK, NOW, PROOF, RECEIPT, SLIP, SLIP_EFFECT, TEST_PAGE, printer


class Told:
    """What the lane said, in order."""

    def __init__(self) -> None:
        self.printed: list[Effect] = []
        self.given_up: list[Effect] = []
        self.not_drawn: list[Effect] = []
        self.troubles: list[PrinterTrouble | None] = []
        self._said = threading.Condition()

    def on_printed(self, effect: Effect) -> None:
        with self._said:
            self.printed.append(effect)
            self._said.notify_all()

    def on_given_up(self, effect: Effect) -> None:
        with self._said:
            self.given_up.append(effect)
            self._said.notify_all()

    def on_not_drawn(self, effect: Effect) -> None:
        with self._said:
            self.not_drawn.append(effect)
            self._said.notify_all()

    def on_trouble(self, trouble: PrinterTrouble | None) -> None:
        with self._said:
            self.troubles.append(trouble)
            self._said.notify_all()

    def wait(self, condition: Callable[[Told], bool]) -> None:
        with self._said:
            assert self._said.wait_for(lambda: condition(self), 10)


class Desk:
    """A lane on a printer, and the file that survives it."""

    def __init__(self, home: Path) -> None:
        self.told = Told()
        self.file = home / "underway"
        self.lanes: list[PrinterLane] = []

    def lane(self, address: PrinterAddress, logo: Path | None = None) -> PrinterLane:
        lane = PrinterLane(
            replace(printer(address), logo=logo),
            on_printed=self.told.on_printed,
            on_given_up=self.told.on_given_up,
            on_not_drawn=self.told.on_not_drawn,
            on_trouble=self.told.on_trouble,
            underway=self.file,
            now=lambda: NOW,
        )
        self.lanes.append(lane)
        lane.start()
        return lane


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr(lane_module, "RETRY_SECONDS", (0.05,))
    desk = Desk(tmp_path)
    yield desk
    for lane in desk.lanes:
        assert lane.stop()


def picture(document: Document, *, broke_off: bool = False) -> bytes:
    page = compose(document, printer(), NOW, broke_off=broke_off)
    drawn = raster(rasterise(page, 576))
    return printed(drawn).paper.picture().tobytes()


def test_a_paper_comes_out_as_it_was_drawn_and_is_told_once(desk: Desk) -> None:
    with Epson() as epson:
        desk.lane(epson.network).take(EFFECT, RECEIPT)
        desk.told.wait(lambda told: told.printed == [EFFECT])
        assert epson.papers == 1
        assert epson.printer.papers[0].picture().tobytes() == picture(RECEIPT)
        assert desk.told.troubles == []


def test_a_kick_goes_before_the_receipts_that_wait(desk: Desk) -> None:
    with Epson() as epson:
        epson.status = PAPER_OUT
        lane = desk.lane(epson.network)
        desk.told.wait(lambda told: told.troubles == [PrinterTrouble.OUT_OF_PAPER])
        lane.take(EFFECT, RECEIPT)
        lane.kick_drawer(KICK)
        epson.status = WELL
        desk.told.wait(lambda told: len(told.printed) == 2)
        assert desk.told.printed == [KICK, EFFECT]
        assert (epson.printer.kicks, epson.papers) == ([0], 1)


def test_papers_wait_for_a_printer_that_is_not_there_yet(desk: Desk) -> None:
    epson = Epson()
    lane = desk.lane(epson.network)
    lane.take(EFFECT, RECEIPT)
    desk.told.wait(lambda told: told.troubles == [PrinterTrouble.OFFLINE])
    lane.take(SLIP_EFFECT, SLIP)
    with epson:
        desk.told.wait(lambda told: told.printed == [EFFECT, SLIP_EFFECT])
        assert desk.told.troubles == [PrinterTrouble.OFFLINE, None]
        assert [paper.picture().tobytes() for paper in epson.printer.papers] == [
            picture(RECEIPT),
            picture(SLIP),
        ]


@pytest.mark.parametrize(
    ("status", "trouble"),
    [(PAPER_OUT, PrinterTrouble.OUT_OF_PAPER), (COVER_OPEN, PrinterTrouble.COVER_OPEN)],
)
def test_a_printer_that_can_not_print_is_sent_nothing(
    desk: Desk, status: tuple[int, int, int], trouble: PrinterTrouble
) -> None:
    with Epson() as epson:
        epson.status = status
        desk.lane(epson.network).take(EFFECT, RECEIPT)
        desk.told.wait(lambda told: told.troubles == [trouble])
        epson.wait_for(lambda: epson.connections >= 3)
        assert b"\x1b@" not in epson.received
        epson.status = WELL
        desk.told.wait(lambda told: told.printed == [EFFECT])
        assert epson.papers == 1
        assert desk.told.troubles[-1] is None


def test_thin_paper_is_told_and_printed_on(desk: Desk) -> None:
    with Epson() as epson:
        epson.status = PAPER_LOW
        desk.lane(epson.network).take(EFFECT, RECEIPT)
        desk.told.wait(lambda told: told.printed == [EFFECT])
        assert desk.told.troubles == [PrinterTrouble.PAPER_LOW]


def test_paper_that_ends_in_the_middle_is_waited_for_not_sent_again(desk: Desk) -> None:
    with Epson() as epson:
        epson.paper_out_after = 20_000
        desk.lane(epson.network).take(EFFECT, RECEIPT)
        desk.told.wait(lambda told: told.troubles == [PrinterTrouble.OUT_OF_PAPER])
        connections = epson.connections
        assert (epson.papers, desk.told.printed) == (0, [])
        epson.paper_out_after = None
        epson.status = WELL
        desk.told.wait(lambda told: told.printed == [EFFECT])
        assert (epson.papers, epson.connections) == (1, connections)
        assert epson.received.count(b"\x1b@") == 1
        assert desk.told.troubles[-1] is None


@pytest.mark.parametrize("after", [1, 700, 5_000, 30_000])
def test_a_paper_that_broke_off_is_cut_away_and_printed_again_marked(
    desk: Desk, after: int, caplog: pytest.LogCaptureFixture
) -> None:
    with Epson() as epson:
        epson.drop_after = after
        desk.lane(epson.network).take(EFFECT, RECEIPT)
        desk.told.wait(lambda told: told.printed == [EFFECT])
        *before, last = epson.printer.papers
        assert len(before) == 1
        assert last.picture().tobytes() == picture(RECEIPT, broke_off=True)
        assert desk.told.troubles == [PrinterTrouble.OFFLINE, None]
    assert "broke off" in caplog.text


def test_a_printer_that_breaks_off_every_paper_is_tried_ever_more_rarely(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Each try costs paper, as with a power supply that is too weak for a picture; somebody who asks is not kept."""
    monkeypatch.setattr(lane_module, "BROKE_OFF_SECONDS", (0.0, 30.0))
    with Epson() as epson:
        epson.drop_after, epson.drops = 5_000, 3
        lane = desk.lane(epson.network)
        lane.take(EFFECT, RECEIPT)
        epson.wait_for(lambda: epson.drops == 1)
        time.sleep(0.5)
        assert epson.drops == 1
        lane.take(SLIP_EFFECT, SLIP)
        epson.wait_for(lambda: epson.drops == 0)
    assert "broke off" in caplog.text


def test_a_kick_whose_outcome_is_unknown_is_not_repeated(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    with Epson() as epson:
        lane = desk.lane(epson.network)
        epson.wait_for_a_look()
        epson.drop_after = 3
        lane.kick_drawer(KICK)
        desk.told.wait(lambda told: told.given_up == [KICK])
        assert epson.received.count(b"\x1bp") == 1
    assert "broke off" in caplog.text


def test_a_drawer_that_nobody_waits_for_stays_shut(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lane_module, "KICK_LIFE_SECONDS", 0.1)
    epson = Epson()
    desk.lane(epson.network).kick_drawer(KICK)
    desk.told.wait(lambda told: told.given_up == [KICK])
    with epson:
        assert epson.printer.kicks == []


@pytest.mark.parametrize("answers", [True, False])
def test_a_printer_that_hangs_without_reading_does_not_hold_up_the_end(desk: Desk, *, answers: bool) -> None:
    with Epson() as epson:
        epson.answers = answers
        lane = desk.lane(epson.network)
        epson.wait_for_a_look()
        epson.reads = False
        lane.take(EFFECT, RECEIPT)
        epson.wait_for(lambda: epson.connections == 2)
        began = time.monotonic()
        assert lane.stop()
        assert time.monotonic() - began < lane_module.STOP_SECONDS
        assert desk.told.printed == []


def test_a_silent_printer_is_believed_when_it_has_taken_every_byte(desk: Desk) -> None:
    with Epson() as epson:
        epson.answers = False
        lane = desk.lane(epson.network)
        lane.take(EFFECT, RECEIPT)
        lane.take(SLIP_EFFECT, SLIP)
        desk.told.wait(lambda told: told.printed == [EFFECT, SLIP_EFFECT])
        epson.wait_for(lambda: epson.papers == 2)
        assert desk.told.troubles == []


def test_what_a_crash_cut_short_comes_out_marked_after_the_restart(desk: Desk) -> None:
    with Epson() as epson:
        first = desk.lane(epson.network)
        epson.wait_for_a_look()
        epson.confirms = False
        first.take(EFFECT, RECEIPT)
        epson.wait_for(lambda: epson.papers == 1)
        assert first.stop()
        assert desk.told.printed == []
        epson.confirms = True
        desk.lane(epson.network).take(EFFECT, RECEIPT)
        desk.told.wait(lambda told: told.printed == [EFFECT])
        assert epson.printer.papers[-1].picture().tobytes() == picture(RECEIPT, broke_off=True)


def test_what_came_out_before_a_crash_does_not_come_out_again(desk: Desk) -> None:
    with Epson() as epson:
        first = desk.lane(epson.network)
        first.take(EFFECT, RECEIPT)
        first.kick_drawer(KICK)
        desk.told.wait(lambda told: len(told.printed) == 2)
        assert first.stop()
        second = desk.lane(epson.network)
        second.take(EFFECT, RECEIPT)
        second.kick_drawer(KICK)
        desk.told.wait(lambda told: len(told.printed) == 4)
        assert (epson.papers, epson.printer.kicks) == (1, [0])


def test_a_code_that_can_not_be_paid_any_more_is_not_printed(desk: Desk) -> None:
    with Epson() as epson:
        lane = desk.lane(epson.network)
        lane.take(SLIP_EFFECT, replace(SLIP, pay_before=NOW - timedelta(seconds=1)))
        lane.take(EFFECT, RECEIPT)
        desk.told.wait(lambda told: told.printed == [EFFECT])
        assert desk.told.given_up == [SLIP_EFFECT]
        assert [paper.picture().tobytes() for paper in epson.printer.papers] == [picture(RECEIPT)]


def test_what_was_given_up_before_a_restart_does_not_come_out_after_it(desk: Desk) -> None:
    """So did an earlier version note what had come out, too."""
    desk.file.write_text(f"over {EFFECT.kind.value} {EFFECT.copy} {EFFECT.order_id}\n", "utf-8")
    with Epson() as epson:
        desk.lane(epson.network).take(EFFECT, RECEIPT)
        desk.told.wait(lambda told: told.given_up == [EFFECT])
        assert (epson.papers, desk.told.printed) == (0, [])


def test_a_trial_is_printed_once_or_not_at_all(desk: Desk) -> None:
    ends: list[tuple[PrinterTrouble | None, str]] = []
    ended = threading.Event()

    def told(trouble: PrinterTrouble | None, reason: str) -> None:
        ends.append((trouble, reason))
        ended.set()

    with Epson() as epson:
        epson.status = COVER_OPEN
        lane = desk.lane(epson.network)
        lane.print_now(TEST_PAGE, told)
        assert ended.wait(5)
        ended.clear()
        epson.status = WELL
        lane.print_now(TEST_PAGE, told)
        assert ended.wait(5)
        assert ends == [
            (PrinterTrouble.COVER_OPEN, ""),
            (None, ""),
        ]
        assert epson.papers == 1
        assert desk.told.printed == []


def test_a_proof_is_filed_under_its_day(desk: Desk, tmp_path: Path) -> None:
    ends: SimpleQueue[tuple[PrinterTrouble | None, str]] = SimpleQueue()
    desk.lane(PdfAddress(tmp_path)).print_now(PROOF, lambda *told: ends.put(told))
    assert ends.get(timeout=10) == (None, "")
    assert (tmp_path / "proof-2026-11-20.pdf").read_bytes().startswith(b"%PDF")


def test_a_trial_without_its_logo_comes_out_and_says_why(
    desk: Desk, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    logo = tmp_path / "logo.png"
    logo.write_text("no picture")
    ends: SimpleQueue[tuple[PrinterTrouble | None, str]] = SimpleQueue()
    with Epson() as epson:
        lane = desk.lane(epson.network, logo)
        lane.print_now(TEST_PAGE, lambda *told: ends.put(told))
        trouble, reason = ends.get(timeout=10)
        assert (trouble, epson.papers) == (None, 1)
    assert reason.startswith("logo.png bukan gambar")
    assert "printing without the logo" in caplog.text


def test_a_recalled_slip_does_not_come_out_and_its_receipt_does(desk: Desk) -> None:
    receipt = Effect(SLIP.order_id, EFFECT.kind)
    with Epson() as epson:
        epson.status = PAPER_OUT
        lane = desk.lane(epson.network)
        lane.take(SLIP_EFFECT, SLIP)
        desk.told.wait(lambda told: told.troubles == [PrinterTrouble.OUT_OF_PAPER])
        lane.recall(SLIP.order_id, SLIP_EFFECT.kind)
        desk.told.wait(lambda told: told.given_up == [SLIP_EFFECT])
        lane.take(receipt, RECEIPT)
        epson.status = WELL
        desk.told.wait(lambda told: told.printed == [receipt])
        assert [paper.picture().tobytes() for paper in epson.printer.papers] == [picture(RECEIPT)]


def test_a_recalled_receipt_does_not_come_out(desk: Desk) -> None:
    with Epson() as epson:
        epson.status = PAPER_OUT
        lane = desk.lane(epson.network)
        lane.take(EFFECT, RECEIPT)
        desk.told.wait(lambda told: told.troubles == [PrinterTrouble.OUT_OF_PAPER])
        lane.recall(EFFECT.order_id, SLIP_EFFECT.kind)
        lane.recall(EFFECT.order_id, EFFECT.kind)
        desk.told.wait(lambda told: told.given_up == [EFFECT])
        assert epson.papers == 0


def test_a_slip_waits_by_the_gateway_s_clock(desk: Desk) -> None:
    """This PC is days ahead: by its own clock every code is over when it is made."""
    ahead = replace(SLIP, pay_before=NOW - timedelta(days=2), clock_offset=timedelta(days=-3))
    over = replace(SLIP, pay_before=NOW - timedelta(days=2), clock_offset=timedelta(days=-1))
    with Epson() as epson:
        lane = desk.lane(epson.network)
        lane.take(SLIP_EFFECT, ahead)
        lane.take(replace(SLIP_EFFECT, copy=1), over)
        desk.told.wait(lambda told: told.given_up == [replace(SLIP_EFFECT, copy=1)])
        assert desk.told.printed == [SLIP_EFFECT]
        assert epson.papers == 1


class Surprising:
    """A driver that fails in a way no driver should, then prints."""

    def __init__(self) -> None:
        self.tries = 0
        self.data = b""

    def deliver(self, name: str, data: bytes, waiting: Waiting) -> None:
        self.tries += 1
        match self.tries:
            case 1:
                raise ZeroDivisionError
            case 2:
                raise NotPrintedError(PrinterTrouble.OFFLINE, "away")
            case 3:
                raise BrokenOffError(PrinterTrouble.OFFLINE, "gone")
        self.data = data

    def look(self, waiting: Waiting) -> PrinterTrouble | None:
        return None


UNDRAWABLE = replace(RECEIPT, settled_at=datetime.max.replace(tzinfo=UTC))
"""Its moment is past the calendar in WIB."""


def test_a_paper_that_can_not_be_drawn_is_told_and_holds_up_nobody(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    with Epson() as epson:
        lane = desk.lane(epson.network)
        lane.take(EFFECT, UNDRAWABLE)
        lane.take(SLIP_EFFECT, SLIP)
        desk.told.wait(lambda told: told.printed == [SLIP_EFFECT])
        assert desk.told.not_drawn == [EFFECT]
        assert desk.told.troubles == []
        assert epson.papers == 1
    assert "can't be drawn; it stays due" in caplog.text


def test_a_trial_that_can_not_be_drawn_is_no_fault_of_the_printer(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    ends: SimpleQueue[tuple[PrinterTrouble | None, str]] = SimpleQueue()
    with Epson() as epson:
        desk.lane(epson.network).print_now(UNDRAWABLE, lambda *told: ends.put(told))
        assert ends.get(timeout=10) == (PrinterTrouble.NOT_DRAWN, "")
        assert desk.told.troubles == []
    assert "can't be drawn" in caplog.text


def test_what_a_driver_says_of_a_trial_is_for_the_log(
    tmp_path: Path, desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    ends: SimpleQueue[tuple[PrinterTrouble | None, str]] = SimpleQueue()
    caplog.set_level("INFO")
    desk.lane(FileAddress(tmp_path / "nowhere" / "papers")).print_now(TEST_PAGE, lambda *told: ends.put(told))
    assert ends.get(timeout=10) == (PrinterTrouble.WRONG_SETTING, "")
    assert "there is no folder for" in caplog.text


def test_a_surprise_in_a_driver_ends_a_try_and_not_the_lane(
    tmp_path: Path, desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    driver = Surprising()
    lane = PrinterLane(
        printer(),
        on_printed=desk.told.on_printed,
        on_given_up=desk.told.on_given_up,
        on_not_drawn=desk.told.on_not_drawn,
        on_trouble=desk.told.on_trouble,
        underway=tmp_path / "other",
        now=lambda: NOW,
        driver=driver,
    )
    desk.lanes.append(lane)
    lane.start()
    lane.take(EFFECT, RECEIPT)
    desk.told.wait(lambda told: told.printed == [EFFECT])
    assert driver.tries == 4
    assert driver.data.endswith(paper_bytes(compose(RECEIPT, printer(), NOW, broke_off=True), printer()))
    assert "ZeroDivisionError" in caplog.text


def test_no_disk_for_the_note_does_not_stop_the_press(
    tmp_path: Path, desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    desk.file = tmp_path / "no" / "such" / "folder"
    with Epson() as epson:
        desk.lane(epson.network).take(EFFECT, RECEIPT)
        desk.told.wait(lambda told: told.printed == [EFFECT])
        assert epson.papers == 1
    assert "can't note" in caplog.text
