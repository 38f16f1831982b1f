"""The links in the top bar: what they say to eyes, ears and the mouse."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from pos_app.domain.environment import Environment
from pos_app.domain.errors import Problem
from pos_app.domain.language import Language
from pos_app.domain.printer import PrinterTrouble
from pos_app.domain.relay import RelayTrouble
from pos_app.till.messages import LightsShown
from pos_app.till.snapshot import Light
from pos_app.till.stage import Glow
from pos_app.ui.text.light_stories import link_story
from pos_app.ui.text.links import Link
from pos_app.ui.widgets.label import ElidedLabel
from tests.ui import snapshots
from tests.ui.cashier.conftest import Desk, MakeDesk
from tests.ui.cashier.test_layout import SIZES, cut, place

SINCE = snapshots.NOW - timedelta(minutes=12)
ALL_BAD = LightsShown(
    gateway=Light(Glow.DOWN, since=SINCE),
    relay=Light(Glow.DOWN, since=SINCE),
    relay_trouble=RelayTrouble.NO_RELAY,
    printer=Light(Glow.DOWN, since=SINCE),
    printer_trouble=PrinterTrouble.OUT_OF_PAPER,
)


def test_a_light_says_what_is_wrong_and_what_to_do(desk: Desk) -> None:
    desk.tell(ALL_BAD)
    lights = desk.window.top_bar.lights
    assert lights.gateway.accessibleDescription().startswith("Gateway terputus sejak 14.20\u00a0WIB.")
    assert lights.relay.accessibleDescription().endswith(
        "Manajer: di alamat [relay] url tidak ada relay, periksa tulisannya."
    )
    assert lights.printer.accessibleDescription() == (
        "Kertas printer habis. Pasang gulungan baru. Yang belum tercetak keluar sendiri setelah itu."
    )
    for light in (lights.gateway, lights.relay, lights.printer):
        assert light.accessibleDescription() in light.toolTip()


def test_the_words_follow_the_language(make_desk: MakeDesk) -> None:
    desk = make_desk(language=Language.ENGLISH)
    desk.tell(ALL_BAD)
    assert desk.window.top_bar.lights.printer.accessibleDescription().startswith(
        "The printer is out of paper."
    )


def test_a_display_that_was_pulled_out_is_missed_and_one_that_never_was_is_not(make_desk: MakeDesk) -> None:
    alone = make_desk(has_customer_display=False)
    alone.tell(snapshots.lights())
    assert not alone.window.top_bar.lights.display.isVisible()

    desk = make_desk()
    desk.tell(snapshots.lights())
    light = desk.window.top_bar.lights.display
    assert not light.chip.isVisible()
    desk.window.show_customer_display(is_there=False)
    assert light.chip.isVisible()
    assert light.chip.words == "Layar pelanggan terputus"
    assert light.chip.property("chip") == "amber"
    assert light.accessibleDescription().startswith("Layar pelanggan terputus. Periksa kabel")
    desk.window.show_customer_display(is_there=True)
    assert not light.chip.isVisible()
    assert light.accessibleDescription().startswith("Layar pelanggan tersambung.")


def test_what_a_server_says_is_never_read_as_mark_up(desk: Desk) -> None:
    wrong = replace(ALL_BAD, printer=Light(Glow.DOWN, reason="<b>down</b>"))
    desk.tell(replace(wrong, printer_trouble=PrinterTrouble.WRONG_SETTING))
    assert "&lt;b&gt;down&lt;/b&gt;" in desk.window.top_bar.lights.printer.toolTip()


@pytest.mark.parametrize("language", list(Language))
def test_every_trouble_has_two_whole_sentences(language: Language) -> None:
    for trouble in (None, *PrinterTrouble):
        story = link_story(Link.PRINTER, replace(ALL_BAD, printer_trouble=trouble), language)
        assert story.state.endswith(".")
        assert story.note.endswith(".")
    for relay_trouble in (None, *RelayTrouble):
        story = link_story(Link.RELAY, replace(ALL_BAD, relay_trouble=relay_trouble), language)
        assert story.state.endswith(".")
        assert story.note.endswith(".")
    for problem in (Problem.WRONG_KEY, Problem.NO_KEY, Problem.KEYRING_UNAVAILABLE):
        gateway = Light(Glow.DOWN, reason=problem.value)
        story = link_story(Link.GATEWAY, replace(ALL_BAD, gateway=gateway), language)
        assert "{" not in f"{story.state} {story.note}"
        assert "F5" not in story.note


def test_a_wrong_setting_is_told_in_the_words_of_who_found_it() -> None:
    light = Light(Glow.DOWN, reason="“/tmp” bukan berkas. Tulis jalurnya, misalnya /dev/usb/lp0.")
    wrong = replace(ALL_BAD, printer=light, printer_trouble=PrinterTrouble.WRONG_SETTING)
    assert link_story(Link.PRINTER, wrong, Language.INDONESIAN).note == light.reason


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("environment", list(Environment))
def test_chips_keep_clear_of_the_practice_tab(
    make_desk: MakeDesk, environment: Environment, size: tuple[int, int], language: Language
) -> None:
    desk = make_desk(environment, size, language=language)
    desk.show(snapshots.waiting())
    desk.tell(ALL_BAD)
    desk.window.show_customer_display(is_there=False)
    desk.settle()
    assert list(cut(desk.window)) == []
    marks, lights = desk.window.marks, desk.window.top_bar.lights
    assert (marks is None) == environment.is_real
    for light in (lights.gateway, lights.relay, lights.display, lights.printer):
        assert light.chip.isVisible()
        if marks is not None:
            assert not place(light.chip, desk.window).intersects(place(marks.tab, desk.window))


@pytest.mark.parametrize("size", SIZES)
def test_a_long_shop_name_ends_before_the_practice_tab(
    make_desk: MakeDesk, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    long = snapshots.shop(Environment.PRACTICE)._replace(store="Toko Serba Ada Sumber Rejeki " * 3)
    monkeypatch.setattr(snapshots, "shop", lambda _environment: long)
    desk = make_desk(Environment.PRACTICE, size)
    desk.show(snapshots.ringing_up())
    desk.settle()
    marks = desk.window.marks
    assert marks is not None
    names = [label for label in desk.window.top_bar.findChildren(ElidedLabel) if label.isVisible()]
    assert any(label.shown != label.text() for label in names)
    for label in names:
        assert place(label, desk.window).right() < place(marks.tab, desk.window).left()
