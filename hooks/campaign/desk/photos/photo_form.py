"""The form of a gallery: its photos are seen, taken in, turned, blurred and put in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any, TypedDict

from markupsafe import Markup

from campaign.desk import wording
from campaign.desk.answers import as_list
from campaign.desk.desk import PREFIX
from campaign.desk.forms import Form
from campaign.desk.photos import beside, retouching, taking_in, thumbnails
from campaign.desk.rendering import render
from campaign.desk.sheet import Sheet
from campaign.desk.views import OptionView, ProblemView
from campaign.kinds.kind import Kind
from campaign.model.controls import Control, Option, Sort
from campaign.model.walk import Loc
from campaign.problems import Severity
from campaign.render.template import Template
from campaign.writing import withdrawals

COVER = "cover"
"""The field that names the photo which stands for a gallery."""
CARRIED = (withdrawals.FILE, "hash")
"""What the intake says of a photo: the form carries it along, and asks for none of it."""
ERROR = Severity.ERROR.value
ASKED = ("alt", "people", "licence")
"""What every photo needs a person for."""


class CarriedView(TypedDict):
    """A value that goes with a form without being asked for."""

    name: str
    value: str


class SideView(TypedDict):
    """A number that says where a rectangle is, or the spot that cropping keeps."""

    id: str
    name: str
    label: str
    value: str


class PhotoItemView(TypedDict):
    """A photo of the list."""

    name: str
    id: str
    called: str
    title: str
    tags: list[str]
    is_open: bool
    small: str
    large: str
    x: str
    y: str
    box: list[SideView]
    is_asked: bool
    carried: list[CarriedView]
    problems: list[ProblemView]
    inner: Markup


class PhotosView(TypedDict):
    """The photos of a gallery."""

    id: str
    name: str
    label: str
    problems: list[ProblemView]
    takes: bool
    waiting: int
    most: int
    licences: list[OptionView]
    author: str
    rows: list[PhotoItemView]


PHOTOS = Template("desk/photos.html.jinja", PhotosView)


def form_of(
    sheet: Sheet,
    problems: Mapping[Loc, list[ProblemView]] | None = None,
    tokens: Mapping[str, Sequence[str]] | None = None,
    continued: Kind[Any] | None = None,
) -> Form:
    """The form for the record of a sheet."""
    if beside.has_pictures(sheet.base.kind):
        return PhotoForm(sheet, problems, tokens)
    return Form(sheet.names, problems, tokens, continued)


class PhotoForm(Form):
    """A form whose list of photos shows them."""

    def __init__(
        self,
        sheet: Sheet,
        problems: Mapping[Loc, list[ProblemView]] | None = None,
        tokens: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        super().__init__(sheet.names, problems, tokens)
        self._sheet = sheet

    def _one(self, control: Control, raw: Any, name: str, loc: Loc, kind: str = "") -> Markup:
        if name == COVER:
            options = tuple(_choices(self._sheet.data))
            control = replace(control, sort=Sort.CHOICE, options=options, description="")
        if name == withdrawals.LIST:
            return self._photos(control, raw, name, loc)
        return super()._one(control, raw, name, loc, kind)

    def _photos(self, control: Control, raw: Any, name: str, loc: Loc) -> Markup:
        photos = as_list(raw)
        last: Mapping[str, Any] = next((photo for photo in reversed(photos) if photo), {})
        licence = str(last.get("licence") or "")
        labels = self.names.labels(taking_in.LICENCES)
        view: PhotosView = {
            "id": f"f-{name}",
            "name": name,
            "label": control.title,
            "problems": self._at(loc, name),
            "takes": not self._sheet.base.is_new,
            "waiting": len(beside.waiting(self._sheet.desk, self._sheet.base)),
            "most": taking_in.MOST_FILES,
            "licences": [
                {"value": word, "label": label, "is_chosen": word == licence}
                for word, label in labels.items()
            ],
            "author": str((last.get("author") or {}).get("name") or ""),
            "rows": list(self._rows(control, photos, name, loc)),
        }
        return render(PHOTOS, view)

    def _rows(
        self, control: Control, photos: list[Any], name: str, loc: Loc
    ) -> Iterator[PhotoItemView]:
        tokens = self._tokens.get(name) or [str(index) for index in range(len(photos))]
        inside = [item for item in control.item.inside if item.key not in CARRIED]
        written = 0
        for token, photo in zip(tokens, photos, strict=False):
            here, own = (*loc, written), f"{name}.{token}"
            written += bool(photo)
            inner = self.fields(inside, photo or {}, f"{own}.", here)
            yield self._row(own, photo or {}, here, inner)

    def _row(self, name: str, photo: Mapping[str, Any], loc: Loc, inner: Markup) -> PhotoItemView:
        file = str(photo.get(withdrawals.FILE) or "")
        stem = PurePosixPath(file).stem
        lacking = [title for key, title in self._asked() if not wording.said(photo.get(key))]
        grades = self._grades(loc)
        focus = photo.get("focus") if isinstance(photo.get("focus"), dict) else {}
        asked = self._sheet.field("do") == f"{retouching.BLUR} {name}"
        return {
            "name": name,
            "id": f"f-{name.replace('.', '-')}",
            "called": stem or "新照片",
            "title": wording.said(photo.get("alt")) or "还没有替代文字",
            "tags": self._tags(photo, stem, lacking, grades),
            "is_open": bool(lacking) or ERROR in grades or name == self._touched,
            "small": self._address(photo, thumbnails.SMALL),
            "large": self._address(photo, thumbnails.LARGE),
            "x": _per_cent(focus, "x"),
            "y": _per_cent(focus, "y"),
            "box": self._box(name, asked),
            "is_asked": asked and retouching.box_of(self._sheet, name)[0] is not None,
            "carried": [
                {"name": f"{name}.{key}", "value": str(photo[key])}
                for key in CARRIED
                if photo.get(key)
            ],
            "problems": self._at(loc, name),
            "inner": inner,
        }

    def _grades(self, loc: Loc) -> set[str]:
        """How grave the problems of a photo are."""
        pairs = self._problems.items()
        return {item["grade"] for at, found in pairs if at[: len(loc)] == loc for item in found}

    @property
    def _touched(self) -> str:
        """The photo with which something was done."""
        return self._sheet.field("do").partition(" ")[2]

    def _asked(self) -> Iterator[tuple[str, str]]:
        listed = next(item for item in self._sheet.base.controls if item.key == withdrawals.LIST)
        yield from ((item.key, item.title) for item in listed.item.inside if item.key in ASKED)

    def _tags(
        self, photo: Mapping[str, Any], stem: str, lacking: list[str], grades: set[str]
    ) -> list[str]:
        """What is said of a photo while it is folded."""
        if withdrawals.is_withdrawn(photo):
            return ["已撤回同意，不再显示"]
        tags = {
            "封面": bool(stem) and self._sheet.data.get(COVER) == stem,
            f"还缺{'、'.join(lacking)}": bool(lacking),
            "有提醒": bool(grades) and not lacking,
        }
        return [tag for tag, holds in tags.items() if holds]

    def _box(self, name: str, is_asked: bool) -> list[SideView]:
        """Where to blur: what was drawn stays until somebody has said yes or no."""
        fields = {side: retouching.field_of(name, side) for side in retouching.SIDES}
        return [
            {
                "id": f"f-blur-{name.replace('.', '-')}-{side}",
                "name": field,
                "label": retouching.SIDES[side],
                "value": self._sheet.field(field) if is_asked else "",
            }
            for side, field in fields.items()
        ]

    def _address(self, photo: Mapping[str, Any], longest: int) -> str:
        """Where the desk shows a photo; nowhere one that must not be seen, or has no file."""
        path = beside.place(self._sheet.base.path, photo)
        mark = self._sheet.desk.site.picture_files.get(path)
        if not mark or withdrawals.is_withdrawn(photo):
            return ""
        id = beside.id_of(self._sheet.base.path, photo)
        return f"{PREFIX}photo/{longest}/{id}?v={mark[:8]}"


def _choices(data: Mapping[str, Any]) -> Iterator[Option]:
    """The photos that may stand for their gallery."""
    for photo in withdrawals.photos(data):
        stem = PurePosixPath(str(photo.get(withdrawals.FILE) or "")).stem
        if stem and not withdrawals.is_withdrawn(photo):
            yield Option(stem, wording.said(photo.get("alt")) or stem)


def _per_cent(focus: Any, side: str) -> str:
    """Where the spot that cropping keeps is, for the mark on the picture; nothing where unsaid."""
    number = retouching.number(str(focus.get(side) or ""), 1)
    return "" if number is None else f"{float(number) * 100:g}"
