"""One person of the staff: what the role may, and what can be changed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pos_app.domain.language import Language
from pos_app.domain.staff import Member
from pos_app.ui.i18n import tr
from pos_app.ui.keys import Action
from pos_app.ui.manager.errand import Errand
from pos_app.ui.manager.side_panel import SidePanel
from pos_app.ui.manager.staffing import adding, changing_pin, changing_role, dismissing
from pos_app.ui.text.staff import role_name, role_rights
from pos_app.ui.theme import Theme
from pos_app.ui.widgets.key_button import KeyButton
from pos_app.ui.widgets.label import ElidedLabel
from pos_app.ui.widgets.paragraph import Paragraph


class MemberPanel(SidePanel):
    """Signals: `wanted` with the Errand that was asked for."""

    wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._member: Member | None = None
        self._name = ElidedLabel("panel-title")
        self._role = ElidedLabel("meta")
        self._rights = Paragraph("body", 20)
        self.change_role = KeyButton(theme, "plain", Action.FIRST.value, "user-cog")
        self.change_pin = KeyButton(theme, "plain", Action.SECOND.value, "key-round")
        self.dismiss = KeyButton(theme, "danger", Action.REMOVE.value, "user-minus")
        self.add = KeyButton(theme, "primary", Action.MORE.value, "user-plus")
        self._lay_out()
        self.add.clicked.connect(lambda: self.wanted.emit(adding(is_first=self._member is None)))
        self.change_role.clicked.connect(lambda: self._want(changing_role))
        self.change_pin.clicked.connect(lambda: self._want(changing_pin))
        self.dismiss.clicked.connect(lambda: self._want(dismissing))

    def show_member(self, member: Member | None, language: Language) -> None:
        self._member = member
        nobody = tr("staff", "Belum ada staf", language)
        self._name.setText(member.name if member else nobody)
        self._role.setText(role_name(member.role, language) if member else "")
        self._role.setVisible(member is not None)
        self._rights.setText(role_rights(member.role, language) if member else "")
        self.change_role.show_words(tr("staff", "Ubah peran", language))
        self.change_pin.show_words(tr("staff", "Ganti PIN", language))
        self.dismiss.show_words(tr("staff", "Berhentikan", language))
        self.add.show_words(
            tr("staff", "Tambah staf", language) if member else tr("staff", "Manajer pertama", language)
        )
        for button in (self.change_role, self.change_pin, self.dismiss):
            button.setVisible(member is not None)

    def act(self, action: Action) -> bool:
        buttons = {
            Action.MORE: self.add,
            Action.FIRST: self.change_role,
            Action.SECOND: self.change_pin,
            Action.REMOVE: self.dismiss,
        }
        button = buttons.get(action)
        if button is None or button.isHidden():
            return False
        button.click()
        return True

    def _want(self, make: Callable[[Member], Errand]) -> None:
        if self._member is not None:
            self.wanted.emit(make(self._member))

    def _lay_out(self) -> None:
        self.head_with(self._name, self._role)
        self.body.setContentsMargins(20, 16, 20, 16)
        self.body.addWidget(self._rights)
        self.body.addStretch(1)
        for button in (self.add, self.change_role, self.change_pin):
            self.foot.addWidget(button)
        self.foot.addSpacing(8)
        self.foot.addWidget(self.dismiss)
