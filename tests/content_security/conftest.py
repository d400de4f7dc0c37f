"""A built site in both readings, and a reader who hears of every violation."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from conftest import NewProject
from content_security.watched import WATCH, Reader
from sites import ROOT, make_site, served


@pytest.fixture(scope="module")
def project(new_project: NewProject, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny site in both readings."""
    folder = new_project(tmp_path_factory.mktemp("policy") / "project")
    if (ROOT / "node_modules").is_dir():
        (folder / "node_modules").symlink_to(ROOT / "node_modules")
    profile = folder / "showcases/deploy/demo.yml"
    profile.write_text(profile.read_text(encoding="utf-8") + "traditional: yes\n", encoding="utf-8")
    make_site(folder)
    return folder


@pytest.fixture(scope="module")
def address(project: Path) -> Iterator[str]:
    with served(project / "site") as address:
        yield address


@pytest.fixture
def reader(browser: Browser, address: str) -> Iterator[Reader]:
    context = browser.new_context(locale="zh-CN", viewport={"width": 1280, "height": 900})
    reader = Reader(context.new_page(), address)
    context.expose_function("violated", reader.note)
    context.add_init_script(WATCH)
    context.on("request", lambda request: reader.ask(request.url))
    yield reader
    context.close()
