"""QR pictures as the gateway serves them: a plain one, and one in the frame of the national standard."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from pos_app.practice.account import Account

if TYPE_CHECKING:
    from PIL import Image

_MODULE_PX = 10
_QUIET_MODULES = 4
_FRAME_PX = 90


def qr_png(text: str) -> bytes:
    """A PNG of `text`, black on white, ten pixels a module with the four-module quiet zone."""
    return _png(_picture(text))


def framed_qr_png(text: str, account: Account) -> bytes:
    """The same with the merchant's name above and its national id below."""
    from PIL import Image, ImageDraw, ImageFont

    code = _picture(text)
    framed = Image.new("L", (code.width, code.height + 2 * _FRAME_PX), 255)
    framed.paste(code, (0, _FRAME_PX))
    draw = ImageDraw.Draw(framed)
    font = ImageFont.load_default(28)
    lines = (
        (account.merchant_name, _FRAME_PX // 2),
        (f"NMID : {account.nmid}", code.height + _FRAME_PX * 3 // 2),
    )
    for line, middle in lines:
        draw.text((code.width // 2, middle), line, fill=0, font=font, anchor="mm")
    return _png(framed)


def qr_svg(text: str) -> str:
    """The same code as an SVG drawing of unit squares, for a page that scales it."""
    matrix = _matrix(text)
    side = len(matrix)
    dark = "".join(
        f"M{x} {y}h1v1h-1z" for y, row in enumerate(matrix) for x, is_dark in enumerate(row) if is_dark
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{side}v{side}H0z"/><path d="{dark}"/></svg>'
    )


def _matrix(text: str) -> list[list[bool]]:
    """The modules with their quiet zone, True where dark."""
    import qrcode

    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=_QUIET_MODULES)
    code.add_data(text)
    return [[bool(dark) for dark in row] for row in code.get_matrix()]


def _picture(text: str) -> Image.Image:
    from PIL import Image

    matrix = _matrix(text)
    side = len(matrix)
    picture = Image.new("L", (side, side))
    picture.putdata([0 if dark else 255 for row in matrix for dark in row])
    return picture.resize((side * _MODULE_PX, side * _MODULE_PX), Image.Resampling.NEAREST)


def _png(picture: Image.Image) -> bytes:
    held = BytesIO()
    picture.save(held, "PNG", optimize=True)
    return held.getvalue()
