"""What a query costs on a site of a thousand pages, made of the sample's own sentences."""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path

import pytest
from markupsafe import Markup
from playwright.sync_api import Browser, expect

from campaign.build import publish
from campaign.search import documents as reading
from campaign.search import pagefind, settings
from campaign.search.facets import Facets
from campaign.search.marks import marks
from search.weighing import kibibytes, weighed
from sites import ROOT

PAGES, LENGTH = 1000, 1500
FIRST, SECOND = 260, 120
"""KiB that the first query and any further one may cost."""
PAGE = Markup(
    '<!doctype html><html lang="zh"><head><title>{title}</title>{marks}</head><body>'
    "<article data-pagefind-body><h1>{title}</h1>{text}</article></body></html>"
)
QUERIES = ("示范点", "邻里纠纷", "路灯 志愿者", "第512号社区")


def _page(number: int, sentences: list[str], dice: random.Random) -> str:
    text, title = "", f"第{number}号社区"
    while len(text) < LENGTH:
        text += dice.choice(sentences)
    filters = {"栏目": ["示范社区"], "年份": [str(2016 + number % 10)], "级别": ["市级"]}
    sorts = {"date": f"{20160101 + number}", "level": str(number % 5), "name": f"{number}"}
    facets = Facets(filters, sorts, f"c{number}", "2026-01-01")
    paragraphs = Markup("").join(
        Markup("<p>{}</p>").format(text[start : start + 300]) for start in range(0, len(text), 300)
    )
    return str(PAGE.format(title=title, marks=marks(facets), text=paragraphs))


@pytest.fixture(scope="module")
def thousand(sample: Path, binary: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's home and search pages, among a thousand others."""
    tree = tmp_path_factory.mktemp("thousand") / "site"
    texts = " ".join(document.text for document in reading.documents(sample))
    sentences = [part for part in re.findall(r"[^。]{8,60}。", texts) if part.strip()]
    dice = random.Random(PAGES)
    for number in range(PAGES):
        folder = tree / f"communities/c{number}"
        folder.mkdir(parents=True)
        (folder / "index.html").write_text(_page(number, sentences, dice), encoding="utf-8")
    shutil.copytree(sample / "assets", tree / "assets")
    (tree / "search").mkdir()
    for name in ("index.html", "search/index.html"):
        shutil.copy(sample / name, tree / name)
    documents = reading.documents(tree)
    bundle = pagefind.bundle(ROOT, tree)
    orders = {"栏目": [], "年份": [], "级别": []}
    output = settings.output(documents, orders, ["路灯"], settings.PAGEFIND)
    publish.pour(tree, [output, *bundle])
    return tree


def test_a_query_stays_light_on_a_thousand_pages(browser: Browser, thousand: Path) -> None:
    page = browser.new_page()
    costs = {}
    with weighed(thousand) as (address, scales):
        page.goto(address, wait_until="networkidle")
        page.keyboard.press("/")
        scales.sent = [(name, size) for name, size in scales.sent if "search/" in name]
        for query in QUERIES:
            page.get_by_label("搜索词").fill(query)
            pattern = "|".join(query.split())
            expect(page.locator("mark").filter(has_text=re.compile(pattern)).first).to_be_visible()
            page.wait_for_load_state("networkidle")
            costs[query] = round(kibibytes(scales.taken()))
    page.close()
    print(f"\nKiB on {PAGES} pages: {costs}")
    first, *further = costs.values()
    assert first <= FIRST
    assert max(further) <= SECOND
