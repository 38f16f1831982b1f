"""What a payment causes outside the till: sound, paper, drawer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class EffectKind(Enum):
    """What a change of a payment causes outside, once each."""

    CHIME = "chime"
    SLIP = "slip"
    RECEIPT = "receipt"
    DRAWER = "drawer"


@dataclass(frozen=True, slots=True)
class Effect:
    """One thing to do once, named by its payment, kind and copy number (0 is the first print)."""

    order_id: str
    kind: EffectKind
    copy: int = 0
