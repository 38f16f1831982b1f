"""An amount in words, so that a digit misread is noticed."""

from __future__ import annotations

from pos_app.domain.language import Language
from pos_app.domain.money import Rupiah
from pos_app.domain.spelling import in_english, in_indonesian


def spelled(amount: Rupiah, language: Language) -> str:
    return in_indonesian(amount) if language is Language.INDONESIAN else in_english(amount)
