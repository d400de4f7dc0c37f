"""Search: what the reader's browser looks words up in, made from the built pages.

Pages carry `data-pagefind-*` marks (`marks`): what belongs to the text, and by what it may
be narrowed and ordered (`facets`). Pagefind cuts them into an index of which a browser
fetches the few pieces that a query needs (`pagefind`). Without it, and in the offline
edition, one script with every text does the same (`plain`). Either way `settings.js` tells
the interface which of the two there is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from markupsafe import Markup

from campaign.render.edition import Edition
from campaign.render.outputs import Output
from campaign.search import documents as reading
from campaign.search import pagefind, plain, settings
from campaign.search.facets import Finder
from campaign.search.marks import marks


class Search:
    """The search of one build."""

    def __init__(self, edition: Edition) -> None:
        self.finder = Finder(edition)
        self.site = edition.site

    def marks(self, address: str, title: str) -> Markup:
        """What a page's head tells the search of it."""
        return marks(self.finder.facets(address, title))

    def outputs(self, tree: Path, say: Callable[[str, str], None]) -> Iterator[Output]:
        """The index of a built tree: Pagefind's, or plain texts where `say` tells why.

        A preview takes plain texts: they are there at once after every edit.
        """
        bundle: list[Output] = []
        try:
            bundle = [] if self.site.preview else pagefind.bundle(self.site.root, tree)
        except pagefind.Missing as lack:
            say(f"搜索改用全文匹配：{lack} Search falls back to plain text.", "yellow")
        documents = reading.documents(tree)
        engine = settings.PAGEFIND if bundle else settings.PLAIN
        yield settings.output(documents, self.finder.orders, self.finder.keywords, engine)
        yield from bundle or [plain.output(documents)]


def offline(tree: Path) -> Iterator[Output]:
    """What makes the search of a built tree work from a disk, where no module loads."""
    yield settings.with_plain_engine(tree)
    yield plain.output(reading.documents(tree))
