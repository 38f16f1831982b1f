"""Printing over a channel: ask how the printer is, send, and wait until it says that all is printed.

A printer that runs out of paper in the middle keeps what it was sent and goes on when paper is back: as
long as the channel lives the driver waits too, because sending again would print twice. A printer that
never answers a query, or goes before its last word time and again, is believed when it has taken every byte.
"""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass

from pos_app.domain.printer import PrinterTrouble
from pos_app.printing import status
from pos_app.printing.drivers.channel import SLICE_SECONDS, Channel, ChannelLostError, Opener
from pos_app.printing.drivers.port import BrokenOffError, NotPrintedError, Waiting

_log = logging.getLogger(__name__)

_CHUNK = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long to wait, in seconds: for an answer, between questions, until a stall is told and given up."""

    answer: float = 1.0
    question: float = 2.0
    stall_told: float = 4.0
    stall: float = 60.0
    confirmation: float = 15.0


class Conversation:
    """A printer at the other end of a channel. `opener` opens one for each paper."""

    def __init__(self, opener: Opener, patience: Patience = Patience()) -> None:
        self._opener = opener
        self._patience = patience
        self._answers: bool | None = None
        self._confirms = True
        self._went_early = False

    def look(self, waiting: Waiting) -> PrinterTrouble | None:
        channel = self._opener(waiting)
        try:
            told = self._ask(channel, waiting)
        except ChannelLostError as error:
            raise NotPrintedError(PrinterTrouble.OFFLINE, str(error)) from error
        else:
            self._answers = told is not None
            return told.trouble if told else None
        finally:
            channel.close()

    def deliver(self, name: str, data: bytes, waiting: Waiting) -> None:
        channel = self._opener(waiting)
        try:
            self._greet(channel, waiting)
            self._send(channel, data, waiting)
            if self._answers and self._confirms:
                self._confirmed(channel, waiting)
        except ChannelLostError as error:
            raise BrokenOffError(PrinterTrouble.OFFLINE, f"{name} broke off: {error}") from error
        finally:
            channel.close()

    def _greet(self, channel: Channel, waiting: Waiting) -> None:
        """Refuse to begin where the printer says that it can't print. A silent one is not asked twice."""
        if self._answers is False:
            return
        try:
            told = self._ask(channel, waiting)
        except ChannelLostError as error:
            raise NotPrintedError(PrinterTrouble.OFFLINE, str(error)) from error
        self._answers = told is not None
        if told is None:
            return
        if not told.can_print:
            raise NotPrintedError(
                told.trouble or PrinterTrouble.OFFLINE, "the printer says that it can't print"
            )
        waiting.tell(told.trouble)

    def _ask(self, channel: Channel, waiting: Waiting) -> status.Told | None:
        """The printer's word on itself; None where it stays silent."""
        deadline = time.monotonic() + self._patience.answer
        if channel.write(memoryview(status.ASK_ALL), SLICE_SECONDS) < len(status.ASK_ALL):
            return None
        ear = status.Ear()
        while time.monotonic() < deadline:
            waiting.check()
            told = ear.hear(channel.read(min(SLICE_SECONDS, self._patience.answer)))
            if told:
                return told
        return None

    def _send(self, channel: Channel, data: bytes, waiting: Waiting) -> None:
        rest = memoryview(data)
        moved_at = time.monotonic()
        while rest:
            waiting.check()
            taken = channel.write(rest[:_CHUNK], SLICE_SECONDS)
            rest = rest[taken:]
            moved_at = self._progress(moved_at, waiting, moved=taken > 0)
        while not channel.is_drained(SLICE_SECONDS):
            waiting.check()
            moved_at = self._progress(moved_at, waiting, moved=False)

    def _progress(self, moved_at: float, waiting: Waiting, *, moved: bool) -> float:
        """When something moved last; tells of a stall, and gives up a long one."""
        now = time.monotonic()
        if moved:
            return now
        if now - moved_at > self._patience.stall:
            raise ChannelLostError("the printer takes no more bytes")
        if now - moved_at > self._patience.stall_told:
            waiting.tell(PrinterTrouble.OFFLINE)
        return moved_at

    def _confirmed(self, channel: Channel, waiting: Waiting) -> None:
        """Hear the printer's last word. One that goes before it twice, with every byte taken, always does: the same
        paper would come out for ever.
        """
        try:
            self._await_end(channel, waiting)
        except ChannelLostError as error:
            if not self._went_early:
                self._went_early = True
                raise
            _log.info("the printer goes once it has every byte, which counts as printed now: %s", error)
            self._confirms = False
        else:
            self._went_early = False

    def _await_end(self, channel: Channel, waiting: Waiting) -> None:
        """Wait for the printer's word that it printed all; without limit while it names a trouble itself."""
        last_word = memoryview(status.ASK_WHETHER_PRINTED)
        is_asked = channel.write(last_word, SLICE_SECONDS) > 0
        deadline = time.monotonic() + self._patience.confirmation
        asked_at, ear = time.monotonic(), status.Ear()
        while True:
            waiting.check()
            told = ear.hear(channel.read(SLICE_SECONDS))
            if ear.has_printed:
                return
            now = time.monotonic()
            if told:
                waiting.tell(told.trouble)
                if not told.can_print:
                    deadline = now + self._patience.confirmation
            if now > deadline:
                self._unconfirmed(channel, waiting)
                return
            if now - asked_at > self._patience.question:
                is_asked = is_asked or channel.write(last_word, SLICE_SECONDS) > 0
                channel.write(memoryview(status.ASK_ALL), SLICE_SECONDS)
                asked_at = now

    def _unconfirmed(self, channel: Channel, waiting: Waiting) -> None:
        """A printer that is well but never confirms does not know the question; one gone silent is lost."""
        if self._ask(channel, waiting) is None:
            raise ChannelLostError("the printer fell silent")
        _log.info("the printer answers DLE EOT but not GS r: its bytes count as printed once taken")
        self._confirms = False
