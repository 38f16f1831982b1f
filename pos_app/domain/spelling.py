"""Amounts in words, so that a digit misread on screen or paper is noticed."""

from __future__ import annotations

_ID = (
    "",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
    "sebelas",
)
_ID_SCALES = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"))
_EN = (
    *("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_EN_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_EN_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"))


def in_indonesian(amount: int) -> str:
    """`Dua ratus sepuluh ribu sembilan ratus rupiah` for 210900; the amount is not negative."""
    return f"{_indonesian(amount) or 'nol'} rupiah".capitalize()


def in_english(amount: int) -> str:
    """`Two hundred ten thousand nine hundred rupiah` for 210900; the amount is not negative."""
    return f"{_english(amount) or 'zero'} rupiah".capitalize()


def _join(*words: str) -> str:
    return " ".join(word for word in words if word)


def _indonesian(number: int) -> str:
    if number < 12:
        return _ID[number]
    if number < 20:
        return f"{_ID[number - 10]} belas"
    if number < 100:
        return _join(_ID[number // 10], "puluh", _ID[number % 10])
    if number < 1000:
        hundreds = "seratus" if number < 200 else f"{_ID[number // 100]} ratus"
        return _join(hundreds, _indonesian(number % 100))
    if number < 10**6:
        thousands = "seribu" if number < 2000 else f"{_indonesian(number // 1000)} ribu"
        return _join(thousands, _indonesian(number % 1000))
    scale, word = next((scale, word) for scale, word in _ID_SCALES if number >= scale)
    return _join(_indonesian(number // scale), word, _indonesian(number % scale))


def _english(number: int) -> str:
    if number < 20:
        return _EN[number]
    if number < 100:
        ones = _EN[number % 10]
        return _EN_TENS[number // 10] + (f"-{ones}" if ones else "")
    if number < 1000:
        return _join(_EN[number // 100], "hundred", _english(number % 100))
    scale, word = next((scale, word) for scale, word in _EN_SCALES if number >= scale)
    return _join(_english(number // scale), word, _english(number % scale))
