"""Values as YAML text, so that any reader of YAML gets the same text back."""

from __future__ import annotations

import re
from collections.abc import Mapping

from campaign.reading.yamltext import ABSENT

PLAIN = re.compile(r"[0-9A-Za-z\u3400-\u9fff][0-9A-Za-z\u3400-\u9fff_.-]*")
"""What YAML reads as itself without quotes."""
ESCAPES = str.maketrans({"\\": r"\\", '"': r"\"", "\n": r"\n", "\r": r"\r", "\t": r"\t"})


def quoted(text: str) -> str:
    """A text: quoted unless it is plainly a word or a number."""
    if PLAIN.fullmatch(text) and text not in ABSENT:
        return text
    return f'"{text.translate(ESCAPES)}"'


def on_one_line(group: Mapping[str, str]) -> str:
    """A group of texts in braces."""
    return "{" + ", ".join(f"{key}: {quoted(text)}" for key, text in group.items()) + "}"
