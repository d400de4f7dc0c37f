"""Page labels (网页标签) of a public site, as `<meta>`: site, column and article classes.

The classes and names are those that inspections count: 3 on the home page, 7 on pages of
a column, 10 on articles; `model/compliance.py` says who carries them. A label whose value the
deployment does not hold is left out: there is no empty and no invented content.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypedDict
from urllib.parse import urlsplit

from markupsafe import Markup

from campaign import urls
from campaign.derive import provenance
from campaign.derive.columns import FOLDERS
from campaign.model.base import Record
from campaign.model.settings import Column
from campaign.site import Site

Label = tuple[str, str]
SITE = ("SiteName", "SiteDomain", "SiteIDCode")
COLUMN = ("ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType")
ARTICLE = ("ArticleTitle", "PubDate", "ContentSource")
MOMENT = "%Y-%m-%d %H:%M"
MARK = Markup('<meta name="{}" content="{}">')


@dataclass(frozen=True)
class Labels:
    """The labels of every page of a site, by the page's address."""

    site: Site

    @cached_property
    def of_site(self) -> list[Label]:
        """What every page carries."""
        profile = self.site.profile
        domain = profile.domain or urlsplit(profile.base_url).hostname or ""
        code = "" if "site_id_code" in profile.duties.hidden else profile.site_id_code or ""
        values = (self.site.settings.name, domain, code)
        return _held(zip(SITE, values, strict=True))

    def of_page(self, address: str, title: str = "", image: str = "") -> list[Label]:
        """What a page carries beyond the labels of the site.

        A page that shows part of a record has a `title` of its own. `image` is the address
        of its picture, relative to the site's root.
        """
        if not self.site.profile.duties.has_labels:
            return []
        column, record = self.column(address), self.record(address)
        found = _of_column(column) if column else []
        if record is None:
            return found
        return found + self._of_record(record, title or record.heading, address, image)

    def required(self, address: str) -> list[str]:
        """The labels that an inspection counts on a page; those without a value are not."""
        column, record = self.column(address), self.record(address)
        lacking = {
            "SiteIDCode": "SiteIDCode" not in dict(self.of_site),
            "ColumnKeywords": not (column and column.keywords),
            "PubDate": not (record and provenance.published(self.site, record)),
        }
        inner = (COLUMN if column else ()) + (ARTICLE if record else ())
        names = SITE + (inner if self.site.profile.duties.has_labels else ())
        return [name for name in names if not lacking.get(name)]

    def column(self, address: str) -> Column | None:
        """The column in which a page stands."""
        return self._columns.get(address.split("/")[0])

    def record(self, address: str) -> Record | None:
        """The record that a page shows; further pages of one have an underscore behind its id."""
        folder, _, rest = address.partition("/")
        own = f"{folder}/{rest.removesuffix('/').split('_')[0]}/"
        kinds = (kind for kind, home in urls.FOLDERS.items() if home == folder)
        found = (self.site.remembered(_by_address, kind).get(own) for kind in kinds)
        return next(filter(None, found), None)

    @cached_property
    def _columns(self) -> Mapping[str, Column]:
        """Columns by folder: their own, and those of the kinds that fill them."""
        found: dict[str, Column] = {}
        for column in self.site.settings.columns:
            folder = column.path.split("/")[0]
            for kind in FOLDERS.get(folder, ()):
                found.setdefault(urls.FOLDERS.get(kind, folder), column)
        return found | {column.path.split("/")[0]: column for column in self.site.settings.columns}

    def _of_record(self, record: Record, title: str, address: str, image: str) -> list[Label]:
        moment = provenance.published(self.site, record)
        base = self.site.profile.base_url
        return _held(
            [
                ("ArticleTitle", title),
                ("PubDate", f"{moment:{MOMENT}}" if moment else ""),
                ("ContentSource", provenance.source(self.site, record)),
                ("Keywords", ",".join(record.tags)),
                ("Author", record.responsible),
                ("Image", base + image if image else ""),
                ("Url", base + address),
            ]
        )


def _by_address(site: Site, kind: str) -> Mapping[str, Record]:
    return {urls.url(record): record for record in site.kind(kind).values()}


def _of_column(column: Column) -> list[Label]:
    values = (column.title, column.description, ",".join(column.keywords), column.type)
    return _held(zip(COLUMN, values, strict=True))


def _held(labels: Iterable[Label]) -> list[Label]:
    return [(name, value.strip()) for name, value in labels if value.strip()]


class Named(TypedDict):
    """A label as a template writes it."""

    name: str
    content: str


def named(labels: Iterable[Label]) -> list[Named]:
    """Labels for the theme's templates."""
    return [{"name": name, "content": content} for name, content in labels]


def written(labels: Iterable[Label]) -> Iterator[Markup]:
    """Labels as HTML."""
    for name, content in labels:
        yield MARK.format(name, content)
