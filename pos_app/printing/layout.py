"""What paper is made of: blocks from top to bottom, said without dots, fonts or bytes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Role(Enum):
    """What a line is to its reader; the sheet chooses size and weight."""

    BODY = "body"
    STRONG = "strong"
    STORE = "store"
    HEADING = "heading"
    DEADLINE = "deadline"
    TOTAL = "total"
    AMOUNT = "amount"


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph, wrapped; cut with an ellipsis after `most` lines."""

    text: str
    role: Role = Role.BODY
    centred: bool = True
    most: int = 3


@dataclass(frozen=True, slots=True)
class Row:
    """A label on the left and its value on the right; a value that finds no room gets lines of its own."""

    left: str
    right: str
    role: Role = Role.BODY


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the content, with white above and below it in dots of the wide sheet."""

    dashed: bool = True
    above: int = 12
    below: int = 10


@dataclass(frozen=True, slots=True)
class Gap:
    """White, in dots of the wide sheet."""

    dots: int


@dataclass(frozen=True, slots=True)
class Step:
    """One numbered thing to do."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Bar:
    """White letters on a solid bar: SALINAN."""

    text: str


@dataclass(frozen=True, slots=True)
class Box:
    """Lines in a heavy frame: what is no real payment."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CodePanel:
    """The payment code in a frame, its digits grouped by four for eyes only."""

    heading: str
    label: str
    code: str


@dataclass(frozen=True, slots=True)
class Bars:
    """Code 39 of a bare code; `otherwise` is said where the bars find no room."""

    code: str
    otherwise: str


@dataclass(frozen=True, slots=True)
class Ruler:
    """Marks along the whole printable width, to see whether the width is set right."""


@dataclass(frozen=True, slots=True)
class Logo:
    """Where the shop's picture goes, if it has one."""


Block = Text | Row | Rule | Gap | Step | Bar | Box | CodePanel | Bars | Ruler | Logo
Page = tuple[Block, ...]

GROUP_GAP = "  "
"""Two spaces: one of Inter's is too slim to part groups of digits at a glance."""


def grouped(code: str) -> tuple[str, ...]:
    """`("8123", "4567")`: groups of four from the left, the last may be shorter."""
    return tuple(code[at : at + 4] for at in range(0, len(code), 4))


def in_lines(groups: tuple[str, ...], count: int) -> tuple[str, ...]:
    """The groups spread over at most `count` lines, the longer lines first."""
    short, longer = divmod(len(groups), count)
    lines, at = [], 0
    for index in range(min(count, len(groups))):
        size = short + (index < longer)
        lines.append(GROUP_GAP.join(groups[at : at + size]))
        at += size
    return tuple(lines)
