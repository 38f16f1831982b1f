"""What the board says of a payment at its end: its chip, its time and the last step of its story agree."""

from __future__ import annotations

import pytest

from pos_app.domain.language import Language
from pos_app.domain.method import Method
from pos_app.ui.text.board import Status, status, validity
from pos_app.ui.text.story import waiting_for
from tests.ui.manager import boards
from tests.ui.snapshots import MONOTONIC, NOW

ID, EN = Language.INDONESIAN, Language.ENGLISH


@pytest.mark.parametrize("method", [Method.QRIS, Method.ALFAMART])
@pytest.mark.parametrize(
    ("language", "words"),
    [
        (ID, ("Diperiksa", "habis, dipastikan", "Menunggu jawaban gateway")),
        (EN, ("Checking", "over, making sure", "Waiting for the gateway")),
    ],
)
@pytest.mark.parametrize("left", [0.0, -70.0])
def test_past_its_end_nobody_pays_and_the_gateway_is_asked(
    method: Method, language: Language, words: tuple[str, str, str], left: float
) -> None:
    chip, time, step = words
    row = boards.row("02", 9, method, 478_600, 400, left=left)
    assert status(row, MONOTONIC, language) == Status("amber", "search", chip)
    assert validity(row, MONOTONIC, language) == time
    assert waiting_for(row, NOW, MONOTONIC, language).title == step


def test_a_second_before_its_end_it_can_still_be_paid() -> None:
    row = boards.row("02", 9, Method.QRIS, 478_600, 400, left=1)
    assert status(row, MONOTONIC, ID).words == "Segera habis"
    assert waiting_for(row, NOW, MONOTONIC, ID).title == "Menunggu pelanggan membayar"
