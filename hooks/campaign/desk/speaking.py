"""What commands say in two languages, as the desk says it: in Chinese alone."""

from __future__ import annotations

import re

ENGLISH = re.compile(r"\s*(?:（[A-Z][ -~]*[.!?]）|[A-Z][ -~]*[.!?])$")
"""The second half of what commands say: a sentence, perhaps in brackets, at the end."""


def in_chinese(words: str) -> str:
    """The Chinese of words that end with the same in English."""
    return "\n".join(ENGLISH.sub("", line) or line for line in words.split("\n"))
