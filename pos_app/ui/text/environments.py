"""Where no money is real, in words."""

from __future__ import annotations

from pos_app.domain.environment import Environment
from pos_app.domain.language import Language
from pos_app.ui.i18n import tr


def practice_tab(environment: Environment, language: Language) -> str:
    if environment is Environment.SANDBOX:
        return tr("practice", "SANDBOX MIDTRANS · BUKAN PEMBAYARAN ASLI", language)
    return tr("practice", "MODE LATIHAN · BUKAN PEMBAYARAN ASLI", language)


def watermark(language: Language) -> str:
    return tr("practice", "BUKAN PEMBAYARAN ASLI", language)
