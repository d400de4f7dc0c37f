"""A desk for all tests of a process, over a project that each test finds as it was."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

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


@pytest.fixture
def nobody(first_desk: Office) -> Office:
    """The desk before anybody has said who edits, with everything as it was."""
    root = first_desk.root
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
        first_desk.desk.changed(changed)
    return first_desk


@pytest.fixture
def here(nobody: Office) -> Office:
    """The desk at which an editor sits."""
    nobody.be("editor")
    return nobody


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
