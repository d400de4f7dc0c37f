"""The text of a file, and its faults as text: size, encoding, characters."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from campaign.problems import Problem, problem
from campaign.reading.garbled import stretch

MAX_BYTES = 512 * 1024
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069"
    "\ufeff\ufffd\ufffe\uffff]"
)
LINE_BREAK = re.compile(r"\r\n|\r|\n")


def decode(path: str, raw: bytes) -> tuple[str, list[Problem]]:
    """The text of a file, and its faults as text: size, encoding, characters."""
    if len(raw) > MAX_BYTES:
        return "", [problem(path, 1, "Y08", size=len(raw) // 1024, limit=MAX_BYTES // 1024)]
    raw = raw.removeprefix(codecs.BOM_UTF8)
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return "", [problem(path, line, "Y02")]
    found = list(_bad_characters(path, text))
    return FORBIDDEN.sub("", LINE_BREAK.sub("\n", text)), found


def _bad_characters(path: str, text: str) -> Iterator[Problem]:
    for number, line in enumerate(LINE_BREAK.split(text), start=1):
        if found := FORBIDDEN.search(line):
            yield problem(path, number, "Y04", character=f"U+{ord(found[0]):04X}")
        if wrong := stretch(line):
            yield problem(path, number, "Y19", value=wrong[1], column=wrong[0] + 1)
