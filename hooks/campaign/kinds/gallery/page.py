"""Gallery pages: one for every sixty photos of a gallery."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import groupby
from typing import TypedDict

from markupsafe import Markup

from campaign import urls
from campaign.exchange import items, nodes
from campaign.exchange.feeds import LANGUAGE, Item, at
from campaign.exchange.nodes import Node
from campaign.exchange.table import Table
from campaign.kinds.gallery import Gallery, addresses
from campaign.kinds.listing import Options
from campaign.kinds.presenter import Presenter
from campaign.kinds.traits import Traits
from campaign.render import names
from campaign.render import sheets as listed
from campaign.render.edition import Edition
from campaign.render.names import Link, Origin, draft_label
from campaign.render.outputs import Page
from campaign.render.pictures import Pair, PhotoView, photo, photos
from campaign.render.sheets import Group, Piece
from campaign.render.template import Template

MOSAIC = 5
"""Photos of a gallery on the home page."""


class GalleryCard(TypedDict):
    """A gallery in a list of them, and at the head of its page."""

    title: str
    url: str
    date: str
    count: int
    intro: str
    cover: PhotoView | None
    draft: str


class Series(TypedDict):
    """Photos under the name that they share."""

    title: str
    photos: list[PhotoView]


class SheetLink(TypedDict):
    """A page of a gallery."""

    number: int
    url: str


class GalleryPage(TypedDict):
    """A page of a gallery; its pairs stand on the first."""

    card: GalleryCard
    taken: list[str]
    """The first and the last day of its photos; one where they are the same, none unsaid."""
    origin: Origin
    place: str
    communities: list[Link]
    pairs: list[Pair]
    series: list[Series]
    number: int
    sheets: list[SheetLink]


class GalleryList(TypedDict):
    """A sheet of the list of galleries."""

    galleries: list[GalleryCard]


PAGE = Template("gallery/page.html.jinja", GalleryPage)
LIST = Template("gallery/list.html.jinja", GalleryList)


def gallery_photos(edition: Edition, gallery: Gallery) -> list[PhotoView]:
    """A gallery's photos in its order."""
    listed = gallery.photos
    if gallery.order == "date":
        listed = sorted(listed, key=lambda item: item.taken or date.min)
    return photos(edition, [f"{gallery.id}/{item.stem}" for item in listed])


def gallery_card(edition: Edition, gallery: Gallery) -> GalleryCard:
    shots = gallery_photos(edition, gallery)
    cover = photo(edition, f"{gallery.id}/{gallery.cover}") or (shots[0] if shots else None)
    return {
        "title": gallery.title,
        "url": urls.url(gallery),
        "date": str(gallery.date),
        "count": len(shots),
        "intro": gallery.intro or "",
        "cover": cover,
        "draft": draft_label(edition, gallery),
    }


SHELL = "galleries/shell.md"


CAP = 60
"""Photos a page, at most: with more, a telephone loads for minutes."""


def newest(edition: Edition) -> list[Gallery]:
    return sorted(edition.site.of(Gallery).values(), key=lambda g: (g.date, g.id), reverse=True)


def pairs(shots: list[PhotoView]) -> list[Pair]:
    """Before/after pairs that have both halves."""
    halves: dict[str, dict[str, PhotoView]] = {}
    for shot in shots:
        if shot["pair"]:
            halves.setdefault(shot["pair_key"], {})[shot["pair"]] = shot
    found = (pair for pair in halves.values() if len(pair) == 2)
    return [Pair(before=pair["before"], after=pair["after"]) for pair in found]


def sheets(shots: list[PhotoView]) -> list[list[PhotoView]]:
    """The photos of each page, in order; those in pairs stand on the first page by themselves."""
    paired = {half["id"] for pair in pairs(shots) for half in (pair["before"], pair["after"])}
    single = [shot for shot in shots if shot["id"] not in paired]
    return [single[start : start + CAP] for start in range(0, len(single), CAP)] or [[]]


def photo_url(edition: Edition, gallery: Gallery, id: str) -> str:
    """The address of a photo on the page of its gallery that shows it."""
    found = sheets(gallery_photos(edition, gallery))
    number = next((n for n, sheet in enumerate(found, 1) if any(s["id"] == id for s in sheet)), 1)
    return f"{addresses.sheet(gallery.id, number)}#{id.split('/')[1]}"


class Shot(PhotoView):
    """A photo with the page that shows it."""

    page: str


class Mosaic(TypedDict):
    """Some photos of a gallery."""

    title: str
    photos: list[Shot]


def mosaic(edition: Edition, id: str | None) -> Mosaic | None:
    """The first photos of a gallery for the home page; of the newest when none is chosen."""
    chosen = edition.site.of(Gallery).get(id or "")
    gallery = chosen or next(iter(newest(edition)), None)
    if gallery is None:
        return None
    shots = gallery_photos(edition, gallery)[:MOSAIC]
    photos: list[Shot] = [
        {**shot, "page": photo_url(edition, gallery, shot["id"])} for shot in shots
    ]
    return {"title": gallery.title, "photos": photos}


def gallery_pages(edition: Edition, gallery: Gallery) -> Iterator[tuple[str, Callable[[], Page]]]:
    """What makes each page of a gallery, with its address."""
    shots = gallery_photos(edition, gallery)
    found = sheets(shots)
    for number, sheet in enumerate(found, start=1):
        make = partial(_page, edition, gallery, shots, sheet, number, len(found))
        yield addresses.sheet(gallery.id, number), make


def _page(
    edition: Edition,
    gallery: Gallery,
    shots: list[PhotoView],
    sheet: list[PhotoView],
    number: int,
    total: int,
) -> Page:
    address = addresses.sheet(gallery.id, number)
    card = gallery_card(edition, gallery)
    values = GalleryPage(
        card=card,
        taken=_taken(gallery),
        origin=names.origin(edition, gallery),
        place=gallery.place or "",
        communities=[names.record_link(edition, "community", id) for id in gallery.communities],
        pairs=pairs(shots) if number == 1 else [],
        series=_series(sheet),
        number=number,
        sheets=[{"number": n, "url": addresses.sheet(gallery.id, n)} for n in range(1, total + 1)],
    )
    return Page(
        path=address,
        shell=SHELL,
        title=gallery.title if number == 1 else f"{gallery.title}（第 {number} 页）",
        description=gallery.intro or gallery.title,
        body=edition.render(PAGE, urls.root_from(address), values),
        source=edition.site.origin(gallery).path,
        cover=card["cover"]["id"] if card["cover"] else "",
        modified=str(gallery.updated or gallery.date),
    )


def _taken(gallery: Gallery) -> list[str]:
    days = sorted({photo.taken for photo in gallery.photos if photo.taken})
    return [str(day) for day in dict.fromkeys((*days[:1], *days[-1:]))]


def _series(sheet: list[PhotoView]) -> list[Series]:
    """The photos under the names of their series, as they follow each other."""
    return [
        {"title": title, "photos": list(shots)}
        for title, shots in groupby(sheet, key=lambda shot: shot["series"])
    ]


class GalleryPresenter(Presenter[Gallery]):
    """How galleries appear."""

    def pages(self, edition: Edition) -> Mapping[str, Callable[[], Page]]:
        return dict(made for gallery in newest(edition) for made in gallery_pages(edition, gallery))

    def groups(self, edition: Edition, options: Options) -> Sequence[Group[Gallery]]:
        return [Group(self.kind.name, "", newest(edition))]

    def sheet(
        self, edition: Edition, root: str, options: Options, pieces: Sequence[Piece[Gallery]]
    ) -> Markup:
        cards = listed.items(pieces, partial(gallery_card, edition))
        return edition.render(LIST, root, GalleryList(galleries=cards))

    def traits(self, edition: Edition, record: Gallery) -> Traits:
        return Traits(communities=record.communities, years=[record.date.year])

    def item(self, edition: Edition, record: Gallery) -> Item:
        card = gallery_card(edition, record)
        image = items.image(edition, card["cover"]["id"] if card["cover"] else None)
        words = record.intro or f"{card['count']} 张照片。"
        sponsor = edition.site.profile.sponsor
        return items.item(edition, record, sponsor, at(record.date), "影像", words, image)

    def items(self, edition: Edition) -> Iterable[Item]:
        return (self.item(edition, item) for item in edition.site.of(Gallery).values())

    def nodes(self, edition: Edition) -> Mapping[str, Callable[[], Node | None]]:
        """One for each page of a gallery, with the photos that it shows."""
        found: dict[str, Callable[[], Node | None]] = {}
        for gallery in edition.site.of(Gallery).values():
            shots = gallery_photos(edition, gallery)
            for number, sheet in enumerate(sheets(shots), start=1):
                halves = ((pair["before"], pair["after"]) for pair in pairs(shots))
                paired = [half for pair in halves for half in pair]
                shown = [*paired, *sheet] if number == 1 else sheet
                ids = [shot["id"] for shot in shown]
                found[addresses.sheet(gallery.id, number)] = partial(_node, edition, gallery, ids)
        return found

    @property
    def tables(self) -> tuple[Table, ...]:
        return ()


def _node(edition: Edition, item: Gallery, ids: list[str]) -> Node:
    """The photos of a gallery that one of its pages shows."""
    shown = (nodes.photo(edition, id) for id in ids)
    return nodes.subject(
        edition,
        urls.url(item),
        "ImageGallery",
        name=item.title,
        description=item.intro,
        dateCreated=str(item.date),
        contentLocation={"@type": "Place", "name": item.place} if item.place else None,
        publisher=nodes.publisher(edition),
        inLanguage=LANGUAGE,
        image=[found for found in shown if found],
    )


PRESENTER = GalleryPresenter
