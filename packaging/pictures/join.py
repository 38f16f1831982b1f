# ruff: noqa: INP001 - a script, in no package
"""Joins pictures of a tour, cashier left and customer right: `python join.py TOUR_FOLDER`."""

from __future__ import annotations

import sys
from pathlib import Path

from PIL import Image

STEPS = ("waiting", "paid")
WIDTH, GAP = 1600, 16


def joined(cashier: Path, customer: Path) -> Image.Image:
    """Both scaled to half of the width. Few colours and no dither: what is flat stays flat, and the file small."""
    width = (WIDTH - GAP) // 2
    halves = [_scaled(path, width) for path in (cashier, customer)]
    sheet = Image.new("RGB", (WIDTH, max(half.height for half in halves)), "white")
    for number, half in enumerate(halves):
        sheet.paste(half, (number * (width + GAP), 0))
    return sheet.quantize(256, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)


def _scaled(path: Path, width: int) -> Image.Image:
    with Image.open(path) as picture:
        height = round(picture.height * width / picture.width)
        return picture.convert("RGB").resize((width, height), Image.Resampling.LANCZOS)


def main() -> None:
    tour, here = Path(sys.argv[1]), Path(__file__).parent
    for step in STEPS:
        (cashier,) = tour.glob(f"??-{step}-cashier.png")
        (customer,) = tour.glob(f"??-{step}-customer.png")
        joined(cashier, customer).save(here / f"{step}.png", optimize=True)


if __name__ == "__main__":
    main()
