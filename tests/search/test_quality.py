"""Whether people find what they mean, in the sample city and with either index."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from campaign.search import documents as reading
from campaign.search import pagefind
from campaign.search.documents import Document

QUERIES = Path(__file__).with_name("queries.yml")
SEED = 20260420
SAMPLES = 200
pytestmark = pytest.mark.skipif(not QUERIES.exists(), reason="the sample has been removed")


@pytest.fixture(scope="module", params=["sample", "plain_sample"])
def tree(request: pytest.FixtureRequest) -> Path:
    path: Path = request.getfixturevalue(request.param)
    return path


@pytest.fixture(scope="module")
def ask(tree: Path, asking: Callable[[Path], Any]) -> Iterator[Any]:
    with asking(tree) as asker:
        yield asker


def queries() -> Mapping[str, Mapping[str, list[str]]]:
    read: Mapping[str, Mapping[str, list[str]]] = yaml.safe_load(QUERIES.read_text())
    return read


def test_the_page_that_people_mean_is_among_the_first_three(ask: Any) -> None:
    known = [
        (str(query), pages)
        for kind, group in queries().items()
        for query, pages in group.items()
        if kind != "nothing"
    ]
    assert len(known) >= 60
    missed = {q: found for q, pages in known if not {*pages} & {*(found := ask(q, 3)[1])}}
    assert len(missed) <= 0.03 * len(known), missed


def test_what_is_nowhere_on_the_site_finds_nothing(ask: Any) -> None:
    assert {q: found for q in queries()["nothing"] if (found := ask(str(q)))[0]} == {}


def substrings(documents: list[Document]) -> list[str]:
    """Stretches of real pages as somebody would copy them: two to eight characters."""
    dice = random.Random(SEED)
    found: list[str] = []
    while len(found) < SAMPLES:
        text = dice.choice(documents).text
        start, length = dice.randrange(len(text)), dice.randint(2, 8)
        piece = text[start : start + length].strip()
        if len(piece) == length and sum("一" <= sign <= "鿿" for sign in piece) >= 2:
            found.append(piece)
    return found


def test_random_stretches_of_pages_are_found_and_stand_on_top(ask: Any, tree: Path) -> None:
    documents = reading.documents(tree)
    texts = {d.path: f"{d.title}\n{d.text}".lower() for d in documents}
    ranks: dict[str, int] = {}
    for piece in substrings(documents):
        _, paths = ask(piece)
        terms = piece.lower().split()
        hits = [n for n, path in enumerate(paths, 1) if all(t in texts[path] for t in terms)]
        ranks[piece] = hits[0] if hits else 0
    found = sum(rank > 0 for rank in ranks.values()) / len(ranks)
    reciprocal = sum(1 / rank for rank in ranks.values() if rank) / len(ranks)
    print(f"\n{len(ranks)} stretches: found {found:.3f}, mean reciprocal rank {reciprocal:.3f}")
    assert found >= 0.94, [piece for piece, rank in ranks.items() if not rank]
    assert reciprocal >= 0.90


def test_the_index_is_of_a_release_that_indexes_chinese(sample: Path) -> None:
    entry = json.loads((sample / "pagefind/pagefind-entry.json").read_text())
    assert tuple(map(int, entry["version"].split("."))) >= pagefind.OLDEST


def test_filters_narrow_and_a_chosen_order_holds(ask: Any) -> None:
    total, _ = ask("志愿")
    fewer, paths = ask("志愿", filters={"栏目": "领导讲话"})
    assert 0 < fewer < total
    assert all(path.startswith("speeches/") for path in paths)
    _, newest = ask("", 20, filters={"栏目": "领导讲话"}, sort={"date": "desc"})
    days = [path[:19] for path in newest if path != "speeches/"]
    assert days == sorted(days, reverse=True)
    assert len(days) > 3
    _, names = ask("社区", 20, filters={"栏目": "示范社区"}, sort={"name": "asc"})
    assert names[:2] == ["communities/baihuayuan/", "communities/binjiang/"]
