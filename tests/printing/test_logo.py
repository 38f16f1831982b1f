from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from pos_app.domain.language import Language
from pos_app.domain.printer_address import FileAddress
from pos_app.printing.compose import compose
from pos_app.printing.encode import paper_bytes
from pos_app.printing.logo import load_logo
from pos_app.printing.preview import preview_png
from pos_app.printing.settings import NARROW, WIDE, PrinterSettings, SettingError
from tests.printing.interpreter import printed
from tests.printing.samples import NOW, RECEIPT


def with_logo(path: Path | None, width: int = WIDE) -> PrinterSettings:
    return PrinterSettings(address=FileAddress(Path("x")), width_dots=width, logo=path)


@pytest.mark.parametrize("mode", ["1", "L", "RGB", "RGBA", "P", "CMYK", "I;16", "LA"])
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_any_picture_becomes_black_and_white_and_bounded(tmp_path: Path, mode: str, width: int) -> None:
    path = tmp_path / "logo.tif"
    Image.new(mode, (1000, 700)).save(path)
    logo = load_logo(path, width)
    assert logo.mode == "1"
    assert logo.width <= width // 2
    assert logo.height <= width // 3


def test_grey_is_dithered_and_what_is_clear_stays_white(tmp_path: Path) -> None:
    grey = tmp_path / "grey.png"
    Image.new("L", (100, 100), 128).save(grey)
    black = load_logo(grey, WIDE).convert("L").histogram()[0]
    assert 0.4 < black / 10_000 < 0.6
    clear = tmp_path / "clear.png"
    Image.new("RGBA", (100, 100), (0, 0, 0, 0)).save(clear)
    assert load_logo(clear, WIDE).getextrema() == (255, 255)


def spoilt(folder: Path) -> dict[str, Path]:
    whole = folder / "whole.png"
    Image.effect_noise((200, 200), 90).save(whole)
    files = {
        "text": b"this is no picture",
        "empty": b"",
        "half": whole.read_bytes()[: whole.stat().st_size // 2],
        "huge": b"\0" * (21 * 1024 * 1024),
    }
    for name, content in files.items():
        (folder / f"{name}.png").write_bytes(content)
    return {name: folder / f"{name}.png" for name in files} | {
        "missing": folder / "none.png",
        "folder": folder,
    }


@pytest.mark.parametrize("kind", ["text", "empty", "half", "huge", "missing", "folder"])
def test_what_is_no_picture_is_said_in_both_languages(tmp_path: Path, kind: str) -> None:
    with pytest.raises(SettingError) as caught:
        load_logo(spoilt(tmp_path)[kind], WIDE)
    assert "Pilih" in caught.value.said(Language.INDONESIAN)
    assert "Choose" in caught.value.said(Language.ENGLISH)


def test_the_logo_stands_on_the_paper_and_on_its_preview(tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    Image.new("L", (80, 40), 0).save(path)
    plain = printed(paper_bytes(compose(RECEIPT, with_logo(None), NOW), with_logo(None))).papers[0].picture()
    paper = printed(paper_bytes(compose(RECEIPT, with_logo(path), NOW), with_logo(path))).papers[0].picture()
    assert paper.height == plain.height + 50
    assert paper.crop((248, 24, 328, 64)).getextrema() == (0, 0)
    shown = tmp_path / "preview.png"
    shown.write_bytes(preview_png(RECEIPT, with_logo(path), NOW))
    with Image.open(shown) as preview:
        assert preview.convert("1").tobytes() == paper.tobytes()


def test_a_logo_that_went_bad_does_not_hold_up_a_paper(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "gone.png"
    with_it = paper_bytes(compose(RECEIPT, with_logo(path), NOW), with_logo(path))
    assert with_it == paper_bytes(compose(RECEIPT, with_logo(None), NOW), with_logo(None))
    assert "without the logo" in caplog.text
