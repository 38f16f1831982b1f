"""Values that Qt itself finds by their names, for what is built before the first paint.

A name of `Qt`, `Qt.AlignmentFlag.AlignCenter` say, is dear when it is the first: PySide makes all 93 enums with their
1,200 names together, which takes a tenth of a start. The modules that are loaded before the first paint do without:
`tests/app/test_start.py` holds it.
"""

from __future__ import annotations

from PySide6.QtCore import QObject


def set_by_name(thing: QObject, **values: str) -> None:
    """`set_by_name(label, alignment="AlignRight|AlignTop")`; raise ValueError for what Qt does not know."""
    for name, value in values.items():
        if not thing.setProperty(name, value):
            raise ValueError(f"{type(thing).__name__} has no {name} {value}")
