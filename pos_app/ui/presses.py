"""What a press of a key means, in one table. Loaded with the first press, or in a pause before it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from pos_app.ui.keys import DIGITS, REPEATABLE, Action

_Key = Qt.Key
_FROM_NUMERIC_PAD = Qt.KeyboardModifier.KeypadModifier

_TABLE = {
    _Key.Key_F1: Action.LANGUAGE,
    _Key.Key_F2: Action.SEARCH,
    _Key.Key_F3: Action.SWITCH_METHOD,
    _Key.Key_F4: Action.RESUME,
    _Key.Key_F5: Action.PAY_QR,
    _Key.Key_F6: Action.PAY_ALFAMART,
    _Key.Key_F7: Action.PAY_INDOMARET,
    _Key.Key_F9: Action.PENDING,
    _Key.Key_F10: Action.MANAGER,
    _Key.Key_F11: Action.REPRINT,
    _Key.Key_F12: Action.LOCK,
    _Key.Key_Escape: Action.BACK,
    _Key.Key_Return: Action.MAIN,
    _Key.Key_Enter: Action.MAIN,
    _Key.Key_Delete: Action.REMOVE,
    _Key.Key_Plus: Action.MORE,
    _Key.Key_Minus: Action.LESS,
    _Key.Key_Up: Action.UP,
    _Key.Key_Down: Action.DOWN,
    _Key.Key_PageUp: Action.PAGE_UP,
    _Key.Key_PageDown: Action.PAGE_DOWN,
    _Key.Key_Right: Action.ASIDE,
    _Key.Key_Left: Action.ASIDE_BACK,
    _Key.Key_1: Action.FIRST,
    _Key.Key_2: Action.SECOND,
    _Key.Key_3: Action.THIRD,
    _Key.Key_4: Action.FOURTH,
    _Key.Key_5: Action.FIFTH,
}

_SHIFTED = {_Key.Key_F11: Action.PRINT_TEST}


def action_of(event: QKeyEvent) -> Action | None:
    """What a key press asks for; None for letters, for chords and for a held key that must not repeat."""
    chord = event.modifiers() & ~(_FROM_NUMERIC_PAD | Qt.KeyboardModifier.ShiftModifier)
    if chord != Qt.KeyboardModifier.NoModifier:
        return None
    shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
    key = _Key(event.key())
    action = _SHIFTED.get(key, _TABLE.get(key)) if shifted else _TABLE.get(key)
    return None if event.isAutoRepeat() and action not in REPEATABLE else action


def picked(event: QKeyEvent) -> int | None:
    """The row (from 0) that Alt with a digit from 2 to 9 points at; None for every other key."""
    if event.modifiers() & ~_FROM_NUMERIC_PAD != Qt.KeyboardModifier.AltModifier:
        return None
    digit = event.key() - _Key.Key_0
    return digit - 1 if 2 <= digit <= 9 else None


def chosen(event: QKeyEvent) -> int | None:
    """The choice (from 0) that Alt with a digit from 1 to 5 points at; None for every other key."""
    if event.modifiers() & ~_FROM_NUMERIC_PAD != Qt.KeyboardModifier.AltModifier:
        return None
    digit = event.key() - _Key.Key_0
    return digit - 1 if 1 <= digit <= len(DIGITS) else None


def is_chord(event: QKeyEvent) -> bool:
    """Whether the key is held with another and writes nothing."""
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return bool(event.modifiers() & held)


def takes_all_back(event: QKeyEvent) -> bool:
    """Whether a line without a selection is emptied: by what selects all of it elsewhere, or by Ctrl+Backspace."""
    is_held = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return is_held and event.key() in {_Key.Key_A, _Key.Key_Backspace}
