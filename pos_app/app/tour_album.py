"""What a tour leaves: pictures of both windows, the slip, and the timeline of every payment."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QPixmap
from PySide6.QtWidgets import QWidget

from pos_app.domain.effect import Effect, EffectKind
from pos_app.domain.printer_address import PdfAddress
from pos_app.domain.wib import WIB
from pos_app.printing.preview import preview_png
from pos_app.printing.settings import PrinterSettings
from pos_app.settings.faults import HomeError
from pos_app.till.messages import StoryShown
from pos_app.till.outbox import paper
from pos_app.till.shop import Shop
from pos_app.till.snapshot import Counter

_PAPER = PrinterSettings(address=PdfAddress(Path()))


def prepared(folder: Path) -> Path:
    """The folder, made where it was not. Raises HomeError where no picture can be kept in it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "timeline.txt").write_text("", encoding="utf-8")
    except OSError as error:
        raise HomeError(
            f"{folder} can't keep the tour's pictures: {error.strerror}; choose another folder"
        ) from error
    return folder


class Album:
    """Raises OSError where the disk takes no more."""

    def __init__(self, folder: Path, cashier: QWidget, customer: QWidget) -> None:
        self._folder = folder
        self._windows = {"cashier": cashier, "customer": customer}
        self._pictures = 0

    def photograph(self, name: str) -> None:
        """Both windows as they are now."""
        self._pictures += 1
        for who, window in self._windows.items():
            _save(_picture(window), self._folder / f"{self._pictures:02d}-{name}-{who}.png")

    def keep_slip(self, counter: Counter, shop: Shop) -> None:
        """The paper that goes with the payment code on the counter, dot by dot."""
        assert counter.payment is not None
        slip = paper(shop, counter.sale, counter.payment, Effect(counter.payment.order_id, EffectKind.SLIP))
        assert slip is not None
        path = self._folder / f"{self._pictures:02d}-slip.png"
        path.write_bytes(preview_png(slip, _PAPER, datetime.now(UTC)))

    def tell(self, stories: Sequence[StoryShown]) -> None:
        """Print the timelines, and keep them in `timeline.txt`."""
        text = "\n\n".join(_timeline(story) for story in stories)
        (self._folder / "timeline.txt").write_text(f"{text}\n", encoding="utf-8")
        sys.stdout.write(f"{text}\n\nGambar / pictures: {self._folder}\n")
        sys.stdout.flush()


def _picture(window: QWidget) -> QPixmap:
    """The pixels that an X screen really shows; elsewhere what the window draws of itself."""
    if QGuiApplication.platformName() == "xcb" and window.isVisible():
        return window.screen().grabWindow(window.winId())
    return window.grab()


def _save(picture: QPixmap, path: Path) -> None:
    if not picture.save(str(path)):
        raise OSError(f"{path} can't be written")


def _timeline(story: StoryShown) -> str:
    """One line for each piece of evidence: when, what, and where the payment stood after it."""
    lines = [story.order_id]
    for step in story.steps:
        at = step.at.astimezone(WIB)
        clock = f"{at:%H.%M.%S}.{at.microsecond // 1000:03d}"
        lines.append(f"  {clock}  {type(step.fact).__name__:<12} {step.state.value}")
    return "\n".join(lines)
