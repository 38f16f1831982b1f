from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from struct import pack
from zlib import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageOps

from pos_app.midtrans import picture
from tests.midtrans.pictures import as_png, drawn, png
from tests.midtrans.test_qris import TEST_MERCHANT


def test_a_plain_picture() -> None:
    assert picture.decode(png(TEST_MERCHANT)) == TEST_MERCHANT


@pytest.mark.parametrize("module", [2, 3, 8])
def test_without_a_quiet_zone(module: int) -> None:
    assert picture.decode(as_png(drawn(TEST_MERCHANT, border=0, module=module))) == TEST_MERCHANT


def test_on_a_transparent_ground() -> None:
    clear = drawn(TEST_MERCHANT, border=0, colours=("black", "#ffffff00"))
    assert picture.decode(as_png(clear)) == TEST_MERCHANT
    assert picture.decode(as_png(clear.convert("LA"))) == TEST_MERCHANT
    assert picture.decode(as_png(clear.convert("P"))) == TEST_MERCHANT


def test_in_few_colours() -> None:
    for mode in ("1", "L", "P", "RGB"):
        assert picture.decode(as_png(drawn(TEST_MERCHANT).convert(mode))) == TEST_MERCHANT


def test_as_jpeg() -> None:
    file = BytesIO()
    drawn(TEST_MERCHANT).convert("RGB").save(file, "JPEG", quality=60)
    assert picture.decode(file.getvalue()) == TEST_MERCHANT


def test_in_a_frame() -> None:
    code = drawn(TEST_MERCHANT)
    framed = Image.new("RGBA", (code.width + 120, code.height + 300), "#e0f0ff")
    framed.paste(code, (60, 200))
    assert picture.decode(as_png(framed)) == TEST_MERCHANT


@pytest.mark.parametrize(
    "change",
    [
        lambda code: ImageOps.invert(code.convert("L")),
        lambda code: code.convert("L").rotate(30, expand=True, fillcolor=255),
        lambda code: code.convert("L").resize((3_000, 3_000), Image.Resampling.NEAREST),
    ],
    ids=["white on black", "at an angle", "very large"],
)
def test_as_no_gateway_draws_it(change: Callable[[Image.Image], Image.Image]) -> None:
    assert picture.decode(as_png(change(drawn(TEST_MERCHANT)))) == TEST_MERCHANT


def test_two_codes_are_one_too_many() -> None:
    one, other = drawn("satu"), drawn("dua")
    both = Image.new("RGBA", (one.width + other.width, max(one.height, other.height)), "white")
    both.paste(one, (0, 0))
    both.paste(other, (one.width, 0))
    with pytest.raises(picture.PictureError, match="2 QR codes"):
        picture.decode(as_png(both))


def test_no_code_at_all() -> None:
    with pytest.raises(picture.PictureError, match="0 QR codes"):
        picture.decode(as_png(Image.new("RGB", (200, 200), "white")))


@pytest.mark.parametrize("size", [(4_097, 1), (1, 60_000), (12_000, 12_000), (30_000, 30_000)])
def test_a_monstrous_picture_is_not_unpacked(size: tuple[int, int]) -> None:
    header = b"IHDR" + pack(">IIBBBBB", *size, 8, 0, 0, 0, 0)
    monster = b"\x89PNG\r\n\x1a\n" + pack(">I", 13) + header + pack(">I", crc32(header))
    monster += pack(">I", 0) + b"IDAT" + pack(">I", crc32(b"IDAT"))
    with pytest.raises(picture.PictureError):
        picture.decode(monster)


@pytest.mark.parametrize("data", [b"", b"<html>", b"\x89PNG\r\n\x1a\n", b"GIF89a" + b"\0" * 40])
def test_what_is_no_picture(data: bytes) -> None:
    with pytest.raises(picture.PictureError):
        picture.decode(data)


SOUND = png("salam")


@settings(max_examples=60)
@given(st.integers(0, len(SOUND) - 1), st.binary(min_size=1, max_size=8), st.integers(0, len(SOUND)))
def test_a_damaged_picture_has_one_error(place: int, damage: bytes, length: int) -> None:
    for data in (SOUND[:place] + damage + SOUND[place + len(damage) :], SOUND[:length]):
        try:
            picture.decode(data)
        except picture.PictureError:
            continue


def test_loading_ahead_is_harmless() -> None:
    picture.load()
    assert picture.decode(SOUND) == "salam"
