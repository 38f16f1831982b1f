"""Letters: the bundled Inter, another font for what Inter lacks, and a readable stand-in for what none has."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from itertools import dropwhile, groupby

from PIL import ImageFont

from pos_app.domain.resources import resources
from pos_app.printing.sheet import Weight

Font = ImageFont.FreeTypeFont

_NOWHERE = "\U0010ffff"  # a non-character: every font draws its box for the unknown here

_FALLBACKS = (
    "NotoSansCJK-Bold.ttc",
    "NotoSansCJK-Regular.ttc",
    "NotoSansArabic-Bold.ttf",
    "NotoSansArabic-Regular.ttf",
    "NotoSansThai-Regular.ttf",
    "NotoSansDevanagari-Regular.ttf",
    "NotoSansTamil-Regular.ttf",
    "NotoSansJavanese-Regular.ttf",
    "DroidSansFallbackFull.ttf",
    "DejaVuSans-Bold.ttf",
    "DejaVuSans.ttf",
    "msyh.ttc",  # Microsoft YaHei
    "segoeui.ttf",
    "LeelawUI.ttf",
    "Nirmala.ttf",
    "arialuni.ttf",
    "arial.ttf",
    "PingFang.ttc",
    "Arial Unicode.ttf",
)
"""Looked for by name where the operating system keeps its fonts, in this order."""


def clean(text: str) -> str:
    """One line of what can be printed: no control or direction characters, no runs of white, no accent on nothing."""
    kept = (" " if _breaks(character) else character for character in text if not _is_invisible(character))
    words = (_without_lone_marks(word) for word in "".join(kept).split(" "))
    return " ".join(word for word in words if word).strip()


def _without_lone_marks(word: str) -> str:
    """A mark with no letter under it would be drawn to the left of where the word begins."""
    return "".join(dropwhile(lambda character: character == "\u00a0" or is_mark(character), word))


def is_mark(character: str) -> bool:
    """Whether it belongs to the letter before it."""
    return unicodedata.category(character).startswith("M")


def _breaks(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Zl", "Zp", "Zs") and character != "\u00a0"


def _is_invisible(character: str) -> bool:
    return unicodedata.category(character) == "Cf"


@cache
def face(weight: Weight, size: int) -> Font:
    return ImageFont.truetype(resources() / "fonts" / f"Inter-{weight.value}.otf", size)


@lru_cache(maxsize=4096)
def runs(text: str, weight: Weight, size: int) -> tuple[tuple[Font, str], ...]:
    """The text in stretches of one font each."""
    inter = face(weight, size)
    if text.isascii():
        return ((inter, text),)
    lettered = [_lettered(character, weight, size) for character in text]
    stretches = groupby(lettered, key=lambda pair: pair[0])
    return tuple((font, "".join(letter for _, letter in group)) for font, group in stretches)


@lru_cache(maxsize=8192)
def _lettered(character: str, weight: Weight, size: int) -> tuple[Font, str]:
    """The font that has a character and the character, or Inter and what stands in for it."""
    inter = face(weight, size)
    if _has(inter, character):
        return inter, character
    for path in _installed_fallbacks():
        font = _fallback_face(path, size)
        if _has(font, character):
            return font, character
    return inter, stand_in(character)


def stand_in(character: str) -> str:
    """Plain letters for a character that can't be shown: `ﬁ` as `fi`, `é` as `e`, or else a question mark."""
    plain = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode("ascii").strip()
    if plain:
        return plain
    return "" if unicodedata.category(character) in ("Mn", "Me") else "?"


def _has(font: Font, character: str) -> bool:
    if character.isspace():
        return True
    probe = _probe(str(font.path))
    return bytes(probe.getmask(character)) != bytes(probe.getmask(_NOWHERE))


@cache
def _probe(path: str) -> Font:
    """The font without shaping, which would draw a dotted circle for an accent that it lacks."""
    return ImageFont.truetype(path, 24, layout_engine=ImageFont.Layout.BASIC)


@cache
def _fallback_face(name: str, size: int) -> Font:
    return ImageFont.truetype(name, size)


@cache
def _installed_fallbacks() -> tuple[str, ...]:
    return tuple(name for name in _FALLBACKS if _is_installed(name))


def _is_installed(name: str) -> bool:
    try:
        _fallback_face(name, 24)
    except OSError:
        return False
    return True
