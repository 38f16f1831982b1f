"""The window that faces the customer. It draws what the till said last, and takes nothing but a change of language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from math import ceil

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from pos_app.domain.language import Language
from pos_app.domain.method import Method
from pos_app.till.messages import CounterShown, Event, Halted
from pos_app.till.ports import Clock
from pos_app.till.shop import Shop
from pos_app.till.snapshot import Counter
from pos_app.till.stage import Stage
from pos_app.ui.countdown import countdown
from pos_app.ui.customer.canvas import canvas
from pos_app.ui.customer.cart import CartFace
from pos_app.ui.customer.face import FaceView
from pos_app.ui.customer.fade import Fade
from pos_app.ui.customer.hold import Hold
from pos_app.ui.customer.idle import IdleFace
from pos_app.ui.customer.marks import Marks
from pos_app.ui.customer.notice import CALM_FACES, NoticeFace
from pos_app.ui.customer.paid import PaidFace
from pos_app.ui.customer.qr import QrFace
from pos_app.ui.customer.scene import Face, Scene, newest_row, withdrawn
from pos_app.ui.customer.store_code import StoreCodeFace
from pos_app.ui.pauses import Pauses
from pos_app.ui.specimen import specimen
from pos_app.ui.theme import Theme
from pos_app.ui.wake import seconds_until_change


class CustomerWindow(QWidget):
    """Frameless, without focus: the scanner and the keys stay the cashier's.

    `methods` are the ways of paying that the shop has switched on.
    """

    def __init__(
        self,
        shop: Shop,
        methods: Sequence[Method],
        clock: Clock,
        theme: Theme,
        *,
        reduce_motion: bool = False,
    ) -> None:
        super().__init__(None, Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setWindowTitle(f"Layar Pelanggan — {shop.store}")
        self._shop = shop
        self._methods = tuple(methods)
        self._clock = clock
        self._reduce_motion = reduce_motion
        self._is_halted = False
        self._last: Counter | None = None
        self._shown: Counter | None = None
        self._newest: int | None = None
        self._hold = Hold()
        self._language = Language.INDONESIAN
        self._face: Face | None = None
        self._build(theme)
        self._wake = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._wake.timeout.connect(self._refresh)
        self._ahead = Pauses(self._make_ready(), self)
        self._refresh()

    @property
    def face(self) -> Face:
        """The picture that is on the display."""
        return self._face or Face.IDLE

    @property
    def words(self) -> tuple[str, ...]:
        """What is written on the display, as it was last painted."""
        return self._views[self.face].words

    @property
    def language(self) -> Language:
        return self._language

    @property
    def shows_qr(self) -> bool:
        """Whether a customer can scan a QR from this window now."""
        return self.isVisible() and self.face is Face.QR and self._qr.is_scannable

    @property
    def is_getting_ready(self) -> bool:
        """Whether faces are still tried on, out of sight."""
        return self._ahead.isActive()

    @Slot(object)
    def receive(self, event: Event) -> None:
        """Every event of the till; the display looks at two kinds."""
        if isinstance(event, CounterShown):
            self.show_counter(event.counter)
        elif isinstance(event, Halted):
            self._is_halted = True
            if self._last is not None:
                self.show_counter(self._last)

    def show_counter(self, counter: Counter) -> None:
        if self._is_halted:
            counter = withdrawn(counter)
        self._newest = newest_row(self._last, counter, self._newest)
        self._last = counter
        self._refresh()

    def _build(self, theme: Theme) -> None:
        self._qr = QrFace(theme, self)
        self._paid = PaidFace(theme, self, reduce_motion=self._reduce_motion)
        notice = NoticeFace(theme, self)
        self._views: dict[Face, FaceView] = {
            Face.IDLE: IdleFace(theme, self),
            Face.CART: CartFace(theme, self),
            Face.PREPARING: notice,
            Face.QR_COMING: self._qr,
            Face.IN_DOUBT: notice,
            Face.QR_IN_DOUBT: self._qr,
            Face.QR: self._qr,
            Face.STORE_CODE: StoreCodeFace(theme, self),
            Face.WITHHELD: notice,
            Face.CLOSING: notice,
            Face.PAID: self._paid,
            Face.EXPIRED: notice,
            Face.ENDED: notice,
        }
        for view in set(self._views.values()):
            view.hide()
        self._fade = Fade(self)
        is_real = self._shop.environment.is_real
        self._marks = Marks(theme, self, self._change_language, is_real=is_real)

    @Slot()
    def _refresh(self) -> None:
        """Look at the clock, and draw what is true now."""
        monotonic, now = self._clock.monotonic(), self._clock.now()
        shown = self._hold.shown(self._last, monotonic)
        self._follow_sale(shown)
        self._turn_to(self._scene(shown, monotonic, now))
        self._wake_at(shown, monotonic)

    def _scene(self, shown: Counter | None, monotonic: float, now: datetime) -> Scene:
        return Scene(
            shop=self._shop,
            methods=self._methods,
            language=self._language,
            counter=replace(shown, watch=None)
            if shown
            else None,  # checks that went on show nothing new here
            left=countdown(shown.watch if shown else None, monotonic),
            now=now.replace(second=0, microsecond=0),
            newest=self._newest if shown is self._last else None,
        )

    def _make_ready(self) -> Iterator[None]:
        """The faces of a payment, drawn out of sight: letters and icons are drawn slowly once."""
        for stage in (Stage.RINGING_UP, Stage.PREPARING, Stage.WAITING, Stage.PAID):
            monotonic = self._clock.monotonic()
            counter = specimen(stage, monotonic, "Contoh")
            scene = self._scene(counter, monotonic, self._clock.now())
            view = self._views[scene.face]
            if view is not self._views[self.face]:
                view.setGeometry(self.rect())
                view.show_scene(scene)
                view.grab()
                view.forget()
                yield

    def _follow_sale(self, shown: Counter | None) -> None:
        """Each customer is greeted in Indonesian."""
        if shown is not None and (self._shown is None or shown.sale.id != self._shown.sale.id):
            self._language = Language.INDONESIAN
        self._shown = shown

    def _turn_to(self, scene: Scene) -> None:
        old, new = self._face, scene.face
        view, before = self._views[new], self._views[old] if old is not None else None
        if before is not None and old is not new:
            if self._may_fade(old, new):
                self._fade.begin(before.grab())
            else:
                self._fade.stop()
            if before is not view:
                before.hide()
                before.forget()
        self._face = new
        view.setGeometry(self.rect())
        view.show_scene(scene)
        view.show()
        if new is Face.PAID and old is not Face.PAID:
            self._paid.begin()
        self._lay_marks()

    def _may_fade(self, old: Face | None, new: Face) -> bool:
        """Never while something payable is or was on the screen: it comes and goes at once."""
        payable = new.is_payable or (old is not None and old.is_payable)
        return self.isVisible() and not self._reduce_motion and not payable

    def _lay_marks(self) -> None:
        face = self.face
        button = self._views[face].language_place(canvas(self.size()))
        has_bands = face is Face.QR and self._qr.is_scannable
        self._marks.lay(button, self._language, is_calm=face in CALM_FACES, has_bands=has_bands)

    def _wake_at(self, shown: Counter | None, monotonic: float) -> None:
        watch = shown.watch if shown else None
        held = self._hold.ends(self._last)
        wait = seconds_until_change(self._clock.now(), monotonic, watch, held)
        self._wake.start(ceil(wait * 1000) + 1)

    @Slot()
    def _change_language(self) -> None:
        self._language = self._language.other
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fade.stop()
        self._views[self.face].setGeometry(self.rect())
        self._lay_marks()

    def showEvent(self, event: QShowEvent) -> None:
        self._ahead.start()
        self._lay_marks()
