# ruff: noqa: INP001 - a script, in no package
"""Makes the app's sounds: `python packaging/sounds.py [FOLDER]`, by default into resources/sounds.

Each is a few sine notes with soft ends, 16 bit, mono. The notes are those of the visual specification.
"""

from __future__ import annotations

import array
import math
import sys
import wave
from pathlib import Path

RATE = 22_050
LOUDNESS = 0.35
ATTACK = 0.005
RELEASE = 0.25
"""The share of a note in which it fades out."""

Note = tuple[float, float, float]
"""Hertz at its beginning and at its end, and seconds; 0 hertz is a rest."""

SOUNDS: dict[str, tuple[Note, ...]] = {
    "scanned": ((1000, 1000, 0.040),),
    "paid": ((880, 880, 0.170), (1318.5, 1318.5, 0.230)),
    "attention": ((784, 784, 0.130), (0, 0, 0.040), (784, 784, 0.130)),
    "ended": ((660, 392, 0.300),),
    "unknown": ((311, 311, 0.090), (0, 0, 0.060), (311, 311, 0.090)),
}


def samples(note: Note) -> list[int]:
    start, end, seconds = note
    count = round(seconds * RATE)
    made = []
    turns = 0.0
    for place in range(count):
        turns += (start + (end - start) * place / count) / RATE
        wave_at = math.sin(2 * math.pi * turns) + 0.2 * math.sin(4 * math.pi * turns)
        made.append(round(32767 * LOUDNESS * envelope(place / count, seconds) * wave_at / 1.2))
    return made


def envelope(share: float, seconds: float) -> float:
    """From silence to silence, without a click."""
    rise = min(1.0, share * seconds / ATTACK)
    fall = min(1.0, (1 - share) / RELEASE)
    return math.sin(rise * math.pi / 2) ** 2 * math.sin(fall * math.pi / 2) ** 2


def write(path: Path, notes: tuple[Note, ...]) -> None:
    values = array.array("h", (value for note in notes for value in samples(note)))
    if sys.byteorder == "big":
        values.byteswap()
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(values.tobytes())


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1] / "resources" / "sounds"
    for name, notes in SOUNDS.items():
        write(folder / f"{name}.wav", notes)


if __name__ == "__main__":
    main()
