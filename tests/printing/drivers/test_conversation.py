from __future__ import annotations

import socket
import threading
import time
from contextlib import closing

import pytest

from pos_app.domain.printer import PrinterTrouble
from pos_app.domain.printer_address import NetworkAddress
from pos_app.printing.compose import compose
from pos_app.printing.drivers import BrokenOffError, HaltedError, NotPrintedError
from pos_app.printing.drivers.conversation import Conversation, Patience
from pos_app.printing.drivers.network import opener
from pos_app.printing.encode import paper_bytes
from pos_app.printing.status import ASK_ALL, ASK_WHETHER_PRINTED
from tests.printing.drivers.listening import Listening, why_it_can_not_be_asked
from tests.printing.epson import COVER_OPEN, PAPER_LOW, PAPER_OUT, WELL, Epson
from tests.printing.samples import NOW, RECEIPT, printer

PAPER = paper_bytes(compose(RECEIPT, printer(), NOW), printer())
HASTY = Patience(answer=0.3, question=0.1, stall_told=0.2, stall=0.8, confirmation=0.5)


def driver(epson: Epson) -> Conversation:
    return Conversation(opener(epson.network), HASTY)


@pytest.mark.parametrize(
    ("status", "trouble"),
    [
        (WELL, None),
        (PAPER_LOW, PrinterTrouble.PAPER_LOW),
        (PAPER_OUT, PrinterTrouble.OUT_OF_PAPER),
        (COVER_OPEN, PrinterTrouble.COVER_OPEN),
    ],
)
def test_a_look_prints_nothing(status: tuple[int, int, int], trouble: PrinterTrouble | None) -> None:
    with Epson() as epson:
        epson.status = status
        assert driver(epson).look(Listening().waiting) is trouble
        epson.wait_for_a_look()
        assert set(epson.received) <= {0x10, 0x04, 1, 2}


@pytest.mark.parametrize(
    ("reason", "trouble"),
    [(socket.EAI_NONAME, PrinterTrouble.WRONG_SETTING), (socket.EAI_AGAIN, PrinterTrouble.OFFLINE)],
)
def test_an_unknown_name_is_a_wrong_setting_and_no_name_server_is_not(
    monkeypatch: pytest.MonkeyPatch, reason: int, trouble: PrinterTrouble
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise socket.gaierror(reason, "no such name")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert why_it_can_not_be_asked(Conversation(opener(NetworkAddress("printer.invalid")), HASTY)) is trouble


def test_a_name_with_several_addresses_is_tried_at_each(monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(socket.socket()) as deaf, Epson() as epson:
        deaf.bind(("127.0.0.1", 0))
        known = [deaf.getsockname(), tuple(epson.network)]
        found = [(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP, "", one) for one in known]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
        reached = Conversation(opener(NetworkAddress("printer.local")), HASTY)
        assert reached.look(Listening().waiting) is None
        epson.wait_for_a_look()


def test_where_no_network_leads_nothing_is_opened() -> None:
    """The system refuses a broadcast at once, as it does every address while the cable is out."""
    with pytest.raises(NotPrintedError) as caught:
        opener(NetworkAddress("127.255.255.255"))(Listening().waiting)
    assert caught.value.trouble is PrinterTrouble.OFFLINE


def test_nobody_there_is_offline_and_nothing_was_sent() -> None:
    epson = Epson()
    assert why_it_can_not_be_asked(driver(epson)) is PrinterTrouble.OFFLINE
    with pytest.raises(NotPrintedError) as caught:
        driver(epson).deliver("x", PAPER, Listening().waiting)
    assert caught.value.trouble is PrinterTrouble.OFFLINE
    assert not isinstance(caught.value, BrokenOffError)
    with epson:
        pass


def test_a_stall_is_told_and_at_last_given_up_as_broken_off() -> None:
    with Epson() as epson:
        talk, heard = driver(epson), Listening()
        talk.look(heard.waiting)
        epson.wait_for_a_look()
        epson.answers = False
        talk.look(heard.waiting)  # now it is known to be silent
        epson.wait_for(lambda: epson.connections == 2 and not epson.is_busy)
        epson.reads = False
        with pytest.raises(BrokenOffError, match="no more bytes"):
            talk.deliver("x", PAPER * 4, heard.waiting)
        assert heard.troubles
        assert set(heard.troubles) == {PrinterTrouble.OFFLINE}


def test_a_printer_that_knows_no_gs_r_is_believed_after_one_long_wait() -> None:
    with Epson() as epson:
        epson.confirms = False
        talk = driver(epson)
        talk.deliver("x", PAPER, Listening().waiting)
        questions = epson.received.count(b"\x1dr\x01")
        talk.deliver("x", PAPER, Listening().waiting)
        epson.wait_for(lambda: epson.papers == 2)
        assert questions == epson.received.count(b"\x1dr\x01") == 1


class Full:
    """A channel to a printer whose buffer has no room for the question at first, as one on USB that still prints."""

    def __init__(self) -> None:
        self.refusals = 2
        self.asked = 0
        self._said = b""

    def write(self, data: memoryview, seconds: float) -> int:
        if data == ASK_WHETHER_PRINTED:
            if self.refusals:
                self.refusals -= 1
                return 0
            self.asked += 1
            self._said += b"\0"
        elif data == ASK_ALL:
            self._said += bytes(WELL)
        return len(data)

    def read(self, seconds: float) -> bytes:
        said, self._said = self._said, b""
        if not said:
            time.sleep(0.01)
        return said

    def is_drained(self, seconds: float) -> bool:
        return True

    def close(self) -> None:
        pass


def test_a_question_for_which_there_was_no_room_is_asked_again() -> None:
    channel = Full()
    talk = Conversation(lambda _: channel, HASTY)
    for _ in range(2):
        talk.deliver("x", PAPER, Listening().waiting)
    assert channel.asked == 2


def test_a_printer_that_falls_silent_before_its_last_word_broke_off() -> None:
    with Epson() as epson:
        epson.confirms = False
        epson.silent_after = len(PAPER)
        with pytest.raises(BrokenOffError, match="silent"):
            driver(epson).deliver("x", PAPER, Listening().waiting)


def test_a_printer_that_goes_whenever_it_has_everything_is_believed_the_second_time() -> None:
    """Or one receipt would come out again and again, until the roll ends."""
    with Epson() as epson:
        epson.hangs_up = True
        talk = driver(epson)
        with pytest.raises(BrokenOffError, match="closed the connection"):
            talk.deliver("x", PAPER, Listening().waiting)
        talk.deliver("x", PAPER, Listening().waiting)
        talk.deliver("y", PAPER, Listening().waiting)
        epson.wait_for(lambda: epson.papers == 3)


def test_a_printer_that_went_once_is_asked_for_its_last_word_again() -> None:
    with Epson() as epson:
        talk = driver(epson)
        for hangs_up in (True, False, True):
            epson.hangs_up = hangs_up
            if hangs_up:
                with pytest.raises(BrokenOffError, match="closed the connection"):
                    talk.deliver("x", PAPER, Listening().waiting)
            else:
                talk.deliver("x", PAPER, Listening().waiting)


def test_waiting_for_paper_ends_when_told_to_stop() -> None:
    with Epson() as epson:
        talk, heard = driver(epson), Listening()
        ended: list[BaseException] = []

        def deliver() -> None:
            try:
                talk.deliver("x", PAPER, heard.waiting)
            except BaseException as end:
                ended.append(end)

        epson.paper_out_after = 20_000
        worker = threading.Thread(target=deliver)
        worker.start()
        epson.wait_for(lambda: PrinterTrouble.OUT_OF_PAPER in heard.troubles)
        heard.halted.set()
        worker.join(2)
        assert isinstance(ended[0], HaltedError)
        assert epson.papers == 0
