"""Whether people find what they mean, in the sample city."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from campaign.search.documents import Document
from search.weighing import published

QUERIES = Path(__file__).with_name("queries.yml")
QUESTIONS = Path(__file__).with_name("questions.yml")
SEED = 20260420
SAMPLES = 200
pytestmark = pytest.mark.skipif(not QUERIES.exists(), reason="the sample has been removed")


@pytest.fixture(scope="module")
def ask(sample: Path, asking: Callable[[Path], Any]) -> Iterator[Any]:
    with asking(sample) as asker:
        yield asker


Asked = Mapping[str, Mapping[str, list[str]]]


def queries(path: Path = QUERIES) -> Asked:
    read: Asked = yaml.safe_load(path.read_text())
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


def test_the_page_that_answers_a_resident_is_among_the_first_three(ask: Any) -> None:
    asked = [(str(q), pages) for group in queries(QUESTIONS).values() for q, pages in group.items()]
    assert len(asked) >= 150
    missed = {q: found for q, pages in asked if not {*pages} & {*(found := ask(q, 3)[1])}}
    print(f"\n{len(asked)} questions: {1 - len(missed) / len(asked):.3f} in the first three")
    assert len(missed) <= 0.05 * len(asked), missed


def test_a_document_number_in_any_spelling_puts_the_document_first(ask: Any) -> None:
    numbers = queries(QUESTIONS)["document numbers"]
    assert {q: first for q, pages in numbers.items() if (first := ask(q, 1)[1]) != pages} == {}


def test_every_page_is_found_first_by_its_own_title(ask: Any, sample: Path) -> None:
    documents = published(sample)
    titles = Counter(document.title for document in documents)
    alone = [document for document in documents if titles[document.title] == 1]
    assert {d.title: first for d in alone if (first := ask(d.title, 1)[1]) != [d.path]} == {}


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


def test_random_stretches_of_pages_are_found_and_stand_on_top(ask: Any, sample: Path) -> None:
    documents = published(sample)
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
    assert found >= 0.95, [piece for piece, rank in ranks.items() if not rank]
    assert reciprocal >= 0.90


def test_filters_narrow_and_a_chosen_order_holds(ask: Any) -> None:
    total, _ = ask("志愿")
    fewer, paths = ask("志愿", filters={"栏目": "领导讲话"})
    assert 0 < fewer < total
    assert all(path.startswith("speeches/") for path in paths)
    _, newest = ask("", 20, filters={"栏目": "领导讲话"}, sort={"date": "desc"})
    days = [path[:19] for path in newest if path != "speeches/"]
    assert days == sorted(days, reverse=True)
    assert len(days) > 3
    _, names = ask("社区", 20, filters={"栏目": "社区"}, sort={"name": "asc"})
    assert names[:2] == ["communities/baihuayuan/", "communities/binjiang/"]
