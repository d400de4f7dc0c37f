"""The index in pieces: a query loads those that hold its tokens, and no others.

All tokens in order, cut wherever a piece has grown large enough; a directory of the first
token of each piece tells where to look. A line holds a token, by how much its documents
lie apart, and how well each answers. Pieces are scripts, because a disk gives nothing else.
"""

from __future__ import annotations

import json
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import sub

from campaign.render.outputs import Output

SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
"""One sign for six bits."""
SIZE = 6000
"""Characters of a piece, about; half as many bytes go over the net."""
PATH = "search/index/{}.js"


def number(value: int) -> str:
    """A number in signs of five bits; a sixth tells that more follow."""
    written = SIGNS[value & 31]
    while value := value >> 5:
        written = SIGNS[32 | value & 31] + written
    return written


class _Steps(dict[int, str]):
    """How far a document lies behind the one before, as it is written."""

    def __missing__(self, step: int) -> str:
        return self.setdefault(step, number(step - 1))


STEPS = _Steps()


def put_together(documents: Iterable[Mapping[str, int]]) -> dict[str, array[int]]:
    """Each token's documents, by their place in the sequence, with their values."""
    found: defaultdict[str, array[int]] = defaultdict(lambda: array("L"))
    for place, postings in enumerate(documents):
        base = place << 6
        for token, value in postings.items():
            found[token].append(base | value)
    return found


def cut(index: Mapping[str, array[int]]) -> Iterator[list[str]]:
    """The lines of each piece."""
    lines: list[str] = []
    size = 0
    for token in sorted(index, key=_by_unit):
        line = f"{token} {packed(index[token])}"
        if lines and size + len(line) > SIZE:
            yield lines
            lines, size = [], 0
        lines.append(line)
        size += len(line)
    if lines:
        yield lines


def packed(places: Sequence[int]) -> str:
    """How far each document lies behind the one before, and the value of each."""
    if len(places) == 1:
        return f"{STEPS[1 + (places[0] >> 6)]} {SIGNS[places[0] & 63]}"
    documents = [item >> 6 for item in places]
    steps = map(sub, documents[1:], documents)
    values = [SIGNS[item & 63] for item in places]
    return f"{STEPS[1 + documents[0]]}{''.join(map(STEPS.__getitem__, steps))} {''.join(values)}"


def outputs(pieces: Sequence[Sequence[str]]) -> Iterator[Output]:
    """The pieces as scripts."""
    for place, lines in enumerate(pieces):
        yield script(PATH.format(place), f"index/{place}", "\n".join(lines))


def script(path: str, name: str, data: object) -> Output:
    """Data that a page loads as a script, to find it under the name."""
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Output(path, f"campaignSearch.pieces[{json.dumps(name)}]={written};\n".encode())


def directory(pieces: Sequence[Sequence[str]]) -> str:
    """The first token of each piece."""
    return " ".join(lines[0].split(" ", 1)[0] for lines in pieces)


def _by_unit(token: str) -> bytes:
    """The order in which a browser compares strings."""
    return token.encode("utf-16-be")
