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
    to_come = ("Batas bayar", "Deadline")
    for seconds, words in ((0, over), (1, to_come)):
        ends = snapshots.NOW + timedelta(seconds=seconds)
        payment = replace(boards.OTHER_AMOUNT.payment, method=method, expires_at=ends)
        for language, name in zip((Language.INDONESIAN, Language.ENGLISH), words, strict=True):
            facts = dict(attention_facts(payment, "0205", snapshots.NOW, language))
            assert {*over, *to_come} & set(facts) == {name}
