"""The shop's picture, dithered to black and white dots."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pos_app.printing.settings import SettingError

if TYPE_CHECKING:
    from PIL.Image import Image

LARGEST_FILE = 20 * 1024 * 1024
LARGEST_SIDE = 12_000


def load_logo(path: Path, width_dots: int) -> Image:
    """The picture at most half as wide as the paper and a third of it high; raises SettingError."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        if path.stat().st_size > LARGEST_FILE:
            raise _too_large(path)
        with Image.open(path) as picture:
            if max(picture.size) > LARGEST_SIDE:
                raise _too_large(path)
            upright = ImageOps.exif_transpose(picture).convert("RGBA")
    except (UnidentifiedImageError, Image.DecompressionBombError, ValueError, SyntaxError) as error:
        if isinstance(error, SettingError):
            raise
        raise SettingError(
            indonesian=f"{path.name} bukan gambar yang bisa dibaca. Pilih berkas PNG atau JPEG.",
            english=f"{path.name} is no picture that can be read. Choose a PNG or JPEG file.",
        ) from error
    except OSError as error:
        raise SettingError(
            indonesian=f"Logo {path} tidak bisa dibuka atau rusak. Pilih berkas PNG atau JPEG yang lain.",
            english=f"The logo {path} can't be opened or is damaged. Choose another PNG or JPEG file.",
        ) from error
    on_white = Image.new("RGBA", upright.size, "white")
    on_white.alpha_composite(upright)
    grey = on_white.convert("L")
    bounds = (width_dots // 2, width_dots // 3)
    fitted = ImageOps.contain(grey, bounds) if grey.width > bounds[0] or grey.height > bounds[1] else grey
    return fitted.convert("1")


def _too_large(path: Path) -> SettingError:
    return SettingError(
        indonesian=f"Gambar {path.name} terlalu besar. Pilih gambar di bawah 20 MB dan {LARGEST_SIDE} piksel.",
        english=f"The picture {path.name} is too large. Choose one below 20 MB and {LARGEST_SIDE} pixels.",
    )
