"""Reading our own pictures with somebody else's eyes."""

from __future__ import annotations

from PySide6.QtGui import QImage, QPixmap


def decoded(picture: QPixmap | QImage) -> list[str]:
    """The text of every QR in a picture, read by zxing-cpp."""
    image = picture.toImage() if isinstance(picture, QPixmap) else picture
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    width, height = grey.width(), grey.height()
    lines = grey.constBits()
    step = grey.bytesPerLine()
    packed = b"".join(bytes(lines[y * step : y * step + width]) for y in range(height))
    return _read(packed, width, height)


def decoded_greys(grey: bytes, side: int) -> list[str]:
    return _read(grey, side, side)


def colours(image: QImage) -> set[int]:
    """Every colour of a picture, as 0xAARRGGBB."""
    whole = image.convertToFormat(QImage.Format.Format_ARGB32)
    return set(memoryview(whole.constBits()).cast("I"))


def farthest(one: QImage, other: QImage) -> int:
    """The greatest difference of a colour between two pictures of one size, 0 to 255."""
    from PIL import Image, ImageChops

    seen = [
        Image.frombytes("RGBX", (whole.width(), whole.height()), bytes(whole.constBits()))
        for whole in (picture.convertToFormat(QImage.Format.Format_RGB32) for picture in (one, other))
    ]
    return max(ImageChops.difference(*seen).tobytes())


BLACK, WHITE = 0xFF000000, 0xFFFFFFFF


def _read(grey: bytes, width: int, height: int) -> list[str]:
    import zxingcpp

    view = memoryview(grey).cast("B", (height, width))
    found = zxingcpp.read_barcodes(view, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    return [barcode.text for barcode in found]
