"""People's names, short enough for a column."""

from __future__ import annotations


def short_name(name: str) -> str:
    """`Rani P.`"""
    first, _, rest = name.partition(" ")
    return f"{first} {rest[0]}." if rest else first
