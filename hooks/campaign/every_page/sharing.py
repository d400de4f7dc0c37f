"""The picture that stands for a page where its link is shared: a card, or else its photo."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from campaign.every_page.titles import Titles
from campaign.images import lettering
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

    def card(self, address: str, title: str, cover: str = "") -> Card | None:
        """The card of a page; nothing where none can be drawn."""
        font = lettering.font_at(self.site.root) if self.draws else None
        if font is None or lettering.lacking(font, title + self.site.settings.name):
            return None
        picture = self._picture(cover)
        name = hashlib.sha256(address.encode()).hexdigest()[:12]  # an address is long, or Chinese
        path = f"{picture.folder if picture else FOLDER}/card-{name}.jpg"
        label = self.site.settings.name
        pieces = tuple(self.titles.pieces(title))
        if picture is None:
            return Card(path, title, label, pieces=pieces)
        photo = self.site.photos[picture.id]
        focus = photo.focus
        if photo.generated:
            label = f"{label}　图片由 AI 生成"
        centre = (float(focus.x), float(focus.y)) if focus else (0.5, 0.5)
        return Card(path, title, label, picture.largest, picture.entry.folder.name, centre, pieces)

    def _picture(self, cover: str) -> Picture | None:
        own = self.pictures.get(cover)
        return own or self.pictures.get(self.site.settings.featured.photo or "")
