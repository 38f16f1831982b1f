"""A text as the black and white modules of a QR symbol. No Qt here: any thread may build it before it is shown."""

from __future__ import annotations

from functools import lru_cache
from threading import Lock

QUIET_ZONE = 4
"""Modules of white that a reader needs on each side."""

Matrix = tuple[tuple[bool, ...], ...]
"""Square rows without the quiet zone, True is black."""


_USUAL_VERSIONS = range(7, 14)
"""Sizes of the symbols of QRIS texts: from 150 characters to 300."""

_building = Lock()


def prepare() -> None:
    """Work out what the usual symbols have in common, so that the first one is as quick as those after it."""
    from pos_app.ui.widgets.qr_mask import flips

    for version in _USUAL_VERSIONS:
        flips(version)


def matrix(text: str) -> Matrix:
    """The symbol for `text` at error correction M, its mask chosen by the standard's rules.

    Empty for an empty text, and for one that no symbol can hold (more than 2,331 bytes). Takes some 4 ms
    the first time a text is seen: whoever learns it off the GUI thread builds it there. Who comes
    meanwhile gets the one that is being built.
    """
    with _building:
        return built(text)


@lru_cache(maxsize=64)
def built(text: str) -> Matrix:
    """The same, for one thread at a time."""
    from qrcode import ERROR_CORRECT_M

    from pos_app.ui.widgets.qr_mask import Symbol

    if not text:
        return ()
    symbol = Symbol(error_correction=ERROR_CORRECT_M, border=0)
    symbol.add_data(text)
    try:
        symbol.make(fit=True)
    except ValueError:  # the library's word for a version above 40
        return ()
    return tuple(tuple(bool(module) for module in row) for row in symbol.modules)
