from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.practice.account import Account
from pos_app.practice.emv import crc16, field, qris_text

_PUBLISHED = (
    "00020101021226620014COM.GO-JEK.WWW011993600914349052630340210G4905263030303UKE51440014ID.CO.QRIS.WWW"
    "0215AID0607336128660303UKE5204341453033605802ID5904Test6007BANDUNG6105402845409789000.00"
    "62475036c032f87c-f773-4619-aefa-675e1f06f9210703A016304A623"
)
_REFERENCE = "c032f87c-f773-4619-aefa-675e1f06f921"


def _fields(text: str) -> list[tuple[str, str]]:
    fields, place = [], 0
    while place < len(text):
        tag, length = text[place : place + 2], int(text[place + 2 : place + 4])
        fields.append((tag, text[place + 4 : place + 4 + length]))
        place += 4 + length
    return fields


def test_the_checksum_of_a_published_text() -> None:
    assert crc16(_PUBLISHED[:-4]) == _PUBLISHED[-4:]


def test_our_text_has_the_tags_of_the_published_one_in_its_order() -> None:
    ours = qris_text(Account(), 789_000, _REFERENCE)
    assert [tag for tag, _ in _fields(ours)] == [tag for tag, _ in _fields(_PUBLISHED)]


@given(amount=st.integers(1, 20_000_000), name=st.text("ABCDEFGHIJ klmnop'&.", min_size=1, max_size=40))
def test_every_text_reads_back(amount: int, name: str) -> None:
    text = qris_text(Account(merchant_name=name), amount, _REFERENCE)
    fields = dict(_fields(text))
    assert fields["01"] == "12"
    assert fields["54"] == f"{amount}.00"
    assert fields["59"] == name[:25]
    assert dict(_fields(fields["51"]))["02"] == Account().nmid
    assert fields["63"] == crc16(text[:-4])


def test_a_value_beyond_two_digits_of_length_is_refused() -> None:
    assert field("62", "x" * 99).startswith("6299x")
    with pytest.raises(ValueError, match="at most 99"):
        field("62", "x" * 100)
