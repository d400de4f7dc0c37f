"""The page at `admin/` as people open it: in a browser, with a git host on this machine."""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

import git_host
from campaign.admin import bundle, config, page
from campaign.build.content import Content
from campaign.model.admin import Admin
from campaign.verbs import testing
from conftest import EXPECTED, needed
from git_host import GitHost
from sites import ROOT, served
from values import TODAY

WORK = "edit/web"
"""The branch to which pages save at a host where Sveltia knows no reviews."""


@dataclass
class Door:
    """An open page, the git host behind it, and what the page asked for and complained of."""

    page: Page
    host: GitHost
    own: tuple[str, ...]
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def foreign(self) -> list[str]:
        """The addresses that are neither the site's nor the git host's."""
        known = (*self.own, "data:", "blob:")
        return [address for address in self.asked if not address.startswith(known)]

    def open(self, route: str) -> None:
        self.page.goto(f"{self.own[0]}admin/#/{route}")

    def sign_in(self, token: str = git_host.TOKEN) -> None:
        """Sign in with a token, by a link such as a technician gives."""
        secret = base64.b64encode(json.dumps({"token": token}).encode()).decode()
        self.open(f"signin/{secret}")
        self.page.reload()
        self.page.get_by_role("button", name="登录", exact=True).click()
        expect(self.page.get_by_role("row").first).to_be_visible()

    def type(self, field: str, text: str) -> None:
        """Write into a field, and see that it stays there."""
        box = self.page.get_by_role("textbox", name=field)
        box.fill(text)
        expect(box).to_have_value(text)

    def choose(self, option: str) -> None:
        """Choose of a few, once the program listens: it takes a tenth of a second to.

        Until then each choice is a stop of the Tab key, and one that is clicked is marked and lost.
        """
        choice = self.page.get_by_role("radio", name=option)
        group = self.page.get_by_role("radiogroup").filter(has=choice)
        expect(group.locator("[role=radio][tabindex='0']")).to_have_count(1)
        choice.click()
        expect(choice).to_be_checked()

    def save(self) -> None:
        self.page.get_by_role("button", name="保存", exact=True).click()

    def save_draft(self) -> None:
        """Save, and wait until it has arrived.

        The program then asks whether to hand it in, unless it finds something missing.
        """
        self.save()
        asks = self.page.get_by_role("alertdialog", name="提交审核")
        back = self.page.get_by_role("gridcell", name="草稿", exact=True)
        expect(asks.or_(back).first).to_be_visible()


@contextmanager
def door(
    project: Path, host: GitHost, admin: Admin, browser: Browser, tree: Path
) -> Iterator[Door]:
    """The page, in a browser that prefers English and knows only this machine.

    `admin` says where the repository is but for the host's address, which is not known before.
    """
    needed(testing.node_package(ROOT, "@sveltia/cms"), "Sveltia CMS")
    site = Content.open(project, today=TODAY).site
    assert site is not None
    with git_host.serving(git_host.programs(host)) as api, served(tree) as address:
        at_host = admin.model_copy(update={"api": api + host.root})
        folder = tree / "admin"
        for name, path in bundle.files(ROOT):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, folder / name)
        (folder / "index.html").write_text(page.page(site, at_host), encoding="utf-8")
        (folder / "config.json").write_bytes(config.written(site, at_host))
        (tree / "assets").mkdir()
        shutil.copy(ROOT / "hooks/theme/assets/favicon.svg", tree / "assets")
        context = browser.new_context(locale="en-US", viewport={"width": 1280, "height": 900})
        context.set_default_timeout(EXPECTED * 1000)
        opened = context.new_page()
        found = Door(opened, host, (address, f"{api}/"))
        # Of the whole context: what workers ask for is seen as well.
        context.on("request", lambda request: found.asked.append(request.url))
        opened.on(
            "console",
            lambda told: (
                found.said.append(told.text) if told.type in ("error", "warning") else None
            ),
        )
        opened.on("pageerror", lambda error: found.said.append(str(error)))
        opened.goto(f"{address}admin/")
        yield found
        context.close()
        assert found.foreign() == []
        assert found.host.unknown == []


def bare(project: Path, folder: Path) -> Path:
    """A bare copy of a project's repository, as git hosts keep it."""
    subprocess.run(["git", "clone", "-q", "--bare", str(project), str(folder)], check=True)
    return folder
