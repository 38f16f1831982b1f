"""Who is at the counter, who works here, and whether somebody may."""

from __future__ import annotations

from collections.abc import Callable

from pos_app.domain.decision import Obstacle, StaffError
from pos_app.domain.journal_errors import JournalUnwritableError
from pos_app.domain.pin import PinSalt, SealedPin, salts_of, whose
from pos_app.domain.staff import LONGEST_NAME, Member, Pin, Right
from pos_app.till.desk_messages import (
    AddStaff,
    ChangeStaff,
    DeskRefused,
    DismissStaff,
    PinAccepted,
    PinRefusal,
    PinRefused,
    StaffShown,
)
from pos_app.till.kit import Kit
from pos_app.till.pin_gate import Hashes, PinGate


class StaffDesk:
    """Without staff everything is allowed and nothing is locked. `switched` hears who took the counter."""

    def __init__(self, kit: Kit, gate: PinGate, switched: Callable[[], None]) -> None:
        self._kit = kit
        self._gate = gate
        self._switched = switched
        self._staff = self._members()
        self._at_counter: Member | None = None
        self._is_locked = bool(self._staff)  # after a start nobody knows who stands there

    @property
    def is_locked(self) -> bool:
        return self._is_locked

    @property
    def cashier(self) -> str:
        """Whose name goes on what happens now; empty while nobody is at the counter."""
        if not self._staff:
            return self._kit.shop.cashier
        return self._at_counter.name if self._at_counter and not self._is_locked else ""

    def show(self) -> None:
        self._kit.publish(self._shown())

    # the counter

    def lock(self) -> None:
        if self._staff:
            self._at_counter, self._is_locked = None, True
            self.show()

    def sign_in(self, pin: Pin) -> None:
        self._notice_changes()
        if self._staff:
            self._gate.identify(pin, None, self._took_counter)

    def _took_counter(self, member: Member) -> None:
        self._at_counter, self._is_locked = member, False
        self._kit.publish(PinAccepted(member, None))
        self._switched()
        self.show()

    # rights

    def allow(
        self, right: Right, pin: Pin | None, act: Callable[[str], None], *, own_act: bool = False
    ) -> None:
        """Run `act` with the name of whoever allows it, now or once the PIN is known.

        `own_act` wants a PIN even of the one at the counter: it must be the person, not the place.
        """
        self._notice_changes()
        if pin is not None and self._staff:
            self._gate.identify(pin, right, lambda member: self._accepted(member, right, act))
        elif not self._staff:
            self._accepted(None, right, act)
        elif self._shown().may(right) and not own_act:
            self._accepted(self._at_counter, right, act)
        else:
            self._want_pin(right)

    def _want_pin(self, right: Right) -> None:
        self._kit.publish(PinRefused(PinRefusal.NEEDED, right, self._gate.tries_left))

    def _accepted(self, member: Member | None, right: Right, act: Callable[[str], None]) -> None:
        self._kit.publish(PinAccepted(member, right))
        act(member.name if member else self._kit.shop.cashier)

    # who works here

    def add(self, command: AddStaff) -> None:
        name = " ".join(command.name.split())
        if not name:
            self._kit.publish(DeskRefused(Obstacle.NAME_MISSING))
        elif len(name) > LONGEST_NAME:
            self._kit.publish(DeskRefused(Obstacle.NAME_TOO_LONG))
        elif any(one.name.casefold() == name.casefold() for one in self._staff):
            self._kit.publish(DeskRefused(Obstacle.NAME_TAKEN, name))
        else:
            self._allow_change(command.manager, lambda by: self._enrol(name, command, by))

    def _enrol(self, name: str, command: AddStaff, by: str) -> None:
        is_first, at = not self._staff, self._kit.clock.now()

        def keep(pin: SealedPin) -> None:
            if is_first and self._kit.journal.staff():  # somebody was quicker: that one has to allow it
                self._want_pin(Right.STAFF)
            else:
                self._kit.journal.enrol(name, command.role, pin, by or name, at)

        self._seal(command.pin, keep)

    def change(self, command: ChangeStaff) -> None:
        journal, at = self._kit.journal, self._kit.clock.now()

        def changed(by: str, pin: SealedPin | None) -> None:
            journal.change_member(command.member_id, command.role, pin, by, at)

        def act(by: str) -> None:
            if command.pin is None:
                self._change(lambda: changed(by, None))
            else:
                self._seal(command.pin, lambda pin: changed(by, pin))

        self._allow_change(command.manager, act)

    def dismiss(self, command: DismissStaff) -> None:
        journal, at = self._kit.journal, self._kit.clock.now()
        self._allow_change(
            command.manager, lambda by: self._change(lambda: journal.dismiss(command.member_id, by, at))
        )

    def _allow_change(self, manager: Pin | None, act: Callable[[str], None]) -> None:
        self.allow(Right.STAFF, manager, act, own_act=True)

    def _seal(self, pin: Pin, keep: Callable[[SealedPin], object]) -> None:
        """Hash a new PIN, and keep it unless it names somebody already."""
        salts = salts_of(self._kit.journal.staff()) or (PinSalt(self._kit.chance.key()),)

        def hashed(hashes: Hashes) -> None:
            if not hashes:
                raise RuntimeError("the PIN could not be hashed: nothing was changed")
            if whose(self._kit.journal.staff(), hashes) is not None:
                self._kit.publish(DeskRefused(Obstacle.PIN_TAKEN))
                return
            self._change(lambda: keep(SealedPin(salts[0], hashes[salts[0]])))

        self._gate.hash(pin, salts, hashed)

    def _change(self, change: Callable[[], object]) -> None:
        try:
            change()
        except StaffError as error:
            self._kit.publish(DeskRefused(error.obstacle))
        except JournalUnwritableError:
            self._kit.publish(DeskRefused(Obstacle.JOURNAL_UNWRITABLE))
        else:
            self._look_again()

    def _look_again(self) -> None:
        was_first = not self._staff
        self._staff = self._members()
        mine = (one for one in self._staff if self._at_counter and one.id == self._at_counter.id)
        self._at_counter = self._staff[0] if was_first else next(mine, None)
        self._is_locked = self._at_counter is None
        if was_first:
            self._switched()
        self.show()

    def _notice_changes(self) -> None:
        """Another till may have made the first manager, from whom on this one asks for PINs too; or have let
        somebody go who stands here, or given them another role.
        """
        staff = self._members()
        if staff == self._staff:
            return
        if self._staff:
            self._look_again()
        else:
            self._staff = staff
            self.lock()

    def _members(self) -> tuple[Member, ...]:
        return tuple(one.member for one in self._kit.journal.staff())

    def _shown(self) -> StaffShown:
        return StaffShown(at_counter=self._at_counter, is_locked=self._is_locked, staff=self._staff)
