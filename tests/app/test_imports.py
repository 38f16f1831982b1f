"""PySide's look into every source is taken back, and nothing else of what it does to `import`.

Each case is a process of its own: there is one `import` in each.
"""

from __future__ import annotations

import subprocess
import sys

import pytest

_LATER = """
import builtins, linecache
{before}
import colorsys
print(colorsys.__file__ in linecache.cache)
{after}
"""


def told(before: str, after: str = "") -> list[str]:
    """What a process prints: whether the source of a module was kept that it imported after `before`."""
    program = _LATER.format(before=before, after=after)
    ran = subprocess.run((sys.executable, "-c", program), capture_output=True, text=True, check=True)
    return ran.stdout.split()


_UNDONE = "from pos_app.app.imports import import_without_features; import_without_features()"


def test_there_is_still_something_to_undo() -> None:
    assert told("from PySide6 import QtCore") == ["True"]


@pytest.mark.parametrize("before", [_UNDONE, f"{_UNDONE}; import_without_features()"], ids=["once", "twice"])
def test_no_later_source_is_read(before: str) -> None:
    assert told(before) == ["False"]


def test_a_module_of_qt_that_comes_later_brings_its_classes() -> None:
    lazily = (
        "from PySide6.QtSvg import QSvgRenderer; from PySide6.QtWidgets import QLabel; print(QLabel.__name__)"
    )
    assert told(_UNDONE, lazily) == ["False", "QLabel"]


def test_what_pyside_stood_over_stays() -> None:
    same = "print(builtins.__import__ is builtins.__orig_import__)"
    assert told(_UNDONE, same) == ["False", "True"]


def test_where_pyside_did_nothing_nothing_is_undone() -> None:
    """As in a version that has no such look any more."""
    another = (
        "import sys, types; sys.modules['PySide6'] = types.ModuleType('PySide6')\n"
        "sys.modules['PySide6.QtCore'] = sys.modules['PySide6'].QtCore = types.ModuleType('PySide6.QtCore')\n"
        f"ours = builtins.__import__\n{_UNDONE}"
    )
    assert told(another, "print(builtins.__import__ is ours)") == ["False", "True"]
