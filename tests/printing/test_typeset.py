from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pos_app.printing.faces import clean
from pos_app.printing.layout import Role
from pos_app.printing.settings import NARROW, WIDE
from pos_app.printing.sheet import sheet
from pos_app.printing.typeset import ELLIPSIS, balanced, broken, shrunk, width

BODY = sheet(WIDE).roles[Role.BODY]


@settings(deadline=None)
@given(text=st.text(max_size=700), room=st.integers(60, 560), most=st.integers(1, 5))
def test_every_line_fits_and_there_are_never_too_many(text: str, room: int, most: int) -> None:
    lines = broken(text, BODY, room, most)
    assert len(lines) <= most
    assert all(width(line, BODY) <= room for line in lines)


@settings(deadline=None)
@given(words=st.lists(st.text("abcdefgh", min_size=1, max_size=9), max_size=12))
def test_words_come_back_whole_and_in_order(words: list[str]) -> None:
    lines = broken(" ".join(words), BODY, 200, 20)
    assert " ".join(lines).split() == words


@settings(deadline=None)
@given(words=st.lists(st.text("abcdefgh", min_size=1, max_size=9), max_size=12))
def test_balanced_lines_are_as_few_and_say_the_same(words: list[str]) -> None:
    text = " ".join(words)
    plain, even = broken(text, BODY, 300, 20), balanced(text, BODY, 300, 20)
    assert len(even) == len(plain)
    assert " ".join(even).split() == words
    assert max((width(line, BODY) for line in even), default=0) <= max(
        (width(line, BODY) for line in plain), default=0
    )


def test_a_number_stays_with_its_unit() -> None:
    body = sheet(NARROW).roles[Role.BODY]
    assert balanced("Jl. Kemang Raya 18, Jakarta Selatan", body, 364, 3) == (
        "Jl. Kemang Raya 18,",
        "Jakarta Selatan",
    )


def test_what_is_cut_ends_in_an_ellipsis() -> None:
    (line,) = broken("Kopi susu gula aren botol besar sekali", BODY, 200, 1)
    assert line.endswith(ELLIPSIS)
    assert width(line, BODY) <= 200


def test_digits_are_all_as_wide_in_columns() -> None:
    assert len({width(digit * 6, BODY) for digit in "0123456789"}) == 1


def test_a_large_amount_shrinks_until_it_fits() -> None:
    amount = sheet(NARROW).roles[Role.AMOUNT]
    assert width("Rp 999.999.999", amount) > 364
    assert width("Rp 999.999.999", shrunk("Rp 999.999.999", amount, 364)) <= 364


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("\u0300", ""),
        ("es \u0300\u0301teh", "es teh"),
        ("\u00a0\u0300a", "a"),
        ("cafe\u0301", "cafe\u0301"),
        ("es  teh", "es teh"),
        ("2\u00a0kg", "2\u00a0kg"),
    ],
)
def test_an_accent_on_nothing_and_a_run_of_white_are_not_printed(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@given(st.text())
def test_clean_text_is_one_line_without_control_characters(text: str) -> None:
    cleaned = clean(text)
    assert cleaned == cleaned.strip(" ")
    assert not any(ord(character) < 32 or 0x7F <= ord(character) < 0xA0 for character in cleaned)
    assert clean(cleaned) == cleaned
