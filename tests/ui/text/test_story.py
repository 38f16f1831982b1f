from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from pos_app.domain.effect import EffectKind
from pos_app.domain.evidence import Call, CameOut, Fact, Notified, Reading, Said, TransactionStatus
from pos_app.domain.language import Language
from pos_app.domain.money import Rupiah
from pos_app.domain.states import State
from pos_app.till.snapshot import StoryStep
from pos_app.ui.text.story import story
from tests.ui import snapshots

PAID = Reading(code=200, status=TransactionStatus.SETTLEMENT, issuer="DANA")


@pytest.mark.parametrize(
    ("fact", "note", "english"),
    [
        (Said(Call.STATUS, PAID), "lewat DANA", "through DANA"),
        (
            Notified(PAID, signed=True),
            "tanda tangan sah · lewat DANA",
            "signature valid · through DANA",
        ),
        (
            Notified(PAID, signed=False),
            "tanda tangan tidak sah, tidak dipercaya",
            "signature invalid, not trusted",
        ),
    ],
)
def test_the_story_names_the_wallet_only_where_the_gateway_does(fact: Fact, note: str, english: str) -> None:
    step = StoryStep(datetime(2026, 11, 20, 7, tzinfo=UTC), None, fact, State.PAID, "")
    for language, said in ((Language.INDONESIAN, note), (Language.ENGLISH, english)):
        (told,) = story(snapshots.payment(State.PAID), (step,), language)
        assert told.note == said


def test_the_story_has_the_code_by_which_indomaret_finds_the_payment() -> None:
    reading = Reading(code=200, status=TransactionStatus.SETTLEMENT, approval_code="45682001084123432248")
    step = StoryStep(datetime(2026, 11, 20, 7, tzinfo=UTC), None, Said(Call.STATUS, reading), State.PAID, "")
    for language, said in (
        (Language.INDONESIAN, "kode persetujuan 45682001084123432248"),
        (Language.ENGLISH, "approval code 45682001084123432248"),
    ):
        (told,) = story(snapshots.payment(State.PAID), (step,), language)
        assert told.note == said


@pytest.mark.parametrize(
    ("fact", "said", "english"),
    [
        (CameOut(EffectKind.SLIP), ("Slip tercetak", ""), ("Slip printed", "")),
        (CameOut(EffectKind.SLIP, 2), ("Slip tercetak", "salinan ke-2"), ("Slip printed", "copy 2")),
        (CameOut(EffectKind.RECEIPT), ("Struk tercetak", ""), ("Receipt printed", "")),
        (CameOut(EffectKind.DRAWER, 1), ("Laci uang dibuka", ""), ("Cash drawer opened", "")),
    ],
)
def test_the_story_has_every_paper_that_came_out(
    fact: Fact, said: tuple[str, str], english: tuple[str, str]
) -> None:
    step = StoryStep(datetime(2026, 11, 20, 7, tzinfo=UTC), None, fact, State.PENDING, "")
    for language, words in ((Language.INDONESIAN, said), (Language.ENGLISH, english)):
        (told,) = story(snapshots.payment(State.PENDING), (step,), language)
        assert (told.title, told.note) == words


def test_papers_that_came_out_one_after_the_other_are_told_one_by_one() -> None:
    at = datetime(2026, 11, 20, 7, tzinfo=UTC)
    steps = [StoryStep(at, None, CameOut(EffectKind.SLIP, copy), State.PENDING, "") for copy in range(3)]
    told = story(snapshots.payment(State.PENDING), steps, Language.INDONESIAN)
    assert [one.note for one in told] == ["", "salinan ke-1", "salinan ke-2"]


def test_a_reading_without_a_wallet_names_none() -> None:
    fact = Said(Call.STATUS, Reading(code=200, status=TransactionStatus.SETTLEMENT))
    step = StoryStep(datetime(2026, 11, 20, 7, tzinfo=UTC), None, fact, State.PAID, "")
    (told,) = story(snapshots.payment(State.PAID), (step,), Language.INDONESIAN)
    assert told.note == ""


@pytest.mark.parametrize("state", [State.PENDING, State.EXPIRED])
def test_money_of_another_amount_is_told_as_it_came(state: State) -> None:
    read = replace(PAID, gross_amount=Rupiah(57_000))
    facts = (Notified(read, signed=True), Said(Call.STATUS, read))
    at = datetime(2026, 11, 20, 7, tzinfo=UTC)
    steps = [StoryStep(at, None, fact, state, "") for fact in facts]
    other = snapshots.another_amount().payment
    assert other is not None
    told = story(other, steps, Language.INDONESIAN)
    assert [one.title for one in told] == [
        "Kabar push: dibayar Rp\u00a057.000",
        "Cek: dibayar Rp\u00a057.000",
    ]
    assert told[1].note == "bukan yang ditagih · lewat DANA"


def test_an_unsigned_word_about_another_amount_is_repeated_to_nobody() -> None:
    unsigned = Notified(replace(PAID, gross_amount=Rupiah(57_000)), signed=False)
    step = StoryStep(datetime(2026, 11, 20, 7, tzinfo=UTC), None, unsigned, State.PENDING, "")
    (told,) = story(snapshots.payment(), (step,), Language.INDONESIAN)
    assert told.title == "Kabar push: dibayar"
