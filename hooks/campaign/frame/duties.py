"""What every page of a public site must carry: its labels, and a way to report an error."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from campaign.frame import correction
from campaign.frame.labels import Labels, named, written
from campaign.render.outputs import Page
from campaign.site import Site


class Duties:
    """Labels and links by page, for pages that the builder lays out and for those poured in."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.labels = Labels(site)

    @property
    def has_report(self) -> bool:
        """Whether pages carry a link to report an error."""
        return bool(self.report("", ""))

    def report(self, address: str, title: str) -> str:
        """Where an error on a page is reported."""
        profile = self.site.profile
        return correction.link(profile, profile.base_url + address, title)

    def matter(self, address: str, title: str, picture: str) -> dict[str, Any]:
        """What the theme needs for a page that the builder lays out."""
        labels = named(self.labels.of_page(address, image=picture))
        return {"labels": labels, "report": self.report(address, title)}

    def head(self, page: Page, picture: str) -> Iterable[Markup]:
        """The labels of a page that is poured into a shell."""
        return written(self.labels.of_page(page.path, page.title, picture))
