"""From a site to its frame: names, navigation, columns, footer, and a shell for each page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from campaign import urls
from campaign.build import navigation, shells
from campaign.build.frame import HOME, Frame
from campaign.derive.columns import hidden
from campaign.every_page import correction, footer
from campaign.every_page.labels import Labels, named
from campaign.model.origin import Prose
from campaign.problems import Problem, Severity
from campaign.site import Site

BLANK = {HOME: shells.written({"title": "", "source": HOME})}
"""The pages of a site whose settings cannot be read: only the one that shows its problems."""


def frame(site: Site | None, problems: Iterable[Problem] = ()) -> Frame:
    """The frame of a site; in a preview the theme shows the `problems`."""
    shown = list(_shown(problems)) if site is None or site.preview else []
    if site is None:
        extra = {"problems": shown, "profile": None, "name": "", "columns": [], "demo": False}
        return Frame("", "", "", [HOME], extra, BLANK)
    settings, profile = site.settings, site.profile
    return Frame(
        url=profile.base_url,
        name=settings.short_name,
        description=settings.description,
        nav=navigation.sections(site),
        extra={"problems": shown, **_around(site)},
        pages={**_own_shells(site), **_shared_shells(site)},
        with_contents=tuple(uri for uri, p in site.shown_prose.items() if has_contents(p)),
        is_editable=bool(profile.repository),
        is_reportable=is_reportable(site),
    )


def is_reportable(site: Site) -> bool:
    """Whether pages carry a link to report an error."""
    return bool(correction.link(site.profile, "", ""))


def has_contents(page: Prose) -> bool:
    """Whether a page lists its headings in the margin."""
    return "toc" not in page.hide


def _own_shells(site: Site) -> dict[str, str]:
    """A shell for each page that people wrote, marked in the navigation as itself."""
    return {uri: _own(site, uri, page) for uri, page in site.shown_prose.items()}


def _own(site: Site, uri: str, page: Prose) -> str:
    address, title = urls.of_page(uri), page.title or uri
    matter = {
        "title": title,
        "description": page.description,
        "hide": list(page.hide),
        "source": page.origin.path,
        "report": correction.link(site.profile, site.profile.base_url + address, title),
        "contents": has_contents(page),
    }
    return shells.written({key: value for key, value in matter.items() if value})


def _shared_shells(site: Site) -> dict[str, str]:
    """A shell for the records and articles of each folder."""
    text = shells.shared(is_reportable(site))
    return {f"{folder}/{shells.NAME}": text for folder in sorted(set(urls.FOLDERS.values()))}


def _shown(problems: Iterable[Problem]) -> Iterator[dict[str, str]]:
    for item in problems:
        if item.severity() is not Severity.NOTE:
            place = f"{item.path}:{item.line}"
            words = {"message": item.message(), "remedy": item.remedy()}
            yield {"place": place, "code": item.code, **words}


def _around(site: Site) -> dict[str, Any]:
    """Who publishes the site, and where its columns and standing pages are."""
    profile, gone = site.profile, hidden(site)
    columns = [column for column in site.settings.columns if column.path not in gone]
    return {
        "demo": profile.is_demo,
        "name": site.settings.name,
        "city": site.settings.city,
        "columns": [{"title": c.title, "path": urls.of_page(c.path)} for c in columns],
        "labels": named(Labels(site).of_site),
        "standing": footer.standing_pages(site),
        "elder": footer.elder_home(site),
        "traditional": profile.traditional,
        "profile": {
            "identity": footer.identity(profile),
            "party_mark": footer.party_mark(profile),
            "report": correction.link(profile, profile.base_url, site.settings.name),
            "edit": f"{profile.repository.rstrip('/')}/edit/main/" if profile.repository else "",
            "statement": profile.statement or "",
        },
    }
