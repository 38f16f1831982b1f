"""`pos-app doctor`: looks at everything that a till needs and says what to do where something is wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from pos_app.cli import check_gateway, check_pc, check_printer, check_till, journal
from pos_app.cli.findings import Finding, Verdict, has_failed
from pos_app.settings.places import Places, places
from pos_app.settings.redaction import redacted
from pos_app.settings.secrets import Secrets

_MARKS = {Verdict.FINE: "ok", Verdict.NOTE: "note", Verdict.SKIPPED: "-", Verdict.FAILED: "FAILED"}


def run(home: Path | None, *, as_json: bool, print_test: bool = False) -> int:
    """Print what was found; 1 where a check failed. With `print_test` only the printer is tried, on paper."""
    findings: list[Finding] = []
    for finding in (_test_page if print_test else examine)(places(home)):
        findings.append(finding)
        if not as_json:
            print(_line(finding), flush=True)
    if as_json:
        print(_document(findings))
    return int(has_failed(findings))


def examine(home: Places) -> Iterator[Finding]:
    """Every check in the order in which a person would mend things. Nothing is made or changed."""
    settings, finding = check_till.settings(home)
    yield check_pc.libraries()
    yield check_pc.screens(settings.display.screen if settings else "")
    yield check_pc.fonts()
    yield check_till.home(home)
    yield finding
    yield journal.examined(home, settings)
    yield check_till.keyring(settings)
    secrets = Secrets(home.name)
    key, finding = check_till.server_key(settings, secrets)
    yield finding
    yield from check_gateway.gateway(settings, key)
    yield check_gateway.relay(settings)
    yield check_printer.printer(settings)


def _test_page(home: Places) -> Iterator[Finding]:
    settings, finding = check_till.settings(home)
    yield finding
    yield check_printer.test_page(settings)


def _line(finding: Finding) -> str:
    line = f"{_MARKS[finding.verdict]:<8}{finding.check:<12}{redacted(finding.said)}"
    return f"{line}\n{'':20}→ {redacted(finding.advice)}" if finding.advice else line


def _document(findings: list[Finding]) -> str:
    checks = [
        {"check": one.check, "verdict": one.verdict.value, "said": one.said, "advice": one.advice}
        for one in findings
    ]
    return redacted(
        json.dumps({"fine": not has_failed(findings), "checks": checks}, ensure_ascii=False, indent=2)
    )
