"""Measuring, breaking and drawing lines of letters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from PIL import Image, ImageDraw

from pos_app.printing.faces import Font, clean, face, is_mark, runs
from pos_app.printing.sheet import Style

ELLIPSIS = "…"
LONGEST = 600
"""More characters than any paragraph here has room for; the rest is never measured."""

_ASCENT = 0.96875
_DESCENT = 0.2412
"""Inter's own measures, in parts of its size."""


def width(text: str, style: Style) -> int:
    """How many dots a line takes."""
    return sum(advance for _, _, advance in _pieces(text, style))


def draw_line(draw: ImageDraw.ImageDraw, at: tuple[int, int], text: str, style: Style, ink: int = 0) -> None:
    """Draw one line into its line box, whose upper left corner is given."""
    left, top = at
    baseline = top + round((style.line - (_ASCENT + _DESCENT) * style.size) / 2 + _ASCENT * style.size)
    for font, piece, advance in _pieces(text, style):
        inset = (advance - _length(font, piece)) // 2 if style.even_digits and _is_digit(piece) else 0
        if _is_digit(piece):
            stamp, across, up = _stamp(font, piece)
            draw.bitmap((left + inset + across, baseline + up), stamp, fill=ink)
        else:
            draw.text((left + inset, baseline), piece, font=font, fill=ink, anchor="ls")
        left += advance


def broken(text: str, style: Style, room: int, most: int) -> tuple[str, ...]:
    """The text in lines of at most `room` dots, at words where it can be; an ellipsis where lines run out."""
    rest = clean(text[:LONGEST])
    if len(text) > LONGEST:
        rest += ELLIPSIS
    lines: list[str] = []
    while rest and len(lines) < most:
        fits = _fitting(rest, style, room)
        if fits == len(rest):
            return (*lines, rest)
        if len(lines) == most - 1:
            return (*lines, _shortened(rest, style, room))
        at = _break(rest, fits)
        lines.append(rest[:at].rstrip())
        rest = rest[at:].lstrip()
    return tuple(lines)


def balanced(text: str, style: Style, room: int, most: int) -> tuple[str, ...]:
    """As `broken`, with lines of about the same length: for centred text."""
    lines = broken(text, style, room, most)
    if len(lines) < 2 or lines[-1].endswith(ELLIPSIS):
        return lines
    words = (width(word, style) for line in lines for word in line.split())
    low, high = max(room // len(lines), *(word for word in words if word <= room)), room
    while low < high:
        middle = (low + high) // 2
        if len(broken(text, style, middle, most + 1)) <= len(lines):
            high = middle
        else:
            low = middle + 1
    return broken(text, style, high, most)


def shrunk(text: str, style: Style, room: int) -> Style:
    """The style, or the largest smaller one in which the line fits."""
    while width(text, style) > room and style.size > 8:
        style = replace(style, size=style.size - 2)
    return style


def _shortened(text: str, style: Style, room: int) -> str:
    fits = _fitting(text, style, room - width(ELLIPSIS, style))
    return text[:fits].rstrip() + ELLIPSIS


def _break(text: str, fits: int) -> int:
    """Where to break a line of which `fits` characters fit: between words, a number kept with its unit."""
    ends = [at for at in range(fits, 0, -1) if _may_break(text[at - 1], text[at])]
    if not ends:
        return max(1, fits)
    next_word = text[ends[0] :].split(maxsplit=1)[0]
    if 3 * ends[0] < fits < len(next_word):
        return (
            fits  # a word that no line can hold is broken anyway: rather here, where most of a line is free
        )
    apart = (at for at in ends if not (text[at - 1].isdigit() or text[at : at + 2].strip().isdigit()))
    return next((at for at in apart if 3 * at > fits), ends[0])


def _may_break(before: str, after: str) -> bool:
    return after == " " or (before in "-/" and not is_mark(after))


def _fitting(text: str, style: Style, room: int) -> int:
    """How many characters from the start fit; a letter is never parted from its accents."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if width(text[:middle], style) <= room:
            low = middle
        else:
            high = middle - 1
    while 0 < low < len(text) and is_mark(text[low]):
        low -= 1
    return low


@lru_cache(maxsize=2048)
def _pieces(text: str, style: Style) -> tuple[tuple[Font, str, int], ...]:
    return tuple(_placed(text, style))


def _placed(text: str, style: Style) -> Iterator[tuple[Font, str, int]]:
    """Font, letters and advance of each piece; digits stand alone where all are to be as wide."""
    for font, stretch in runs(text, style.weight, style.size):
        for piece in _split(stretch, style):
            cell = _digit_cell(style) if style.even_digits and _is_digit(piece) else _length(font, piece)
            yield font, piece, cell + style.spacing


def _split(stretch: str, style: Style) -> Iterator[str]:
    if style.spacing:
        yield from stretch
        return
    if not style.even_digits:
        yield stretch
        return
    word = ""
    for character in stretch:
        if _is_digit(character):
            if word:
                yield word
            word = ""
            yield character
        else:
            word += character
    if word:
        yield word


def _is_digit(piece: str) -> bool:
    return len(piece) == 1 and piece.isascii() and piece.isdigit()


@lru_cache(maxsize=256)
def _stamp(font: Font, digit: str) -> tuple[Image.Image, int, int]:
    """A digit drawn once, and where it lies from its baseline's left end: paper is mostly figures."""
    left, top, right, bottom = (round(edge) for edge in font.getbbox(digit, anchor="ls"))
    stamp = Image.new("L", (right - left, bottom - top))
    ImageDraw.Draw(stamp).text((-left, -top), digit, font=font, fill=255, anchor="ls")
    return stamp, left, top


@lru_cache(maxsize=64)
def _digit_cell(style: Style) -> int:
    font = face(style.weight, style.size)
    return max(_length(font, digit) for digit in "0123456789")


@lru_cache(maxsize=8192)
def _length(font: Font, piece: str) -> int:
    return round(font.getlength(piece))
