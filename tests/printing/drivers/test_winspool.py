"""The Windows queue on a spooler that keeps winspool's contract; the real one runs on Windows only."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from pos_app.domain.printer import PrinterTrouble
from pos_app.printing.drivers import BrokenOffError, HaltedError, NotPrintedError
from pos_app.printing.drivers.winspool import WindowsQueue
from tests.printing.drivers.listening import Listening, why_it_can_not_be_asked


@dataclass
class FakeSpooler:
    """Documents by title; takes at most `bite` bytes a call; a handle is open or closed."""

    queue: str = "KASIR"
    bits: int = 0
    bite: int = 1000
    fails_at: str = ""
    documents: dict[str, bytes] = field(default_factory=dict)
    open_handles: set[int] = field(default_factory=set)
    _title: str = ""
    _half: bytes = b""

    def _call(self, name: str, handle: int) -> None:
        assert handle in self.open_handles
        if name == self.fails_at:
            raise OSError(f"{name} failed")

    def open(self, queue: str) -> int:
        if queue != self.queue:
            raise OSError("The printer name is invalid.")
        self.open_handles.add(7)
        return 7

    def status(self, handle: int) -> int:
        self._call("status", handle)
        return self.bits

    def start(self, handle: int, title: str) -> None:
        self._call("start", handle)
        self._title, self._half = title, b""

    def write(self, handle: int, data: bytes) -> int:
        if self._half:
            self._call("write", handle)
        taken = data[: self.bite]
        self._half += taken
        return len(taken)

    def end(self, handle: int) -> None:
        self._call("end", handle)
        self.documents[self._title] = self._half

    def abort(self, handle: int) -> None:
        assert handle in self.open_handles
        self._half = b""

    def close(self, handle: int) -> None:
        self.open_handles.remove(handle)


PAPER = bytes(range(256)) * 10


def test_a_paper_is_spooled_whole() -> None:
    spooler = FakeSpooler()
    WindowsQueue("KASIR", spooler).deliver("TSJ-1", PAPER, Listening().waiting)
    assert spooler.documents == {"TSJ-1": PAPER}
    assert not spooler.open_handles


@pytest.mark.parametrize("step", ["status", "start", "write"])
def test_what_fails_before_the_end_prints_nothing(step: str) -> None:
    spooler = FakeSpooler(fails_at=step)
    with pytest.raises(NotPrintedError) as caught:
        WindowsQueue("KASIR", spooler).deliver("TSJ-1", PAPER, Listening().waiting)
    assert not isinstance(caught.value, BrokenOffError)
    assert (spooler.documents, spooler.open_handles) == ({}, set())


def test_an_end_that_fails_leaves_the_outcome_unknown() -> None:
    spooler = FakeSpooler(fails_at="end")
    with pytest.raises(BrokenOffError):
        WindowsQueue("KASIR", spooler).deliver("TSJ-1", PAPER, Listening().waiting)
    assert not spooler.open_handles


def test_stopping_throws_the_half_document_away() -> None:
    spooler, listening = FakeSpooler(), Listening()
    listening.halted.set()
    with pytest.raises(HaltedError):
        WindowsQueue("KASIR", spooler).deliver("TSJ-1", PAPER, listening.waiting)
    assert (spooler.documents, spooler.open_handles) == ({}, set())


@pytest.mark.parametrize(
    ("bits", "trouble"),
    [
        (0, None),
        (0x10, PrinterTrouble.OUT_OF_PAPER),
        (0x80, PrinterTrouble.OFFLINE),
        (0x400000 | 0x80, PrinterTrouble.COVER_OPEN),
        (0x1, PrinterTrouble.OFFLINE),
    ],
)
def test_the_queues_status_is_told(bits: int, trouble: PrinterTrouble | None) -> None:
    spooler = FakeSpooler(bits=bits)
    queue = WindowsQueue("KASIR", spooler)
    assert queue.look(Listening().waiting) is trouble
    if trouble:
        with pytest.raises(NotPrintedError):
            queue.deliver("TSJ-1", PAPER, Listening().waiting)
    assert not spooler.open_handles


def test_an_unknown_queue_is_a_wrong_setting() -> None:
    unknown, dumb = (
        WindowsQueue("NOBODY", FakeSpooler()),
        WindowsQueue("KASIR", FakeSpooler(fails_at="status")),
    )
    assert why_it_can_not_be_asked(unknown) is PrinterTrouble.WRONG_SETTING
    assert why_it_can_not_be_asked(dumb) is PrinterTrouble.OFFLINE
