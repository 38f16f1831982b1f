"""Papers of one shop, and settings, for every test of this room."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from pos_app.domain import receipt
from pos_app.domain.cart import Line, Totals
from pos_app.domain.effect import Effect, EffectKind
from pos_app.domain.environment import Environment
from pos_app.domain.method import Method
from pos_app.domain.money import ZERO, Rupiah
from pos_app.domain.printer_address import NetworkAddress, PrinterAddress
from pos_app.domain.reconciliation import DayProof, Standing, Tally
from pos_app.printing.settings import PrinterSettings

NOW = datetime(2026, 11, 20, 9, 8, tzinfo=UTC)
SETTLED = datetime(2026, 11, 20, 7, 35, 22, tzinfo=UTC)

HEAD = receipt.Letterhead(
    store="Toko Sinar Jaya",
    environment=Environment.PRODUCTION,
    address="Jl. Kemang Raya 18, Jakarta Selatan",
    phone="021 555 0118",
    till="02",
    cashier="Rani P.",
)
LINES = (
    Line("Kopi Susu Gula Aren 250 ml", Rupiah(18_000), 2),
    Line("Mi Goreng Instan 85 g", Rupiah(3_200), 5),
    Line("Sabun Mandi Cair 450 ml", Rupiah(24_500), 1),
)
RECEIPT = receipt.Receipt(
    letterhead=replace(HEAD, footer=("Barang dapat ditukar dalam 7 hari dengan membawa struk ini.",)),
    sale="0218",
    lines=LINES,
    totals=Totals(Rupiah(76_500), Rupiah(3_500), Rupiah(8_030)),
    method=Method.GOPAY,
    order_id="TSJ-02-261120-0218-1-k7q2m",
    reference="513f1f01-c9da-474c-9fc9-d5c64364b709",
    settled_at=SETTLED,
)
SLIP = receipt.Slip(
    letterhead=HEAD,
    sale="0219",
    method=Method.ALFAMART,
    code="8127740588870520",
    amount=Rupiah(210_900),
    order_id="TSJ-02-261120-0219-1-m3x8p",
    pay_before=NOW + timedelta(hours=20),
    issued_at=NOW,
)
INDOMARET = replace(SLIP, method=Method.INDOMARET, code="578112341234")
TEST_PAGE = receipt.TestPage(letterhead=HEAD, printed_at=NOW)
PROOF = receipt.ProofPage(
    letterhead=replace(HEAD, cashier=""),
    proof=DayProof(
        till="02",
        day=date(2026, 11, 20),
        made_at=NOW + timedelta(hours=5),
        by="Bayu Santoso",
        asked=5,
        unread=("TSJ-02-261120-0231-1-p4z9k",),
        open=("TSJ-02-261120-0226-1-h2c6d", "TSJ-02-261120-0231-1-p4z9k"),
        tallies=(
            Tally(Method.GOPAY, Standing.MATCHED, 142, Rupiah(9_812_500)),
            Tally(Method.GOPAY, Standing.LATE, 1, Rupiah(44_000)),
            Tally(Method.GOPAY, Standing.OPEN, 1, Rupiah(73_000)),
            Tally(Method.GOPAY, Standing.RETURNED, 1, Rupiah(44_000)),
            Tally(Method.ALFAMART, Standing.OPEN, 1, Rupiah(210_900)),
            Tally(Method.INDOMARET, Standing.MATCHED, 12, Rupiah(2_450_000)),
            Tally(Method.INDOMARET, Standing.FORCED, 1, Rupiah(180_000)),
            Tally(Method.INDOMARET, Standing.RETURNED, 1, Rupiah(180_000)),
        ),
        late=("TSJ-02-261120-0102-1-q8w3e",),
        forced=("TSJ-02-261120-0177-2-n5t7y",),
    ),
)
EFFECT = Effect(RECEIPT.order_id, EffectKind.RECEIPT)
SLIP_EFFECT = Effect(SLIP.order_id, EffectKind.SLIP)
KICK = Effect("TSJ-02-261120-0220-1-aaaaa", EffectKind.DRAWER)


def in_environment(slip: receipt.Slip, environment: Environment) -> receipt.Slip:
    return replace(slip, letterhead=replace(slip.letterhead, environment=environment))


def long_receipt(lines: int) -> receipt.Receipt:
    bought = tuple(Line(f"Barang nomor {index} ukuran sedang", Rupiah(1_500), 2) for index in range(lines))
    total = sum((line.total for line in bought), ZERO)
    return replace(RECEIPT, lines=bought, totals=Totals(total, ZERO, ZERO))


def printer(address: PrinterAddress | None = None) -> PrinterSettings:
    return PrinterSettings(address=address or NetworkAddress("127.0.0.1"))
