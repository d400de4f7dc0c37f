"""What was copied out of Word or WeChat into a plain text: one line is one paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import BinaryIO

from campaign.attachments.untrusted import Refused
from campaign.importing.word.model import Block, Document, Paragraph, Run, Table
from campaign.importing.word.outline import FORMS

LARGEST = 1_000_000
"""Bytes of a text: more than three hundred thousand characters."""
ENCODINGS = ("utf-8-sig", "gb18030")
"""What programs for Chinese text write; UTF-16 says so in its first two bytes."""
LINES = re.compile(r"\r\n?|[\n\v\f\u2028\u2029]")


def read(name: str, file: BinaryIO) -> Document:
    """The text as a document. Raises Refused for what is no text."""
    data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise Refused(f"{name} 太大，没有打开。It is too large.")
    text = _decoded(data)
    if text is None or "\0" in text:
        raise Refused(f"{name} 不是文字，没有打开。It is no text.")
    return Document(tuple(_blocks(LINES.split(text))))


def _decoded(data: bytes) -> str | None:
    encodings = ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ENCODINGS
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _blocks(lines: list[str]) -> Iterator[Block]:
    """Paragraphs; neighbouring lines with the same number of tabs are the rows of a table."""
    bare = (_without_gap(line) for line in lines)
    for tabs, group in groupby(filter(str.strip, bare), key=lambda line: line.count("\t")):
        rows = list(group)
        if tabs and len(rows) > 1:
            yield Table(tuple(tuple((_paragraph(cell),) for cell in r.split("\t")) for r in rows))
        else:
            yield from map(_paragraph, rows)


def _without_gap(line: str) -> str:
    """A line without the tabs around it, and without the one that Word puts behind a number."""
    line = line.strip("\t")
    number = next((found for form, _ in FORMS if (found := form.match(line))), None)
    end = number.end() if number else 0
    return line[:end] + line[end:].removeprefix("\t")


def _paragraph(words: str) -> Paragraph:
    return Paragraph((Run(words),))
