"""QR codes (ISO/IEC 18004) as inline SVG: from a printed page back to the page itself."""

from __future__ import annotations

from functools import lru_cache

import segno
from markupsafe import Markup

MASK = 3
"""The pattern laid over every code. A reader takes any of the eight; weighing them all against
each other, as encoders do, takes five times as long, and every page of the site has a code."""


def code(text: str) -> segno.QRCode:
    """The code of a text: error correction M, or better where that takes no more room."""
    return segno.make_qr(text, error="m", mask=MASK)


@lru_cache(maxsize=4096)  # the live preview asks for the same pages again and again
def svg(text: str, title: str) -> Markup:
    """The code as a picture; `title` says what it is to those who do not see it."""
    drawn = code(text).svg_inline(omitsize=True, svgclass="qr", lineclass=None, title=title)
    return Markup(drawn)  # segno escapes the title
