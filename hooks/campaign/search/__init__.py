"""Search: what the reader's browser looks words up in, made from the built pages.

Pages carry `data-pagefind-*` marks (`marks`): what belongs to the text, and by what it may
be narrowed and ordered (`facets`). Pagefind cuts them into an index of which a browser
fetches the few pieces that a query needs (`pagefind`). Without it, and in the offline
edition, one script with every text does the same (`plain`). Either way `settings.js` tells
the interface which of the two there is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from campaign.render.outputs import Output
from campaign.search import documents, pagefind, plain, settings
from campaign.search.documents import Document
from campaign.search.facets import Finder


def outputs(
    finder: Finder, found: Sequence[Document], tree: Path, say: Callable[[str, str], None]
) -> Iterator[Output]:
    """The index of the pages `found`, which lie in `tree`: Pagefind's, or plain texts.

    `say` tells why it is plain texts. A preview takes these: they are there at once.
    """
    site = finder.edition.site
    bundle: list[Output] = []
    try:
        bundle = [] if site.preview else pagefind.bundle(site.root, tree)
    except pagefind.Missing as lack:
        say(f"搜索改用全文匹配：{lack} Search falls back to plain text.", "yellow")
    engine = settings.PAGEFIND if bundle else settings.PLAIN
    yield settings.output(found, finder.orders, finder.keywords, engine)
    yield from bundle or [plain.output(found)]


def offline(tree: Path) -> Iterator[Output]:
    """What makes the search of a built tree work from a disk, where no module loads."""
    yield settings.with_plain_engine(tree)
    yield plain.output(documents.documents(tree))
