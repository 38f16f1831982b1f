"""The recorded texts in `samples/`."""

from __future__ import annotations

from pathlib import Path

_SAMPLES = Path(__file__).parent / "samples"


def recorded(name: str) -> str:
    return (_SAMPLES / f"{name}.json").read_text(encoding="utf-8")
