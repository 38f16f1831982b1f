"""What is taken for a server key, and what is said to who pasted something else."""

from __future__ import annotations

import pytest

from pos_app.domain.environment import Environment
from pos_app.settings.server_key import NotAKeyError, checked, is_legacy

SANDBOX = "SB-Mid-server-GwUP_WGbJPXsDzsNEBRs8IYA"
PRODUCTION = "Mid-server-" + "A1b2C3d4E5f6G7h8I9j0K1l2"
LEGACY = "VT-server-HJMpl9HLr_ntOKt5mRONdmKj"


@pytest.mark.parametrize(
    ("key", "environment"),
    [
        (SANDBOX, Environment.SANDBOX),
        (PRODUCTION, Environment.PRODUCTION),
        (LEGACY, Environment.SANDBOX),
        (LEGACY, Environment.PRODUCTION),
    ],
)
def test_a_key_of_its_environment_is_taken(key: str, environment: Environment) -> None:
    assert checked(f"  {key}\r\n", environment) == checked(f"\ufeff{key}\n", environment) == key
    assert is_legacy(key) == (key == LEGACY)


@pytest.mark.parametrize(
    ("text", "environment", "said"),
    [
        (PRODUCTION, Environment.SANDBOX, "this is a key for production, and it was given for sandbox"),
        (SANDBOX, Environment.PRODUCTION, "this is a key for sandbox, and it was given for production"),
        ("SB-Mid-client-61XuGAwQ8Bj8LxSS", Environment.SANDBOX, "this is the client key"),
        ("Mid-client-61XuGAwQ8Bj8LxSS", Environment.PRODUCTION, "this is the client key"),
        (f'"{SANDBOX}"', Environment.SANDBOX, "quotation marks"),
        (f"“{SANDBOX}”", Environment.SANDBOX, "quotation marks"),
        (SANDBOX[:20] + " " + SANDBOX[20:], Environment.SANDBOX, "a space or a line break"),
        (SANDBOX + "\n" + SANDBOX, Environment.SANDBOX, "a space or a line break"),
        (SANDBOX[:18], Environment.SANDBOX, "copy the whole key again"),
        (SANDBOX + "é", Environment.SANDBOX, "copy the whole key again"),
        (SANDBOX.lower(), Environment.SANDBOX, "begins with SB-Mid-server-"),
        ("correct horse battery", Environment.SANDBOX, "a space"),
        ("hunter2hunter2", Environment.PRODUCTION, "begins with Mid-server-"),
        (" \n", Environment.SANDBOX, "nothing was given"),
        (SANDBOX, Environment.PRACTICE, "practice needs no key"),
    ],
)
def test_a_slip_is_named_without_repeating_it(text: str, environment: Environment, said: str) -> None:
    with pytest.raises(NotAKeyError, match=said) as refused:
        checked(text, environment)
    for part in ("GwUP", "A1b2", "61Xu", "horse", "hunter"):
        assert part not in str(refused.value)
