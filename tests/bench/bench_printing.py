"""How long paper takes: drawing it, sending it, and what that costs the thread that asks for it.

Ratios to work of the same kind on the same machine are the figures to compare; milliseconds are for people.
"""

from __future__ import annotations

import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles

from PIL import Image, ImageDraw

from pos_app.domain.printer_address import NetworkAddress
from pos_app.printing.compose import compose
from pos_app.printing.encode import paper_bytes
from pos_app.printing.faces import face
from pos_app.printing.lane import PrinterLane
from pos_app.printing.settings import NARROW, WIDE, PrinterSettings
from pos_app.printing.sheet import Weight
from tests.printing.epson import Epson
from tests.printing.samples import EFFECT, INDOMARET, NOW, long_receipt


def p95(samples: list[float]) -> float:
    return quantiles(samples, n=20, method="inclusive")[-1]


def timed(work: Callable[[], object], times: int) -> list[float]:
    """Milliseconds of each run."""
    samples = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        samples.append((time.perf_counter() - began) * 1000)
    return samples


def bare_letters() -> None:
    """The baseline: as many letters as a slip has, by Pillow alone."""
    picture = Image.new("L", (WIDE, 1200), 255)
    draw = ImageDraw.Draw(picture)
    for line in range(30):
        draw.text((16, 40 * line), "Bayar di kasir Indomaret", font=face(Weight.MEDIUM, 24), fill=0)
    picture.convert("1", dither=Image.Dither.NONE)


def slip(width: int) -> bytes:
    settings = PrinterSettings(address=NetworkAddress("127.0.0.1"), width_dots=width)
    return paper_bytes(compose(INDOMARET, settings, NOW), settings)


def send(document_lines: int, folder: Path) -> tuple[float, float]:
    """Milliseconds from the order until its last byte was read, and how long the order itself held its caller."""
    printed, looked = threading.Event(), threading.Event()
    with Epson() as epson:
        lane = PrinterLane(
            PrinterSettings(address=epson.network),
            on_not_drawn=lambda _: None,
            on_printed=lambda _: printed.set(),
            on_given_up=lambda _: None,
            on_trouble=lambda _: looked.set(),
            underway=folder / "underway",
            now=lambda: NOW,
        )
        lane.start()
        epson.wait_for_a_look()
        receipt = long_receipt(document_lines)
        began = time.perf_counter()
        lane.take(EFFECT, receipt)
        held = time.perf_counter() - began
        assert printed.wait(10)
        took = epson.last_byte_at - began
        lane.stop()
    return took * 1000, held * 1000


def main() -> None:
    first = timed(lambda: slip(WIDE), 1)[0]
    baseline = median(timed(bare_letters, 30))
    for width in (WIDE, NARROW):
        samples = timed(lambda width=width: slip(width), 100)  # type: ignore[misc]  # mypy infers no lambda with a default
        print(
            f"slip at {width} dots: p95 {p95(samples):.1f} ms, {p95(samples) / baseline:.2f} of bare letters"
        )
    print(f"the very first slip: {first:.1f} ms (bare letters {baseline:.1f} ms)")
    sent, held = [], []
    for _ in range(15):
        with tempfile.TemporaryDirectory() as folder:
            took, caller = send(40, Path(folder))
        sent.append(took)
        held.append(caller)
    print(f"receipt of 40 lines drawn and sent: median {median(sent):.1f} ms, longest {max(sent):.1f} ms")
    print(f"held the caller: longest {max(held):.2f} ms")


if __name__ == "__main__":
    main()
