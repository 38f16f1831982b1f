"""A till's secret is its key; the mailbox it opens follows from it, so the relay keeps no accounts."""

import base64
import hashlib
import re

MAILBOX_ID_LENGTH = 26
_MAILBOX_ID = re.compile(r"[a-z2-7]{26}")
_BEARER = re.compile(r"bearer +([!-~]{16,256})", re.IGNORECASE)


def mailbox_id(secret: str) -> str:
    """The mailbox of a secret: 26 characters of the lower-case RFC 4648 base32 of SHA-256 over its UTF-8 text.

    Whoever knows the id may post to the mailbox; only the secret reads it.
    """
    digest = hashlib.sha256(secret.encode("utf-8")).digest()
    return base64.b32encode(digest).decode("ascii").lower()[:MAILBOX_ID_LENGTH]


def is_mailbox_id(text: str) -> bool:
    return _MAILBOX_ID.fullmatch(text) is not None


def mailbox_of(authorization: str) -> str | None:
    """The mailbox that an `Authorization` header opens; None when it is no bearer secret.

    A secret shorter than 16 characters is refused: it could be guessed, and no till makes one.
    """
    bearer = _BEARER.fullmatch(authorization.strip())
    return None if bearer is None else mailbox_id(bearer[1])


def short(mailbox: str) -> str:
    """Enough of a mailbox id to find it in a log, too little to post to it."""
    return mailbox[:6]
