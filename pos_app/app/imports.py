"""Python's own import, taken back from Qt."""

from __future__ import annotations

import builtins


def import_without_qt() -> None:
    """Undo what PySide does to `import`, for the rest of the process; for modules that are imported from now on.

    To offer its methods under other names (`from __feature__ import snake_case`, which nothing here does) PySide
    puts a function of its own in the place of `__import__`. That one reads the source of every module that is
    imported later, looking for the word PySide6, and `linecache` keeps all of it: 20 MiB at the end of a start.
    """
    from PySide6 import QtCore  # noqa: F401  # puts it there

    vars(builtins)["__import__"] = vars(builtins).get("__orig_import__", builtins.__import__)
