"""`settings.toml` is understood as a whole or refused with every fault told."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.domain.environment import Environment
from pos_app.domain.language import Language
from pos_app.domain.method import Method
from pos_app.domain.printer import CodePage, DrawerPin, PaperCut
from pos_app.domain.printer_address import NetworkAddress, PdfAddress
from pos_app.settings.faults import NoSettingsError, SettingsError
from pos_app.settings.file import parse, read
from pos_app.settings.model import Settings, Store

HERE = Path("/shop/settings.toml")
SMALLEST = '[store]\nname = "Toko Sinar Jaya"\n'

EVERYTHING = """
[store]
name = "Toko Sinar Jaya"
address = "Jl. Melati 5, Yogyakarta"
phone = "0274 555 123"
till = "02"
language = "en"

[gateway]
environment = "sandbox"
base_url = "http://127.0.0.1:8080/"
method = "qris"
notification_url = "https://shop.example/midtrans"
expiry_minutes = 30

[relay]
url = "https://relay.example/"

[journal]
url = "postgresql+psycopg://pos@db.example:5432/shop"

[printer]
kind = "network"
address = "192.168.1.50:9100"
width_mm = 58
text = true
code_page = "cp437"
cut = "full"
drawer_pin = 5
logo = "logo.png"
header = ["Buka 07.00–21.00"]
footer = ["Terima kasih", ""]

[store_code]
hours = 48
message = "Sinar Jaya"
free_texts = ["Toko Sinar Jaya", "Jl. Melati 5"]

[display]
screen = "HDMI-2"
quiet = true
reduce_motion = true
"""


def faults(text: str) -> str:
    with pytest.raises(SettingsError) as refused:
        parse(text, HERE)
    return str(refused.value)


def test_a_name_is_all_that_a_shop_must_set() -> None:
    understood = parse(SMALLEST, HERE)
    assert understood.settings == Settings(store=Store(name="Toko Sinar Jaya"))
    assert understood.settings.gateway.environment is Environment.PRACTICE
    assert understood.unknown == ()


def test_every_key_is_understood() -> None:
    understood = parse(EVERYTHING, HERE)
    assert understood.unknown == ()
    said = understood.settings
    assert said.store.language is Language.ENGLISH
    assert said.store.till == "02"
    assert said.gateway.environment is Environment.SANDBOX
    assert said.gateway.base_url == "http://127.0.0.1:8080"
    assert said.gateway.method is Method.QRIS
    assert said.gateway.expiry == timedelta(minutes=30)
    assert said.relay.url == "https://relay.example"
    assert said.journal.url == "postgresql+psycopg://pos@db.example:5432/shop"
    assert said.printer.address == NetworkAddress("192.168.1.50", 9100)
    assert (said.printer.width_mm, said.printer.drawer_pin) == (58, DrawerPin.FIVE)
    assert (said.printer.is_text, said.printer.code_page, said.printer.cut) == (
        True,
        CodePage.PC437,
        PaperCut.FULL,
    )
    assert said.printer.footer == ("Terima kasih", "")
    assert said.store_code.life == timedelta(hours=48)
    assert said.store_code.free_texts == ("Toko Sinar Jaya", "Jl. Melati 5")
    assert (said.display.screen, said.display.is_quiet, said.display.reduces_motion) == ("HDMI-2", True, True)


def test_a_path_does_not_depend_on_where_the_app_was_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/kasir")
    monkeypatch.setenv("USERPROFILE", "/home/kasir")
    kind = f'{SMALLEST}\n[printer]\nkind = "pdf"'
    told = parse(f'{kind}\naddress = "~/struk"\nlogo = "logo.png"', HERE).settings.printer
    assert (told.address, told.logo) == (PdfAddress(Path("/home/kasir/struk")), HERE.parent / "logo.png")
    nobody = parse(f'{kind}\naddress = "~nobody-is-called-so/struk"', HERE).settings.printer
    assert nobody.address == PdfAddress(HERE.parent / "~nobody-is-called-so/struk")


def test_what_is_filled_in_does_not_count_for_the_length() -> None:
    text = f'{SMALLEST}\n[store_code]\nmessage = "{{store}} {{till}}-{{sale}}"'
    assert parse(text, HERE).settings.store_code.message == "{store} {till}-{sale}"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            '[gateway]\nmethod = "gopya"',
            '[gateway] method: "gopya" can\'t be used: allowed is "gopay" or "qris"',
        ),
        ('[gateway]\nmethod = "cash"', 'allowed is "gopay" or "qris"'),
        (
            '[gateway]\nenvironment = "live"',
            'allowed is "practice" or "sandbox" or "production"',
        ),
        (
            "[gateway]\nexpiry_minutes = 0",
            "[gateway] expiry_minutes: 0 can't be used: a whole number from 1 to",
        ),
        ("[gateway]\nexpiry_minutes = true", "true can't be used: a whole number"),
        ('[gateway]\nexpiry_minutes = "15"', '"15" can\'t be used: a whole number'),
        (
            '[gateway]\nenvironment = "production"\nbase_url = "https://api.example"',
            "[gateway] base_url: is never allowed in production",
        ),
        ('[gateway]\nbase_url = "http://10.0.0.5"', "plain http is allowed to this PC only"),
        ('[gateway]\nbase_url = "https://user:pw@api.example"', "a name or password inside the address"),
        ('[gateway]\nbase_url = "https://api.example:port"', "a web address is needed"),
        ('[gateway]\nbase_url = "https://api.example/?q"', "nothing may follow the address"),
        ('[gateway]\nnotification_url = "https://a.example, ftp://b.example"', "a web address is needed"),
        (
            '[gateway]\nnotification_url = "' + ",".join(["https://a.example"] * 4) + '"',
            "at most 3 addresses",
        ),
        ('[relay]\nurl = "relay.example"', "[relay] url: "),
        ('[relay]\nurl = "https://relay..example"', "a web address is needed"),
        ('[relay]\nurl = "https://192.168.50"', "a web address is needed"),
        ('[journal]\nurl = "mysql://db/shop"', "a PostgreSQL database is needed"),
        ('[journal]\nurl = "postgresql+psycopg://pos:hush@db/shop"', "~/.pgpass"),
        *(
            (f'[journal]\nurl = "postgresql+psycopg://{rest}"', "~/.pgpass")
            for rest in (
                "pos@db/shop?password=hush",
                "pos@db/shop?PassWord=hush",
                "pos@db/shop?pass%77ord=hush",
                "pos@db/shop?sslmode=require&sslpassword=hush",
                "pos@db/shop#?password=hush",
                "pos%3Ahush@db/shop",
                "pos:@db/shop",
                "db/dbname=shop%20password=hush",
                "db/dbname=shop+password+=hush",
            )
        ),
        ('[printer]\nkind = "network"', "[printer] address: must be the printer's host, such as"),
        (
            '[printer]\nkind = "network"\naddress = "192.168.1.50:70000"',
            "[printer] address: must be the printer's host",
        ),
        ('[printer]\nkind = "usb"\naddress = "04b8"', "must be its vendor and product, such as"),
        ('[printer]\nkind = "serial"\naddress = "COM3@12345"', "speeds are 1200, 2400, 4800"),
        ("[printer]\nwidth_mm = 76", "[printer] width_mm: 76 can't be used: allowed is 80 or 58"),
        ("[printer]\ndrawer_pin = 3", "allowed is 2 or 5"),
        ('[printer]\nheader = "one"', "a list of at most 6 texts is needed"),
        ("[printer]\nheader = [1]", "a list of at most 6 texts is needed"),
        ('[printer]\ncode_page = "utf-8"', 'allowed is "cp437" or'),
        (
            '[store_code]\nmessage = "a message of more than twenty"',
            "at most 20 characters are allowed, and these",
        ),
        ('[store_code]\nfree_texts = ["", "", "", ""]', "a list of at most 3 texts"),
        ('[store_code]\nfree_texts = ["a\\tb"]', "one line of text is needed"),
        (
            '[store_code]\nmessage = "{shop}"',
            "nobody knows {shop}; what is filled in is {store}, {till}, {sale}",
        ),
        (
            f'[store_code]\nfree_texts = ["{"x" * 41}"]',
            "at most 40 characters are allowed, and these are 41",
        ),
        ('[display]\nquiet = "yes"', '[display] quiet: "yes" can\'t be used: allowed is true or false'),
        ("[display]\nscreen = 2", "a text in quotes is needed"),
        ('[display]\nscreen = " "', "not blank"),
        ("relay = 5", "relay: must be a table"),
    ],
)
def test_a_bad_value_names_the_file_the_key_and_what_is_allowed(line: str, said: str) -> None:
    text = f"{line}\n{SMALLEST}"
    assert said in faults(text)
    assert str(HERE) in faults(text)


@pytest.mark.parametrize("line", ["", "name = 3", 'name = ""', 'name = "  "', 'name = "a\\nb"', "name = []"])
def test_a_shop_has_a_name(line: str) -> None:
    assert faults(f"[store]\n{line}").count("[store] name: ") == 1


@pytest.mark.parametrize(
    "line",
    [
        '[journal]\nurl = "postgresql+psycopg://pos:hush@db/shop"',
        '[journal]\nurl = "postgresql+psycopg://pos@db/shop?pass%77ord=hush"',
        '[journal]\nurl = "mysql://pos:hush@db/shop"',
        '[gateway]\nbase_url = "https://user:hush@api.example"',
    ],
)
def test_a_password_is_refused_and_not_repeated(line: str) -> None:
    assert "hush" not in faults(f"{line}\n{SMALLEST}")


@pytest.mark.parametrize("till", ["0-2", "kasir 1", "123456789", "é", ""])
def test_a_till_has_a_name_that_fits_into_an_order_id(till: str) -> None:
    assert "[store] till: " in faults(f'{SMALLEST}till = "{till}"')


def test_all_faults_are_told_at_once() -> None:
    assert (
        len(faults("[gateway]\nmethod = 1\nexpiry_minutes = 1.5\n[printer]\nwidth_mm = 1").splitlines()) == 4
    )


def test_a_long_value_is_told_short_and_without_control_characters() -> None:
    said = faults(SMALLEST + 'till = "\\u001b[31m' + "x" * 5000 + '"')
    assert len(said) < 250
    assert "\x1b" not in said


def test_keys_that_nobody_knows_are_named_and_do_no_harm() -> None:
    understood = parse(
        'colour = "red"\n' + SMALLEST + 'adress = "Jl. Melati"\n[printers]\nkind = "usb"', HERE
    )
    assert understood.unknown == ("colour", "[printers]", "[store] adress")


@pytest.mark.parametrize(
    "place",
    [
        'key = "{}"\n[store]\nname = "T"',
        '[store]\nname = "{}"',
        '[gateway]\nserver_key = ["{}"]\n[store]\nname = "T"',
    ],
)
def test_a_server_key_in_the_file_is_refused_and_not_repeated(place: str) -> None:
    key = "SB-Mid-server-GwUP_WGbJPXsDzsNEBRs8IYA"
    said = faults(place.format(key))
    assert "take it out" in said
    assert "GwUP" not in said


@pytest.mark.parametrize("text", ["[store\nname = 1", "name = \nb = 2", "a = 1\na = 2\nb = 2"])
def test_what_is_no_toml_is_told_with_its_line(text: str) -> None:
    assert "line" in faults(text)


@given(st.text())
def test_any_text_is_understood_or_refused(text: str) -> None:
    try:
        parse(text, HERE)
    except SettingsError as refused:
        assert refused.faults


def test_a_file_is_read_from_disk_also_with_windows_marks(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(b"\xef\xbb\xbf" + SMALLEST.replace("\n", "\r\n").encode())
    assert read(path).settings.store.name == "Toko Sinar Jaya"


def test_a_file_that_is_not_there_is_told_apart(tmp_path: Path) -> None:
    with pytest.raises(NoSettingsError):
        read(tmp_path / "settings.toml")


@pytest.mark.parametrize("content", [b"\xff\xfe[", b'[store]\nname = "caf\xe9"'])
def test_a_file_in_another_encoding_says_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    with pytest.raises(SettingsError, match="UTF-8"):
        read(path)


def test_a_folder_in_the_files_place_says_so(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="can't be read"):
        read(tmp_path)


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ('[Store]\nname = "Toko"', "[Store]"),
        ('[store]\nName = "Toko"', "[store] Name"),
        ('name = "Toko"', "name"),
    ],
)
def test_a_file_at_fault_names_the_keys_that_nobody_knows_too(text: str, unknown: str) -> None:
    """What must be set stands there under another name, before the eyes of who reads that it is missing."""
    with pytest.raises(SettingsError) as refused:
        parse(text, HERE)
    assert f"{HERE}: {unknown}: nobody knows this" in str(refused.value)
