"""Fixtures shared by tests: a whole tiny project with the real engine, and a browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from playwright.sync_api import Browser, sync_playwright

from campaign import testing
from campaign.photos import cards
from sites import ROOT, build_site, tree_of

BASIC = Path(__file__).parent / "site" / "basic"
ENGINE = ("build_site.py", "mkdocs.yml", "pyproject.toml", "hooks")
CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def _picture(path: Path, colour: str) -> None:
    image = Image.new("RGB", (1200, 800), colour)
    ImageDraw.Draw(image).ellipse((300, 200, 900, 600), fill="white")
    image.save(path, quality=85)


def make_project(folder: Path) -> Path:
    """The content of `tests/site/basic` with a copy of the engine and drawn photos."""
    shutil.copytree(BASIC, folder, dirs_exist_ok=True)
    for name in ENGINE:
        source = ROOT / name
        if source.is_dir():
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(source, folder / name, ignore=ignored)
        else:
            shutil.copy(source, folder / name)
    gallery = folder / "showcases/galleries/fair"
    for name, colour in (("dance", "#a8141b"), ("before", "#555b63"), ("after", "#2f6b57")):
        _picture(gallery / f"{name}.jpg", colour)
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of its own for a test that changes files."""
    return make_project(tmp_path / "project")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny project, built once by the real command. Not to be changed."""
    folder = make_project(tmp_path_factory.mktemp("built") / "project")
    done = build_site(folder)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session")
def pages(built: Path) -> dict[str, str]:
    """Every published page of the tiny site by its path."""
    files = tree_of(built / "site")
    return {path: data.decode() for path, data in files.items() if path.endswith(".html")}


@pytest.fixture(scope="session")
def font() -> Path:
    """The pinned font of the cards, which `npm ci` installs."""
    found = cards.font_at(ROOT)
    if found is None and os.environ.get("CI") == "true":
        pytest.fail("the font of the cards is not installed")
    if found is None:
        pytest.skip("the font of the cards is not installed")
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium; `build_site.py test` installs it or says that it is missing."""
    executable = testing.browser()
    if executable is None and os.environ.get("CI") == "true":
        pytest.fail("no Chromium on this machine")
    if executable is None:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=CHROMIUM_FLAGS)
        yield chromium
        chromium.close()
