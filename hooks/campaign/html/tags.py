"""The start tags of a page, told from what only looks like one: text, comments, code."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import unescape
from types import MappingProxyType
from typing import NamedTuple

WRITTEN = r"""[^"'>]*+(?:(?:"[^"]*+"|'[^']*+')[^"'>]*+)*+"""
"""The attributes of a tag, as a page writes them."""
TOKEN = re.compile(
    rf"<(?:!--.*?-->|(script|style)\b({WRITTEN})>(.*?)</\1\s*>|([a-z][^\s/>]*+)({WRITTEN})>)",
    re.DOTALL | re.IGNORECASE,
)
ATTRIBUTE = re.compile(r"""([^\s"'=/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+)))?""")
NONE: Mapping[str, str] = MappingProxyType({})


class Tag(NamedTuple):
    """A start tag."""

    name: str
    """In small letters."""
    written: str
    """Its attributes, as the page writes them."""
    code: str = ""
    """What stands between a script's or a style's two tags."""

    @property
    def attributes(self) -> Mapping[str, str]:
        """Its attributes by name in small letters, without escapes; the first counts."""
        return _attributes(self.written) if self.written else NONE


@lru_cache(maxsize=1 << 14)  # pages repeat the same few thousand tags hundreds of times each
def _attributes(written: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for name, *values in ATTRIBUTE.findall(written):
        found.setdefault(name.lower(), unescape("".join(values)))
    return MappingProxyType(found)


def tags(html: str) -> Iterator[Tag]:
    """Every start tag of a page, in its order."""
    for code, written, inner, name, attributes in TOKEN.findall(html):
        if code:
            yield Tag(code.lower(), written, inner)
        elif name:
            yield Tag(name.lower(), attributes)
