"""The pictures of a document: clean before they are in the project, as all photos are."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from campaign import atomic
from campaign.importing.word.model import Block, Paragraph
from campaign.kinds import BY_NAME
from campaign.photos import intake
from campaign.site import GALLERIES, Site
from campaign.writing import drafting
from campaign.writing.ids import slug
from campaign.writing.values import quoted

GALLERY = "gallery"
PLACE = "importing/{}"
"""What stands for a picture's id until it has one."""
WAITING = re.compile(r"(\[\[photo id=|  - )importing/(\d+)(\]\])?")
"""A line that waits for the id of a picture."""


class Pictures:
    """The pictures that a draft takes from a document."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = files
        self._places: dict[str, str] = {}
        self.files: list[str] = []
        """What was written for them, relative to the project."""
        self.count = 0
        """How many are taken in; before that, how many wait for it."""
        self.remarks: list[str] = []
        """What became of each, for the person at the terminal."""

    def place(self, name: str) -> str:
        """What stands for a picture's id in the draft; nothing for one that is not there."""
        if name not in self._files:
            return ""
        place = self._places.setdefault(name, PLACE.format(len(self._places) + 1))
        self.count = len(self._places)
        return place

    def block(self, name: str) -> str:
        """The block that shows a picture in an article."""
        place = self.place(name)
        return f"[[photo id={place}]]" if place else ""

    def places(self, blocks: Sequence[Block]) -> list[str]:
        """What stands for the ids of the pictures in blocks, in order."""
        return list(filter(None, dict.fromkeys(map(self.place, _names(blocks)))))

    def taken_in(self, root: Path, site: Site | None, title: str, text: str) -> str:
        """Put the pictures into a gallery of their own; the draft with their ids.

        A picture that is refused goes from the draft, and `remarks` says why.
        """
        ids = self._added(root, site, title) if self._places else {}
        lines: list[str] = []
        for line in text.split("\n"):
            found = WAITING.fullmatch(line)
            if found is None:
                lines.append(line)
            elif id := ids.get(PLACE.format(found[2])):
                lines.append(f"{found[1]}{id}{found[3] or ''}")
            elif lines and not lines[-1]:
                lines.pop()
        return "\n".join(lines)

    def _added(self, root: Path, site: Site | None, title: str) -> dict[str, str]:
        """Ids by what stands for them."""
        gallery = _free_id(root, title)
        written = {"title": [f"title: {quoted(title)}"]}
        path = root / drafting.free_path(root, GALLERY, gallery)
        atomic.replace_text(path, drafting.draft(BY_NAME[GALLERY], gallery, site, None, written))
        ids: dict[str, str] = {}
        with TemporaryDirectory() as folder:
            sources = {
                self._laid_out(Path(folder), number, name): place
                for number, (name, place) in enumerate(self._places.items(), 1)
            }
            for outcome in intake.add(root, gallery, list(sources), lambda _, __: intake.UNKNOWN):
                self.remarks.append(f"第 {outcome.source.stem} 张图片{outcome.words}")
                if outcome.id:
                    ids[sources[outcome.source]] = outcome.id
        self.count = len(ids)
        if any(id.startswith(f"{gallery}/") for id in ids.values()):
            self.files.append(path.relative_to(root).as_posix())
        else:
            shutil.rmtree(path.parent)  # made above, and nothing came into it
        return ids

    def _laid_out(self, folder: Path, number: int, name: str) -> Path:
        """A picture as a file outside the project, for as long as it is taken in."""
        path = folder / f"{number}{PurePosixPath(name).suffix}"
        path.write_bytes(self._files[name])
        return path


def _names(blocks: Sequence[Block]) -> Iterator[str]:
    """The pictures in blocks, those in tables, too."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from block.pictures
        else:
            cells = (cell for row in block.rows for cell in row)
            yield from (name for cell in cells for item in cell for name in item.pictures)


def _free_id(root: Path, title: str) -> str:
    """An id that no gallery has, from the words of a title."""
    words = slug(title) or "word"
    names = (words if number == 1 else f"{words}-{number}" for number in count(1))
    return next(name for name in names if not (root / GALLERIES / name).exists())
