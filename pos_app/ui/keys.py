"""Every key of the cashier window, by what it asks for. Which press that is, `presses` knows."""

from __future__ import annotations

from enum import Enum

from pos_app.domain.method import Method


class Action(Enum):
    """What a key asks for; the value is what its keycap says."""

    LANGUAGE = "F1"
    SEARCH = "F2"
    SWITCH_METHOD = "F3"
    RESUME = "F4"
    PAY_QR = "F5"
    PAY_ALFAMART = "F6"
    PAY_INDOMARET = "F7"
    PENDING = "F9"
    MANAGER = "F10"
    REPRINT = "F11"
    PRINT_TEST = "Shift+F11"
    LOCK = "F12"
    BACK = "Esc"
    MAIN = "Enter"
    REMOVE = "Del"
    MORE = "+"
    LESS = "−"
    UP = "↑"
    DOWN = "↓"
    PAGE_UP = "PgUp"
    PAGE_DOWN = "PgDn"
    ASIDE = "→"
    ASIDE_BACK = "←"
    FIRST = "1"
    SECOND = "2"
    THIRD = "3"
    FOURTH = "4"
    FIFTH = "5"


CHARGE_KEYS = {
    Method.GOPAY: Action.PAY_QR,
    Method.QRIS: Action.PAY_QR,
    Method.ALFAMART: Action.PAY_ALFAMART,
    Method.INDOMARET: Action.PAY_INDOMARET,
}
"""What charges by which method."""

DIGITS = (Action.FIRST, Action.SECOND, Action.THIRD, Action.FOURTH, Action.FIFTH)
"""Keys that choose by number; on a page with a text field they are text."""

TYPED_TOO = frozenset({Action.REMOVE, Action.MORE, Action.LESS, Action.ASIDE, Action.ASIDE_BACK, *DIGITS})
"""Keys that a text field wants as well: they act on the cart only while the field is empty."""

REPEATABLE = frozenset({Action.MORE, Action.LESS, Action.UP, Action.DOWN, Action.PAGE_UP, Action.PAGE_DOWN})
"""Keys that may be held down. Everything else happens once a press: a held F5 is one charge."""
