"""What *Cetak uji* prints: width, characters, a code and the cut."""

from __future__ import annotations

from pos_app.domain.receipt import TestPage
from pos_app.printing.heading import on_letterhead
from pos_app.printing.layout import Bars, Gap, Page, Role, Row, Rule, Ruler, Text
from pos_app.printing.wording import Words

_SAMPLE_CODE = "0123456789"
_CHARACTERS = (
    "ABCDEFGHIJKLM NOPQRSTUVWXYZ",
    "abcdefghijklm nopqrstuvwxyz",
    "0123456789 .,:;!?()/&%+-×",
)


def test_page(page: TestPage, words: Words, width_dots: int) -> Page:
    """A page that shows at a glance whether width, characters, bars and cut are set right."""
    body: Page = (
        Rule(above=14),
        Text(words.test, Role.HEADING),
        Row(words.date(page.printed_at), words.time(page.printed_at, seconds=True)),
        Gap(10),
        Ruler(),
        Text(words.test_width.format(width_dots)),
        Rule(),
        Text(words.test_characters, Role.STRONG),
        *(Text(line) for line in _CHARACTERS),
        Row(words.total, "Rp\u00a01.234.567", Role.TOTAL),
        Rule(below=14),
        Bars(_SAMPLE_CODE, words.no_bars),
        Gap(6),
        Text(words.test_code.format(_SAMPLE_CODE)),
        Rule(),
        Text(words.test_cut, Role.STRONG),
    )
    return on_letterhead(body, page.letterhead, words)
