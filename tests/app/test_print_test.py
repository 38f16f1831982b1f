"""`pos-app doctor --print-test`: one page from the settings, and in words how it went."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
import zxingcpp

from pos_app.cli import main
from tests.printing.epson import PAPER_OUT, Epson

_STORE = '[store]\nname = "Toko Sinar Jaya"\n'


@pytest.fixture(autouse=True)
def same_umask() -> Iterator[None]:
    """A command narrows it for its whole process."""
    before = os.umask(0)
    os.umask(before)
    yield
    os.umask(before)


def tried(home: Path, printer: str) -> int:
    """The exit code with these lines in `[printer]`."""
    (home / "settings.toml").write_text(f"{_STORE}[printer]\n{printer}", encoding="utf-8")
    return main(["--home", str(home), "doctor", "--print-test"])


@pytest.mark.parametrize(("width_mm", "dots"), [(80, 576), (58, 384)])
def test_the_page_comes_out_at_the_paper_s_width(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], width_mm: int, dots: int
) -> None:
    with Epson() as epson:
        assert tried(tmp_path, f'kind = "network"\naddress = "{epson.address}"\nwidth_mm = {width_mm}') == 0
        (paper,) = epson.printer.papers
    assert paper.row_bytes * 8 == dots
    (bars,) = zxingcpp.read_barcodes(paper.picture().convert("L"))
    assert bars.text == "0123456789"
    assert "the test page is out" in capsys.readouterr().out


def test_a_printer_without_paper_is_said_and_nothing_comes_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Epson() as epson:
        epson.status = PAPER_OUT
        assert tried(tmp_path, f'kind = "network"\naddress = "{epson.address}"') == 1
        assert epson.papers == 0
    said = capsys.readouterr().out
    assert "is out of paper" in said
    assert "put in a new roll" in said


def test_a_printer_that_is_not_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        assert tried(tmp_path, f'kind = "network"\naddress = "127.0.0.1:{nobody.getsockname()[1]}"') == 1
    assert "does not answer" in capsys.readouterr().out


def test_a_logo_that_is_no_picture_is_said_of_a_page_that_came_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    logo = tmp_path / "logo.png"
    logo.write_text("no picture", encoding="utf-8")
    assert tried(tmp_path, f'kind = "pdf"\naddress = "{tmp_path}"\nlogo = "{logo}"') == 0
    assert (tmp_path / "test.pdf").read_bytes().startswith(b"%PDF")
    assert "logo.png is no picture that can be read. Choose a PNG or JPEG file." in capsys.readouterr().out
    assert "printing without the logo" in caplog.text


def test_settings_that_can_not_work_are_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert tried(tmp_path, f'kind = "file"\naddress = "{tmp_path}"') == 1
    assert "is no file or printer device" in capsys.readouterr().out


def test_without_a_printer_there_is_nothing_to_print(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert tried(tmp_path, 'kind = "none"') == 1
    assert "none is set" in capsys.readouterr().out
