"""People's names, short enough for a column."""

from __future__ import annotations

_MOST = 24
"""Letters: what every place that names somebody has room for."""


def short_name(name: str) -> str:
    """`Rani P.`"""
    first, _, rest = name.partition(" ")
    return f"{cut(first)} {rest[0]}." if rest else cut(first)


def cut(name: str) -> str:
    """The whole name, or as much of it as there is room for."""
    return name if len(name) <= _MOST else f"{name[: _MOST - 1]}…"
