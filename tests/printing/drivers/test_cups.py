"""A real CUPS with a raw queue, started by the test in a folder of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from pos_app.domain.printer import PrinterTrouble
from pos_app.printing.compose import compose
from pos_app.printing.drivers import BrokenOffError, NotPrintedError
from pos_app.printing.drivers.cups import CupsQueue, _trouble
from pos_app.printing.encode import paper_bytes
from tests.printing.drivers.listening import Listening, why_it_can_not_be_asked
from tests.printing.epson import Epson
from tests.printing.samples import NOW, RECEIPT, printer

CUPSD = shutil.which("cupsd", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
LPADMIN = shutil.which("lpadmin", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
needs_cups = pytest.mark.skipif(not CUPSD or not LPADMIN, reason="cups and cups-client are not installed")


@pytest.fixture(scope="module")
def cups() -> Iterator[Path]:
    """cupsd on a socket of its own; `CUPS_SERVER` points every client there."""
    assert CUPSD
    home = Path(
        tempfile.mkdtemp(prefix="pos-app-cups-")
    )  # its backends run as `lp`, whom pytest's folders shut out
    socket = home / "cups.sock"
    for folder in ("root", "spool", "spool/tmp", "cache", "state"):
        (home / folder).mkdir()
    home.chmod(0o755)
    user = "root" if os.getuid() == 0 else ""
    (home / "cups-files.conf").write_text(
        f"ServerRoot {home}/root\nRequestRoot {home}/spool\nTempDir {home}/spool/tmp\nCacheDir {home}/cache\n"
        f"StateDir {home}/state\nErrorLog {home}/error_log\nAccessLog {home}/access_log\nPageLog {home}/page_log\n"
        f"SystemGroup root\n" + ("User lp\nGroup lp\n" if user else ""),
        encoding="ascii",
    )
    (home / "cupsd.conf").write_text(
        f"LogLevel info\nListen {socket}\nBrowsing Off\nDefaultAuthType None\nWebInterface No\n"
        "<Location />\nOrder allow,deny\nAllow all\n</Location>\n"
        "<Policy default>\n<Limit All>\nOrder allow,deny\nAllow all\n</Limit>\n</Policy>\n",
        encoding="ascii",
    )
    command = [CUPSD, "-f", "-c", str(home / "cupsd.conf"), "-s", str(home / "cups-files.conf")]
    daemon = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    before = os.environ.get("CUPS_SERVER")
    os.environ["CUPS_SERVER"] = str(socket)
    try:
        deadline = time.monotonic() + 15
        while not socket.exists():
            assert daemon.poll() is None and time.monotonic() < deadline, (home / "error_log").read_text()
            time.sleep(0.02)
        yield home
    finally:
        daemon.terminate()
        daemon.wait(10)
        shutil.rmtree(home)
        if before is None:
            del os.environ["CUPS_SERVER"]
        else:
            os.environ["CUPS_SERVER"] = before


def add_queue(name: str, uri: str) -> None:
    assert LPADMIN
    done = subprocess.run(
        [LPADMIN, "-p", name, "-E", "-v", uri, "-m", "raw"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@needs_cups
def test_a_raw_queue_passes_the_bytes_on_as_they_are(cups: Path) -> None:
    paper = paper_bytes(compose(RECEIPT, printer(), NOW), printer())
    with Epson() as epson:
        epson.answers = False
        add_queue("KASIR", f"socket://{epson.address}")
        queue = CupsQueue("KASIR")
        assert queue.look(Listening().waiting) is None
        queue.deliver("TSJ-1-receipt-0", paper, Listening().waiting)
        epson.wait_for(lambda: epson.papers == 1, 20)
        assert epson.received == paper


@needs_cups
def test_a_stopped_queue_is_offline_and_an_unknown_one_a_wrong_setting(cups: Path) -> None:
    add_queue("STOPPED", "socket://127.0.0.1:9")
    subprocess.run(["/usr/sbin/cupsdisable", "STOPPED"], check=True)
    assert CupsQueue("STOPPED").look(Listening().waiting) is PrinterTrouble.OFFLINE
    assert why_it_can_not_be_asked(CupsQueue("NOBODY")) is PrinterTrouble.WRONG_SETTING
    with pytest.raises(NotPrintedError) as caught:
        CupsQueue("NOBODY").deliver("x", b"paper", Listening().waiting)
    assert caught.value.trouble is PrinterTrouble.WRONG_SETTING


@needs_cups
def test_no_cups_at_all_is_offline(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nobody.sock"))
    assert why_it_can_not_be_asked(CupsQueue("KASIR")) is PrinterTrouble.OFFLINE


def test_no_client_is_a_wrong_setting(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert why_it_can_not_be_asked(CupsQueue("KASIR")) is PrinterTrouble.WRONG_SETTING


def play(monkeypatch: pytest.MonkeyPatch, folder: Path, **programs: str) -> None:
    """Shell scripts in the place of CUPS's clients."""
    for name, program in programs.items():
        (folder / name).write_text(f"#!/bin/sh\n{program}\n")
        (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


@pytest.mark.parametrize(
    ("lpstat", "lp", "kind"),
    [("exec sleep 60", "", NotPrintedError), ("echo idle", "exec sleep 60", BrokenOffError)],
    ids=["lpstat", "lp"],
)
def test_only_a_client_that_has_the_paper_leaves_its_end_unknown(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, lpstat: str, lp: str, kind: type[NotPrintedError]
) -> None:
    play(monkeypatch, tmp_path, lpstat=lpstat, lp=lp)
    monkeypatch.setattr("pos_app.printing.drivers.cups._LP_SECONDS", 0.5)
    with pytest.raises(NotPrintedError) as caught:
        CupsQueue("K").deliver("x", b"paper", Listening().waiting)
    assert (type(caught.value), caught.value.trouble) == (kind, PrinterTrouble.OFFLINE)


def test_a_roll_that_comes_to_its_end_still_takes_papers(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    play(monkeypatch, tmp_path, lpstat="echo 'printer K is idle. media-low-warning'", lp="cat >$0.got")
    heard = Listening()
    CupsQueue("K").deliver("x", b"paper", heard.waiting)
    assert (tmp_path / "lp.got").read_bytes() == b"paper"
    assert heard.troubles == [PrinterTrouble.PAPER_LOW]


@pytest.mark.parametrize(
    ("said", "trouble"),
    [
        ("printer K is idle.  enabled since Fri", None),
        ("printer K now printing K-1.\n\tmedia-empty-error", PrinterTrouble.OUT_OF_PAPER),
        ("printer K is idle.\n\tCover open.", PrinterTrouble.COVER_OPEN),
        ("printer K disabled since Fri -\n\tPaused", PrinterTrouble.OFFLINE),
        ("printer K is idle.\n\tmedia-low-warning", PrinterTrouble.PAPER_LOW),
    ],
)
def test_the_words_of_lpstat_are_understood(said: str, trouble: PrinterTrouble | None) -> None:
    assert _trouble(said) is trouble
