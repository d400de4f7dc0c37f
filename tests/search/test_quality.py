"""Whether people find what they mean, in the sample city."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser, LexborNode

from campaign.search.documents import Document
from search.weighing import published

QUERIES = Path(__file__).with_name("queries.yml")
QUESTIONS = Path(__file__).with_name("questions.yml")
HELD_OUT = Path(__file__).with_name("held_out.yml")
UNSEEN = Path(__file__).with_name("unseen.yml")
SEED = 20260420
SAMPLES = 200
FURTHER = re.compile(r"_\d+/$")
LEVELS = "communities/by-level"
COMMUNITY = re.compile(r"([a-z]+)/$")
APART = ("embed/", "search/", "about/specimen/")
"""For other sites, where one searches, and a tool of those who make the site."""
pytestmark = pytest.mark.skipif(not QUERIES.exists(), reason="the sample has been removed")


@pytest.fixture(scope="module")
def ask(sample: Path, asking: Callable[[Path], Any]) -> Iterator[Any]:
    with asking(sample) as asker:
        yield asker


Asked = Mapping[str, Mapping[str, list[str]]]


def queries(path: Path = QUERIES) -> Asked:
    read: Asked = yaml.safe_load(path.read_text())
    return read


def missed(ask: Any, asked: Sequence[tuple[str, list[str]]]) -> dict[str, list[str]]:
    """What the first three results are where none of them is, or is on, a page that answers."""
    found = {query: ask(query, 3)[1] for query, _ in asked}
    return {q: found[q] for q, pages in asked if {*pages}.isdisjoint(map(whole, found[q]))}


def whole(path: str) -> str:
    """The page to which a result leads."""
    return path.partition("#")[0]


def pairs(path: Path) -> list[tuple[str, list[str]]]:
    groups = queries(path).items()
    return [(str(q), pages) for kind, g in groups if kind != "nothing" for q, pages in g.items()]


def test_the_page_that_people_mean_is_among_the_first_three(ask: Any) -> None:
    known = pairs(QUERIES)
    assert len(known) >= 60
    lost = missed(ask, known)
    assert len(lost) <= 0.03 * len(known), lost


def test_the_page_that_answers_a_resident_is_among_the_first_three(ask: Any) -> None:
    asked = pairs(QUESTIONS)
    assert len(asked) >= 150
    lost = missed(ask, asked)
    print(f"\n{len(asked)} questions: {1 - len(lost) / len(asked):.3f} in the first three")
    assert len(lost) <= 0.05 * len(asked), lost


def test_questions_that_nobody_looked_at_are_answered_nearly_as_well(ask: Any) -> None:
    asked = pairs(HELD_OUT)
    assert len(asked) >= 50
    lost = missed(ask, asked)
    print(f"\n{len(asked)} held out: {1 - len(lost) / len(asked):.3f} in the first three")
    assert len(lost) <= 0.15 * len(asked), lost


def test_questions_that_were_written_from_the_pages_alone_are_answered(ask: Any) -> None:
    asked = pairs(UNSEEN)
    assert len(asked) >= 60
    lost = missed(ask, asked)
    print(f"\n{len(asked)} unseen: {1 - len(lost) / len(asked):.3f} in the first three")
    assert len(lost) <= 0.05 * len(asked), lost


def test_a_document_number_in_any_spelling_puts_the_document_first(ask: Any) -> None:
    numbers = queries(QUESTIONS)["document numbers"]
    assert {q: first for q, pages in numbers.items() if (first := ask(q, 1)[1]) != pages} == {}


def test_every_page_is_found_first_by_its_own_title(ask: Any, sample: Path) -> None:
    documents = published(sample)
    titles = Counter(document.title for document in documents)
    alone = [document for document in documents if titles[document.title] == 1]
    assert {d.title: first for d in alone if (first := ask(d.title, 1)[1]) != [d.path]} == {}


def first(node: LexborNode, selector: str) -> LexborNode:
    found = node.css_first(selector)
    assert found is not None
    return found


def headings(tree: Path) -> Iterator[tuple[str, str]]:
    """Every page that is no further sheet of a list and no service of the site, by its title."""
    for file in sorted(tree.rglob("index.html")):
        address = file.relative_to(tree).as_posix().removesuffix("index.html")
        title = LexborHTMLParser(file.read_text(encoding="utf-8")).css_first("h1")
        if title and not FURTHER.search(address) and not address.startswith(APART):
            yield address, " ".join(title.text().replace("¶", "").split())


def test_what_exists_as_a_page_is_found_by_its_title(ask: Any, sample: Path) -> None:
    pages = list(headings(sample))
    assert len(pages) > 100
    found = {title: ask(title, 3)[1] for _, title in pages}
    assert {t: found[t] for address, t in pages if address not in found[t]} == {}


PARTS = (
    ("tasks/indicators/", "article.indicator", "h3", ""),
    ("honours/sites/", "article.site-card", "h2", "参观路线"),
    ("data/", "section", "h2", "数据文件"),
)
"""Lists whose parts have names; what people type after a name."""


@pytest.mark.parametrize(("address", "part", "name", "after"), PARTS)
def test_a_part_of_a_list_is_found_by_its_name_and_led_to(
    ask: Any, sample: Path, address: str, part: str, name: str, after: str
) -> None:
    page = LexborHTMLParser((sample / address / "index.html").read_text(encoding="utf-8"))
    parts = [node for node in page.css(f"article {part}") if node.css_first("[id]")]
    titles = [
        (node.css_first(f"{name} a") or node.css_first(name)).text(deep=False) for node in parts
    ]
    own = zip(titles, [node.css_first("[id]").id for node in parts], strict=True)
    assert len(parts) > 3
    wanted = {f"{title}{after}": f"{address}#{anchor}" for title, anchor in own}
    found = {query: ask(query, 3)[1] for query in wanted}
    assert {q: found[q] for q, path in wanted.items() if path not in found[q]} == {}


def test_a_change_is_found_by_whose_it_is_and_what_happened(ask: Any, sample: Path) -> None:
    lost = {}
    for file in sorted(sample.glob("honours/changes*/index.html")):
        for change in LexborHTMLParser(file.read_text(encoding="utf-8")).css("li.change"):
            told = first(change, ".change__text")
            links = {(a.attributes["href"] or "").lstrip("./") for a in told.css("a")}
            words = [node.text() for node in change.css(".state, .change__honour")]
            query = " ".join([told.text(separator="\n").split()[0], *words])
            paths = ask(query, 3)[1]
            shown = {whole(link) for link in links}
            shown |= {path for path in map(whole, paths) if path.startswith("honours/changes")}
            if shown.isdisjoint(map(whole, paths)):
                lost[query] = paths
    assert lost == {}


def test_a_community_is_found_by_the_level_under_which_it_is_listed(ask: Any, sample: Path) -> None:
    listed: dict[str, set[str]] = {}
    page = LexborHTMLParser((sample / LEVELS / "index.html").read_text(encoding="utf-8"))
    for section in page.css("article section"):
        links = [link.attributes["href"] or "" for link in section.css("a[href]")]
        level = first(section, "h2").text(deep=False)
        listed[level] = {found[1] for link in links if (found := COMMUNITY.search(link))}
    levels = [level for level in listed if level.endswith("级")]
    assert len(levels) > 2
    for level in levels:
        _, paths = ask("", 100, filters={"栏目": "社区", "级别": level})
        assert {*paths} == {f"communities/{id}/" for id in listed[level]}, level


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
