"""The page at `admin/` in a real browser, against a git host on this machine."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from bare_repository import NAME
from campaign.build.content import Content
from campaign.problems import errors
from campaign.verbs import testing
from conftest import needed
from doors import Door
from sites import ROOT
from values import TODAY

COMMUNITY = "showcases/communities/beta.yml"
# The program puts its heading beside its landmarks; that is not ours to mend.
AXE = """
async () => {
  const found = await axe.run('body', {rules: {region: {enabled: false}}});
  return found.violations.map((rule) => `${rule.id}: ${rule.nodes[0].target.join(' ')}`);
}
"""


def test_the_first_page_is_chinese_in_a_browser_that_is_not(door: Door) -> None:
    expect(door.page.get_by_role("button", name="使用访问令牌登录")).to_be_visible()
    expect(door.page.get_by_text("欢迎使用").first).to_be_attached()
    icons = """document.fonts.load('24px "Material Symbols Outlined"', 'add')"""
    assert door.page.evaluate(f"{icons}.then((found) => found.length)") > 0
    assert door.said == []


def test_a_field_that_is_changed_becomes_a_pull_request_of_one_line(
    door: Door, under_git: Path
) -> None:
    door.sign_in()
    words = door.page.inner_text("body")
    assert "社区" in words
    assert "荣誉种类" in words
    assert "结对共建" not in words
    before = door.host.text("main", COMMUNITY)
    door.open("collections/community/entries/beta")
    door.type("口号", "家家有花，户户有书")
    door.save_draft()
    (pull,) = door.host.pulls
    assert (pull["head"], pull["base"]) == ("cms/community/beta", "main")
    assert pull["draft"] is True
    assert door.host.text("main", COMMUNITY) == before
    after = door.host.text(pull["head"], COMMUNITY)
    old, new = before.splitlines(), after.splitlines()
    assert [line for line in new if line not in old] == ["slogan: 家家有花，户户有书"]
    assert [line for line in old if line not in new and not line.startswith("slogan:")] == []
    commit = door.host.git("log", "-1", "--format=%an %s", pull["head"])
    assert commit == f"{NAME} 社区：修改 beta"
    (under_git / COMMUNITY).write_text(after, encoding="utf-8")
    assert errors(Content.open(under_git, today=TODAY).problems) == []
    (under_git / COMMUNITY).write_text(before, encoding="utf-8")
    assert door.said == []


def test_what_a_field_does_not_take_is_said_and_not_saved(door: Door) -> None:
    door.sign_in()
    door.open("collections/community/entries/beta")
    door.page.get_by_role("textbox", name="成立时间").fill("去年")
    door.save()
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
