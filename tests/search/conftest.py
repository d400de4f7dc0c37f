"""The search in a browser: a page that asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from sites import served

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
def indexed(built: Path) -> Path:
    """The tiny site. Not to be changed."""
    return built / "site"


@pytest.fixture(scope="session")
def sample(showcase: Path) -> Path:
    """The site of this repository's own content. Not to be changed."""
    return showcase / "site"


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
