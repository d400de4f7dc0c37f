"""A tiny project under git, and the page at `admin/` over it, with a git host of each sort."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

import doors
import git_host
from campaign.model import admin
from conftest import NewProject
from doors import WORK, Door
from git_host import GitHost
from gitea_host import GiteaHost
from repositories import repository


@pytest.fixture(scope="package")
def under_git(new_project: NewProject, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny project under git. Not to be changed."""
    folder = new_project(tmp_path_factory.mktemp("admin") / "project")
    (folder / ".gitignore").write_text(".cache/\nsite/\n__pycache__/\nhooks/\n", encoding="utf-8")
    return repository(folder)


@pytest.fixture
def door(under_git: Path, browser: Browser, tmp_path: Path) -> Iterator[Door]:
    """The page, with its repository at GitHub."""
    host = GitHost(doors.bare(under_git, tmp_path / "bare.git"))
    asked = admin.Admin(repository=git_host.REPOSITORY)
    with doors.door(under_git, host, asked, browser, tmp_path / "site") as found:
        yield found


@pytest.fixture
def gitea_door(under_git: Path, browser: Browser, tmp_path: Path) -> Iterator[Door]:
    """The page, with its repository at the office's own Gitea, saving to a branch of its own."""
    host = GiteaHost(doors.bare(under_git, tmp_path / "bare.git"))
    host.git("branch", WORK, "main")
    asked = admin.Admin(
        backend=admin.GitHost.GITEA, repository=git_host.REPOSITORY, branch=WORK, api="http://x"
    )
    with doors.door(under_git, host, asked, browser, tmp_path / "site") as found:
        yield found
