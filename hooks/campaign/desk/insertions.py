"""What a text can be given by a choice instead of by heart: links, figures and photos.

Each is found by what it is called, and written as texts of the site write it (`reading/markup.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import Any, TypedDict, cast

from campaign.derive import stated
from campaign.desk.desk import Desk
from campaign.desk.finding import is_called
from campaign.desk.names import SiteNames, called
from campaign.kinds import BY_NAME
from campaign.kinds.gallery import Gallery
from campaign.kinds.indicator import Indicator
from campaign.kinds.indicator.facts import figure
from campaign.model.base import Record
from campaign.model.walk import Loc
from campaign.reading import markup
from campaign.render.names import pinyin
from campaign.site import Site

MOST = 30
UNSEEN = "还没发布，发布以后才能点开"
TODAY = "今天的数，以后跟着变"


class Choice(TypedDict):
    """Something that a text can be given."""

    name: str
    hint: str
    text: str
    """What is written: an address for a link, else the words themselves."""
    picture: str
    """Where a small picture of it is; nothing for what is no photo."""


def found(desk: Desk, what: str, question: str, on: str) -> list[Choice]:
    """What answers to a question; raises KeyError for what is nothing that a text can be given."""
    asked = question.lower().replace(" ", "")
    makers = {"link": _links, "figure": _figures, "photo": _photos}
    return list(islice(makers[what](desk, asked, _day(on)), MOST))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _links(desk: Desk, asked: str, _: date | None) -> Iterator[Choice]:
    """Records that texts may link to, by name, letters or id."""
    site = desk.site
    for record in _by_name(site, markup.LINK_KINDS, asked):
        label = BY_NAME[record.kind].label
        words = (label, SiteNames(site).place(record), "" if site.is_out(record) else UNSEEN)
        yield {
            "name": called(site, record),
            "hint": " · ".join(filter(None, words)),
            "text": f"{record.kind}:{record.id}",
            "picture": "",
        }


def _by_name(site: Site, kinds: Iterable[str], asked: str) -> Iterator[Record]:
    """Records that are called so: those whose name begins so come first."""
    records = [r for kind in kinds for r in site.kind(kind).values() if is_called(r, asked)]
    records.sort(key=lambda record: not called(site, record).lower().startswith(asked))
    return iter(records)


def _figures(desk: Desk, asked: str, on: date | None) -> Iterator[Choice]:
    """Figures that the site computes or was told, and numbers that records state."""
    site = desk.site
    for indicator in site.of(Indicator).values():
        if is_called(indicator, asked):
            yield from _values(site, indicator, on)
    for record in _by_name(site, markup.LINK_KINDS, asked) if asked else ():
        yield from _stated(site, record)


def _values(site: Site, indicator: Indicator, on: date | None) -> Iterator[Choice]:
    """The figures of an indicator: of the city, and of each place of which it is known."""
    when = f"@{on}" if on else ""
    for subject in dict.fromkeys(["", *(value.subject or "" for value in indicator.values)]):
        known = figure(site, indicator, on or site.today, subject)
        if known is None:
            continue
        holder = next(filter(None, _holders(site, subject)), subject)
        yield {
            "name": " ".join(filter(None, (indicator.name, holder, known.with_unit))),
            "hint": known.when if on else f"{known.when}，{TODAY}",
            "text": f"[](indicator:{indicator.id}{f'/{subject}' if subject else ''}{when})",
            "picture": "",
        }


def _holders(site: Site, subject: str) -> Iterator[str]:
    """What the place is called of which a figure tells."""
    names = SiteNames(site)
    return (names.name(kind, subject) for kind in ("district", "community") if subject)


def _stated(site: Site, record: Record) -> Iterator[Choice]:
    """The numbers in the fields of a record, which a text repeats and never copies."""
    for loc, info, value in site.look(record).fields:
        if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
            continue
        way = _way(record, loc)
        if stated.stated(record, way) != Decimal(value):
            continue
        words = (called(site, record), _item(record, loc), str(info.title))
        yield {
            "name": " · ".join(filter(None, words)) + f"：{value}",
            "hint": "资料里写的数，只显示数字，单位自己写",
            "text": f"[]({record.kind}:{record.id}#{way})",
            "picture": "",
        }


def _way(record: Record, loc: Loc) -> str:
    """The way to a field as texts write it: an item that may move goes by what it is."""
    steps, value = [], cast(Any, record)
    for step in loc:
        steps.append(step if isinstance(step, str) else _told_apart(value, step))
        value = value[step] if isinstance(step, int) else getattr(value, step, None)
    return ".".join(steps)


def _told_apart(items: list[Any], place: int) -> str:
    """What an item alone is of its list; else its number, from 1."""
    for key in ("id", "key", "kind"):
        called = [str(getattr(item, key, "")) for item in items]
        if called[place] and called.count(called[place]) == 1:
            return called[place]
    return str(place + 1)


def _item(record: Record, loc: Loc) -> str:
    """What the item of a list is called in which a number stands."""
    value, name = cast(Any, record), ""
    for step in loc[:-1]:
        value = value[step] if isinstance(step, int) else getattr(value, step, None)
        if isinstance(step, int):
            own = (getattr(value, key, None) for key in ("name", "label", "title"))
            name = next((str(text) for text in own if text), f"第 {step + 1} 项")
    return name


def _photos(desk: Desk, asked: str, _: date | None) -> Iterator[Choice]:
    """Photos that may be shown, by what is seen on them or by their galleries."""
    site_map = desk.resident.map_with(desk.site)
    pictures = site_map.edition.pictures if site_map else {}
    names = SiteNames(desk.site)
    for id, photo in desk.site.photos.items():
        gallery = names.name(Gallery.kind, id.split("/")[0])
        if not any(_says(text, asked) for text in (photo.alt, photo.caption or "", gallery, id)):
            continue
        shown = pictures.get(id)
        small = shown.widths("webp")[0] if shown else 0
        yield {
            "name": photo.alt,
            "hint": gallery,
            "text": f"[[photo id={id}]]",
            "picture": f"/{shown.folder}/{small}.webp" if shown else "",
        }


def _says(name: str, asked: str) -> bool:
    bare = name.lower().replace(" ", "")
    return asked in bare or asked in pinyin(name).replace(" ", "")
