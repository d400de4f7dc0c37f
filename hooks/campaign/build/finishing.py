"""One pass over a page: from a value to the bytes that are published, and all that was found.

Everything that has to look at a page does so here, while it is in hand: its frame, its
policy, the words by which it is found, the links that it holds, the duties of a public
site. What is the same on every page, the frame, is looked at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

from markupsafe import Markup, escape
from selectolax.lexbor import LexborHTMLParser

from campaign.build import shells
from campaign.build.layout import Layout
from campaign.build.shells import Shell
from campaign.every_page import correction
from campaign.every_page.head import head
from campaign.every_page.labels import Labels
from campaign.every_page.paper import Paper
from campaign.every_page.sharing import Sharing
from campaign.every_page.titles import Titles
from campaign.exchange import Exchange
from campaign.html import content_security
from campaign.html.dialling import dialled_page, has_unlinked
from campaign.html.tags import tags
from campaign.keeping import made
from campaign.photos.cards import Card
from campaign.render import pictures
from campaign.render.edition import Edition
from campaign.render.outputs import Page
from campaign.search import documents
from campaign.search.documents import Document
from campaign.search.facets import Facets, Finder
from campaign.verify import audit, seen
from campaign.verify.seen import Seen

Inside = Mapping[str, Markup]
"""What fills the slots of a shell that take whole elements."""
Names = Sequence[str]
Looked = tuple[str, Seen, tuple[Document, ...]]
"""The element of the policy, what was seen, and the words for the search."""


@dataclass(frozen=True)
class Finished:
    """A page as it is published, and what was found while it was made."""

    address: str
    shell: str
    source: str
    html: str
    seen: Seen
    """What the page itself names and breaks; its frame's part is `Finishing.frame`."""
    documents: tuple[Document, ...]
    """Its words for the search, and those of its parts; none for a page that no search knows."""
    card: Card | None
    """The picture for shared links that has to be drawn."""
    modified: str
    """ISO day of the last change of anything that it shows."""

    @property
    def path(self) -> str:
        return f"{self.address}index.html"


class Finishing:
    """Finishes the pages of one edition in one layout."""

    def __init__(
        self, edition: Edition, layout: Layout, secrets: frozenset[str] = frozenset()
    ) -> None:
        self.edition = edition
        self.site = edition.site
        self.layout = layout
        self.secrets = secrets
        self._hidden = sorted(secrets)
        self.labels = Labels(edition.site)
        self.exchange = Exchange(edition)
        self.finder = Finder(edition)
        self.titles = Titles(edition.site)
        self.sharing = Sharing(edition.site, edition.pictures, self.titles)
        self.paper = Paper(edition)
        self.frame = cache(self._frame)

    def finish(self, page: Page) -> Finished:
        """The page as it is published."""
        shell = self.layout.shells[page.shell]
        body = page.body + self.paper.note(page.path)
        is_further = page.is_listing and page.shell.endswith(shells.NAME)
        record = self.labels.record(page.path)
        card = None if is_further else self.sharing.card(page.path, page.title, page.cover, record)
        image = card.path if card else "" if is_further else self.sharing.photo(page.cover)
        facets = self.finder.facets(page.path, page.title)
        head_of = self._head(page, body, image, facets)
        inside = {"head": head_of, "toc": page.contents, "body": body}
        required = tuple(self.labels.required(page.path))
        policy, own, found = self._looked_at(page, inside, facets, required)
        shown = {**inside, "body": self._dialled(self.titles.marked(body))}
        html = shell.fill({**shown, **self._texts(page), "policy": policy})
        modified = "" if self.site.preview else self._modified(page)
        place = (page.path, page.shell, page.source)
        return Finished(*place, html, own, found, card, modified)

    def _dialled(self, body: Markup) -> Markup:
        """The body with its telephone numbers as links; most pages have none to be linked."""
        has_some = made(self.edition.kept, partial(has_unlinked, body), "numbers", body)
        return dialled_page(body) if has_some else body

    def _modified(self, page: Page) -> str:
        """A page is as new as its newest part: a community's changes with its honours."""
        return max(page.modified, self.exchange.changed(page.path))

    def _texts(self, page: Page) -> dict[str, str]:
        """What stands in texts and attributes of a shared shell."""
        profile = self.site.profile
        report = correction.link(profile, profile.base_url + page.path, page.title)
        return {
            "title": str(escape(page.title)),
            "description": str(escape(page.description)),
            "source": str(escape(page.source)),
            "report": str(escape(report)),
            "url": str(escape(page.path)),
        }

    def _head(self, page: Page, body: Markup, image: str, facets: Facets) -> Markup:
        base = self.site.profile.base_url
        labels = self.labels.of_page(page.path, page.title, image)
        more = (self.exchange.head(page.path, page.title),)
        style = pictures.style(self.edition, body) + self.paper.style(page.title)
        return head(page, self.site.settings.short_name, base, image, labels, more, style)

    def _looked_at(self, page: Page, inside: Inside, facets: Facets, required: Names) -> Looked:
        """What a look at the page gives, as it was kept if the page was the same before."""
        shell = self.layout.shells[page.shell]
        about = (page.path, page.title, page.description, page.is_listing)

        def make() -> Looked:
            return look(page, shell, inside, facets, required, self.secrets)

        made_from = (shell.digest, *inside.values(), about, facets, required, self._hidden)
        found = made(self.edition.kept, make, *made_from)
        return found if not self.site.preview else ("", *found[1:])

    def _frame(self, shell: str) -> Seen:
        """What every page in a shell has in common."""
        found = self.layout.shells[shell]
        return made(self.edition.kept, partial(framed, found), "frame", found.digest)


def look(
    page: Page,
    shell: Shell,
    inside: Inside,
    facets: Facets,
    required: Names,
    secrets: Iterable[str],
) -> Looked:
    """The policy of a page, what it names and breaks, and its words for the search.

    `inside` is what fills the slots of its shell; `required` are the labels that an
    inspection counts, and `secrets` what may not be found in it.
    """
    found = {name: list(tags(text)) for name, text in inside.items()}
    every = [tag for part in found.values() for tag in part]
    named = seen.of_tags(every)
    parsed = LexborHTMLParser(inside["body"])
    text = "".join([*inside.values(), page.title, page.description])
    faults = (
        *named.faults,
        *(("V37b", left[0]) for left in [shells.LEFTOVER.search(text)] if left),
        *seen.leaks(text, secrets),
        *audit.of_labels(audit.labels_of([*every, *shell.own]), required),
        *audit.of_body(parsed),
    )
    own = Seen(named.addresses, seen.told(inside["head"]), named.anchors, faults)
    words = documents.of_page(page.path, facets, parsed, page.is_listing)
    return content_security.element(shell.policy(found)), own, words


def framed(shell: Shell) -> Seen:
    """What the frame of a shell names and breaks, whatever is poured into it."""
    own = seen.of_tags(shell.own)
    empty = shell.fill(dict.fromkeys(shell.parts[1::2], ""))
    return Seen(own.addresses, (), own.anchors, (*own.faults, *seen.breaks(empty)))
