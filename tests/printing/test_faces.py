from __future__ import annotations

import pytest

from pos_app.printing import faces
from pos_app.printing.faces import runs, stand_in
from pos_app.printing.sheet import Weight


@pytest.mark.parametrize(
    ("character", "plain"),
    [("é", "e"), ("ﬁ", "fi"), ("Ａ", "A"), ("牛", "?"), ("ا", "?"), ("\u0301", ""), ("①", "1")],
)
def test_what_no_font_has_is_said_in_plain_letters(character: str, plain: str) -> None:
    assert stand_in(character) == plain


def test_a_name_in_another_script_stays_readable_where_no_font_has_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(faces, "_installed_fallbacks", lambda: ())
    faces._lettered.cache_clear()
    faces.runs.cache_clear()
    try:
        said = "".join(text for _, text in runs("牛奶 250 ml Müsli", Weight.BOLD, 24))
    finally:
        faces._lettered.cache_clear()
        faces.runs.cache_clear()
    assert said == "?? 250 ml Müsli"


def test_a_font_of_the_system_steps_in_for_what_inter_lacks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(faces, "_installed_fallbacks", lambda: ("DejaVuSans.ttf",))
    faces._lettered.cache_clear()
    faces.runs.cache_clear()
    try:
        found = runs("susu حليب", Weight.BOLD, 24)
    finally:
        faces._lettered.cache_clear()
        faces.runs.cache_clear()
    assert [text for _, text in found] == ["susu ", "حليب"]
    assert "DejaVu" in str(found[1][0].path)
