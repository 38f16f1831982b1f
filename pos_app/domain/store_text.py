"""What a shop wants on the paper of Alfamart or Indomaret, with places for what differs from sale to sale."""

from __future__ import annotations

import re

PLACES = ("{store}", "{till}", "{sale}")
"""The shop's name, its till and the sale's number: `0218`."""

LONGEST_MESSAGE = 20
LONGEST_FREE_TEXT = 40
"""Characters of the store's paper (wire-facts 3.4)."""

_PLACE = r"\{[^{}]*\}"


def fixed_part(text: str) -> str:
    """What is the same for every sale."""
    return re.sub(_PLACE, "", text)


def unknown_places(text: str) -> tuple[str, ...]:
    """What stands in braces and means nothing."""
    return tuple(place for place in re.findall(_PLACE, text) if place not in PLACES)


def filled(text: str, *, store: str, till: str, sale: str) -> str:
    """The text of one sale; it may have become longer than the store's paper is wide."""
    values = dict(zip(PLACES, (store, till, sale), strict=True))
    return re.sub(_PLACE, lambda place: values.get(place[0], place[0]), text)
