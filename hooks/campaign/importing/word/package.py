"""The parts of a document, with short names in place of namespaces.

What belongs to the text itself has its bare name (`p`, `val`); other vocabularies have theirs in
front (`a-blip`, `r-embed`). Transitional and strict documents look the same then.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import BinaryIO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from campaign.attachments.untrusted import Refused, opened

MAIN = "wordprocessingml"
PREFIXES = {
    "relationships": "r",
    "markup-compatibility": "mc",
    "math": "m",
    "drawingml/main": "a",
    "wordprocessingDrawing": "wp",
    "drawingml/chart": "c",
    "drawingml/diagram": "dgm",
    "schemas-microsoft-com:vml": "v",
    "schemas-microsoft-com:office:office": "o",
}
"""By a part of the namespace's name, and how elements of it are called here."""


@dataclass(frozen=True)
class Relation:
    """What an id in a part stands for."""

    kind: str
    target: str
    """A part of the package; an address, when it is external."""
    is_external: bool


@dataclass(frozen=True)
class Part:
    """A part of XML, and what its ids stand for."""

    root: Element
    relations: Mapping[str, Relation] = field(default_factory=dict)


@dataclass(frozen=True)
class Package:
    """The parts of a document that its text needs."""

    document: Part
    parts: Mapping[str, Part]
    """By kind: `styles`, `numbering`, `footnotes`, `endnotes`, `comments`; those that are there."""
    pictures: Mapping[str, bytes]
    """By name of the part."""


NEEDED = ("styles", "numbering", "footnotes", "endnotes", "comments")


def read(name: str, file: BinaryIO) -> Package:
    """The document. Raises Refused for what may do harm, or is no document."""
    with opened(name, file) as archive:
        places = [r.target for r in _relations(archive, "").values() if r.kind == "officeDocument"]
        if not places:
            raise Refused(f"{name} 不是 Word 文档，没有打开。It is no document of Word.")
        document = _part(archive, places[0])
        if document.root.tag != "document":
            raise Refused(f"{name} 不是 Word 文档，没有打开。It is no document of Word.")
        present = set(archive.namelist())
        inner = [r for r in document.relations.values() if not r.is_external]
        parts = {
            relation.kind: _part(archive, relation.target)
            for relation in inner
            if relation.kind in NEEDED and relation.target in present
        }
        related = [r for part in (document, *parts.values()) for r in part.relations.values()]
        pictures = {
            relation.target: archive.read(relation.target)
            for relation in related
            if relation.kind == "image" and relation.target in present
        }
    return Package(document, parts, pictures)


def _part(archive: ZipFile, name: str) -> Part:
    root = ElementTree.fromstring(archive.read(name))
    for element in root.iter():
        element.tag = short(element.tag)
        if any(key.startswith("{") for key in element.attrib):
            values = {short(key): value for key, value in element.attrib.items()}
            element.attrib.clear()
            element.attrib.update(values)
    return Part(root, _relations(archive, name))


def short(name: str) -> str:
    """The name of an element or an attribute as it is called here."""
    namespace, _, local = name.removeprefix("{").rpartition("}")
    if MAIN in namespace or not namespace:
        return local
    known = namespace.replace("/2006", "")
    found = next((prefix for part, prefix in PREFIXES.items() if part in known), "x")
    return f"{found}-{local}"


def _relations(archive: ZipFile, part: str) -> dict[str, Relation]:
    """What the ids of a part stand for; of the package itself for an empty name."""
    folder, name = posixpath.split(part)
    place = posixpath.join(folder, "_rels", f"{name}.rels")
    if place not in archive.namelist():
        return {}
    found: dict[str, Relation] = {}
    for element in ElementTree.fromstring(archive.read(place)):
        target, is_external = element.get("Target", ""), element.get("TargetMode") == "External"
        if not is_external:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        kind = PurePath(element.get("Type", "")).name
        found[element.get("Id", "")] = Relation(kind, target, is_external)
    return found


def number(text: str, default: int = 0) -> int:
    """A number of a document; the default where it is none."""
    return int(text) if re.fullmatch(r"\d{1,6}", text, re.ASCII) else default


def value(element: Element | None, name: str) -> str:
    """The value of a property; nothing when it is not there."""
    found = element.find(name) if element is not None else None
    return found.get("val", "") if found is not None else ""
