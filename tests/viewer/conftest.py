"""The gallery in a browser; its pages fail their test when they report an error."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from conftest import Once
from sites import served
from viewer.fair import DESKTOP, PHONE, WATCH, Visit, write_site


@pytest.fixture(scope="session")
def address(once: Once) -> Iterator[str]:
    """Where the galleries are served."""
    with served(once("viewer", write_site)) as address:
        yield address + "galleries/"


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    """Opens pages that fail their test when they report an error or break their CSP."""
    faults: list[str] = []
    contexts = []

    def visit(path: str = "fair/", **options: object) -> Page:
        context = browser.new_context(**{"locale": "zh-CN", **DESKTOP, **options})
        contexts.append(context)
        context.add_init_script(WATCH)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda m: faults.append(m.text) if m.type == "error" else None)
        page.goto(address + path)
        return page

    yield visit
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture(params=[DESKTOP, PHONE], ids=["desktop", "phone"])
def page(visit: Visit, request: pytest.FixtureRequest) -> Page:
    return visit(**request.param)
