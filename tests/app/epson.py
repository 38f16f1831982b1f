"""Papers of the running till, read as a customer and a store's scanner read them."""

from __future__ import annotations

import zxingcpp

from tests.printing.interpreter import Paper

__all__ = ["bars", "digits", "printer_settings"]


def printer_settings(address: str, *, width_mm: int = 80, text: bool = False, extra: str = "") -> str:
    return (
        f'[printer]\nkind = "network"\naddress = "{address}"\nwidth_mm = {width_mm}\n'
        f"text = {str(text).lower()}\n{extra}\n"
    )


def bars(paper: Paper) -> list[str]:
    """What a scanner reads from the picture."""
    return [found.text for found in zxingcpp.read_barcodes(paper.picture().convert("L"))]


def digits(paper: Paper) -> str:
    """All digits of the letters, in order: a code that is grouped for the eye is one again."""
    return "".join(sign for sign in paper.text if sign.isdecimal())
