"""Two languages. Sentences are written in Indonesian where they are used; `resources/i18n/en.ts` has the English.

A window says which language it wants at every call: the customer display and the cashier may differ.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from pos_app.domain.language import Language
from pos_app.domain.resources import resources

Catalogue = Mapping[tuple[str, str], str]


def tr(context: str, source: str, language: Language) -> str:
    """`source`, the Indonesian text, in `language`; `context` names the place that it stands in.

    Both must be literals, so that the tests can hold them against the translation file. Figures are
    filled in afterwards: `tr("cart", "{lines} baris", language).format(lines=6)`.
    """
    return source if language is Language.INDONESIAN else catalogue(language).get((context, source), source)


@cache
def catalogue(language: Language) -> Catalogue:
    """The finished translations of `resources/i18n/<language>.ts`, by context and source text."""
    from xml.etree import ElementTree as ET

    root = ET.parse(resources() / "i18n" / f"{language.value}.ts").getroot()  # noqa: S314 - as above
    return MappingProxyType(
        {
            (context.findtext("name", ""), message.findtext("source", "")): translation.text
            for context in root.iter("context")
            for message in context.iter("message")
            if (translation := message.find("translation")) is not None
            and translation.get("type") is None
            and translation.text
        }
    )
