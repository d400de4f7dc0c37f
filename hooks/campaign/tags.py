"""The start tags of a page, told from what only looks like one: text, comments, code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

_WRITTEN = r"""([^"'>]*+(?:(?:"[^"]*+"|'[^']*+')[^"'>]*+)*+)"""
TOKEN = re.compile(
    rf"<(?:!--.*?-->|(script|style)\b{_WRITTEN}>(.*?)</\1\s*>|([a-z][^\s/>]*+){_WRITTEN}>)",
    re.DOTALL | re.IGNORECASE,
)
ATTRIBUTE = re.compile(r"""([^\s"'=/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+)))?""")


class Tag(NamedTuple):
    """A start tag."""

    name: str
    """In small letters."""
    written: str
    """Its attributes, as the page writes them."""
    code: str = ""
    """What stands between a script's or a style's two tags."""

    @property
    def attributes(self) -> dict[str, str]:
        """Its attributes by name in small letters, without escapes; the first counts."""
        found: dict[str, str] = {}
        for name, *values in ATTRIBUTE.findall(self.written):
            found.setdefault(name.lower(), unescape("".join(values)))
        return found


def tags(html: str) -> Iterator[Tag]:
    """Every start tag of a page, in its order."""
    for found in TOKEN.finditer(html):
        code, written, inner, name, attributes = found.groups()
        if code:
            yield Tag(code.lower(), written, inner)
        elif name:
            yield Tag(name.lower(), attributes)
