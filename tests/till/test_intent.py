from __future__ import annotations

import json
from dataclasses import replace

from pos_app.domain.cart import Cart
from pos_app.domain.method import Method
from pos_app.domain.money import Rupiah
from pos_app.midtrans import wire
from pos_app.till.intent import intended
from pos_app.till.kit import Kit
from tests.fakes.calls import FakeCalls
from tests.fakes.chance import FakeChance
from tests.till.harness import Bench


class Composing:
    """The fake gateway with the real composer, which is pure."""

    compose = staticmethod(wire.compose)


def store_paper(method: Method, message: str, *free_texts: str) -> dict[str, str]:
    """The `cstore` part of the charge that a sale of a shop with these settings makes."""
    bench = Bench()
    shop = bench.shop._replace(
        store="Toko Sinar Jaya | Kemang", store_message=message, store_free_texts=free_texts
    )
    bench.gateway.compose = Composing.compose  # type: ignore[method-assign]  # only this one is asked for
    kit = Kit(
        journal=bench.journal,
        gateway=bench.gateway,
        calls=FakeCalls(),
        clock=bench.clock,
        chance=FakeChance(),
        shop=shop,
        publish=bench.events.append,
    )
    sale = replace(bench.counter.sale, number=218, cart=Cart().add_amount(Rupiah(44_000), "Nominal"))
    cstore: dict[str, str] = json.loads(intended(kit, sale, method, 1).request)["cstore"]
    return cstore


def test_the_store_s_paper_names_shop_till_and_sale() -> None:
    assert store_paper(Method.ALFAMART, "{till}-{sale}", "{store}", "Penjualan {sale}") == {
        "store": "alfamart",
        "message": "02-0218",
        "alfamart_free_text_1": "Toko Sinar Jaya / Kemang",
        "alfamart_free_text_2": "Penjualan 0218",
    }


def test_what_became_too_long_is_cut_to_the_store_s_paper() -> None:
    said = store_paper(Method.ALFAMART, "{store} {sale}", "{store} {store}")
    assert said["message"] == "Toko Sinar Jaya / Ke"
    assert said["alfamart_free_text_1"] == "Toko Sinar Jaya / Kemang Toko Sinar Jaya"


def test_indomaret_has_no_free_texts() -> None:
    assert store_paper(Method.INDOMARET, "{sale}", "{store}") == {"store": "indomaret", "message": "0218"}
