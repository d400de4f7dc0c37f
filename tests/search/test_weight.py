"""What a query costs on sites of thousands of pages, made of the sample's own sentences."""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from campaign.build import publish
from campaign.search import choices, postings, settings, shards, sounds, texts
from campaign.search.documents import Document
from search.conftest import ASK
from search.weighing import kibibytes, published, weighed

LENGTH = 1500
FIRST, SECOND = 260, 120
"""KiB that the first query and any further one may cost."""
QUERIES = ("示范点", "邻里纠纷", "路灯 志愿者", "第512号社区", "老人去哪里吃饭", "福务", "社区服务")
SPELT = 40
"""Every so many sentences, one of characters at random: people write more than a sample has."""


def _document(number: int, sentences: list[str], signs: str, dice: random.Random) -> Document:
    text, title = "", f"第{number}号社区"
    while len(text) < LENGTH:
        strange = "".join(dice.choices(signs, k=SPELT))
        text += dice.choice(sentences) if dice.random() < 0.9 else strange
    filters = {"栏目": ["社区"], "年份": [str(2016 + number % 10)], "级别": ["市级"]}
    sorts = {"date": f"{20160101 + number}", "level": str(number % 5), "name": f"{number}"}
    found = (f"c{number}", "2026-01-01", filters, sorts)
    return Document(f"communities/c{number}/", title, text, *found, "服务 荣誉")


def thousands(sample: Path, tree: Path, pages: int) -> None:
    """The sample's home and search pages, with the index of so many others."""
    known = " ".join(document.text for document in published(sample))
    sentences = [part for part in re.findall(r"[^。]{8,60}。", known) if part.strip()]
    dice = random.Random(pages)
    documents = [_document(number, sentences, known, dice) for number in range(pages)]
    shutil.copytree(sample / "assets", tree / "assets")
    (tree / "search").mkdir()
    for name in ("index.html", "search/index.html"):
        shutil.copy(sample / name, tree / name)
    pieces = list(shards.cut(shards.put_together(map(postings.of, documents))))
    orders: dict[str, list[str]] = {"栏目": [], "年份": [], "级别": []}
    publish.pour(tree, [settings.output(documents, orders, ["路灯"], pieces)])
    publish.pour(tree, shards.outputs(pieces))
    publish.pour(tree, texts.outputs(documents))
    publish.pour(tree, [choices.output(documents), sounds.output()])


@pytest.mark.parametrize("pages", [1000, 3000])
def test_a_query_stays_light_on_thousands_of_pages(
    browser: Browser, sample: Path, tmp_path: Path, pages: int
) -> None:
    tree = tmp_path / "site"
    thousands(sample, tree, pages)
    page = browser.new_page()
    with weighed(tree) as (address, scales):
        page.goto(address, wait_until="networkidle")
        page.keyboard.press("/")
        scales.sent = [(name, size) for name, size in scales.sent if "search/" in name]
        page.get_by_label("搜索词").fill(QUERIES[0])
        expect(page.locator(".search__result").first).to_be_visible()
        page.wait_for_load_state("networkidle")
        costs = {QUERIES[0]: kibibytes(scales.taken())}
        for query in QUERIES[1:]:
            assert page.evaluate(ASK, [query, {}, 10])["paths"], query
            costs[query] = kibibytes(scales.taken())
        page.evaluate(ASK, ["", {"filters": {"年份": "2020"}, "sort": {"date": "desc"}}, 10])
        costs["年份"] = kibibytes(scales.taken())
    page.close()
    print(f"\nKiB on {pages} pages: { {q: round(c) for q, c in costs.items()} }")
    first, *further = costs.values()
    assert first <= FIRST
    assert max(further) <= SECOND
