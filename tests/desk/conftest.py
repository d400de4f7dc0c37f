"""A desk for all tests of a process, over a project that each test finds as it was."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from desk.exchanges import Exchange, copied, exchange
from desk.galleries import with_one_more
from desk.serving import serving
from desks import Office, office
from repositories import commit, git

NewProject = Callable[[Path], Path]
IGNORED = "/hooks\n.cache/\noriginals/\nsite/\n__pycache__/\n"
SETTINGS = (
    *("user.name", "user.email", "campaign.unit", "campaign.role"),
    *("campaign.branch", "campaign.published"),
)
KEPT = ("refs/heads/main", "refs/tags/first")


@pytest.fixture(scope="session")
def first_desk(new_project: NewProject, tmp_path_factory: pytest.TempPathFactory) -> Office:
    """A project under git, with one commit, and a desk over it.

    The largest part of the engine is not under git: no desk changes it, and a clone is quick.
    """
    root = new_project(tmp_path_factory.mktemp("desk") / "project")
    (root / ".gitignore").write_text(IGNORED, encoding="utf-8")
    git(root, "init", "--quiet", "--initial-branch", "main")
    commit(root)
    git(root, "tag", "first")
    return office(root)


def as_at_first(desk: Office) -> Office:
    """The desk with everything as it was, whatever a test has changed."""
    root = desk.root
    changed = git(root, "diff", "--name-only", "first").splitlines()
    changed += git(root, "ls-files", "--others", "--exclude-standard").splitlines()
    git(root, "checkout", "--quiet", "--force", "-B", "main", "first")
    for name in git(root, "for-each-ref", "--format=%(refname)").splitlines():
        if name not in KEPT:
            git(root, "update-ref", "-d", name)
    git(root, "clean", "--quiet", "-fd")
    shutil.rmtree(root / "originals", ignore_errors=True)
    known = git(root, "config", "--local", "--list", "--name-only").splitlines()
    for name in {*SETTINGS}.intersection(known):
        git(root, "config", "--local", "--unset", name)
    if changed:
        desk.desk.changed(changed)
    return desk


@pytest.fixture
def nobody(first_desk: Office) -> Office:
    """The desk before anybody has said who edits, with everything as it was."""
    return as_at_first(first_desk)


@pytest.fixture
def here(nobody: Office) -> Office:
    """The desk at which an editor sits."""
    nobody.be("editor")
    return nobody


@pytest.fixture(scope="session")
def first_exchange(first_desk: Office, tmp_path_factory: pytest.TempPathFactory) -> Exchange:
    """Two machines and the place where work is handed in. Not to be changed."""
    return exchange(as_at_first(first_desk).root, tmp_path_factory.mktemp("exchange"))


@pytest.fixture
def between(first_exchange: Exchange, tmp_path: Path) -> Exchange:
    """Two such machines for a test that changes them."""
    return copied(first_exchange, tmp_path)


@pytest.fixture(scope="session")
def exchange_with_one_more(
    first_desk: Office, tmp_path_factory: pytest.TempPathFactory
) -> Exchange:
    """Two machines with a site that shows one photo more, which nothing names.

    Not to be changed.
    """
    desk = as_at_first(first_desk)
    desk.be("editor")
    return exchange(with_one_more(desk).root, tmp_path_factory.mktemp("exchange"))


# In a browser


@pytest.fixture
def address(here: Office) -> Iterator[str]:
    with serving(here) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that may ask nobody but this machine, and whose scripts do not fail."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.on("dialog", lambda dialog: dialog.accept())
    page = context.new_page()
    asked: list[str] = []
    failed: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: failed.append(str(error)))
    yield page
    context.close()
    foreign = [url for url in asked if not url.startswith(("http://127.0.0.1:", "data:"))]
    assert (foreign, failed) == ([], [])
