"""From a page to black and white dots."""

from __future__ import annotations

from dataclasses import replace

from PIL import Image, ImageDraw

from pos_app.printing import figures
from pos_app.printing.faces import clean
from pos_app.printing.layout import (
    Bar,
    Bars,
    Block,
    Box,
    CodePanel,
    Gap,
    Logo,
    Page,
    Role,
    Row,
    Rule,
    Ruler,
    Step,
    Text,
)
from pos_app.printing.sheet import Sheet, Style, sheet
from pos_app.printing.strip import BLACK, WHITE, Strip, centred, flush_right, line, white
from pos_app.printing.typeset import balanced, broken, draw_line, shrunk, width

_BOTTOM = 24
_SHRINKS = (Role.AMOUNT, Role.TOTAL)
_MOST_LINES_OF_A_VALUE = 6


def rasterise(page: Page, width_dots: int, logo: Image.Image | None = None) -> Image.Image:
    """The page as a picture of mode `1`, exactly `width_dots` wide; letters are crisp, without grey."""
    paper = sheet(width_dots)
    strips = [strip for block in page for strip in _strips(block, paper, logo)]
    height = paper.top + sum(strip.height for strip in strips) + _BOTTOM
    return _stacked(strips, paper.top, (width_dots, height))


def rasterise_alone(block: Block, width_dots: int, logo: Image.Image | None = None) -> Image.Image:
    """One block with no white above or below it."""
    strips = _strips(block, sheet(width_dots), logo)
    return _stacked(strips, 0, (width_dots, sum(strip.height for strip in strips)))


def _stacked(strips: list[Strip], top: int, size: tuple[int, int]) -> Image.Image:
    picture = Image.new("L", size, WHITE)
    draw = ImageDraw.Draw(picture)
    for strip in strips:
        strip.paint(draw, top)
        top += strip.height
    return picture.convert("1", dither=Image.Dither.NONE)


def _strips(block: Block, paper: Sheet, logo: Image.Image | None) -> list[Strip]:
    match block:
        case Text():
            return _text(block, paper)
        case Row():
            return _row(block, paper)
        case Rule():
            return [_rule(block, paper)]
        case Gap(dots=dots):
            return [white(paper.white(dots))]
        case Step():
            return [figures.step(block, paper)]
        case Bar():
            return [figures.bar(block, paper)]
        case Box():
            return [figures.box(block, paper)]
        case CodePanel():
            return [figures.panel(block, paper)]
        case Bars(otherwise=otherwise):
            bars = figures.bars(block, paper)
            return [bars] if bars else _text(Text(otherwise), paper)
        case Ruler():
            return [figures.ruler(paper)]
        case Logo():
            return [figures.logo(logo, paper)] if logo else []


def _text(block: Text, paper: Sheet) -> list[Strip]:
    style = replace(paper.roles[block.role], even_digits=False)
    if block.role in _SHRINKS:
        style = shrunk(clean(block.text), style, paper.content)
    breaking = balanced if block.centred else broken
    lines = breaking(block.text, style, paper.content, block.most)
    return [
        line(text, style, centred(text, style, paper) if block.centred else paper.margin) for text in lines
    ]


def _row(block: Row, paper: Sheet) -> list[Strip]:
    style = paper.roles[block.role]
    if block.role in _SHRINKS:
        style = shrunk(clean(f"{block.left} — {block.right}"), style, paper.content)
    left = broken(block.left, style, paper.content, 3)
    right = broken(block.right, style, paper.content, _MOST_LINES_OF_A_VALUE)
    if left and len(right) == 1:
        together = width(left[-1], style) + style.size // 2 + width(right[0], style)
        if together <= paper.content:
            above = [line(text, style, paper.margin) for text in left[:-1]]
            return [*above, _both(left[-1], right[0], style, paper)]
    return [
        *(line(text, style, paper.margin) for text in left),
        *(line(text, style, flush_right(text, style, paper)) for text in right),
    ]


def _both(left: str, right: str, style: Style, paper: Sheet) -> Strip:
    def paint(draw: ImageDraw.ImageDraw, top: int) -> None:
        draw_line(draw, (paper.margin, top), left, style)
        draw_line(draw, (flush_right(right, style, paper), top), right, style)

    return Strip(style.line, paint)


def _rule(block: Rule, paper: Sheet) -> Strip:
    above, below = paper.white(block.above), paper.white(block.below)

    def paint(draw: ImageDraw.ImageDraw, top: int) -> None:
        end = paper.margin + paper.content
        dash, step = (8, 14) if block.dashed else (paper.content, paper.content)
        for left in range(paper.margin, end, step):
            draw.rectangle((left, top + above, min(left + dash, end) - 1, top + above + 1), fill=BLACK)

    return Strip(above + 2 + below, paint)
