"""`import` without PySide's look into every source."""

from __future__ import annotations

import builtins


def import_without_features() -> None:
    """Undo one thing that PySide does to `import`, for the rest of the process and for what is imported from now on.

    To offer its methods under other names (`from __feature__ import snake_case`, which nothing here does) PySide
    puts a function of its own over `__import__`. That one reads the source of every module that is imported
    later, looking for the word PySide6, and `linecache` keeps all of it: 20 MiB at the end of a start. What it
    stood over, PySide's own import of classes that are made when they are needed first, stays.
    """
    from PySide6 import QtCore  # noqa: F401  # puts it there

    vars(builtins)["__import__"] = vars(builtins).get("__orig_import__", builtins.__import__)
