"""The customer page in a real browser (Debian's Chromium, headless), pressed as a person presses it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import TypeVar

import pytest
import zxingcpp
from PIL import Image
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.chrome.webdriver import WebDriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

from pos_app.practice.ledger import Status, Transaction
from pos_app.practice.serve import PracticeServer
from tests.practice.caller import Answer, Caller, charge_body, store_body

pytestmark = pytest.mark.slow

T = TypeVar("T")

_PHONE = {"width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": True}
_FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


def _installed(program: str) -> str:
    path = shutil.which(program)
    assert path, f"{program} is missing: apt-get install chromium chromium-driver"
    return path


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebDriver]:
    options = webdriver.ChromeOptions()
    options.binary_location = _installed("chromium")
    for flag in (*_FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('chromium')}"):
        options.add_argument(flag)
    driver = webdriver.Chrome(options, Service(_installed("chromedriver")))
    try:
        yield driver
    finally:
        driver.quit()


def _console(browser: WebDriver) -> list[object]:
    """What the page complained of since the last look."""
    return list(browser.get_log("browser"))  # type: ignore[no-untyped-call]  # selenium leaves it untyped


class Page:
    def __init__(self, browser: WebDriver, server: PracticeServer) -> None:
        self.browser = browser
        self.server = server

    def find(self, css: str) -> WebElement:
        return self.until(lambda: self.browser.find_elements(By.CSS_SELECTOR, css))[0]

    def until(self, happened: Callable[[], T]) -> T:
        return WebDriverWait(self.browser, 10, 0.02).until(lambda _: happened())

    def press(self, act: str, charged: Answer) -> None:
        button = self.find(f"[id='{act}-{charged.text('transaction_id')}']")
        assert button.accessible_name.endswith(charged.text("order_id"))
        button.click()

    def card(self, charged: Answer, status: str) -> WebElement:
        """Wait until the page shows the payment in that status."""
        return self.find(f"[id='payment-{charged.text('transaction_id')}'][data-status='{status}']")

    def transaction(self, charged: Answer) -> Transaction:
        return self.server.gateway.find(charged.text("transaction_id"))


@pytest.fixture
def page(browser: WebDriver, server: PracticeServer) -> Iterator[Page]:
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", _PHONE)
    browser.get(server.customer_url)
    browser.execute_script("localStorage.clear()")
    browser.get(server.customer_url)
    yield Page(browser, server)
    assert _console(browser) == []


def test_a_payment_appears_by_itself_and_is_paid_by_one_press(page: Page, caller: Caller) -> None:
    charged = caller.charge(charge_body(amount=210_900))
    card = page.card(charged, "pending")
    assert "Rp\u00a0210.900" in str(card.get_property("textContent"))
    page.press("pay", charged)
    assert "Lunas" in page.card(charged, "settlement").text
    assert page.transaction(charged).status is Status.SETTLEMENT
    page.until(lambda: "210.900 dibayar" in page.find("#news").text)


def test_a_failing_wallet_leaves_the_payment_waiting(page: Page, caller: Caller) -> None:
    charged = caller.charge(charge_body())
    page.press("fail", charged)
    card = page.card(charged, "pending")
    page.until(lambda: "Gagal di dompet 1 kali" in card.text)
    assert page.transaction(charged).failed_attempts == 1


def test_expiring_and_paying_late(page: Page, caller: Caller) -> None:
    charged = caller.charge(charge_body())
    page.press("expire", charged)
    page.card(charged, "expire")
    page.press("pay-late", charged)
    page.card(charged, "settlement")


def test_paying_twice(page: Page, caller: Caller) -> None:
    charged = caller.charge(charge_body())
    page.press("pay-twice", charged)
    page.card(charged, "settlement")
    page.until(lambda: "dua kali" in page.find("#news").text)


def test_a_store_code_is_typed_and_paid_and_taken_back(page: Page, caller: Caller) -> None:
    charged = caller.charge(store_body("indomaret", 75_000))
    page.card(charged, "pending")
    entry = page.find("#store-code")
    entry.send_keys("000", Keys.ENTER)
    page.until(lambda: "Tidak ada" in page.find("#code-answer").text)
    entry.clear()
    entry.send_keys(charged.text("payment_code"), Keys.ENTER)
    answer = page.find("#code-answer").text
    assert "Indomaret" in answer
    assert "75.000" in answer
    assert "TOKO SINAR JAYA" in answer
    page.browser.switch_to.active_element.send_keys(Keys.ENTER)
    page.card(charged, "settlement")
    page.press("reverse", charged)
    page.card(charged, "deny")


def test_the_qr_on_the_page_is_the_one_of_the_charge(page: Page, caller: Caller) -> None:
    charged = caller.charge(charge_body("qris", 18_500))
    card = page.card(charged, "pending")
    picture = card.find_element(By.CSS_SELECTOR, "img.qr")
    page.until(lambda: picture.get_property("complete") and picture.get_property("naturalWidth"))
    with Image.open(BytesIO(picture.screenshot_as_png)) as seen:
        assert [code.text for code in zxingcpp.read_barcodes(seen)] == [charged.text("qr_string")]
    assert card.find_element(By.CSS_SELECTOR, "[data-part=qr-text]").get_property(
        "textContent"
    ) == charged.text("qr_string")


def test_a_press_that_comes_too_late_is_said(page: Page, caller: Caller) -> None:
    charged = caller.charge(charge_body())
    page.card(charged, "pending")
    page.browser.execute_script("poll = async () => {}")
    caller.post(charged.text("order_id"), "cancel")
    page.press("pay", charged)
    page.until(lambda: "sudah berubah" in page.find("#news").text)
    assert "409" in str(_console(page.browser))


def test_the_page_speaks_english_too_and_remembers_it(page: Page, caller: Caller) -> None:
    charged = caller.charge(charge_body())
    page.find("#language").click()
    page.until(lambda: page.find(f"[id='pay-{charged.text('transaction_id')}']").text == "Pay")
    page.browser.refresh()
    assert page.find("h1").text == "You are the customer"
    assert page.find("html").get_attribute("lang") == "en"


def test_the_practice_stripes_frame_the_page_and_nothing_is_cut_off_on_a_phone(
    page: Page, caller: Caller
) -> None:
    charged = caller.charge(store_body("alfamart"))
    page.card(charged, "pending")
    assert "BUKAN PEMBAYARAN ASLI" in page.find(".tab").text
    with Image.open(BytesIO(page.browser.get_screenshot_as_png())) as seen:
        edge = {seen.convert("RGB").getpixel((4, y)) for y in range(0, seen.height, 2)}
    assert {(250, 204, 21), (17, 24, 39)} <= edge
    widths = page.browser.execute_script(
        "return [document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    )
    assert widths[0] == widths[1]


def test_the_deep_link_of_a_charge_leads_to_its_payment(page: Page, caller: Caller) -> None:
    charged = caller.charge(charge_body())
    page.browser.get(page.server.url + charged.action("deeplink-redirect"))
    assert "is-chosen" in str(page.card(charged, "pending").get_attribute("class"))


def test_a_gateway_that_is_gone_is_said(browser: WebDriver) -> None:
    with PracticeServer() as server:
        browser.get(server.customer_url)
        page = Page(browser, server)
        assert not page.find("#unreachable").is_displayed()
    page.until(lambda: page.find("#unreachable").is_displayed())
    assert "ERR_CONNECTION_REFUSED" in str(_console(browser))
