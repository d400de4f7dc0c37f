"""The picture that stands for a page where its link is shared: a card, or else its photo."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from campaign.derive import provenance
from campaign.every_page.titles import Titles
from campaign.images import lettering
from campaign.kinds import BY_NAME
from campaign.model.base import Record
from campaign.model.entry import Entry
from campaign.photos.cards import Card
from campaign.photos.published import Picture
from campaign.site import Site

FOLDER = "cards"
"""Where cards without a photo are published; one with a photo lies with that photo."""


class Sharing:
    """The pictures of one edition's pages."""

    def __init__(self, site: Site, pictures: Mapping[str, Picture], titles: Titles) -> None:
        self.site = site
        self.pictures = pictures
        self.titles = titles
        self.draws = not site.preview and lettering.font_at(site.root) is not None
        """Whether the font is there; without it, and in previews, photos stand for pages."""

    def photo(self, cover: str) -> str:
        """The address of a page's photo; a page without one takes the site's own."""
        picture = self._picture(cover)
        return picture.fallback if picture else ""

    def card(
        self, address: str, title: str, cover: str = "", record: Record | None = None
    ) -> Card | None:
        """The card of a page, which may show a record; nothing where none can be drawn."""
        title = title if address else f"{self.site.settings.city}文明社区创建"
        font = lettering.font_at(self.site.root) if self.draws else None
        if font is None or lettering.lacking(font, title + self.site.settings.name):
            return None
        picture = self._picture(cover)
        name = hashlib.sha256(address.encode()).hexdigest()[:12]  # an address is long, or Chinese
        path = f"{picture.folder if picture else FOLDER}/card-{name}.jpg"
        label = self.site.settings.name
        pieces = tuple(self.titles.pieces(title))
        if picture is None:
            return Card(path, title, label, about=self._about(record), pieces=pieces)
        photo = self.site.photos[picture.id]
        focus = photo.focus
        if photo.generated:
            label = f"{label}　图片由 AI 生成"
        centre = (float(focus.x), float(focus.y)) if focus else (0.5, 0.5)
        return Card(
            path,
            title,
            label,
            picture.largest,
            picture.entry.folder.name,
            centre,
            self._about(record),
            pieces,
        )

    def _about(self, record: Record | None) -> str:
        """Which kind of record it is; of an article the day, of others that of the last change."""
        if record is None:
            return ""
        moment = provenance.published(self.site, record)
        day = f"{moment:%Y-%m-%d}" if moment else ""
        word = "" if isinstance(record, Entry) or not day else "更新 "
        return f"{BY_NAME[record.kind].label}　{word}{day}".strip()

    def _picture(self, cover: str) -> Picture | None:
        own = self.pictures.get(cover)
        return own or self.pictures.get(self.site.settings.featured.photo or "")
