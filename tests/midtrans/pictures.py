"""QR pictures to be decoded, as a gateway would send them."""

from __future__ import annotations

from io import BytesIO

import qrcode
from PIL import Image


def drawn(
    text: str, *, border: int = 4, module: int = 6, colours: tuple[str, str] = ("black", "white")
) -> Image.Image:
    code = qrcode.QRCode(border=border, box_size=module)
    code.add_data(text)
    matrix = code.get_matrix()
    side = len(matrix)
    dark, light = colours
    picture = Image.new("RGBA", (side, side), light)
    for row, modules in enumerate(matrix):
        for column, is_dark in enumerate(modules):
            if is_dark:
                picture.putpixel((column, row), Image.new("RGBA", (1, 1), dark).getpixel((0, 0)) or 0)
    return picture.resize((side * module, side * module), Image.Resampling.NEAREST)


def as_png(picture: Image.Image) -> bytes:
    file = BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


def png(text: str) -> bytes:
    return as_png(drawn(text))
