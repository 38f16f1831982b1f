"""The text of a QR that came as a picture. Pillow and zxing-cpp are loaded when the first one comes."""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

LARGEST_SIDE = 4_096
"""Pixels; a gateway's QR has a few hundred."""

_QUIET = 10  # a quiet zone of a tenth of the side, should the picture have none
_BLANK = 64


class PictureError(ValueError):
    """The picture shows no QR, several, or is none that can be read."""


def load() -> None:
    """Import the decoder and try it on a blank sheet, so that the first picture need not wait for it."""
    from PIL import Image

    for module in ("PIL.PngImagePlugin", "PIL.JpegImagePlugin"):
        import_module(module)
    blank = BytesIO()
    Image.new("L", (_BLANK, _BLANK), "white").save(blank, "PNG")
    with suppress(PictureError):
        decode(blank.getvalue())


def decode(picture: bytes) -> str:
    """The text of the one QR in a PNG or JPEG. Raises PictureError."""
    try:
        flat = _on_white(picture)
    except Exception as error:  # Pillow raises many kinds of errors over bytes it doesn't expect
        raise PictureError("not a picture that can be read") from error
    texts = _texts(flat, is_thorough=False) or _texts(flat, is_thorough=True)
    if len(texts) != 1:
        raise PictureError(f"{len(texts)} QR codes in the picture")
    return texts.pop()


def _texts(flat: Image, *, is_thorough: bool) -> set[str]:
    """White on black, sideways and far too large is what no gateway draws: looking for it takes the longer half."""
    import zxingcpp

    found = zxingcpp.read_barcodes(
        flat,
        formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode),
        text_mode=zxingcpp.TextMode.Plain,
        try_rotate=is_thorough,
        try_downscale=is_thorough,
        try_invert=is_thorough,
    )
    return {code.text for code in found if code.valid}


def _on_white(picture: bytes) -> Image:
    """The picture in grey, on white paper with a margin: some are transparent, some cut to the edge."""
    from PIL import Image

    with Image.open(BytesIO(picture), formats=("PNG", "JPEG")) as opened:
        if max(opened.size) > LARGEST_SIDE:
            raise PictureError(f"{opened.width} by {opened.height} pixels are too many")
        image = opened.convert("RGBA" if opened.has_transparency_data else "L")
    margin = max(image.size) // _QUIET + 1
    paper = Image.new("L", (image.width + 2 * margin, image.height + 2 * margin), "white")
    clear = image.getchannel("A") if image.mode == "RGBA" else None
    paper.paste(image.convert("L"), (margin, margin), clear)
    return paper
