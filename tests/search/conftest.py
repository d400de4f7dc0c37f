"""The search in a browser: sites with an index of each kind, and a page that asks them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from campaign import search
from campaign.build import publish
from campaign.search import pagefind
from conftest import Once
from sites import ROOT, build_site, served

ASK = """async ([query, options, count]) => {
  const found = await campaignSearch.find(query, options);
  const pages = await found.pages(0, count);
  return { total: found.total, paths: pages.map(page => page.path) };
}"""


@dataclass
class Asker:
    """The site's own search, asked through the script that readers run."""

    page: Page

    def __call__(self, query: str, count: int = 10, **options: Any) -> tuple[int, list[str]]:
        """How many pages a query finds, and the first of them by address."""
        answer = self.page.evaluate(ASK, [query, options, count])
        return answer["total"], answer["paths"]


@pytest.fixture(scope="session")
def binary() -> str:
    """Pagefind as `npm ci` installs it for this repository."""
    try:
        return pagefind.command(ROOT)
    except pagefind.Missing as lack:
        if os.environ.get("CI") == "true":
            pytest.fail(str(lack))
        pytest.skip(str(lack))


@pytest.fixture(scope="session")
def indexed(binary: str, built: Path, once: Once) -> Path:
    """The tiny site with Pagefind's index. Not to be changed."""

    def make(folder: Path) -> None:
        target = str(folder / "site")
        done = build_site(built, "build", "--site-dir", target, PAGEFIND_BIN=binary)
        assert done.returncode == 0, done.stderr
        assert "Pagefind" not in done.stderr

    return once("indexed", make) / "site"


@pytest.fixture(scope="session")
def sample(binary: str, showcase: Path) -> Path:
    """The site of this repository's own content, with Pagefind's index. Not to be changed."""
    assert (showcase / "site/pagefind").is_dir(), binary
    return showcase / "site"


@pytest.fixture(scope="session")
def plain_sample(sample: Path, once: Once) -> Path:
    """The same site as it is without Pagefind. Not to be changed."""

    def make(tree: Path) -> None:
        ignored = shutil.ignore_patterns("pagefind", "photos", "cards")
        shutil.copytree(sample, tree, ignore=ignored)
        publish.pour(tree, search.offline(tree))

    return once("plain", make)


@pytest.fixture(scope="session")
def asking(browser: Browser) -> Callable[[Path], Any]:
    """Opens the search page of a built site for questions."""

    @contextmanager
    def ask(tree: Path) -> Iterator[Asker]:
        with served(tree) as address:
            page = browser.new_page()
            page.goto(f"{address}search/")
            page.wait_for_function("() => Boolean(window.campaignSearch?.find)")
            yield Asker(page)
            page.close()

    return ask
