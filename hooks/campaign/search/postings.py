"""How well a document answers each of its tokens: a function of the document alone.

A value has six bits: how much the text is about the token (three, as Okapi BM25 weighs
frequency against length), and whether the token stands in a heading, a name or the title.
"""

from __future__ import annotations

from functools import cache, partial

from campaign.keeping import Kept, made
from campaign.search import sounds, tokens
from campaign.search.documents import Document

HEADING, NAME, TITLE = 8, 16, 32
HIGHEST = 7
"""The most that a text alone can be about a token."""
USUAL = 1500
"""Characters of a text that is neither long nor short. A constant, and not the mean of all
documents: what a document is found by must not change with others."""
SATURATION, BY_LENGTH = 1.2, 0.5
"""BM25's k1 and b: how soon more of the same stops to count, and how much length does."""
NEAR = 100
"""Texts whose lengths differ by less count as equally long."""
NAMES = 2
"""So many words of the spelling are the name of the page itself, in full and by initials."""


def kept(known: Kept | None, document: Document) -> dict[str, int]:
    """The same as `of`, from the last time if the document was the same."""
    tokens_of, values = made(known, partial(_written, document), "postings", document)
    return dict(zip(tokens_of.split("\n"), values, strict=True))


def _written(document: Document) -> tuple[str, bytes]:
    """In two values instead of hundreds: what is kept is read as a whole."""
    found = of(document)
    return "\n".join(found), bytes(found.values())


def of(document: Document) -> dict[str, int]:
    """The document's tokens, each with its value."""
    levels = _levels(len(document.text) // NEAR * NEAR)
    found = {t: levels.get(n, HIGHEST) for t, n in tokens.counted(document.text).items()}
    names = document.spelling.split()
    fields = (
        (0, " ".join(names[NAMES:])),
        (HEADING, document.headings),
        (NAME, " ".join(names[:NAMES])),
        (TITLE, document.title),
    )
    for bit, words in fields:
        for token in tokens.counted(words) if words else ():
            found[token] = found.get(token, 1) | bit
    for bit, words in fields[1:]:
        for pair in sounds.pairs(words):
            found[pair] = found.get(pair, 0) | bit
    return found


@cache
def _levels(length: int) -> dict[int, int]:
    """The level for each number of times that a token may stand in a text of this length."""
    share = SATURATION * (1 - BY_LENGTH + BY_LENGTH * length / USUAL)
    return {n: round(HIGHEST * n / (n + share)) for n in range(1, 41)}
