"""A text as the black and white modules of a QR symbol. No Qt here: any thread may build it before it is shown."""

from __future__ import annotations

from functools import lru_cache
from threading import Lock

QUIET_ZONE = 4
"""Modules of white that a reader needs on each side."""

Matrix = tuple[bytes, ...]
"""Square rows without the quiet zone, a byte a module: 1 is black, 0 is white."""


_USUAL_VERSIONS = range(7, 14)
"""Sizes of the symbols of QRIS texts: from 150 characters to 300."""

_MODULES = bytes.maketrans(b"01", b"\0\1")

_building = Lock()


def prepare() -> None:
    """Work out what the usual symbols have in common, so that the first one is as quick as those after it."""
    from pos_app.ui.widgets import qr_codewords
    from pos_app.ui.widgets.qr_blank import blank

    for version in _USUAL_VERSIONS:
        blank(version)
        qr_codewords.prepare(version)


def matrix(text: str) -> Matrix:
    """The symbol for `text` at error correction M, as `qrcode` makes it, its mask chosen by the standard's rules.

    Empty for an empty text, and for one that no symbol can hold (more than 2,331 bytes). Takes some 1 ms
    the first time a text is seen: whoever learns it off the GUI thread builds it there. Who comes
    meanwhile gets the one that is being built.
    """
    with _building:
        return built(text)


@lru_cache(maxsize=64)
def built(text: str) -> Matrix:
    """The same, for one thread at a time."""
    from pos_app.ui.widgets.qr_blank import blank
    from pos_app.ui.widgets.qr_codewords import codewords
    from pos_app.ui.widgets.qr_mask import best_mask

    encoded = codewords(text) if text else None
    if encoded is None:
        return ()
    version, data = encoded
    form = blank(version)
    side, length = form.side, form.side + 1
    field = bytearray(b"0" * side * length)
    for place, bit in zip(form.places, f"{int.from_bytes(data):0{8 * len(data)}b}".encode(), strict=True):
        field[place] = bit
    lines = int(field, 2)
    columns = int(b"".join(field[column::length] + b"0" for column in range(side)), 2)
    whole = lines ^ form.masks[best_mask(form, lines, columns)].whole
    modules = f"{whole:0{side * length}b}".encode().translate(_MODULES)
    return tuple(modules[at : at + side] for at in range(0, len(modules), length))
