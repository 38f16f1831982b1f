"""A text as the bytes of a QR symbol: its bits, filled up, and what corrects errors in them (ISO/IEC 18004, 7.4 to 7.6).

They are those that `qrcode` would make, whose tables these are; bit by bit that takes it ten times as long.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import zip_longest

from qrcode import ERROR_CORRECT_M, base, util

_SPLIT_FROM = 20
"""Figures or capitals in a row from which they are worth a part of their own, as the library has it."""

_FILLING = (0b11101100, 0b00010001)
_VERSIONS = range(1, 41)


def codewords(text: str) -> tuple[int, bytes] | None:
    """The version of the smallest symbol at error correction M, and its bytes; None where no symbol holds `text`."""
    parts = tuple(util.optimal_data_chunks(text, minimum=_SPLIT_FROM))
    bodies = tuple(map(_bits, parts))
    for version in _VERSIONS:
        heads = [f"{one.mode:04b}{len(one):0{util.length_in_bits(one.mode, version)}b}" for one in parts]
        limit = util.BIT_LIMIT_TABLE[ERROR_CORRECT_M][version]
        if sum(map(len, heads)) + sum(map(len, bodies)) <= limit:
            bits = "".join(head + body for head, body in zip(heads, bodies, strict=True))
            return version, _corrected(version, _filled(bits, limit))
    return None


def prepare(version: int) -> None:
    """Work out what corrects the symbols of a version."""
    for block in base.rs_blocks(version, ERROR_CORRECT_M):
        _multiples(block.total_count - block.data_count)


def _bits(part: util.QRData) -> str:
    data: bytes = part.data
    if part.mode == util.MODE_NUMBER:
        figures = (data[at : at + 3] for at in range(0, len(data), 3))
        return "".join(f"{int(some):0{util.NUMBER_LENGTH[len(some)]}b}" for some in figures)
    if part.mode == util.MODE_ALPHA_NUM:
        pairs = ([util.ALPHA_NUM.find(sign) for sign in data[at : at + 2]] for at in range(0, len(data), 2))
        return "".join(
            f"{pair[0] * 45 + pair[1]:011b}" if len(pair) == 2 else f"{pair[0]:06b}" for pair in pairs
        )
    return f"{int.from_bytes(data):0{8 * len(data)}b}" if data else ""


def _filled(bits: str, limit: int) -> bytes:
    bits += "0" * min(4, limit - len(bits))
    bits += "0" * (-len(bits) % 8)
    missing = (limit - len(bits)) // 8
    return int(bits, 2).to_bytes(len(bits) // 8) + bytes(_FILLING[number % 2] for number in range(missing))


def _corrected(version: int, data: bytes) -> bytes:
    """In blocks, each with its own correction, and the blocks byte by byte in turns."""
    blocks: list[bytes] = []
    corrections: list[bytes] = []
    for block in base.rs_blocks(version, ERROR_CORRECT_M):
        blocks.append(data[: block.data_count])
        data = data[block.data_count :]
        corrections.append(_remainder(blocks[-1], block.total_count - block.data_count))
    return bytes(byte for turns in (blocks, corrections) for byte in _in_turns(turns))


def _in_turns(blocks: Iterable[bytes]) -> Iterable[int]:
    return (byte for turn in zip_longest(*blocks) for byte in turn if byte is not None)


def _remainder(data: bytes, length: int) -> bytes:
    """Of the data by the generator of `length` bytes (Reed-Solomon), a whole remainder a step."""
    multiples = _multiples(length)
    top, rest = 8 * (length - 1), 0
    whole = (1 << 8 * length) - 1
    for byte in data:
        rest = rest << 8 & whole ^ multiples[byte ^ rest >> top]
    return rest.to_bytes(length)


@lru_cache(maxsize=16)
def _multiples(length: int) -> tuple[int, ...]:
    """The generator times each byte, without its leading term."""
    generator = base.Polynomial([1], 0)
    for power in range(length):
        generator = generator * base.Polynomial([1, base.gexp(power)], 0)
    logs = [base.glog(generator[term]) for term in range(1, length + 1)]
    return 0, *(
        int.from_bytes(bytes(base.gexp(base.glog(byte) + log) for log in logs)) for byte in range(1, 256)
    )
