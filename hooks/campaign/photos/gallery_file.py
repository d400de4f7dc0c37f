"""Changing a gallery's YAML without disturbing what people wrote in it.

New text is put between the lines that are there, found by the parser's own marks, so
every comment, quote and blank line stays. (A round trip through ruamel.yaml moves a
comment that follows the list of photos in front of what is added to it.) What would come
out is read again before it is written: it must say what was there, and the change.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from campaign import yamltext
from campaign.yamlwrite import on_one_line, quoted

BOM = "\ufeff"
INDENT = "  "
Item = Mapping[str, str | Mapping[str, str]]
"""A photo's fields as they are written; an inner group stands on one line."""


class Refused(Exception):
    """The file was left as it is. The text says why, in both languages."""


class GalleryFile:
    """A gallery's YAML while it is being changed. Nothing is written before `write`."""

    def __init__(self, path: Path) -> None:
        """Read the file. Raises Refused when it cannot be read as YAML."""
        self.path = path
        raw = path.read_bytes().decode()
        self.bom = BOM if raw.startswith(BOM) else ""
        self.line_break = "\r\n" if "\r\n" in raw else "\n"
        self.text = raw.removeprefix(BOM).replace("\r\n", "\n")
        self.data = self._read(self.text)

    def _read(self, text: str) -> dict[str, Any]:
        document = yamltext.read(self.path.name, text)
        if not isinstance(document.data, dict):
            raise Refused(
                f"{self.path} 读不懂，没有改动；请先运行 check，按提示改正。\n"
                f"{self.path} cannot be read and was left alone: run check and mend it first."
            )
        return document.data

    def _photos(self) -> list[dict[str, Any]]:
        listed = self.data.get("photos")
        return (
            [item for item in listed if isinstance(item, dict)] if isinstance(listed, list) else []
        )

    def files(self) -> set[str]:
        """The names of the files that are listed."""
        return {str(item.get("file")) for item in self._photos()}

    def file_with_hash(self, digest: str) -> str | None:
        """The file that was made from an original with this hash."""
        found = (str(item.get("file")) for item in self._photos() if item.get("hash") == digest)
        return next(found, None)

    def append(self, item: Item) -> None:
        """Add a photo at the end of the list. Raises Refused where that needs a person."""
        data = copy.deepcopy(self.data)
        data["photos"] = [*(data.get("photos") or []), _values(item)]
        photos = _value(yaml.compose(self.text), "photos")
        if isinstance(photos, yaml.SequenceNode) and photos.value:
            first = photos.value[0].start_mark
            lead = self.text.split("\n")[first.line][: first.column]
            indent = " " * lead.rfind("-")
            self._insert(_last_line(self.text, photos) + 1, _written(item, indent), data)
        else:
            self._begin(item, photos, data)

    def _begin(self, item: Item, photos: yaml.Node | None, data: dict[str, Any]) -> None:
        """Begin the list: behind its key where the key is written, else at the file's end."""
        if photos is None:
            end = len(self.text.rstrip("\n").split("\n"))
            self._insert(end, ["photos:", *_written(item, INDENT)], data)
            return
        start, end = photos.start_mark.index, photos.end_mark.index
        new = "\n".join(["", *_written(item, INDENT)])
        self._accept(self.text[:start].rstrip(" ") + new + self.text[end:], data)

    def withdraw(self, stem: str, on: date) -> None:
        """Mark the consent to a photo withdrawn; its ledger number stays.

        Raises KeyError when the list has no such photo.
        """
        index, node = self._item(stem)
        data = copy.deepcopy(self.data)
        consent = {"state": "withdrawn", "date": str(on)}
        old = data["photos"][index].get("consent")
        if isinstance(old, dict) and old.get("ref"):
            consent["ref"] = str(old["ref"])
        data["photos"][index]["consent"] = consent
        written = on_one_line(consent)
        value = _value(node, "consent")
        if value is not None:
            start, end = value.start_mark.index, _end(self.text, value)
            self._accept(self.text[:start] + written + self.text[end:], data)
        elif node.flow_style:
            end = node.end_mark.index - 1
            self._accept(f"{self.text[:end].rstrip()}, consent: {written}{self.text[end:]}", data)
        else:
            indent = " " * node.start_mark.column
            self._insert(_last_line(self.text, node) + 1, [f"{indent}consent: {written}"], data)

    def _item(self, stem: str) -> tuple[int, yaml.MappingNode]:
        photos = _value(yaml.compose(self.text), "photos")
        for index, node in enumerate(photos.value if photos else []):
            file = _value(node, "file")
            if file is not None and PurePosixPath(str(file.value)).stem == stem:
                return index, node
        raise KeyError(stem)

    def _insert(self, line: int, new: list[str], data: dict[str, Any]) -> None:
        lines = self.text.split("\n")
        self._accept("\n".join([*lines[:line], *new, *lines[line:]]), data)

    def _accept(self, text: str, data: dict[str, Any]) -> None:
        """Take the new text when it says just what it should."""
        if self._read(text) != data:
            raise Refused(
                f"{self.path} 的写法特别，程序不敢改，没有改动；请手工修改。\n"
                f"{self.path} is written in a way that is not safe to change: do it by hand."
            )
        self.text, self.data = text, data

    def write(self) -> None:
        """Write the changed text, with the line breaks that the file had."""
        self.path.write_bytes((self.bom + self.text).replace("\n", self.line_break).encode())


def _value(node: yaml.Node | None, key: str) -> Any:
    """The node of a key's value in a mapping; nothing when the key is not written."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return next((value for name, value in pairs if name.value == key), None)


def _end(text: str, node: yaml.Node) -> int:
    """Where a node's own text ends; the parser counts what is blank behind it, too."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    return len(text[: node.end_mark.index].rstrip())


def _last_line(text: str, node: yaml.Node) -> int:
    return text[: _end(text, node)].count("\n")


def _written(item: Item, indent: str) -> list[str]:
    """A photo as an item of a list, one field a line."""
    lines = [f"{key}: {_field(value)}".rstrip() for key, value in item.items()]
    return [f"{indent}{'- ' if number == 0 else INDENT}{line}" for number, line in enumerate(lines)]


def _field(value: str | Mapping[str, str]) -> str:
    if isinstance(value, str):
        return quoted(value) if value else ""
    return on_one_line(value)


def _values(item: Item) -> dict[str, Any]:
    """A photo as the reader gives it back: an empty text is no value."""
    return {
        key: (value or None) if isinstance(value, str) else dict(value)
        for key, value in item.items()
    }
