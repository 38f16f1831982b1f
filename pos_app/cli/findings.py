"""What a check of this PC found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum


class Verdict(Enum):
    FINE = "fine"
    NOTE = "note"
    SKIPPED = "skipped"
    FAILED = "failed"


NO_SETTINGS = "not without settings"
"""What is said of a check that begins with the settings, where there are none or none that can be read."""


@dataclass(frozen=True, slots=True)
class Finding:
    """`said` is what was found; `advice` is what to do about it, empty where nothing is to be done."""

    check: str
    verdict: Verdict
    said: str
    advice: str = ""


def fine(check: str, said: str) -> Finding:
    return Finding(check, Verdict.FINE, said)


def skipped(check: str, said: str) -> Finding:
    return Finding(check, Verdict.SKIPPED, said)


def note(check: str, said: str, advice: str) -> Finding:
    """Something that a person may want to know; the till works."""
    return Finding(check, Verdict.NOTE, said, advice)


def failed(check: str, said: str, advice: str) -> Finding:
    return Finding(check, Verdict.FAILED, said, advice)


def has_failed(findings: Sequence[Finding]) -> bool:
    return any(finding.verdict is Verdict.FAILED for finding in findings)
