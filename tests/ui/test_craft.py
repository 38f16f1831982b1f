"""Rules of the room that no type checker knows."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import pos_app.ui

UI = Path(pos_app.ui.__file__).parent
FILES = sorted(UI.rglob("*.py"))
SPEAKING = {"setText", "setPlaceholderText", "setToolTip", "setAccessibleName", "setAccessibleDescription"}
COUNTED = {"chosen", "line_picked", "change_wanted"}
"""The signals that may carry an int: rows and pieces. Money never does, an int of Qt has 32 bits."""


def calls(file: Path) -> Iterator[tuple[ast.Call, str]]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute):
                yield node, node.func.attr
            elif isinstance(node.func, ast.Name):
                yield node, node.func.id


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(UI).as_posix())
def test_nothing_waits_and_nothing_styles_itself(file: Path) -> None:
    for node, name in calls(file):
        where = f"{file.name}:{node.lineno}"
        assert name not in {"processEvents", "sleep", "exec"}, where
        assert name != "setStyleSheet" or file.name == "theme.py", where


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(UI).as_posix())
def test_every_word_on_a_widget_is_translated(file: Path) -> None:
    for node, name in calls(file):
        for said in node.args if name in SPEAKING else []:
            words = said.value if isinstance(said, ast.Constant) else ""
            assert not any(letter.isalpha() for letter in str(words)) or words == "WIB", (
                f"{file.name}:{node.lineno}: {words!r}"
            )


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(UI).as_posix())
def test_money_never_rides_in_a_signal_of_32_bits(file: Path) -> None:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
            call, target = node.value, node.targets[0]
            is_signal = isinstance(call.func, ast.Name) and call.func.id == "Signal"
            carries_int = any(isinstance(one, ast.Name) and one.id == "int" for one in call.args)
            if is_signal and carries_int:
                assert isinstance(target, ast.Name)
                assert target.id in COUNTED, f"{file.name}:{node.lineno}"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(UI).as_posix())
def test_no_spin_box_holds_a_price(file: Path) -> None:
    assert "SpinBox" not in file.read_text(encoding="utf-8")
