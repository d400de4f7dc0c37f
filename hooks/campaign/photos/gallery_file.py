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

from campaign import atomic
from campaign.reading import characters, yamltext
from campaign.reading.characters import LINE_BREAK
from campaign.reading.yamlwrite import on_one_line, quoted

BOM = "\ufeff"
INDENT = "  "
UNREADABLE = """\
{path} 读不懂，没有改动；请先运行 check，按提示改正。
{path} cannot be read and was left alone: run check and mend it first."""
UNSAFE = """\
{path} 的写法特别，程序不敢改，没有改动；请手工修改。
{path} is written in a way that is not safe to change: do it by hand."""
Item = Mapping[str, str | Mapping[str, str]]
"""A photo's fields as they are written; an inner group stands on one line."""


class Refused(Exception):
    """The file was left as it is. The text says why, in both languages."""


class GalleryFile:
    """A gallery's YAML while it is being changed. Nothing is written before `write`."""

    def __init__(self, path: Path) -> None:
        """Read the file. Raises Refused when there is none, or something is wrong with its YAML."""
        self.path = path
        raw = path.read_bytes() if path.is_file() else b""
        decoded, faults = characters.decode(path.name, raw)
        data = None if faults else _data(path, decoded)
        if data is None:
            raise Refused(UNREADABLE.format(path=path))
        self.data = data
        self.bom = BOM if raw.startswith(BOM.encode()) else ""
        self.text = raw.decode().removeprefix(BOM)
        first = LINE_BREAK.search(self.text)
        self.line_break = first[0] if first else "\n"

    def _photos(self) -> list[dict[str, Any]]:
        listed = self.data.get("photos")
        return (
            [item for item in listed if isinstance(item, dict)] if isinstance(listed, list) else []
        )

    def withdrawn(self) -> set[str]:
        """The stems of the photos of which the consent is taken back."""
        consents = ((item.get("file"), item.get("consent")) for item in self._photos())
        return {
            PurePosixPath(str(file)).stem
            for file, consent in consents
            if isinstance(consent, dict) and consent.get("state") == "withdrawn"
        }

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
        photos = self._listed()
        if isinstance(photos, yaml.SequenceNode) and photos.value:
            first = photos.value[0].start_mark
            lead = self.text[first.index - first.column : first.index]
            indent = " " * lead.rfind("-")
            self._insert(self.text, _end(self.text, photos), _written(item, indent), data)
        else:
            self._begin(item, photos, data)

    def _begin(self, item: Item, photos: yaml.Node | None, data: dict[str, Any]) -> None:
        """Begin the list: behind its key where the key is written, else at the file's end."""
        if photos is None:
            lines = ["photos:", *_written(item, INDENT)]
            self._insert(self.text, len(self.text.rstrip()), lines, data)
            return
        start, end = photos.start_mark.index, photos.end_mark.index
        if "#" in self.text[start:end]:
            raise Refused(UNSAFE.format(path=self.path))
        key = self.text[:start].rstrip(" ")
        self._insert(key + self.text[end:], len(key), _written(item, INDENT), data)

    def withdraw(self, stem: str, on: date) -> str:
        """Mark the consent to a photo withdrawn and return the name of its file.

        Its ledger number stays, and so does the day of a withdrawal that is written already.
        Raises KeyError when the list has no such photo, Refused where that needs a person.
        """
        index, node = self._item(stem)
        data = copy.deepcopy(self.data)
        photo = data["photos"][index]
        old = photo.get("consent")
        known = old if isinstance(old, dict) else {}
        if known.get("state") == "withdrawn":
            return str(photo["file"])
        consent = {"state": "withdrawn", "date": str(on)}
        if known.get("ref"):
            consent["ref"] = str(known["ref"])
        photo["consent"] = consent
        self._replace_consent(node, on_one_line(consent), data)
        return str(photo["file"])

    def mark_generated(self, file: str) -> bool:
        """Say of a photo that a machine made it; whether the list has the photo.

        Raises Refused where that needs a person.
        """
        try:
            index, node = self._item(PurePosixPath(file).stem)
        except KeyError:
            return False
        data = copy.deepcopy(self.data)
        photo = data["photos"][index]
        if photo.get("generated") == "yes":
            return True
        if "generated" in photo:
            raise Refused(UNSAFE.format(path=self.path))
        photo["generated"] = "yes"
        self._add(node, "generated: yes", data)
        return True

    def _replace_consent(self, node: yaml.MappingNode, written: str, data: dict[str, Any]) -> None:
        value = _value(node, "consent")
        if value is not None:
            start, end = value.start_mark.index, _end(self.text, value)
            space = "" if self.text[:start].endswith((" ", "\n")) else " "
            self._accept(f"{self.text[:start]}{space}{written}{self.text[end:]}", data)
        else:
            self._add(node, f"consent: {written}", data)

    def _add(self, node: yaml.MappingNode, field: str, data: dict[str, Any]) -> None:
        """Add a field to a photo."""
        if node.flow_style:
            end = _value(node, "file").end_mark.index
            self._accept(f"{self.text[:end]}, {field}{self.text[end:]}", data)
        else:
            indent = " " * node.start_mark.column
            self._insert(self.text, _end(self.text, node), [f"{indent}{field}"], data)

    def _item(self, stem: str) -> tuple[int, yaml.MappingNode]:
        photos = self._listed()
        items = photos.value if isinstance(photos, yaml.SequenceNode) else []
        for index, node in enumerate(items):
            file = _value(node, "file")
            if file is not None and PurePosixPath(str(file.value)).stem == stem:
                return index, node
        raise KeyError(stem)

    def _listed(self) -> yaml.Node | None:
        """The node of the list of photos, with the parser's marks."""
        try:
            top = yaml.compose(self.text, Loader=yaml.SafeLoader)
        except yaml.YAMLError as error:  # stricter than the parser in C that read the data
            raise Refused(UNSAFE.format(path=self.path)) from error
        listed: yaml.Node | None = _value(top, "photos")
        return listed

    def _insert(self, text: str, index: int, new: list[str], data: dict[str, Any]) -> None:
        """Put new lines below the line of `text` in which `index` is."""
        end = LINE_BREAK.search(text, index)
        before = text[: end.end()] if end else text + self.line_break
        added = "".join(line + self.line_break for line in new)
        self._accept(before + added + (text[end.end() :] if end else ""), data)

    def _accept(self, text: str, data: dict[str, Any]) -> None:
        """Take the new text when it says just what it should."""
        if _data(self.path, LINE_BREAK.sub("\n", text)) != data:
            raise Refused(UNSAFE.format(path=self.path))
        self.text, self.data = text, data

    def write(self) -> None:
        """Write the changed text."""
        atomic.replace_text(self.path, self.bom + self.text)


def _data(path: Path, text: str) -> dict[str, Any] | None:
    """What a YAML text says; nothing when it is no mapping, or something is wrong with it."""
    document = yamltext.read(path.name, text)
    is_fine = isinstance(document.data, dict) and not document.problems
    return document.data if is_fine else None


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
