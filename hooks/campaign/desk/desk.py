"""What stays between the requests of a desk: the resident site, the history, what was shown."""

from __future__ import annotations

import hashlib
import secrets
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from campaign.build.site_map import SiteMap
from campaign.desk.documents.parcels import Parcels
from campaign.desk.versions.ledger import Ledger
from campaign.problems import Known
from campaign.serve.resident import Resident
from campaign.site import Site

KEPT = 32
"""How many files that forms were made from, and how many previews, are remembered."""
PREFIX = "/-/desk/"
UNNOTED = (
    "内容存在文件里了，可是没有记进修改记录，送不出去。请打开它再按一次保存；还不行请找技术员。"
)
"""What whoever changed something is told where git refused to write it down."""
V = TypeVar("V")
"""A problem by the file, the rule and the words: lines move when somebody writes above."""


class NotReady(Exception):
    """The site could not be read yet, so that there is nothing to edit."""


class Desk:
    """One office's desk."""

    def __init__(self, resident: Resident) -> None:
        self.resident = resident
        self.ledger = Ledger(resident.root)
        self.token = secrets.token_urlsafe(24)
        """Goes with each form of this session, so that no other page can send one."""
        self.parcels = Parcels()
        self.notices: dict[tuple[str, str], list[str]] = {}
        """What is said once when the form of a record is opened, by its kind and id."""
        self._looks: tuple[int, dict[str, Any]] = (-1, {})
        self._files: OrderedDict[str, bytes] = OrderedDict()
        self._maps: OrderedDict[str, SiteMap] = OrderedDict()
        self._pages: OrderedDict[str, str] = OrderedDict()

    @property
    def site(self) -> Site:
        """The whole content as it is. Raises NotReady."""
        if self.resident.site is None:
            raise NotReady
        return self.resident.site

    def stamp(self, raw: bytes | None) -> str:
        """The name of a file's content as a form was made from it."""
        if raw is None:
            return ""
        found = hashlib.sha256(raw).hexdigest()
        return _keep(self._files, found, lambda: raw)

    def stamped(self, stamp: str) -> bytes | None:
        """What a file said when a form was made from it; nothing where nobody knows any more."""
        return self._files.get(stamp)

    def keep_map(self, key: str, site_map: SiteMap) -> None:
        """Remember what the preview of a form shows."""
        self._maps.pop(key, None)
        _keep(self._maps, key, lambda: site_map)

    def map_of(self, key: str) -> SiteMap | None:
        return self._maps.get(key)

    def keep_page(self, address: str, html: str) -> None:
        """Remember a page of a preview that says more than its map, such as marks."""
        _keep(self._pages, address, lambda: html)

    def page_at(self, address: str) -> str | None:
        return self._pages.get(address)

    def look(self, address: str, make: Callable[[str], V]) -> V:
        """What `make` says of a page as it is now, made once until the content changes."""
        if self._looks[0] != self.resident.number:
            self._looks = (self.resident.number, {})
        known = self._looks[1]
        if address not in known:
            known[address] = make(address)
        found: V = known[address]
        return found

    def write_down(
        self,
        paths: Sequence[str],
        subject: str,
        details: str = "",
        record: str = "",
        note: str = "",
    ) -> list[str]:
        """Write into the history what became of these files; what to say where that failed."""
        is_noted = self.ledger.commit(paths, subject, details, record, note)
        return [] if is_noted or self.ledger.why_not() else [UNNOTED]

    def tell(self, kind: str, id: str, words: Iterable[str]) -> None:
        """Say something the next time that a record is looked at."""
        self.notices.setdefault((kind, id), []).extend(words)

    def told(self, kind: str, id: str) -> list[str]:
        """What is to be said of a record, once."""
        return self.notices.pop((kind, id), [])

    def known(self) -> Known:
        """The problems that the content has as it is."""
        if self.resident.checked != self.resident.number:
            self.resident.check()
        return Known.of(self.resident.problems, self.site.profile.stopping)

    def changed(self, paths: Iterable[str]) -> None:
        """Read again what was written."""
        self.resident.refresh(paths)


def _keep(kept: OrderedDict[str, V], key: str, make: Callable[[], V]) -> str:
    kept[key] = make()
    while len(kept) > KEPT:
        kept.popitem(last=False)
    return key
