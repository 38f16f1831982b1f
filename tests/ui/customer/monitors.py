"""Draws the QR face for odd monitors and reads it again; run by the tests at several pixel ratios.

python -m tests.ui.customer.monitors [production|practice|sandbox]

The ratio is Qt's own QT_SCALE_FACTOR. Prints one line of JSON a monitor: its size in device pixels, what
was read, the bands around it, the colours of the QR's place, and the module in device pixels.
"""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from pos_app.domain.environment import Environment
from pos_app.ui.customer.window import CustomerWindow
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.qr_view import QrView
from tests.ui import snapshots
from tests.ui.pixels import colours, decoded
from tests.ui.portraits_customer import METHODS, PictureClock

MONITORS = (
    *((1920, 1080), (1080, 1920), (800, 480), (1280, 1024), (1024, 600), (768, 1366), (3840, 2160)),
    *((1366, 768), (1280, 720), (1024, 768), (800, 600), (600, 1024), (1024, 1280), (2560, 1080)),
)


def _bands(image: QImage, middle: QPoint) -> int:
    """How many yellow bands lie in the column through the middle of the QR, besides the border."""
    yellow = [image.pixelColor(middle.x(), y).name() == "#facc15" for y in range(image.height())]
    rows = [y for y in range(1, len(yellow)) if yellow[y] and not yellow[y - 1]]
    border = round(image.height() * 0.03)
    return sum(1 for y in rows if border < y < image.height() - border)


def main(environment: Environment) -> None:
    app = QApplication(sys.argv[:1])
    theme = Theme()
    theme.apply(app)
    shop = snapshots.shop(environment)
    for width, height in MONITORS:
        window = CustomerWindow(shop, METHODS, PictureClock(), theme, reduce_motion=True)
        ratio = window.devicePixelRatioF()
        window.resize(round(width / ratio), round(height / ratio))
        window.show()
        window.show_counter(snapshots.waiting())
        view = window.findChildren(QrView)[0]
        image = window.grab().toImage()
        side = int(view.side * ratio) - 2
        middle = view.geometry().center()
        around = QRect(0, 0, side, side)
        around.moveCenter(middle * ratio)
        told = {
            "monitor": [width, height],
            "ratio": ratio,
            "read": decoded(image),
            "colours": len(colours(image.copy(around))),
            "bands": _bands(image, middle * ratio),
            "module": view.module,
            "modules": round(view.side * ratio / view.module) - 8 if view.module else 0,
        }
        print(json.dumps(told))
        window.close()


if __name__ == "__main__":
    main(Environment(sys.argv[1]))
