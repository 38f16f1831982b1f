"""The parts of a page that are more than lines of letters: frames, bars, steps, the logo."""

from __future__ import annotations

from dataclasses import replace

from PIL import Image, ImageChops, ImageDraw

from pos_app.printing.code39 import fitted
from pos_app.printing.faces import clean
from pos_app.printing.layout import Bar, Bars, Box, CodePanel, Role, Step, grouped, in_lines
from pos_app.printing.sheet import Sheet, Style, Weight
from pos_app.printing.strip import BLACK, WHITE, Strip, centred
from pos_app.printing.typeset import broken, draw_line, shrunk, width


def step(block: Step, paper: Sheet) -> Strip:
    """A white number on a black disc, and what to do beside it."""
    style = replace(paper.roles[Role.BODY], even_digits=False)
    number = replace(style, weight=Weight.EXTRA_BOLD)
    left = paper.margin + paper.disc + paper.disc_gap
    lines = broken(block.text, style, paper.width - paper.margin - left, 4)
    drop = (paper.disc - style.line) // 2

    def paint(draw: ImageDraw.ImageDraw, top: int) -> None:
        edge = paper.disc - 1
        draw.ellipse((paper.margin, top, paper.margin + edge, top + edge), fill=BLACK)
        digit = str(block.number)
        inset = (paper.disc - width(digit, number)) // 2
        draw_line(draw, (paper.margin + inset, top + drop), digit, number, WHITE)
        for index, line in enumerate(lines):
            draw_line(draw, (left, top + drop + index * style.line), line, style)

    return Strip(max(paper.disc, drop + len(lines) * style.line), paint)


def bar(block: Bar, paper: Sheet) -> Strip:
    text = clean(block.text)
    style = shrunk(text, paper.bar, paper.content - paper.bar_height)

    def paint(draw: ImageDraw.ImageDraw, top: int) -> None:
        right = paper.margin + paper.content - 1
        draw.rectangle((paper.margin, top, right, top + paper.bar_height - 1), fill=BLACK)
        inside = top + (paper.bar_height - style.line) // 2
        draw_line(draw, (centred(text, style, paper), inside), text, style, WHITE)

    return Strip(paper.bar_height, paint)


def box(block: Box, paper: Sheet) -> Strip:
    room = paper.content - 2 * paper.box_padding
    height = 2 * paper.box_padding + len(block.lines) * paper.box.line

    def paint(draw: ImageDraw.ImageDraw, top: int) -> None:
        right = paper.margin + paper.content - 1
        draw.rectangle((paper.margin, top, right, top + height - 1), outline=BLACK, width=4)
        for index, line in enumerate(map(clean, block.lines)):
            style = shrunk(line, paper.box, room)
            inside = top + paper.box_padding + index * paper.box.line
            draw_line(draw, (centred(line, style, paper), inside), line, style)

    return Strip(height, paint)


def panel(block: CodePanel, paper: Sheet) -> Strip:
    """Where to pay, and the code as large as its length allows."""
    room = paper.content - paper.panel_padding
    heading, label = paper.roles[Role.HEADING], replace(paper.roles[Role.BODY], even_digits=False)
    code_lines, code = _code_lines(block.code, paper, room)
    inside = [
        *((line, heading) for line in broken(block.heading, heading, room, 2)),
        (clean(block.label), label),
    ]
    inside += [(line, code) for line in code_lines]
    padding = paper.panel_padding
    height = 2 * padding + sum(style.line for _, style in inside)

    def paint(draw: ImageDraw.ImageDraw, top: int) -> None:
        right = paper.margin + paper.content - 1
        draw.rounded_rectangle((paper.margin, top, right, top + height - 1), radius=8, outline=BLACK, width=3)
        line_top = top + padding
        for line, style in inside:
            draw_line(draw, (centred(line, style, paper), line_top), line, style)
            line_top += style.line

    return Strip(height, paint)


def _code_lines(code: str, paper: Sheet, room: int) -> tuple[tuple[str, ...], Style]:
    """One line where it fits in full size, else two; more only for what would become too small to read."""
    groups = grouped(code)
    for count in range(1, len(groups) + 1):
        lines = in_lines(groups, count)
        style = shrunk(max(lines, key=len), paper.code, room)
        if style.size == paper.code.size or (count > 1 and style.size >= paper.smallest_code):
            break
    return lines, replace(style, line=style.size + paper.code.line - paper.code.size)


def bars(block: Bars, paper: Sheet) -> Strip | None:
    """Code 39, None where it finds no room."""
    found = fitted(block.code, paper.width, paper.margin)
    if found is None:
        return None

    def paint(draw: ImageDraw.ImageDraw, top: int) -> None:
        left = (paper.width - found.width) // 2
        for index, element in enumerate(found.elements):
            if index % 2 == 0:
                draw.rectangle((left, top, left + element - 1, top + paper.bars_height - 1), fill=BLACK)
            left += element

    return Strip(paper.bars_height, paint)


def ruler(paper: Sheet) -> Strip:
    """A mark every 8 dots (1 mm), a long one every 80, and both very ends of the head."""

    def paint(draw: ImageDraw.ImageDraw, top: int) -> None:
        draw.rectangle((0, top + 22, paper.width - 1, top + 23), fill=BLACK)
        for left in range(0, paper.width, 8):
            height = 22 if left % 80 == 0 else 10
            draw.rectangle((left, top + 22 - height, left + 1, top + 22), fill=BLACK)
        draw.rectangle((paper.width - 2, top, paper.width - 1, top + 23), fill=BLACK)

    return Strip(30, paint)


def logo(picture: Image.Image, paper: Sheet) -> Strip:
    ink = ImageChops.invert(picture.convert("L")).convert("1")

    def paint(draw: ImageDraw.ImageDraw, top: int) -> None:
        draw.bitmap(((paper.width - picture.width) // 2, top), ink, fill=BLACK)

    return Strip(picture.height + paper.white(10), paint)
