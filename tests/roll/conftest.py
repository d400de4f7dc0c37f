"""A city with a long roll, and a reader of its pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from conftest import NewProject
from roll.reader import DESK, SHIFTS, Opened, city
from sites import make_site, served


@pytest.fixture(scope="module")
def address(new_project: NewProject, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = city(new_project(tmp_path_factory.mktemp("roll") / "project"))
    with served(make_site(folder)) as address:
        yield address


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Opened]:
    """Opens pages of the site; a script's error fails the test."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def open(path: str, size: tuple[int, int] = DESK, **options: Any) -> Page:
        view = {"width": size[0], "height": size[1]}
        context = browser.new_context(locale="zh-CN", viewport=view, **options)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        if options.get("java_script_enabled", True):
            page.add_init_script(SHIFTS)
        page.goto(address + path)
        return page

    yield open
    for context in contexts:
        context.close()
    assert faults == []
