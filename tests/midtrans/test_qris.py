from __future__ import annotations

import binascii
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.domain.errors import Problem, QrRefusedError
from pos_app.domain.evidence import QrCode
from pos_app.domain.money import Rupiah
from pos_app.midtrans import qris
from tests.midtrans.recorded import recorded

TEST_MERCHANT = json.loads(recorded("qris-charge-2021"))["qr_string"]
PAPI_LIVE = (
    "00020101021226620014COM.GO-JEK.WWW011993600914337918182570210G3791818250303UKE"
    "51440014ID.CO.QRIS.WWW0215AID7720513752290303UKE5204359353033605802ID5910PAPI LIVE2"
    "6005KUKAR6105755535409100000.0062475036b1855b6c-70ab-4449-9778-61b8ffe43fd20703A016304C385"
)
VOGAME = (
    "00020101021226620014COM.GO-JEK.WWW011993600914307231771410210G0723177140303UKE"
    "51440014ID.CO.QRIS.WWW0215AID2975932007870303UKE5204302453033605802ID5906VOGame"
    "6015JAKARTA SELATAN6105123205409100000.0062475036a150227e-50c4-4b82-8b9b-5532d5df934e"
    "0703A0163041006"
)
STATIC = (
    "00020101021126610014COM.GO-JEK.WWW01189360091434313192070210G4313192070303UKE"
    "51440014ID.CO.QRIS.WWW0215ID10243345075540303UKE5204573253033605802ID"
    "5923prahata service & store6013JAKARTA PUSAT61051023062070703A016304B5B5"
)
TWO_ACQUIRERS = (
    "00020101021126690017COM.TELKOMSEL.WWW011893600911000160100102151905150116010010303UMI"
    "27610014COM.GO-JEK.WWW01189360091434451371680210G4451371680303UMI"
    "51440014ID.CO.QRIS.WWW0215ID10190000014030303UMI5204866153033605802ID5908Infak.ID"
    "6012Kota Bandung61054027562070703A016304692E"
)


def sealed(text: str) -> str:
    """The text with the check sum that belongs to it."""
    return f"{text}6304{qris.crc(f'{text}6304')}"


def field(tag: str, value: str) -> str:
    return f"{tag}{len(value):02d}{value}"


@pytest.mark.parametrize(
    ("text", "amount", "merchant", "nmid"),
    [
        (TEST_MERCHANT, 789_000, "Test", "AID060733612866"),
        (PAPI_LIVE, 100_000, "PAPI LIVE2", "AID772051375229"),
        (VOGAME, 100_000, "VOGame", "AID297593200787"),
        (STATIC, None, "prahata service & store", "ID1024334507554"),
        (TWO_ACQUIRERS, None, "Infak.ID", "ID1019000001403"),
    ],
)
def test_public_codes(text: str, amount: int | None, merchant: str, nmid: str) -> None:
    emv = qris.parse(text)
    assert (emv.amount, emv.merchant_name, emv.nmid, emv.currency) == (amount, merchant, nmid, "360")


def test_the_check_sum_of_the_standard() -> None:
    """The check value of CRC-16/CCITT-FALSE."""
    assert qris.crc("123456789") == "29B1"


@pytest.mark.parametrize("text", [TEST_MERCHANT, PAPI_LIVE, VOGAME])
def test_any_changed_character_is_noticed(text: str) -> None:
    for place in range(len(text)):
        changed = text[:place] + ("1" if text[place] != "1" else "2") + text[place + 1 :]
        with pytest.raises(qris.QrTextError):
            qris.parse(changed)


def test_a_check_sum_in_small_letters_is_one() -> None:
    assert qris.parse(TEST_MERCHANT[:-4] + TEST_MERCHANT[-4:].lower()).amount == 789_000


def test_templates_are_read_inside() -> None:
    acquirer = next(each for each in qris.parse(TEST_MERCHANT).fields if each.tag == "26")
    assert [(inner.tag, inner.value) for inner in acquirer.fields] == [
        ("00", "COM.GO-JEK.WWW"),
        ("01", "9360091434905263034"),
        ("02", "G490526303"),
        ("03", "UKE"),
    ]


def test_a_template_that_holds_plain_text_is_left_alone() -> None:
    (additional,) = (each for each in qris.parse(sealed("00020162" + "05hello")).fields if each.tag == "62")
    assert (additional.value, additional.fields) == ("hello", ())


def test_the_national_id_is_known_by_its_name_wherever_it_lies() -> None:
    national = field("00", "id.co.qris.www") + field("02", "ID1020304050607")
    assert qris.parse(sealed("000201" + field("33", national))).nmid == "ID1020304050607"


def test_without_a_national_template_there_is_no_id() -> None:
    other = field("00", "COM.GO-JEK.WWW") + field("02", "G490526303")
    assert qris.parse(sealed("000201" + field("51", other))).nmid == ""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "000201",
        "00020163",
        "0002016304",
        TEST_MERCHANT[:-1],
        TEST_MERCHANT + "0",
        TEST_MERCHANT[6:],
        sealed("000201" + field("59", "A") + field("59", "B")),
        sealed("000201" + "5925short"),
        sealed("000201" + "xx02ab"),
        sealed("000201" + "59٣2ab"),
        sealed("000201" + field("54", "44000.50")),
        sealed("000201" + field("54", "44.000")),
        sealed("000201" + field("54", "-1")),
        sealed("000201" + field("54", "１２")),
    ],
)
def test_what_is_no_sound_text(text: str) -> None:
    with pytest.raises(qris.QrTextError):
        qris.parse(text)


@pytest.mark.parametrize("written", ["44000", "44000.", "44000.0", "44000.00", "0044000.00"])
def test_ways_to_write_the_amount(written: str) -> None:
    assert qris.parse(sealed("000201" + field("54", written))).amount == 44_000


@given(st.text())
def test_garbage_has_one_error(text: str) -> None:
    for tried in (text, "000201" + text, sealed("000201" + text)):
        try:
            qris.parse(tried)
        except qris.QrTextError:
            continue


values = st.text(st.characters(codec="utf-8"), min_size=1, max_size=99)
tags = st.sampled_from([f"{tag:02d}" for tag in range(2, 100) if tag not in (54, 63)])


@given(st.dictionaries(tags, values, max_size=8), st.integers(0, 10**12 - 1))
def test_what_was_written_is_read(written: dict[str, str], amount: int) -> None:
    rest = "".join(field(tag, value) for tag, value in written.items())
    emv = qris.parse(sealed("000201" + rest + field("54", f"{amount}.00")))
    assert {each.tag: each.value for each in emv.fields if each.tag not in ("00", "54", "63")} == written
    assert emv.amount == amount
    assert emv.merchant_name == written.get("59", "").strip()


@given(st.binary())
def test_the_check_sum_is_the_bitwise_one(data: bytes) -> None:
    crc = 0xFFFF
    for byte in data:
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1 ^ (0x1021 if crc & 0x8000 else 0)) & 0xFFFF
    assert binascii.crc_hqx(data, 0xFFFF) == crc


def refusal(text: str, amount: int = 789_000) -> Problem:
    with pytest.raises(QrRefusedError) as refused:
        qris.check(text, Rupiah(amount))
    return refused.value.problem


def test_our_amount_may_be_shown() -> None:
    shown = qris.check(TEST_MERCHANT, Rupiah(789_000))
    assert shown == QrCode(TEST_MERCHANT, "Test", "AID060733612866")


def test_a_text_without_amount_may_be_shown() -> None:
    assert qris.check(STATIC, Rupiah(1)).nmid == "ID1024334507554"


def test_an_older_code_is_shown_as_it_is() -> None:
    older = '{"tref":"1509110800474199656LMVO","amount":10000}'
    assert qris.check(older, Rupiah(10_000)) == QrCode(older)


def test_another_amount_or_currency_is_refused() -> None:
    assert refusal(TEST_MERCHANT, 78_900) is Problem.WRONG_AMOUNT
    assert refusal(sealed("000201" + field("53", "840") + field("54", "789000"))) is Problem.WRONG_AMOUNT


@pytest.mark.parametrize(
    "fee", [field("55", "02") + field("56", "1000"), field("55", "03") + field("57", "5")]
)
def test_a_code_that_takes_a_fee_on_top_is_refused(fee: str) -> None:
    asked = "000201" + field("53", "360") + field("54", "789000")
    assert refusal(sealed(asked + fee)) is Problem.WRONG_AMOUNT
    assert qris.check(sealed(asked + field("55", "01")), Rupiah(789_000)).text


@pytest.mark.parametrize("text", [TEST_MERCHANT[:-1] + "4", "000201", "", "a\nb", "x" * 1_001, "\ud800"])
def test_what_no_one_could_scan_is_refused(text: str) -> None:
    assert refusal(text) is Problem.QR_UNREADABLE
