"""The ways a customer can pay."""

from __future__ import annotations

from datetime import timedelta
from enum import Enum

from pos_app.domain.money import Rupiah


class Method(Enum):
    """One way of paying; the value is what the journal stores."""

    GOPAY = "gopay"
    QRIS = "qris"
    ALFAMART = "alfamart"
    INDOMARET = "indomaret"
    CASH = "cash"

    @property
    def is_gateway(self) -> bool:
        return self is not Method.CASH

    @property
    def shows_qr(self) -> bool:
        return self in (Method.GOPAY, Method.QRIS)

    @property
    def has_store_code(self) -> bool:
        return self in (Method.ALFAMART, Method.INDOMARET)

    @property
    def limits(self) -> tuple[Rupiah, Rupiah]:
        """The smallest and largest amount the gateway takes, in rupiah (wire-facts 9.1)."""
        return _LIMITS[self]

    @property
    def default_life(self) -> timedelta:
        """How long a customer has to pay unless the shop set something else (wire-facts 8)."""
        return timedelta(minutes=15) if self.shows_qr else timedelta(hours=24)


_LIMITS = {
    Method.GOPAY: (Rupiah(1), Rupiah(20_000_000)),
    Method.QRIS: (Rupiah(1), Rupiah(10_000_000)),
    Method.ALFAMART: (Rupiah(1), Rupiah(5_000_000)),
    Method.INDOMARET: (Rupiah(10_000), Rupiah(5_000_000)),
    Method.CASH: (Rupiah(1), Rupiah(999_999_999)),
}
