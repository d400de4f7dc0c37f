"""Changing a gallery's YAML without disturbing what people wrote in it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from campaign import atomic
from campaign.reading import characters, yamltext
from campaign.writing.changes import Change, Insert, NotThere, Set
from campaign.writing.splicing import Unreadable, Unsafe, spliced

UNREADABLE = """\
{path} 读不懂，没有改动；请先运行 check，按提示改正。
{path} cannot be read and was left alone: run check and mend it first."""
UNSAFE = """\
{path} 的写法特别，程序不敢改，没有改动；请手工修改。
{path} is written in a way that is not safe to change: do it by hand."""
Item = Mapping[str, str | Mapping[str, str]]
"""A photo's fields as they are written."""


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
        self.text = raw.decode()

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
        listed = self.data.get("photos")
        place = len(listed) if isinstance(listed, list) else 0
        self._change(Insert(("photos", place), _values(item), in_lines=True))

    def withdraw(self, stem: str, on: date) -> str:
        """Mark the consent to a photo withdrawn and return the name of its file.

        Its ledger number stays, and so does the day of a withdrawal that is written already.
        Raises KeyError when the list has no such photo, Refused where that needs a person.
        """
        index, photo = self._photo(stem)
        old = photo.get("consent")
        known = old if isinstance(old, dict) else {}
        if known.get("state") == "withdrawn":
            return str(photo["file"])
        consent = {"state": "withdrawn", "date": str(on)}
        if known.get("ref"):
            consent["ref"] = str(known["ref"])
        self._change(Set(("photos", index, "consent"), consent))
        return str(photo["file"])

    def mark_generated(self, file: str) -> bool:
        """Say of a photo that a machine made it; whether the list has the photo.

        Raises Refused where that needs a person.
        """
        try:
            index, photo = self._photo(PurePosixPath(file).stem)
        except KeyError:
            return False
        if photo.get("generated") == "yes":
            return True
        if "generated" in photo:
            raise Refused(UNSAFE.format(path=self.path))
        self._change(Set(("photos", index, "generated"), "yes"))
        return True

    def _photo(self, stem: str) -> tuple[int, dict[str, Any]]:
        listed = self.data.get("photos")
        for index, photo in enumerate(listed if isinstance(listed, list) else []):
            if isinstance(photo, dict) and PurePosixPath(str(photo.get("file"))).stem == stem:
                return index, photo
        raise KeyError(stem)

    def _change(self, change: Change) -> None:
        """Take the new text when it says just what it should."""
        try:
            text = spliced(self.text, [change])
        except (Unsafe, Unreadable, NotThere) as error:
            raise Refused(UNSAFE.format(path=self.path)) from error
        data = _data(self.path, characters.decode(self.path.name, text.encode())[0])
        if data is None:
            raise Refused(UNSAFE.format(path=self.path))
        self.text, self.data = text, data

    def write(self) -> None:
        """Write the changed text."""
        atomic.replace_text(self.path, self.text)


def _data(path: Path, text: str) -> dict[str, Any] | None:
    """What a YAML text says; nothing when it is no mapping, or something is wrong with it."""
    document = yamltext.read(path.name, text)
    is_fine = isinstance(document.data, dict) and not document.problems
    return document.data if is_fine else None


def _values(item: Item) -> dict[str, Any]:
    """A photo as the reader gives it back: an empty text is no value."""
    return {
        key: (value or None) if isinstance(value, str) else dict(value)
        for key, value in item.items()
    }
