"""Changes of the staff as errands: who, as what, with which PIN, and which manager says so."""

from __future__ import annotations

from collections.abc import Callable

from pos_app.domain.language import Language
from pos_app.domain.staff import Member, Pin, Role
from pos_app.till.desk_messages import AddStaff, ChangeStaff, DismissStaff
from pos_app.till.messages import Command
from pos_app.ui.i18n import tr
from pos_app.ui.manager.errand import Errand
from pos_app.ui.manager.question import Answer, Asking, Question
from pos_app.ui.text.staff import role_name, role_rights

_ROLES = tuple(Role)


def adding(*, is_first: bool) -> Errand:
    """Name and role, the new PIN twice, then a manager's; the first person is a manager and needs none."""

    def asking(language: Language, is_narrow: bool) -> Question:
        first = tr("staff", "Orang pertama adalah manajer. Sejak itu kasir meminta PIN.", language)
        later = tr("staff", "Setiap orang punya PIN sendiri; PIN itulah namanya di kasir.", language)
        return Question(
            title=(
                tr("staff", "Manajer pertama", language) if is_first else tr("staff", "Tambah staf", language)
            ),
            choices_title="" if is_first else tr("staff", "Peran", language),
            choices=() if is_first else tuple(role_name(role, language) for role in _ROLES),
            text_title=tr("staff", "Nama", language),
            text_hint=tr("staff", "Ketik nama", language),
            advice=first if is_first else later,
            confirm=tr("staff", "Lanjut", language),
            keep=tr("staff", "Jangan", language),
        )

    def take(answer: Answer) -> Errand:
        role = Role.MANAGER if is_first else _ROLES[answer.choice]
        name = answer.text

        def enrol(pin: Pin) -> Command | Errand:
            if is_first:
                return AddStaff(name, role, pin)
            return _by_manager(name, role, lambda manager: AddStaff(name, role, pin, manager))

        return _new_pin(name, enrol)

    return Errand(asking, take)


def changing_role(member: Member) -> Errand:
    def asking(language: Language, is_narrow: bool) -> Question:
        return Question(
            title=tr("staff", "Ubah peran", language),
            subtitle=member.name,
            choices_title=tr("staff", "Peran", language),
            choices=tuple(role_name(role, language) for role in _ROLES),
            pin_title=tr("pins", "PIN manajer", language),
            advice=role_rights(member.role, language),
            confirm=tr("staff", "Ubah", language),
            keep=tr("staff", "Jangan", language),
        )

    def take(answer: Answer) -> Command | None:
        if answer.pin is None:
            return None
        return ChangeStaff(member.id, answer.pin, role=_ROLES[answer.choice])

    return Errand(asking, take)


def changing_pin(member: Member) -> Errand:
    return _new_pin(
        member.name,
        lambda pin: _by_manager(
            member.name, member.role, lambda manager: ChangeStaff(member.id, manager, pin=pin)
        ),
    )


def dismissing(member: Member) -> Errand:
    def asking(language: Language, is_narrow: bool) -> Question:
        return Question(
            title=tr("staff", "Berhentikan {name}?", language).format(name=member.name),
            subtitle=role_name(member.role, language),
            is_destructive=True,
            pin_title=tr("pins", "PIN manajer", language),
            advice=tr(
                "staff", "PIN-nya tidak berlaku lagi. Namanya tetap pada yang sudah dikerjakan.", language
            ),
            confirm=tr("staff", "Berhentikan", language),
            keep=tr("staff", "Jangan", language),
        )

    def take(answer: Answer) -> Command | None:
        return DismissStaff(member.id, answer.pin) if answer.pin is not None else None

    return Errand(asking, take)


def _new_pin(name: str, then: Callable[[Pin], Command | Errand], *, differed: bool = False) -> Errand:
    """The same PIN twice: nobody sees what they type."""

    def first(language: Language, is_narrow: bool) -> Question:
        differ = tr("staff", "Dua PIN tadi tidak sama. Ketik lagi.", language)
        digits = tr("staff", "4 sampai 8 angka, tidak sama dengan orang lain.", language)
        return _pin_question(
            name, tr("staff", "PIN baru", language), differ if differed else digits, language
        )

    def again(language: Language, is_narrow: bool) -> Question:
        same = tr("staff", "Ketik PIN yang sama sekali lagi.", language)
        return _pin_question(name, tr("staff", "Ulangi PIN baru", language), same, language)

    def take_first(answer: Answer) -> Errand | None:
        pin = answer.pin
        if pin is None:
            return None

        def take_again(repeated: Answer) -> Command | Errand:
            return then(pin) if repeated.pin == pin else _new_pin(name, then, differed=True)

        return Errand(again, take_again)

    return Errand(first, take_first)


def _pin_question(name: str, title: str, advice: str, language: Language) -> Question:
    return Question(
        title=title,
        subtitle=name,
        pin_title=title,
        advice=advice,
        confirm=tr("staff", "Lanjut", language),
        keep=tr("staff", "Jangan", language),
    )


def _by_manager(name: str, role: Role, make: Callable[[Pin], Command]) -> Errand:
    def take(answer: Answer) -> Command | None:
        return make(answer.pin) if answer.pin is not None else None

    return Errand(_manager_asking(name, role), take)


def _manager_asking(name: str, role: Role) -> Asking:
    def asking(language: Language, is_narrow: bool) -> Question:
        return Question(
            title=name,
            subtitle=role_name(role, language),
            pin_title=tr("pins", "PIN manajer", language),
            advice=role_rights(role, language),
            confirm=tr("staff", "Simpan", language),
            keep=tr("staff", "Jangan", language),
        )

    return asking
