from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from xml.etree import ElementTree as ET

import pos_app.ui
from pos_app.domain.language import Language
from pos_app.domain.resources import resources
from pos_app.ui.i18n import catalogue, tr

UI = Path(pos_app.ui.__file__).parent


def used() -> Iterator[tuple[str, str]]:
    """Every context and source text that is asked for anywhere in ui."""
    for file in sorted(UI.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr":
                context, source = node.args[0], node.args[1]
                assert isinstance(context, ast.Constant), (
                    f"{file.name}:{node.lineno}: a literal context, please"
                )
                assert isinstance(source, ast.Constant), f"{file.name}:{node.lineno}: a literal text, please"
                yield str(context.value), str(source.value)


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_every_text_has_a_finished_english_translation() -> None:
    missing = set(used()) - set(catalogue(Language.ENGLISH))
    assert not missing, f"add to resources/i18n/en.ts: {sorted(missing)}"


def test_no_translation_is_left_over() -> None:
    left_over = set(catalogue(Language.ENGLISH)) - set(used())
    assert not left_over, f"remove from resources/i18n/en.ts: {sorted(left_over)}"


def test_the_file_holds_nothing_that_is_not_asked_for() -> None:
    """Also what is unfinished, empty, or in a context that the catalogue would not show."""
    root = ET.parse(resources() / "i18n" / "en.ts").getroot()
    held = {
        (context.findtext("name"), message.findtext("source"))
        for context in root.iter("context")
        for message in context.iter("message")
    }
    assert held == set(used())
    assert {message.tag for context in root.iter("context") for message in context} == {"name", "message"}


def test_translations_fill_in_the_same_figures() -> None:
    for (context, source), english in catalogue(Language.ENGLISH).items():
        assert fields(english) == fields(source), (context, source)


def test_no_text_stands_twice_in_one_context() -> None:
    root = ET.parse(resources() / "i18n" / "en.ts").getroot()
    for context in root.iter("context"):
        sources = [message.findtext("source") for message in context.iter("message")]
        assert len(sources) == len(set(sources)), context.findtext("name")


def test_indonesian_is_the_source_and_needs_no_file() -> None:
    assert tr("cart", "Hapus", Language.INDONESIAN) == "Hapus"
    assert tr("cart", "Hapus", Language.ENGLISH) == "Remove"


def test_each_language_names_the_other() -> None:
    assert Language.INDONESIAN.other is Language.ENGLISH
    assert Language.ENGLISH.other is Language.INDONESIAN
