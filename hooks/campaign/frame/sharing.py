"""The picture that stands for a page where its link is shared: a card, or else its photo."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from campaign.images.pool import Progress
from campaign.photos import cards
from campaign.photos.cards import Card
from campaign.photos.published import Picture
from campaign.render.outputs import Output
from campaign.site import Site

FOLDER = "cards"
"""Where cards without a photo are published; one with a photo lies with that photo."""


class Sharing:
    """Collects the cards of one build while its pages are made."""

    def __init__(self, site: Site, pictures: Mapping[str, Picture]) -> None:
        self.site = site
        self.pictures = pictures
        self.cards: dict[str, Card] = {}
        self.draws = cards.font_at(site.root) is not None
        """Whether the font is there; without it, photos stand for their pages."""

    def image(self, address: str, title: str, cover: str = "") -> str:
        """The address of the picture for a page; a page without a photo takes the site's own."""
        own = self.pictures.get(cover)
        picture = own or self.pictures.get(self.site.settings.featured.photo or "")
        if not self.draws:
            return picture.fallback if picture else ""
        name = hashlib.sha256(address.encode()).hexdigest()[:12]  # an address is long, or Chinese
        path = f"{picture.folder if picture else FOLDER}/card-{name}.jpg"
        self.cards[path] = self._card(path, title, picture)
        return path

    def _card(self, path: str, title: str, picture: Picture | None) -> Card:
        label = self.site.settings.name
        if picture is None:
            return Card(path, title, label)
        focus = self.site.photos[picture.id].focus
        centre = (float(focus.x), float(focus.y)) if focus else (0.5, 0.5)
        return Card(path, title, label, picture.largest, picture.entry.folder.name, centre)

    def outputs(self, progress: Progress | None = None) -> Iterator[Output]:
        yield from cards.outputs(self.site.root, list(self.cards.values()), progress)

    @property
    def keys(self) -> set[str]:
        """The store's keys of the cards."""
        return {card.key for card in self.cards.values()}
