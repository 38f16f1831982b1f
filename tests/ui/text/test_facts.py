from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from pos_app.domain.language import Language
from pos_app.domain.method import Method
from pos_app.ui.text.facts import attention_facts
from tests.ui import snapshots
from tests.ui.manager import boards


@pytest.mark.parametrize(
    ("method", "over"),
    [(Method.GOPAY, ("QR habis", "QR expired")), (Method.INDOMARET, ("Kode habis", "Code expired"))],
)
def test_an_end_that_is_still_to_come_is_not_told_as_one_that_was(
    method: Method, over: tuple[str, str]
) -> None:
    to_come, ahead = ("Batas bayar", "Deadline"), timedelta(hours=1)
    for offset, seconds, words in (
        (timedelta(0), 0, over),
        (timedelta(0), 1, to_come),
        (ahead, 1, over),  # our clock is slow by so much
        (-ahead, -1, to_come),
    ):
        ends = snapshots.NOW + timedelta(seconds=seconds)
        payment = replace(boards.OTHER_AMOUNT.payment, method=method, expires_at=ends, clock_offset=offset)
        for language, name in zip((Language.INDONESIAN, Language.ENGLISH), words, strict=True):
            facts = dict(attention_facts(payment, "0205", snapshots.NOW, language))
            assert {*over, *to_come} & set(facts) == {name}
