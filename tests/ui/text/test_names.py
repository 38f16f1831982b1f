from __future__ import annotations

import pytest

from pos_app.ui.text.names import cut, short_name


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Rani Pratiwi", "Rani P."),
        ("Rani", "Rani"),
        ("", ""),
        ("Raden Mas Panjang", "Raden M."),
        ("W" * 24, "W" * 24),
        ("W" * 200, "W" * 23 + "…"),
        ("W" * 200 + " Sekali", "W" * 23 + "… S."),
    ],
)
def test_a_name_fits_a_column(name: str, short: str) -> None:
    assert short_name(name) == short


def test_a_name_is_whole_where_it_fits() -> None:
    assert cut("the owner, at the PC") == "the owner, at the PC"
    assert cut("R" * 25) == "R" * 23 + "…"
