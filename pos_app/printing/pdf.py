"""A slip as a PDF page of its own size: 203 dots to the inch."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

DOTS_PER_INCH = 203


def pdf_file(picture: Image) -> bytes:
    """One page that shows the picture of mode `1` dot by dot."""
    file = BytesIO()
    picture.save(file, "PDF", resolution=DOTS_PER_INCH, title="pos_app")
    return file.getvalue()
