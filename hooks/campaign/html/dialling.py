"""Telephone numbers that a touch dials."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

NUMBER = re.compile(
    r"(?<![\d-])(?:[(（]?0\d{2,3}[)）]?[-\s]?)?[2-9]\d{6,7}(?![\d-])|(?<![\d-])[48]00[-\s]?\d{3}[-\s]?\d{4}(?!\d)"
    r"|(?<![\d-])1(?:2\d{3}|1\d)(?!\d)"
)
"""A landline with or without its area, a number that costs the caller nothing, a short one."""


def dialled(text: str) -> Markup:
    """The text with a link at each telephone number in it."""
    found, end = Markup(), 0
    for number in NUMBER.finditer(text):
        digits = re.sub(r"\D", "", number[0])
        found += escape(text[end : number.start()])
        found += Markup('<a class="phone" href="tel:{}">{}</a>').format(digits, number[0])
        end = number.end()
    return found + escape(text[end:])
