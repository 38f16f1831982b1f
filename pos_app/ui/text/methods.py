"""The ways of paying, by their names."""

from __future__ import annotations

from pos_app.domain.language import Language
from pos_app.domain.method import Method
from pos_app.ui.i18n import tr


def method_name(method: Method, language: Language) -> str:
    match method:
        case Method.GOPAY | Method.QRIS:
            return "GoPay / QRIS"
        case Method.ALFAMART:
            return "Alfamart"
        case Method.INDOMARET:
            return "Indomaret"
        case Method.CASH:
            return tr("methods", "Tunai", language)
