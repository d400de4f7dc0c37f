"""The resident site: what is in the files now, and the answer to each address of it.

The last map that could be made stays when the content cannot be read: whoever edits sees
the problems over the last good page, and never a page that hangs.
"""

from __future__ import annotations

import hashlib
import mimetypes
from collections.abc import Iterable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from threading import Lock, RLock
from typing import Any

from campaign import urls
from campaign.build import stylesheet
from campaign.build.builder import BuildFailed
from campaign.build.framing import frame
from campaign.build.layout import Layout, layout
from campaign.build.shells import ShellError
from campaign.build.site_map import SiteMap
from campaign.checks import check
from campaign.kinds import BY_NAME, SETTINGS
from campaign.kinds.contest.facts import veiled
from campaign.model.look import Look
from campaign.photos import published
from campaign.problems import Problem, Severity, ordered, problem
from campaign.reading import records
from campaign.reading.cache import FOLDER
from campaign.reading.memory import Memory
from campaign.render.edition import Edition
from campaign.render.outputs import Page
from campaign.serve import faulty
from campaign.site import Key, Site

HTML = "text/html; charset=utf-8"
PICTURED = ("showcases/galleries", "showcases/deploy")
"""Where changes may call for other pictures."""
THEMED = ("hooks/theme", "hooks/events.py", "mkdocs.yml")
"""Where changes may call for another layout."""
NOT_LAID_OUT = (BuildFailed, ShellError, OSError)
"""How laying out ends where settings or the theme do not let it, or the disk is full."""
SCRIPT = '<script src="/-/preview.js" data-mark="{}"></script>'
"""What the preview adds to every page: it listens for changes and shows problems."""


@dataclass(frozen=True)
class Answer:
    """What a browser gets for an address."""

    status: int
    media_type: str
    data: bytes | Path
    mark: str = ""
    """Changes when what the page shows does."""


class Resident:
    """One project's site, kept in memory between requests."""

    def __init__(
        self, root: Path, base_url: str, profile: str | None = None, today: date | None = None
    ) -> None:
        self.root = root
        self.base_url = base_url
        self.profile = profile
        self.today = today
        self.number = 0
        """How often the content has changed."""
        self.problems: list[Problem] = []
        self.checked = -1
        """As of which change the problems are complete: reading alone finds a few of them."""
        self._site: Site | None = None
        self._read: list[Problem] = []
        self._memory = Memory(root, root / FOLDER)
        self._looks: dict[Key, Look] = {}
        self._map: SiteMap | None = None
        self._closing: dict[str, bytes | Path] = {}
        self._lock = RLock()
        """Held by whoever makes pages: never for as long as a layout takes, but for the first."""
        self._changing = Lock()
        self._laying_out = Lock()

    # Changes

    def refresh(self, changed: Iterable[str] = ()) -> None:
        """Read the files that have `changed`, by their paths relative to the project.

        What cannot be read leaves the last good map in place. Where the site has to be laid out
        anew, pages are answered as they were until that is done.
        """
        first = self._lock if self._map is None else nullcontext()
        with self._changing, first:
            paths = tuple(changed)
            self._memory.forget(paths)
            site, read = records.load(self.root, self.profile, self.today, True, self._memory)
            site = replace(site, looks=self._looks) if site else None
            here = self._here(site) if site else None
            laid_out, failed = self._tried(here, paths) if here else (None, [])
            with self._lock:
                self._site, self._read = site or self._site, [*read, *failed]
                self.problems = ordered(self._read)
                if here is not None and laid_out is not None:
                    self._map = self._mapped(here, laid_out, paths)
                self._closing = {}
                self.number += 1

    def check(self) -> None:
        """Run the rules: they take longer than a page, so that no page waits for them."""
        site, read, number = self._site, self._read, self.number
        found = ordered([*read, *(check(site) if site else [])])
        if number == self.number:
            self.problems, self.checked = found, number

    @property
    def site(self) -> Site | None:
        """The whole content, as far as it could ever be read."""
        return self._site

    def map_with(self, site: Site) -> SiteMap | None:
        """The map of a site that nobody has saved; none before the first that is."""
        last = self._map
        if last is None:
            return None
        here, known = self._here(site), last.edition.pictures
        laid_out, failed = (last.layout, []) if self._is_framed_alike(site) else self._tried(here)
        new = [here.picture_path(id) for id in here.photos if id not in known]
        is_new = bool(new) and not here.picture_files.keys().isdisjoint(new)
        pictures = published.pictures(here) if is_new else known
        with self._lock:
            return SiteMap(Edition(here, pictures, last.edition), laid_out, told=failed)

    def _here(self, site: Site) -> Site:
        """What readers of this preview see of a site."""
        profile = site.profile.model_copy(update={"base_url": self.base_url})
        return veiled(replace(site, profile=profile).published())

    def _is_framed_alike(self, site: Site) -> bool:
        """Whether nothing differs from the site as it is that is told on every page."""
        mine = self._site
        return mine is not None and all(
            one is other
            for one, other in (
                (site.settings, mine.settings),
                (site.profile, mine.profile),
                (site.prose, mine.prose),
            )
        )

    def _tried(self, here: Site, changed: Sequence[str] = ()) -> tuple[Layout, list[Problem]]:
        """The layout of a site; where it cannot be laid out the last one, and what is told then.

        Raises what the builder does where there is no last one.
        """
        try:
            laid_out = self._laid_out(here, changed)
            len(laid_out.shells)  # each is looked through for its slots, before pages need them
        except NOT_LAID_OUT as error:
            if self._map is None:
                raise
            why = str(error) or type(error).__name__
            return self._map.layout, [problem(SETTINGS.pattern, 1, "Y22", why=why)]
        return laid_out, []

    def _laid_out(self, here: Site, changed: Sequence[str] = ()) -> Layout:
        """The layout of a site: the last one, as long as nothing changes on every page."""
        told = frame(here)
        with self._laying_out:
            last = self._map
            is_same = last is not None and last.layout.frame == told and not _is_theme(changed)
            return last.layout if last and is_same else layout(self.root, told)

    def _mapped(self, here: Site, laid_out: Layout, changed: Sequence[str]) -> SiteMap:
        """The map of a site; what the changed files have no part in stays as it was."""
        last = self._map
        if last is None or any(path.startswith(PICTURED) for path in changed):
            edition = Edition(here, published.pictures(here), last.edition if last else None)
        else:
            edition = Edition(here, last.edition.pictures, last.edition)
        return SiteMap(edition, laid_out)

    # Answers

    def answer(self, path: str) -> Answer:
        """What stands at a path below the site's root."""
        with self._lock:
            try:
                return self._answer(path)
            except Exception as error:  # the preview goes on, whatever a page cannot do
                return _page(500, faulty.failure(path, error))

    def told(self) -> list[Mapping[str, Any]]:
        """The problems as the overlay shows them, the gravest first; notes stay out."""
        grave = [item for item in self.problems if item.severity() is not Severity.NOTE]
        grave.sort(key=lambda item: item.severity() is not Severity.ERROR)
        return [faulty.told(item) for item in grave]

    def answer_from(self, site_map: SiteMap, path: str) -> Answer:
        """What would stand at a path of another map; all that is no page is as it is here."""
        with self._lock:
            try:
                if not path.startswith("assets/") and (found := site_map.page_soon(path)):
                    html = faulty.with_notes(found.html, site_map.told)
                    return Answer(200, HTML, html.encode())
                if path in site_map.files:
                    return _file(path, site_map.file(path))
            except Exception as error:  # the desk goes on, whatever a page cannot do
                return Answer(500, HTML, faulty.failure(path, error).encode())
        return self.answer(path)

    def page_from(self, site_map: SiteMap, address: str) -> Page | None:
        """The page of another map before it is finished; nothing where there is none."""
        with self._lock:
            made = site_map.pages.get(address)
            try:
                return made() if made else None
            except Exception:  # the desk goes on, whatever a page cannot do
                return None

    def _answer(self, path: str) -> Answer:
        if self._map is None:
            return _page(200, faulty.problems("内容读不出来", self.problems))
        if finished := self._map.page_soon(path):
            return _page(200, finished.html, stylesheet.text())
        if found := self._faulty(path):
            return _page(200, faulty.problems(path, found))
        if f"{path}/" in self._map.pages:
            return Answer(308, HTML, f"/{path}/".encode())
        if path in self._map.files:
            return _file(path, self._map.file(path))
        if path.startswith(("search/", "sitemap")):
            return self._closed(path)
        return self._missing()

    def _faulty(self, path: str) -> list[Problem]:
        """The problems of the record or article that would stand at a path, if it has any."""
        assert self._site is not None
        for kind, id in self._site.origins:
            if kind in BY_NAME and self._site.is_faulty(kind, id) and urls.of(kind, id) == path:
                source = self._site.origins[kind, id].path
                return [item for item in self.problems if item.path == source]
        return []

    def _closed(self, path: str) -> Answer:
        """What is made from all pages: the search and the sitemap, when somebody wants them."""
        assert self._map is not None
        if not self._closing:
            every = [self._map.page(address) for address in self._map.pages]
            outputs = self._map.closing(every)
            self._closing = {output.path: output.data for output in outputs}
        data = self._closing.get(path)
        return _file(path, data) if data is not None else self._missing()

    def _missing(self) -> Answer:
        assert self._map is not None
        data = self._map.file("404.html")
        html = data.read_bytes() if isinstance(data, Path) else data
        return _page(404, html.decode())


def _is_theme(changed: Iterable[str]) -> bool:
    return any(path.startswith(THEMED) for path in changed)


def _page(status: int, html: str, more: str = "") -> Answer:
    """A page with the preview's script, and the mark by which a browser sees that it changed."""
    mark = hashlib.sha256(f"{more}{html}".encode()).hexdigest()[:16]
    before, end, after = html.rpartition("</body>")
    return Answer(status, HTML, f"{before}{SCRIPT.format(mark)}{end}{after}".encode(), mark)


def _file(path: str, data: bytes | Path) -> Answer:
    media_type = mimetypes.guess_type(path)[0] or "application/octet-stream"
    if media_type.startswith("text/") or media_type.endswith(("javascript", "json", "xml")):
        media_type += "; charset=utf-8"
    return Answer(200, media_type, data)
