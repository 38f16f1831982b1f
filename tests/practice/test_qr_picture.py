from __future__ import annotations

from io import BytesIO

import zxingcpp
from PIL import Image

from pos_app.practice.account import Account
from pos_app.practice.emv import qris_text
from pos_app.practice.qr_picture import framed_qr_png, qr_png, qr_svg

_ACCOUNT = Account(merchant_name="TOKO SINAR JAYA")
_TEXT = qris_text(_ACCOUNT, 210_900, "c032f87c-f773-4619-aefa-675e1f06f921")


def _decoded(png: bytes) -> list[str]:
    with Image.open(BytesIO(png)) as picture:
        assert picture.format == "PNG"
        return [code.text for code in zxingcpp.read_barcodes(picture)]


def test_both_pictures_decode_to_the_text() -> None:
    assert _decoded(qr_png(_TEXT)) == [_TEXT]
    assert _decoded(framed_qr_png(_TEXT, _ACCOUNT)) == [_TEXT]


def test_the_frame_adds_room_above_and_below() -> None:
    with (
        Image.open(BytesIO(qr_png(_TEXT))) as plain,
        Image.open(BytesIO(framed_qr_png(_TEXT, _ACCOUNT))) as framed,
    ):
        assert framed.width == plain.width
        assert framed.height > plain.height


def test_the_drawing_has_as_many_dark_squares_as_the_picture() -> None:
    with Image.open(BytesIO(qr_png(_TEXT))) as picture:
        dark = picture.convert("L").histogram()[0] // 100
    assert qr_svg(_TEXT).count("h1v1h-1z") == dark
