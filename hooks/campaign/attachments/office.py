"""Office Open XML (ISO/IEC 29500) and OFD (GB/T 33190): zip archives of XML parts.

Read part by part within limits, so that a small file cannot fill the memory, and without
entities, which these formats do not use.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from zipfile import BadZipFile, ZipFile, ZipInfo

from campaign.attachments import content
from campaign.attachments.content import Content, Unreadable, tells_a_place

MOST_PARTS, LARGEST_PART, LARGEST = 4000, 40_000_000, 160_000_000
"""Of one archive: parts, and bytes of one part and of all when they are unpacked."""
ENCRYPTED = 0x1
TEXTS = re.compile(
    r"word/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml"
    r"|xl/(?:sharedStrings|worksheets/[^/]+|comments\d*)\.xml"
    r"|ppt/(?:slides|notesSlides|comments)/[^/]+\.xml"
    r"|.*/Pages/.*\.xml|.*/Annots/.*\.xml"
)
"""The parts that hold what people wrote."""
COMMENTS = re.compile(
    r"(?:word/comments\w*|xl/(?:comments\d*|threadedComments/.*)|ppt/comments/.*)\.xml"
)
PROGRAMS = re.compile(r".*(?:vbaProject\.bin|/activeX/.*\.bin|\.js)")
INSIDE = re.compile(r"(?:word|xl|ppt)/embeddings/.*|.*/Attachs?/.*\.(?!xml)\w+")
PICTURES = re.compile(r".*\.jpe?g", re.IGNORECASE)
LINES = frozenset({"p", "row", "si", "TextObject", "comment"})
"""Elements of which each is a line: a paragraph, a row of a sheet, a text of a page."""
WORDS = frozenset({"t", "v", "TextCode"})
CHANGED = frozenset({"ins", "del", "moveFrom", "moveTo"})
PROPERTIES = {
    "creator": content.AUTHOR,
    "lastModifiedBy": content.AUTHOR,
    "Author": content.AUTHOR,
    "Manager": content.AUTHOR,
    "Company": content.COMPANY,
}
"""Elements of the properties that name somebody."""


def read(data: bytes) -> Content:
    """What the file tells and says. Raises Unreadable."""
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            parts = {part.filename: part for part in archive.infolist() if not part.is_dir()}
            _within_limits(parts.values())
            told = list(dict.fromkeys(_told(archive, parts)))
            texts = [name for name in sorted(parts) if TEXTS.fullmatch(name)]
            lines = [line for name in texts for line in _lines(_xml(archive, name))]
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise Unreadable from error
    return Content(tuple(told), tuple(lines))


def _within_limits(parts: Iterable[ZipInfo]) -> None:
    """Raises Unreadable."""
    known = list(parts)
    is_large = sum(part.file_size for part in known) > LARGEST
    is_large = is_large or any(part.file_size > LARGEST_PART for part in known)
    if is_large or len(known) > MOST_PARTS or any(part.flag_bits & ENCRYPTED for part in known):
        raise Unreadable


def _xml(archive: ZipFile, name: str) -> Element:
    """A part. Raises Unreadable."""
    raw = archive.read(name)
    if b"<!DOCTYPE" in raw or b"<!ENTITY" in raw:
        raise Unreadable
    try:
        return ElementTree.fromstring(raw)
    except ElementTree.ParseError as error:
        raise Unreadable from error


def _told(archive: ZipFile, parts: Iterable[str]) -> Iterator[str]:
    """What stands in the file beside its content, and what can do more than be read."""
    for name in parts:
        if name in ("docProps/core.xml", "docProps/app.xml", "OFD.xml"):
            for element in _xml(archive, name).iter():
                if (element.text or "").strip() and _local(element) in PROPERTIES:
                    yield PROPERTIES[_local(element)]
        elif COMMENTS.fullmatch(name):
            yield content.COMMENTS
        elif name == "word/document.xml":
            if any(_local(element) in CHANGED for element in _xml(archive, name).iter()):
                yield content.CHANGES
        elif PROGRAMS.fullmatch(name):
            yield content.PROGRAM
        elif INSIDE.fullmatch(name):
            yield content.INSIDE
        elif PICTURES.fullmatch(name) and tells_a_place(archive.read(name)):
            yield content.PHOTO_PLACE


def _lines(root: Element) -> Iterator[str]:
    """The words of a part, as they stand together: a paragraph, a row."""
    for element in root.iter():
        if _local(element) in LINES:
            words = (part.text or "" for part in element.iter() if _local(part) in WORDS)
            separator = " | " if _local(element) == "row" else ""
            if text := separator.join(map(_number, words)).strip():
                yield text


def _number(word: str) -> str:
    """A long number of a sheet as its cell shows it: files hold 1.3800138E10."""
    if re.fullmatch(r"\d(?:\.\d+)?E\+?1\d", word):
        return f"{float(word):.0f}"
    return word


def _local(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]
