"""Fixtures shared by tests: a whole tiny project with the real engine, and a browser."""

from __future__ import annotations

import io
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from compileall import compile_dir
from functools import cache
from pathlib import Path
from typing import TypeVar

import pytest
import yaml
from filelock import FileLock
from hypothesis import HealthCheck, settings
from PIL import Image, ImageDraw
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

import undrawn
from campaign.images import lettering
from campaign.verbs import testing
from sites import PATIENCE, ROOT, build_site, served, tree_of

os.environ["OPENPYXL_LXML"] = "False"  # lxml comes with a test's tool: workbooks are read without
BASIC = Path(__file__).parent / "site" / "basic"
ENGINE = ("build_site.py", "mkdocs.yml", "pyproject.toml", "hooks")
CONTENT = ("docs", "showcases", ".cache")
DEMO = ROOT / "showcases/deploy/demo.yml"
"""The sample's profile, as long as the sample is here."""
PUBLIC = """\
base_url: https://example.org/repo/
compliance: gov
sponsor: 示例办
contact: 0000-6200000，office@example.org
domain: example.org
"""
CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

LONGEST = (
    *("test_axe.py", "test_hostile_texts.py", "content/test_titles.py", "content/test_phones.py"),
    *("test_cli.py", "test_lighthouse.py", "content_security/test_policy.py", "test_building.py"),
    *("desk/test_withdrawals.py", "desk/test_branches.py", "test_edits.py", "test_breakdown.py"),
    *("kinds/test_a_new_kind.py", "desk/test_browser.py", "test_traditional.py", "test_offline.py"),
    *("desk/test_writing_browser.py", "viewer/test_viewing.py", "test_growth.py"),
    *("desk/test_site_forms.py", "test_keyboard.py", "roll/test_filter_browser.py"),
    *("importing/test_excel_identity.py", "desk/test_publishing.py", "search/test_weight.py"),
    *("search/test_quality.py", "test_new.py", "roll/test_browser.py", "test_mutants.py"),
    *("desk/test_photos_browser.py", "test_start_safety.py", "test_print.py"),
    *("test_read_aloud.py", "test_sizes.py", "desk/test_picture_clashes.py"),
    *("test_without_script.py", "admin/test_browser.py", "desk/test_review_browser.py"),
    *("search/test_interface.py", "withdrawal/test_by_hand.py", "desk/test_desk.py"),
    *("desk/test_interplay.py", "writing/test_splicing_sample.py", "content/test_pictures.py"),
)
"""Files that take longest, in the order of that: they come first, so that workers end together."""
EXPECTED = 120
"""Seconds that a browser may take for what should happen: what never happens is told after them."""
T = TypeVar("T")
Once = Callable[[str, Callable[[Path], object]], Path]
NewProject = Callable[[Path], Path]
Launch = Callable[..., Browser]

settings.register_profile(
    "suite",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=os.environ.get("CI") == "true",
)
settings.load_profile("suite")
"""One for all: no test depends on how fast a machine is, nor on chance where CI judges."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    place = {name: at for at, name in enumerate(LONGEST)}
    items.sort(key=lambda item: place.get(_below_tests(item.path), len(place)))


def _below_tests(path: Path) -> str:
    return path.relative_to(Path(__file__).parent).as_posix()


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Makes a folder once a run, for all the workers that take part in it. Not to be changed.

    The first one to ask makes it while the others wait; one that failed is tried again.
    """
    run = tmp_path_factory.getbasetemp()
    shared = run.parent if "PYTEST_XDIST_WORKER" in os.environ else run

    def once(name: str, make: Callable[[Path], object]) -> Path:
        folder, done = shared / name, shared / f"{name}.done"
        with FileLock(shared / f"{name}.lock"):
            if not done.exists():
                shutil.rmtree(folder, ignore_errors=True)
                make(folder)
                done.touch()
        return folder

    return once


@cache
def _picture(colour: str) -> bytes:
    image = Image.new("RGB", (1200, 800), colour)
    ImageDraw.Draw(image).ellipse((300, 200, 900, 600), fill="white")
    data = io.BytesIO()
    image.save(data, "JPEG", quality=85)
    return data.getvalue()


def make_project(folder: Path, source: Path = ROOT) -> Path:
    """The content of `tests/site/basic` with a copy of the engine and drawn photos."""
    shutil.copytree(BASIC, folder, dirs_exist_ok=True)
    _copy(ENGINE, folder, source)
    gallery = folder / "showcases/galleries/fair"
    for name, colour in (("dance", "#a8141b"), ("before", "#555b63"), ("after", "#2f6b57")):
        (gallery / f"{name}.jpg").write_bytes(_picture(colour))
    return folder


def make_built(folder: Path) -> None:
    """The tiny project and its site, by the real command, its engine compiled.

    Commands of tests write no compiled modules, so that each would compile the engine anew.
    """
    compile_dir(make_project(folder) / "hooks", quiet=1)
    done = build_site(folder)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="session")
def built(once: Once) -> Path:
    """The tiny project, built once by the real command. Not to be changed."""
    return once("built", make_built)


@pytest.fixture(scope="session")
def new_project(once: Once) -> NewProject:
    """Makes further tiny projects, in which what the first one's build kept need not be made."""
    built = once("built", make_built)

    def new_project(folder: Path) -> Path:
        make_project(folder, built)
        shutil.copytree(built / ".cache", folder / ".cache")
        return folder

    return new_project


@pytest.fixture
def project(new_project: NewProject, tmp_path: Path) -> Path:
    """A project of its own for a test that changes files."""
    return new_project(tmp_path / "project")


def _copy(names: Iterable[str], folder: Path, source: Path = ROOT) -> None:
    """Copy files and folders of a project; compiled modules too, which fit their copies."""
    for path in (source / name for name in names):
        if path.is_dir():
            half_written = shutil.ignore_patterns("*.pyc.*")  # by another worker, at this moment
            shutil.copytree(path, folder / path.name, ignore=half_written)
        elif path.exists():
            shutil.copy(path, folder / path.name)


def make_showcase(folder: Path) -> Path:
    """This repository's own content, built as a public deployment shows it.

    On the day that the sample's profile fixes, and with what earlier builds cached.
    """
    folder.mkdir()
    _copy((*ENGINE, *CONTENT), folder)
    if (ROOT / "node_modules").is_dir():
        (folder / "node_modules").symlink_to(ROOT / "node_modules")
    day = yaml.safe_load(DEMO.read_text("utf-8"))["today"] if DEMO.exists() else ""
    (folder / "showcases/deploy/checked.yml").write_text(PUBLIC, encoding="utf-8")
    as_of = ("--today", str(day)) if day else ()
    done = build_site(folder, "build", "--profile", "checked", *as_of)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session")
def showcase(once: Once) -> Path:
    """The repository's own content as the public sees it, built once. Not to be changed."""
    return once("showcase", make_showcase)


def needed(found: T | None, name: str) -> T:
    """A tool of the tests; where it is missing the test is left out, on a CI machine it fails."""
    if found is None and os.environ.get("CI") == "true":
        pytest.fail(f"{name} is not installed")
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


@pytest.fixture(scope="session")
def pages(built: Path) -> dict[str, str]:
    """Every published page of the tiny site by its path."""
    files = tree_of(built / "site")
    return {path: data.decode() for path, data in files.items() if path.endswith(".html")}


@pytest.fixture(scope="session")
def address(built: Path) -> Iterator[str]:
    """Where the tiny site is served, below a sub-path."""
    with served(built / "site") as address:
        yield address


@pytest.fixture(scope="session")
def font() -> Path:
    """The pinned font of the cards, which `npm ci` installs."""
    return needed(lettering.font_at(ROOT), "the font of the cards")


def _be_patient(context: BrowserContext) -> None:
    context.set_default_timeout(PATIENCE * 1000)


@pytest.fixture(scope="session")
def launch() -> Iterator[Launch]:
    """Starts headless Chromium; `build_site.py test` installs it or says that it is missing."""
    executable = needed(testing.browser(), "Chromium")
    with sync_playwright() as playwright:

        def launch(*flags: str) -> Browser:
            chromium = playwright.chromium.launch(
                executable_path=executable,
                args=[*CHROMIUM_FLAGS, *flags],
                timeout=PATIENCE * 1000,
            )
            chromium.on("context", _be_patient)
            return chromium

        expect.set_options(timeout=EXPECTED * 1000)
        yield launch


@pytest.fixture(scope="session")
def browser(launch: Launch) -> Iterator[Browser]:
    """A browser as readers have one."""
    chromium = launch()
    yield chromium
    chromium.close()


@pytest.fixture(scope="session")
def undrawing(launch: Launch) -> Iterator[Browser]:
    """A browser whose pages are laid out and not drawn: see `undrawn.py`."""
    chromium = launch(*undrawn.FLAGS)
    yield chromium
    chromium.close()
