"""What a printer says of itself: the queries, and what their answers mean (Epson's DLE EOT and GS r)."""

from __future__ import annotations

from dataclasses import dataclass

from pos_app.domain.printer import PrinterTrouble

ASK_PRINTER = b"\x10\x04\x01"
ASK_OFFLINE_CAUSE = b"\x10\x04\x02"
ASK_PAPER = b"\x10\x04\x04"
ASK_ALL = ASK_PRINTER + ASK_OFFLINE_CAUSE + ASK_PAPER
"""Real-time queries: answered at once, one byte each and in order, even by a printer without paper."""

ASK_WHETHER_PRINTED = b"\x1dr\x01"
"""GS r waits its turn: its answer says that all before it was printed."""


@dataclass(frozen=True, slots=True)
class Told:
    """One answer to ASK_ALL."""

    printer: int
    offline_cause: int
    paper: int

    @property
    def trouble(self) -> PrinterTrouble | None:
        """The most pressing trouble; OFFLINE where the printer gives no cause."""
        if self.offline_cause & 0x04:
            return PrinterTrouble.COVER_OPEN
        if self.paper & 0x60 or self.offline_cause & 0x20:
            return PrinterTrouble.OUT_OF_PAPER
        if self.printer & 0x08 or self.offline_cause & 0x40:
            return PrinterTrouble.OFFLINE
        return PrinterTrouble.PAPER_LOW if self.paper & 0x0C else None

    @property
    def can_print(self) -> bool:
        return self.trouble in (None, PrinterTrouble.PAPER_LOW)


class Ear:
    """Sorts what a printer says: answers to ASK_ALL, the answer to GS r, and what it tells unasked.

    DLE EOT answers have bits 1 and 4 set, GS r's has bit 4 clear, and an automatic status (ASB) begins
    with bit 4 set and bit 1 clear and goes on for three bytes more.
    """

    def __init__(self) -> None:
        self._answers = bytearray()
        self._unasked = 0
        self.has_printed = False

    def hear(self, heard: bytes) -> Told | None:
        """The newest complete answer to ASK_ALL among these bytes and those before, if there is one."""
        for byte in heard:
            if self._unasked:
                self._unasked -= 1
            elif byte & 0x93 == 0x10:
                self._unasked = 3
            elif byte & 0x93 == 0x12:
                self._answers.append(byte)
            elif byte & 0x90 == 0x00:
                self.has_printed = True
        complete = len(self._answers) // 3 * 3
        if not complete:
            return None
        told = Told(*self._answers[complete - 3 : complete])
        del self._answers[:complete]
        return told
