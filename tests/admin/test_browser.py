"""The page at `admin/` in a real browser, against a git host on this machine."""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

import git_host
from campaign.admin import bundle, config, page
from campaign.build.content import Content
from campaign.model.admin import Admin
from campaign.problems import errors
from campaign.verbs import testing
from conftest import EXPECTED, NewProject, needed
from git_host import GitHost
from repositories import git
from sites import ROOT, served
from values import TODAY

COMMUNITY = "showcases/communities/beta.yml"
# The program puts its heading beside its landmarks; that is not ours to mend.
AXE = """
async () => {
  const found = await axe.run('body', {rules: {region: {enabled: false}}});
  return found.violations.map((rule) => `${rule.id}: ${rule.nodes[0].target.join(' ')}`);
}
"""


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


@pytest.fixture(scope="module")
def project(new_project: NewProject, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny project under git."""
    folder = new_project(tmp_path_factory.mktemp("admin") / "project")
    (folder / ".gitignore").write_text(".cache/\nsite/\n__pycache__/\nhooks/\n", encoding="utf-8")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "开始")
    return folder


@pytest.fixture
def door(project: Path, browser: Browser, tmp_path: Path) -> Iterator[Door]:
    """The page, in a browser that prefers English and knows only this machine."""
    needed(testing.node_package(ROOT, "@sveltia/cms"), "Sveltia CMS")
    bare = tmp_path / "bare.git"
    subprocess.run(["git", "clone", "-q", "--bare", str(project), str(bare)], check=True)
    host = GitHost(bare)
    site = Content.open(project, today=TODAY).site
    assert site is not None
    tree = tmp_path / "site"
    with git_host.serving(git_host.programs(host)) as api, served(tree) as address:
        admin = Admin(repository=git_host.REPOSITORY, api=api)
        folder = tree / "admin"
        for name, path in bundle.files(ROOT):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, folder / name)
        (folder / "index.html").write_text(page.page(site, admin), encoding="utf-8")
        (folder / "config.json").write_bytes(config.written(site, admin))
        (tree / "assets").mkdir()
        shutil.copy(ROOT / "hooks/theme/assets/favicon.svg", tree / "assets")
        context = browser.new_context(locale="en-US", viewport={"width": 1280, "height": 900})
        context.set_default_timeout(EXPECTED * 1000)
        opened = context.new_page()
        found = Door(opened, host, (address, api))
        opened.on("request", lambda request: found.asked.append(request.url))
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


def test_the_first_page_is_chinese_in_a_browser_that_is_not(door: Door) -> None:
    expect(door.page.get_by_role("button", name="使用访问令牌登录")).to_be_visible()
    expect(door.page.get_by_text("欢迎使用").first).to_be_attached()
    icons = """document.fonts.load('24px "Material Symbols Outlined"', 'add')"""
    assert door.page.evaluate(f"{icons}.then((found) => found.length)") > 0
    assert door.said == []


def test_a_field_that_is_changed_becomes_a_pull_request_of_one_line(
    door: Door, project: Path
) -> None:
    door.sign_in()
    expect(door.page.get_by_role("row").first).to_be_visible()
    words = door.page.inner_text("body")
    assert "社区" in words
    assert "荣誉种类" in words
    assert "结对共建" not in words
    before = door.host.text("main", COMMUNITY)
    door.open("collections/community/entries/beta")
    door.page.get_by_role("textbox", name="口号").fill("家家有花，户户有书")
    door.page.get_by_role("button", name="保存", exact=True).click()
    expect(door.page.get_by_role("alertdialog", name="提交审核")).to_be_visible()
    (pull,) = door.host.pulls
    assert (pull["head"], pull["base"]) == ("cms/community/beta", "main")
    assert pull["draft"] is True
    assert door.host.text("main", COMMUNITY) == before
    after = door.host.text(pull["head"], COMMUNITY)
    old, new = before.splitlines(), after.splitlines()
    assert [line for line in new if line not in old] == ["slogan: 家家有花，户户有书"]
    assert [line for line in old if line not in new and not line.startswith("slogan:")] == []
    commit = door.host.git("log", "-1", "--format=%an %s", pull["head"])
    assert commit == f"{git_host.NAME} 社区：修改 beta"
    (project / COMMUNITY).write_text(after, encoding="utf-8")
    assert errors(Content.open(project, today=TODAY).problems) == []
    (project / COMMUNITY).write_text(before, encoding="utf-8")
    assert door.said == []


def test_what_a_field_does_not_take_is_said_and_not_saved(door: Door) -> None:
    door.sign_in()
    expect(door.page.get_by_role("row").first).to_be_visible()
    door.open("collections/community/entries/beta")
    door.page.get_by_role("textbox", name="成立时间").fill("去年")
    door.page.get_by_role("button", name="保存", exact=True).click()
    expect(door.page.get_by_text("写成 2024、2024-05 或 2024-05-01").first).to_be_visible()
    assert door.host.pulls == []
    assert door.host.branches() == ["main"]


@pytest.mark.parametrize("size", [(1280, 900), (390, 844)], ids=["desktop", "phone"])
def test_the_first_page_has_no_fault_that_axe_finds(door: Door, size: tuple[int, int]) -> None:
    source = needed(testing.node_package(ROOT, "axe-core"), "axe-core") / "axe.min.js"
    door.page.set_viewport_size({"width": size[0], "height": size[1]})
    expect(door.page.get_by_role("button", name="使用访问令牌登录")).to_be_visible()
    door.page.evaluate(source.read_text(encoding="utf-8"))
    assert door.page.evaluate(AXE) == []
