"""Roles, rights and PINs, in words."""

from __future__ import annotations

from pos_app.domain.language import Language
from pos_app.domain.staff import Role
from pos_app.till.desk_messages import PinRefusal
from pos_app.ui.i18n import tr
from pos_app.ui.text.moments import duration


def role_name(role: Role, language: Language) -> str:
    match role:
        case Role.CASHIER:
            return tr("staff", "Kasir", language)
        case Role.SUPERVISOR:
            return tr("staff", "Pengawas", language)
        case Role.MANAGER:
            return tr("staff", "Manajer", language)


def role_rights(role: Role, language: Language) -> str:
    match role:
        case Role.CASHIER:
            return tr("staff", "Menjual dan menagih. Pembatalan perlu PIN orang lain.", language)
        case Role.SUPERVISOR:
            return tr("staff", "Juga membatalkan, dan melihat uang sehari.", language)
        case Role.MANAGER:
            return tr("staff", "Semuanya: juga keputusan, pengembalian dan staf.", language)


def choose_first(choices: int, language: Language) -> str:
    """Said where something was to be chosen and was not."""
    if choices == 1:
        return tr("pins", "Pilih dulu dengan Alt 1.", language)
    return tr("pins", "Pilih dulu salah satu: Alt 1 sampai Alt {last}.", language).format(last=choices)


def pin_refused(refusal: PinRefusal, tries_left: int, wait: int, language: Language) -> str:
    """`wait` is whole seconds until the next try, 0 where none is needed."""
    match refusal:
        case PinRefusal.NEEDED:
            return tr("pins", "Perlu PIN seseorang yang berhak.", language)
        case PinRefusal.NO_RIGHT:
            return tr("pins", "PIN benar, tetapi orang ini tidak berhak.", language)
        case PinRefusal.LOCKED:
            return tr("pins", "Sepuluh kali salah. Pemilik membukanya di komputer ini.", language)
        case PinRefusal.WRONG if wait:
            words = tr("pins", "PIN salah, sisa {count} kali. Tunggu {time}.", language)
            return words.format(count=tries_left, time=duration(wait, language))
        case PinRefusal.WRONG:
            return tr("pins", "PIN salah, sisa {count} kali.", language).format(count=tries_left)
        case PinRefusal.TOO_SOON if wait:
            return tr("pins", "Tunggu {time} sebelum mencoba lagi.", language).format(
                time=duration(wait, language)
            )
        case PinRefusal.TOO_SOON:
            return tr("pins", "Silakan coba lagi.", language)
