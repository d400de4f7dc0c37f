"""Search: what the reader's browser looks words up in, made from the finished pages.

Each page gives a document (`documents`): its title, its text, and by what it may be narrowed
and ordered (`facets`). A document's tokens and what each is worth depend on nothing else
(`tokens`, `postings`); the index is put together from them and cut into pieces (`shards`), of
which a query loads the few that hold its tokens. What a result shows is in a script a page
(`texts`). All of it is scripts, so that the same files serve on the web and from a disk.
`settings.js` tells the interface (`theme/scripts/search/`) what there is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from campaign.render.outputs import Output
from campaign.search import choices, postings, settings, shards, sounds, texts
from campaign.search.documents import Document
from campaign.search.facets import Finder


def outputs(finder: Finder, found: Sequence[Document]) -> Iterator[Output]:
    """The index of the documents `found`, which are in the order of their addresses."""
    edition = finder.edition
    made = (postings.kept(edition.kept, document) for document in found)
    pieces = list(shards.cut(shards.put_together(made)))
    own = edition.site.settings.synonyms
    yield settings.output(found, finder.orders, finder.keywords, pieces, own)
    yield from shards.outputs(pieces)
    yield from texts.outputs(found)
    yield choices.output(found)
    yield sounds.output()
